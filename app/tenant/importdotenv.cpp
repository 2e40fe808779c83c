// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/importedvalues.h"
#include "app/tenant/importreaders.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

struct Assignment
{
    QByteArrayView name;
    QByteArrayView value; ///< from the first byte that is no blank to the end of the line
};

bool isNamePart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// `NAME=value`, after `export` or `set`, or PowerShell's `$env:NAME = value`; nullopt: the line is something else.
std::optional<Assignment> assignmentIn(QByteArrayView line)
{
    line = line.trimmed();
    for (const QByteArrayView word : {QByteArrayView("export "), QByteArrayView("set ")}) {
        if (line.first(std::min(line.size(), word.size())).compare(word, Qt::CaseInsensitive) == 0)
            line = line.sliced(word.size()).trimmed();
    }
    constexpr QByteArrayView powerShell = "$env:";
    if (line.first(std::min(line.size(), powerShell.size()))
            .compare(powerShell, Qt::CaseInsensitive)
        == 0)
        line = line.sliced(powerShell.size());
    const qsizetype equals = line.indexOf('=');
    if (equals < 1)
        return std::nullopt;
    const QByteArrayView name = line.first(equals).trimmed();
    if (!std::all_of(name.begin(), name.end(), isNamePart))
        return std::nullopt;
    return Assignment{name, line.sliced(equals + 1).trimmed()};
}

/// Appends what stands between the quotes that \a value begins with; false: they are never closed. Within double quotes
/// a backslash takes the next character as it is; a line end cannot be part of a value of ours.
bool appendQuoted(QByteArrayView value, WipedBytes &text)
{
    const char quote = value.front();
    for (qsizetype at = 1; at < value.size(); ++at) {
        if (value[at] == quote)
            return true;
        if (value[at] == '\\' && quote == '"' && at + 1 < value.size())
            ++at;
        text.append(value[at]);
    }
    return false;
}

/// Appends \a value up to a comment, which begins with a blank and `#`.
void appendBare(QByteArrayView value, WipedBytes &text)
{
    qsizetype end = value.size();
    for (qsizetype at = 1; at < value.size(); ++at) {
        if (value[at] == '#' && (value[at - 1] == ' ' || value[at - 1] == '\t')) {
            end = at;
            break;
        }
    }
    for (const char c : value.first(end).trimmed())
        text.append(c);
}

} // namespace

Base::Result<ImportedConnection> importDotEnv(QByteArrayView text)
{
    constexpr QByteArrayView prefix = "AUTH0_";
    CredentialsInput values;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        const auto assignment = assignmentIn(line);
        if (!assignment || !assignment->name.contains(prefix) || assignment->value.isEmpty())
            continue;
        const auto name = importedName(assignment->name);
        // VITE_AUTH0_DOMAIN and its like stand in for the plain name, never for its value.
        if (!name || (!assignment->name.startsWith(prefix) && has(values, *name)))
            continue;
        WipedBytes value(assignment->value.size());
        if (!QByteArrayView("\"'`").contains(assignment->value.front()))
            appendBare(assignment->value, value);
        else if (!appendQuoted(assignment->value, value))
            return refusedImport(ImportRule::quote);
        put(values, *name, value.view());
    }
    if (countOf(values) == 0)
        return refusedImport(ImportRule::nothing);
    return ImportedConnection{.values = values, .format = ImportFormat::DotEnv};
}

} // namespace Tenantscope::Tenant
