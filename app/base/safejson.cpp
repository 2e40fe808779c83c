// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/safejson.h"

#include <algorithm>
#include <array>

namespace Tenantscope::Base {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

constexpr Range unsafeRanges[] = {
    {0x00, 0x1f},                       // C0
    {0x7f, 0x9f},                       // DEL, C1
    {0x61c, 0x61c},   {0x200e, 0x200f}, // bidirectional marks
    {0x2028, 0x202e},                   // separators, embeddings, overrides
    {0x2066, 0x2069},                   // isolates
};

/// Whether any from \a first to \a last is unsafe.
constexpr bool isUnsafe(char32_t first, char32_t last)
{
    for (const Range &range : unsafeRanges) {
        if (first <= range.last && last >= range.first)
            return true;
    }
    return false;
}

/// Whether an unsafe character may begin with \a byte, read as unsafeAt() does.
constexpr bool mayBeginUnsafe(unsigned byte)
{
    if (byte < 0x80)
        return isUnsafe(byte, byte);
    if ((byte & 0xe0u) == 0xc0u)
        return isUnsafe((byte & 0x1fu) << 6, (byte & 0x1fu) << 6 | 0x3fu);
    return (byte & 0xf0u) == 0xe0u && isUnsafe((byte & 0x0fu) << 12, (byte & 0x0fu) << 12 | 0xfffu);
}

constexpr auto endsPlainText = [] {
    std::array<bool, 256> ends{};
    for (unsigned byte = 0; byte < ends.size(); ++byte)
        ends[byte] = byte == '"' || byte == '\\' || mayBeginUnsafe(byte);
    return ends;
}();

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
    return found.size > 0 && isUnsafe(found.character, found.character) ? found : UnsafeCharacter{};
}

qsizetype afterPlainText(QByteArrayView json, qsizetype at)
{
    while (at < json.size() && !endsPlainText[static_cast<unsigned char>(json[at])])
        ++at;
    return std::min(at, json.size());
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
