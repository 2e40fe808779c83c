// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/safejson.h"

namespace Tenantscope::Base {

namespace {

bool isUnsafe(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f)     // C0, DEL, C1
        || c == 0x61c || c == 0x200e || c == 0x200f // bidirectional marks
        || (c >= 0x2028 && c <= 0x202e)             // separators, embeddings, overrides
        || (c >= 0x2066 && c <= 0x2069);            // isolates
}

} // namespace

UnsafeCharacter unsafeAt(QByteArrayView utf8, qsizetype at)
{
    const auto byte = [utf8, at](qsizetype n) {
        return at + n < utf8.size() ? static_cast<unsigned char>(utf8[at + n]) : 0u;
    };
    const unsigned first = byte(0);
    UnsafeCharacter found; // none of them takes more than three bytes
    if (first < 0x80)
        found = {.character = first, .size = 1};
    else if ((first & 0xe0u) == 0xc0u)
        found = {.character = (first & 0x1fu) << 6 | (byte(1) & 0x3fu), .size = 2};
    else if ((first & 0xf0u) == 0xe0u)
        found = {
            .character = (first & 0x0fu) << 12 | (byte(1) & 0x3fu) << 6 | (byte(2) & 0x3fu),
            .size = 3};
    return found.size > 0 && isUnsafe(found.character) ? found : UnsafeCharacter{};
}

void appendEscaped(QByteArray &json, char32_t character)
{
    json += "\\u";
    json += QByteArray::number(uint(character), 16).rightJustified(4, '0');
}

QByteArray safeJson(const QByteArray &json)
{
    QByteArray safe;
    qsizetype from = 0;
    for (qsizetype at = 0; at < json.size(); ++at) {
        if (static_cast<unsigned char>(json[at]) < 0x7f)
            continue;
        const UnsafeCharacter found = unsafeAt(json, at);
        if (found.size == 0)
            continue;
        safe.append(QByteArrayView(json).sliced(from, at - from));
        appendEscaped(safe, found.character);
        from = at + found.size;
        at = from - 1;
    }
    return from == 0 ? json : safe.append(QByteArrayView(json).sliced(from));
}

} // namespace Tenantscope::Base
