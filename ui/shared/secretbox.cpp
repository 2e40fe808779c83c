// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/secretbox.h"

#include "ui/shared/fonts.h"

#include <QEvent>
#include <QTextOption>

namespace Tenantscope::Ui {

namespace {

constexpr int margin = 6;

} // namespace

SecretBox::SecretBox(const QString &name, int lines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_lines(lines)
{
    setAccessibleName(name);
    setReadOnly(true);
    setTextInteractionFlags(Qt::NoTextInteraction);
    setUndoRedoEnabled(false);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::NoContextMenu);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // or it takes the last line for a blank
    setLayoutDirection(Qt::LeftToRight);
    // Whole lines only, also while scrolled: the margins are the viewport's, not the document's.
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setViewportMargins(margin, margin, margin, margin);
    document()->setDocumentMargin(0);
    hide();
}

void SecretBox::reveal(const Base::Secret &secret)
{
    setFont(fixedFont()); // now: to look one up takes a millisecond, and many never reveal a secret
    setPlainText(QString::fromUtf8(secret.reveal()));
    setFixedHeight(QFontMetrics(font()).lineSpacing() * m_lines + 2 * (margin + frameWidth()));
    show();
}

void SecretBox::hideAgain()
{
    clear();
    hide();
}

bool SecretBox::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange && isVisible())
        setFont(fixedFont());
    return QPlainTextEdit::event(event);
}

} // namespace Tenantscope::Ui
