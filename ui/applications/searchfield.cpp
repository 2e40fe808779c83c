// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/searchfield.h"

#include "ui/shared/icons.h"
#include "ui/shared/maskedparts.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestQuery = 1'000;

} // namespace

SearchField::SearchField(const QString &accessibleName, QWidget *parent)
    : QLineEdit(parent)
{
    setAccessibleName(accessibleName);
    setMaxLength(longestQuery);
    setMinimumHeight(28);
    setClearButtonEnabled(true);
    maskInPresentation(*this, MaskWhen::Production);
    findChild<QToolButton *>()->setAccessibleName(tr("Clear search"));
    QAction *picture = addAction(icon(u"search"_s), LeadingPosition);
    picture->setText(accessibleName); // its button reads it aloud
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        event->accept();
        Q_EMIT leftDownwards();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace Tenantscope::Ui
