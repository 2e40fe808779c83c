// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchkey.h"
#include "app/applications/searchtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

char foldedAscii(char16_t c)
{
    if (c >= u'A' && c <= u'Z')
        return char(c - u'A' + u'a');
    return isFieldMark(c) ? ' ' : char(c);
}

QByteArray foldAscii(QStringView text)
{
    QByteArray folded(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, folded.data(), [](QChar c) { return foldedAscii(c.unicode()); });
    return folded;
}

} // namespace

QByteArray fold(QStringView text)
{
    if (isAscii(text))
        return foldAscii(text);
    // Compatibility forms first, so that "é" loses its accent and full-width letters their width; once more after
    // folding, which brings forth some that were not there before.
    QString folded = wellFormed(text)
                         .normalized(QString::NormalizationForm_KD)
                         .toCaseFolded()
                         .normalized(QString::NormalizationForm_KD);
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    folded.replace(u'\u00df', u"ss"_s); // the one letter whose folding is longer than itself
    std::ranges::replace_if(
        folded, [](QChar c) { return isFieldMark(c.unicode()); }, QChar(u' '));
    return folded.toUtf8();
}

QByteArray foldUtf8(QByteArrayView text)
{
    const bool isPlain = std::ranges::all_of(text, [](char c) { return c >= 0; });
    if (!isPlain)
        return fold(QString::fromUtf8(text));
    QByteArray folded(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, folded.data(), [](char c) { return foldedAscii(char16_t(c)); });
    return folded;
}

QString wellFormed(QStringView text)
{
    QString result = text.toString();
    for (qsizetype i = 0; i < result.size(); ++i) {
        const QChar c = result.at(i);
        if (!c.isSurrogate())
            continue;
        if (c.isHighSurrogate() && i + 1 < result.size() && result.at(i + 1).isLowSurrogate())
            ++i;
        else
            result[i] = QChar::ReplacementCharacter;
    }
    return result;
}

} // namespace Tenantscope::Applications
