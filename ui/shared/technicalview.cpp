// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/technicalview.h"

#include "app/base/plaintext.h"
#include "ui/shared/fonts.h"
#include "ui/shared/presentation.h"
#include "ui/shared/shownjson.h"

#include <QEvent>
#include <QTextOption>

namespace Tenantscope::Ui {

namespace {

constexpr qsizetype longestText = 256 * 1024;
constexpr qsizetype longestLine = 8 * 1024; // laying out one line takes more than its share of time
constexpr int margin = 12;

QString withShortLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        if (line.size() > longestLine)
            line = line.first(longestLine) + u'…';
    }
    return lines.join(u'\n');
}

} // namespace

TechnicalView::TechnicalView(const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
    setFont(fixedFont());
    document()->setDocumentMargin(margin);
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(option);
}

void TechnicalView::setText(const QString &text)
{
    m_text = Base::plainBlock(withShortLines(text), longestText);
    showText();
}

void TechnicalView::showText()
{
    const QString shown = shownJson(this, m_text);
    if (shown != toPlainText())
        setPlainText(shown);
}

bool TechnicalView::event(QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == Presentation::changeEvent)
        showText();
    return QPlainTextEdit::event(event);
}

void TechnicalView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fixedFont());
    QPlainTextEdit::changeEvent(event);
}

} // namespace Tenantscope::Ui
