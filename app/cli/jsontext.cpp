// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/jsontext.h"

#include "app/base/safejson.h"

#include <algorithm>

namespace Tenantscope::Cli {

namespace {

struct Escapable
{
    char32_t character = 0;
    qsizetype size = 0; ///< bytes it takes in UTF-8; 0: nothing to escape
};

/// Looks at the character that starts at \a at; none of those to escape takes more than three bytes.
Escapable escapableAt(QByteArrayView json, qsizetype at)
{
    const auto byte = [json, at](qsizetype n) {
        return at + n < json.size() ? static_cast<unsigned char>(json[at + n]) : 0u;
    };
    const unsigned first = byte(0);
    Escapable found;
    if (first < 0x80)
        found = {.character = first, .size = 1};
    else if ((first & 0xe0u) == 0xc0u)
        found = {.character = (first & 0x1fu) << 6 | (byte(1) & 0x3fu), .size = 2};
    else if ((first & 0xf0u) == 0xe0u)
        found = {
            .character = (first & 0x0fu) << 12 | (byte(1) & 0x3fu) << 6 | (byte(2) & 0x3fu),
            .size = 3};
    return found.size > 0 && Base::isUnsafeInJson(found.character) ? found : Escapable{};
}

void appendEscaped(QByteArray &line, char32_t character)
{
    line += "\\u";
    line += QByteArray::number(uint(character), 16).rightJustified(4, '0');
}

/// Copies the string that starts at \a at, its quotes included; returns where it ends.
qsizetype copyString(QByteArray &line, QByteArrayView json, qsizetype at)
{
    qsizetype from = at++;
    while (at < json.size() && json[at] != '"') {
        // QJsonDocument takes a backslash before anything, a raw control character included.
        const bool escapes = json[at] == '\\';
        const Escapable found = escapableAt(json, escapes ? at + 1 : at);
        if (found.size > 0) {
            line.append(json.sliced(from, at - from));
            appendEscaped(line, found.character);
            at += found.size + (escapes ? 1 : 0);
            from = at;
        } else {
            at += escapes ? 2 : 1;
        }
    }
    const qsizetype end = std::min(at + 1, json.size()); // it may lack its last quote
    from = std::min(from, end);
    line.append(json.sliced(from, end - from));
    return end;
}

} // namespace

QByteArray oneLineJson(QByteArrayView json)
{
    QByteArray line;
    line.reserve(json.size());
    for (qsizetype at = 0; at < json.size();) {
        const char c = json[at];
        if (c == '"') {
            at = copyString(line, json, at);
        } else {
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
                line.append(c);
            ++at;
        }
    }
    return line;
}

} // namespace Tenantscope::Cli
