// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/importedvalues.h"
#include "app/tenant/importreaders.h"

#include <algorithm>
#include <map>

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

/// Whether \a prefix only says that the value is shown to browsers, and so names no tenant.
bool isFrameworks(QByteArrayView prefix)
{
    constexpr QByteArrayView known[] = {"VITE_",        "REACT_APP_", "NEXT_PUBLIC_", "NUXT_",
                                        "NUXT_PUBLIC_", "VUE_APP_",   "EXPO_PUBLIC_", "GATSBY_",
                                        "PUBLIC_",      "NG_APP_"};
    return std::find(std::begin(known), std::end(known), prefix) != std::end(known);
}

} // namespace

Base::Result<ImportedConnection> importDotEnv(QByteArrayView text)
{
    constexpr QByteArrayView prefix = "AUTH0_";
    // By what stands before AUTH0_: DEV_AUTH0_DOMAIN is of another tenant than PROD_AUTH0_CLIENT_SECRET.
    std::map<QByteArray, CredentialsInput> groups;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        const auto assignment = assignmentIn(line);
        const qsizetype place = assignment ? assignment->name.indexOf(prefix) : -1;
        const auto name = place < 0 ? std::nullopt : importedName(assignment->name);
        if (!name || assignment->value.isEmpty())
            continue;
        WipedBytes value(assignment->value.size());
        if (!QByteArrayView("\"'`").contains(assignment->value.front()))
            appendBare(assignment->value, value);
        else if (!appendQuoted(assignment->value, value))
            return refusedImport(ImportRule::quote);
        const QByteArrayView before = assignment->name.first(place);
        CredentialsInput &values =
            groups[isFrameworks(before) ? QByteArray() : before.toByteArray()];
        if (before.isEmpty() || !has(values, *name)) // the plain name counts more
            put(values, *name, value.view());
    }
    const CredentialsInput *fullest = nullptr; // of two as full the plain names, which sort first
    for (const auto &[before, values] : groups) {
        if (countOf(values) > (fullest ? countOf(*fullest) : 0))
            fullest = &values;
    }
    if (!fullest)
        return refusedImport(ImportRule::nothing);
    return ImportedConnection{.values = *fullest, .format = ImportFormat::DotEnv};
}

} // namespace Tenantscope::Tenant
