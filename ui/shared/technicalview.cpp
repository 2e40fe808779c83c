// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/technicalview.h"

#include "app/base/plaintext.h"
#include "ui/shared/colors.h"
#include "ui/shared/fonts.h"
#include "ui/shared/presentation.h"
#include "ui/shared/shownjson.h"

#include <QApplication>
#include <QEvent>
#include <QMimeData>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QTextOption>

#include <algorithm>

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

enum class Edge { Start, End };

/// Which place in \a real \a place in \a shown is, a line with something masked in it. Within that: \a edge of it.
qsizetype realPlace(QStringView shown, QStringView real, qsizetype place, Edge edge)
{
    const qsizetype shorter = std::min(shown.size(), real.size());
    const auto same = std::mismatch(shown.begin(), shown.begin() + shorter, real.begin());
    const qsizetype before = same.first - shown.begin();
    if (place <= before)
        return place;
    qsizetype after = 0;
    while (after < shorter - before
           && shown[shown.size() - 1 - after] == real[real.size() - 1 - after])
        ++after;
    const qsizetype fromEnd = shown.size() - place;
    if (fromEnd <= after)
        return real.size() - fromEnd;
    return edge == Edge::Start ? before : real.size() - after;
}

} // namespace

/// Marks a document line by line, whatever is put into it.
class LineMarker final : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setMarker(const Marker &marker)
    {
        m_marker = marker;
        rehighlight();
    }

protected:
    void highlightBlock(const QString &line) override
    {
        if (!m_marker)
            return;
        const QTextCharFormat format = foundFormat(false, isDark(QApplication::palette()));
        for (const TextSpan &span : m_marker(line))
            setFormat(span.start, span.length, format);
    }

private:
    Marker m_marker;
};

TechnicalView::TechnicalView(const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_marker(new LineMarker(document()))
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

void TechnicalView::setMarker(const Marker &marker)
{
    m_marker->setMarker(marker);
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

QMimeData *TechnicalView::createMimeDataFromSelection() const
{
    const QStringList lines = m_text.split(u'\n'); // as many as blocks: no mask spans two
    if (lines.size() != blockCount())
        return QPlainTextEdit::createMimeDataFromSelection();
    const auto placeOf = [this, &lines](int position, Edge edge) {
        const QTextBlock block = document()->findBlock(position);
        qsizetype place = realPlace(
            block.text(), lines[block.blockNumber()], position - block.position(), edge);
        for (int line = 0; line < block.blockNumber(); ++line)
            place += lines[line].size() + 1;
        return place;
    };
    const qsizetype start = placeOf(textCursor().selectionStart(), Edge::Start);
    const qsizetype end = placeOf(textCursor().selectionEnd(), Edge::End);
    auto *real = new QMimeData;
    real->setText(m_text.sliced(start, end - start));
    return real;
}

void TechnicalView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fixedFont());
    if (event->type() == QEvent::PaletteChange)
        m_marker->rehighlight(); // in the other scheme's ink
    QPlainTextEdit::changeEvent(event);
}

} // namespace Tenantscope::Ui
