// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/searchfield.h"

#include "ui/shared/icons.h"
#include "ui/shared/maskedparts.h"
#include "ui/shared/plainlabel.h"

#include <QAction>
#include <QKeyEvent>
#include <QStyle>
#include <QToolButton>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

SearchField::SearchField(const QString &accessibleName, QWidget *parent)
    : QLineEdit(parent)
    , m_hint(new PlainLabel(PlainLabel::Style::Secondary, this))
{
    m_hint->setTone(PlainLabel::Tone::Caution);
    m_hint->hide();
    setAccessibleName(accessibleName);
    setMaxLength(longestSearch);
    setMinimumHeight(28);
    setClearButtonEnabled(true);
    maskInPresentation(*this, MaskWhen::Production);
    findChild<QToolButton *>()->setAccessibleName(tr("Clear search"));
    QAction *picture = addAction(icon(u"search"_s), LeadingPosition);
    picture->setText(accessibleName); // its button reads it aloud
    connect(this, &QLineEdit::returnPressed, this, &SearchField::ended);
}

void SearchField::search(const QString &text)
{
    setText(text);
    setFocus(Qt::OtherFocusReason);
}

void SearchField::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleDescription(hint);
    placeHint();
}

/// Between what is typed and the button that clears it.
void SearchField::placeHint()
{
    constexpr int clearButton = 28;
    const int width = m_hint->isHidden() ? 0 : m_hint->sizeHint().width() + 8;
    const QRect place(rect().right() - clearButton - width, 0, width, height());
    m_hint->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(isMirrored ? width : 0, 0, isMirrored ? 0 : width, 0);
}

void SearchField::insertTerm(const QString &term, int back)
{
    deselect(); // a term is added, whatever was marked
    const QString before = text().first(cursorPosition());
    const bool joins = before.isEmpty() || before.back().isSpace() || before.endsWith(u'-')
        || before.endsWith(u':') || before.endsWith(u'=');
    insert(joins ? term : QString(u' ' + term));
    setCursorPosition(cursorPosition() - back);
    setFocus(Qt::OtherFocusReason);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier) {
        event->accept();
        Q_EMIT ended();
        Q_EMIT leftDownwards();
        return;
    }
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) {
        event->accept();
        Q_EMIT menuRequested();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeHint();
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    // A menu, or another window, is no end: one comes back.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT ended();
    QLineEdit::focusOutEvent(event);
}

} // namespace Tenantscope::Ui
