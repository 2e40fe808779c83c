// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/safejson.h"

#include <QString>

namespace Tenantscope::Base {

bool isUnsafeInJson(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f)     // C0, DEL, C1
        || c == 0x61c || c == 0x200e || c == 0x200f // bidirectional marks
        || (c >= 0x2028 && c <= 0x202e)             // separators, embeddings, overrides
        || (c >= 0x2066 && c <= 0x2069);            // isolates
}

QByteArray safeJson(const QByteArray &json)
{
    const QString text = QString::fromUtf8(json); // none of the unsafe ones takes two units
    QString safe;
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t unit = text.at(at).unicode();
        if (unit < 0x7f || !isUnsafeInJson(unit))
            continue;
        safe += QStringView(text).sliced(from, at - from);
        safe += QStringLiteral("\\u") + QString::number(uint(unit), 16).rightJustified(4, u'0');
        from = at + 1;
    }
    if (from == 0)
        return json;
    safe += QStringView(text).sliced(from);
    return safe.toUtf8();
}

} // namespace Tenantscope::Base
