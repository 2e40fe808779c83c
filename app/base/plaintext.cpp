// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"

namespace Tenantscope::Base {

namespace {

constexpr char16_t replacement = u'\uFFFD';
constexpr char16_t ellipsis = u'\u2026';
constexpr char16_t controlPictures = u'\u2400';
constexpr char16_t deletePicture = u'\u2421';

/// Marks, embeddings, overrides and isolates (UAX #9): they make text read otherwise than it is stored.
bool isBidiControl(char16_t unit)
{
    return unit == u'\u061C' || unit == u'\u200E' || unit == u'\u200F'
        || (unit >= u'\u202A' && unit <= u'\u202E') || (unit >= u'\u2066' && unit <= u'\u2069');
}

char16_t shown(char16_t unit)
{
    if (unit < 0x20)
        return char16_t(controlPictures + unit);
    if (unit == 0x7F)
        return deletePicture;
    const bool isC1 = unit >= 0x80 && unit <= 0x9F;
    const bool endsLine = unit == u'\u2028' || unit == u'\u2029';
    return isC1 || endsLine || isBidiControl(unit) ? replacement : unit;
}

bool startsPair(QStringView text, qsizetype i)
{
    return text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
}

enum class LineEnds { Shown, Kept };

QString plain(QStringView text, qsizetype limit, LineEnds lineEnds)
{
    QString result;
    result.reserve(std::min(text.size(), limit));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (lineEnds == LineEnds::Kept && unit == u'\r' && i + 1 < text.size()
            && text[i + 1] == u'\n')
            continue; // CR LF is one line end
        if (startsPair(text, i)) {
            result += text.sliced(i++, 2);
        } else if (text[i].isSurrogate()) {
            result += QChar(replacement);
        } else if (lineEnds == LineEnds::Kept && (unit == u'\n' || unit == u'\t')) {
            result += QChar(unit);
        } else {
            result += QChar(shown(unit));
        }
        if (result.size() > limit) {
            const qsizetype kept = std::max<qsizetype>(0, limit - 1);
            const bool splitsPair = kept > 0 && result[kept - 1].isHighSurrogate();
            result.truncate(splitsPair ? kept - 1 : kept);
            result += QChar(ellipsis);
            break;
        }
    }
    return result;
}

} // namespace

QString plainLine(QStringView text, qsizetype limit)
{
    return plain(text, limit, LineEnds::Shown);
}

QString plainBlock(QStringView text, qsizetype limit)
{
    return plain(text, limit, LineEnds::Kept);
}

} // namespace Tenantscope::Base
