// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/jsontext.h"

#include "app/base/safejson.h"

#include <algorithm>

namespace Tenantscope::Cli {

namespace {

/// Copies the string that starts at \a at, its quotes included; returns where it ends.
qsizetype copyString(QByteArray &line, QByteArrayView json, qsizetype at)
{
    qsizetype from = at++;
    while (at < json.size() && json[at] != '"') {
        // QJsonDocument takes a backslash before anything, a raw control character included.
        const bool escapes = json[at] == '\\';
        const Base::UnsafeCharacter found = Base::unsafeAt(json, escapes ? at + 1 : at);
        if (found.size > 0) {
            line.append(json.sliced(from, at - from));
            Base::appendEscaped(line, found.character);
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
