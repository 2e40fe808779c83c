// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/secretcomparison.h"

#include <algorithm>
#include <optional>

namespace Tenantscope::Management {

namespace {

/// Views of the secret's own bytes: there is nothing to wipe.
bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

QByteArrayView trimmed(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && isBlank(bytes.front()))
        bytes = bytes.sliced(1);
    while (!bytes.isEmpty() && isBlank(bytes.back()))
        bytes.chop(1);
    return bytes;
}

/// \a bytes without the quotes around them, if there are such.
QByteArrayView unquoted(QByteArrayView bytes)
{
    const bool isQuoted = bytes.size() >= 2 && bytes.front() == bytes.back()
        && QByteArrayView("\"'`").contains(bytes.front());
    return isQuoted ? bytes.sliced(1, bytes.size() - 2) : bytes;
}

/// The value of `NAME=value`, also after `export` or `$env:`; nullopt: \a line is none.
std::optional<QByteArrayView> valueOfLine(QByteArrayView line)
{
    const qsizetype equals = line.indexOf('=');
    if (equals < 0)
        return std::nullopt;
    QByteArrayView name = trimmed(line.first(equals));
    for (const QByteArrayView prefix : {QByteArrayView("export "), QByteArrayView("$env:")}) {
        if (name.startsWith(prefix))
            name = trimmed(name.sliced(prefix.size()));
    }
    const auto isOfName = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '_';
    };
    const bool isName = !name.isEmpty() && std::all_of(name.begin(), name.end(), isOfName);
    return isName ? std::optional(trimmed(line.sliced(equals + 1))) : std::nullopt;
}

} // namespace

SecretComparison compareSecrets(const Base::Secret &theirs, const Base::Secret &mine)
{
    const auto isTheirs = [&theirs](QByteArrayView bytes) { return theirs == Base::Secret(bytes); };
    if (theirs == mine)
        return SecretComparison::Same;
    const QByteArrayView inner = trimmed(mine.reveal());
    if (isTheirs(inner))
        return SecretComparison::BlanksAround;
    if (isTheirs(unquoted(inner)))
        return SecretComparison::QuotesAround;
    const std::optional<QByteArrayView> value = valueOfLine(inner);
    // Base64 may end with one or two of `=`: that makes no line of it.
    if (!value || value->isEmpty() || value->startsWith('='))
        return SecretComparison::Different;
    return isTheirs(*value) || isTheirs(unquoted(*value)) ? SecretComparison::LineSame
                                                          : SecretComparison::LineDifferent;
}

} // namespace Tenantscope::Management
