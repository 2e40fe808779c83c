// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/highlight.h"

#include "app/applications/applicationstore.h"

#include <algorithm>
#include <vector>

namespace Tenantscope::Ui {

namespace {

/// A text folded code point by code point, so that a find can be traced back to where it came from.
struct TracedFold
{
    explicit TracedFold(const QString &text)
    {
        for (int start = 0, length = 0; start < text.size(); start += length) {
            const bool isPair = text[start].isHighSurrogate() && start + 1 < text.size()
                && text[start + 1].isLowSurrogate();
            length = isPair ? 2 : 1;
            folded += Applications::fold(QStringView(text).sliced(start, length));
            if (size_t(folded.size()) == origins.size() && !origins.empty())
                origins.back().length += length; // an accent of its own goes with its letter
            origins.resize(size_t(folded.size()), {.start = start, .length = length});
        }
    }

    QByteArray folded;
    std::vector<TextSpan> origins; ///< of each byte of `folded`
};

void addFinds(QList<TextSpan> &spans, const TracedFold &fold, const QByteArray &word)
{
    for (qsizetype at = fold.folded.indexOf(word); at >= 0;
         at = fold.folded.indexOf(word, at + word.size())) {
        const TextSpan &first = fold.origins[size_t(at)];
        const TextSpan &last = fold.origins[size_t(at + word.size() - 1)];
        spans.append({.start = first.start, .length = last.start + last.length - first.start});
    }
}

QList<TextSpan> joined(QList<TextSpan> spans)
{
    std::sort(spans.begin(), spans.end(), [](const TextSpan &left, const TextSpan &right) {
        return left.start < right.start;
    });
    QList<TextSpan> result;
    for (const TextSpan &span : spans) {
        if (!result.isEmpty() && span.start <= result.last().start + result.last().length) {
            TextSpan &last = result.last();
            last.length = std::max(last.length, span.start + span.length - last.start);
        } else {
            result.append(span);
        }
    }
    return result;
}

} // namespace

QList<TextSpan> foundSpans(const QString &text, const QByteArrayList &words)
{
    if (words.isEmpty() || text.isEmpty())
        return {};
    const TracedFold fold(text);
    QList<TextSpan> spans;
    for (const QByteArray &word : words) {
        if (!word.isEmpty())
            addFinds(spans, fold, word);
    }
    return joined(spans);
}

} // namespace Tenantscope::Ui
