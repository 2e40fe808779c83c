// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/jsonwalker.h"
#include "app/tenant/importedvalues.h"
#include "app/tenant/importreaders.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

using Base::JsonKind;
using Base::JsonWalker;

namespace {

/// auth0/auth0-cli, `internal/config`: `{"default_tenant": …, "tenants": {DOMAIN: {"domain", "client_id", …}}}`.
constexpr QByteArrayView tenantsName = "tenants";
constexpr QByteArrayView defaultTenantName = "default_tenant";

struct Member
{
    QByteArrayView name;  ///< as it stands, with its escapes
    QByteArrayView value; ///< its bytes; a string without its quotes
    JsonKind kind;
};

/// The members of the object that \a json is; nullopt: it is none, or is cut off.
std::optional<QList<Member>> membersOf(QByteArrayView json)
{
    JsonWalker walker(json);
    QList<Member> members;
    walker.skipBlanks();
    const bool isWhole = walker.object([&](QByteArrayView name) {
        const JsonKind kind = walker.kind();
        const qsizetype start = walker.position();
        if (!walker.value())
            return false;
        QByteArrayView value = json.sliced(start, walker.position() - start);
        if (kind == JsonKind::String)
            value = value.sliced(1).chopped(1);
        members.append({name, value, kind});
        return true;
    });
    return isWhole && walker.isDone() ? std::optional(members) : std::nullopt;
}

/// Four hexadecimal digits of \a text from \a at on; nullopt: they are not.
std::optional<char32_t> codeUnit(QByteArrayView text, qsizetype at)
{
    if (at + 4 > text.size())
        return std::nullopt;
    bool isNumber = false;
    const uint unit = text.sliced(at, 4).toByteArray().toUInt(&isNumber, 16);
    return isNumber ? std::optional(char32_t(unit)) : std::nullopt;
}

/// Appends the character that `\uXXXX` at \a at means, with the other half of a surrogate pair, and returns how many
/// bytes it took.
qsizetype appendPoint(QByteArrayView raw, qsizetype at, WipedBytes &text)
{
    constexpr qsizetype escapeSize = 6;
    const char32_t first = codeUnit(raw, at + 2).value_or(QChar::ReplacementCharacter);
    if (!QChar::isHighSurrogate(first)) {
        text.append(QChar::isLowSurrogate(first) ? char32_t(QChar::ReplacementCharacter) : first);
        return escapeSize;
    }
    const qsizetype next = at + escapeSize;
    const auto second = next + 1 < raw.size() && raw[next] == '\\' && raw[next + 1] == 'u'
        ? codeUnit(raw, next + 2)
        : std::nullopt;
    if (!second || !QChar::isLowSurrogate(*second)) {
        text.append(char32_t(QChar::ReplacementCharacter));
        return escapeSize;
    }
    text.append(QChar::surrogateToUcs4(char16_t(first), char16_t(*second)));
    return 2 * escapeSize;
}

char unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        return c;
    }
}

/// What the JSON string \a raw, without its quotes, means.
void decode(QByteArrayView raw, WipedBytes &text)
{
    qsizetype at = 0;
    while (at < raw.size()) {
        if (raw[at] != '\\' || at + 1 == raw.size()) {
            text.append(raw[at++]);
        } else if (raw[at + 1] == 'u') {
            at += appendPoint(raw, at, text);
        } else {
            text.append(unescaped(raw[at + 1]));
            at += 2;
        }
    }
}

CredentialsInput valuesOf(const QList<Member> &members)
{
    CredentialsInput values;
    for (const Member &member : members) {
        const auto name = importedName(member.name);
        if (!name || member.kind != JsonKind::String)
            continue;
        WipedBytes text(member.value.size() + 4);
        decode(member.value, text);
        put(values, *name, text.view());
    }
    return values;
}

const Member *find(const QList<Member> &members, QByteArrayView name, JsonKind kind)
{
    for (const Member &member : members) {
        if (member.name == name && member.kind == kind)
            return &member;
    }
    return nullptr;
}

/// The tenant that auth0-cli would use: the default one, else, as it does, the first.
Base::Result<ImportedConnection> importAuth0Cli(const QList<Member> &root, const Member &tenants)
{
    const QList<Member> known = membersOf(tenants.value).value_or(QList<Member>());
    const Member *chosen = known.isEmpty() ? nullptr : &known.first();
    if (const Member *name = find(root, defaultTenantName, JsonKind::String);
        name && !name->value.isEmpty())
        chosen = find(known, name->value, JsonKind::Object);
    if (!chosen || chosen->kind != JsonKind::Object)
        return refusedImport(ImportRule::noTenant);
    CredentialsInput values = valuesOf(membersOf(chosen->value).value_or(QList<Member>()));
    if (values.domain.isEmpty()) // its key is the domain
        put(values, ImportedName::Domain, chosen->name);
    return ImportedConnection{.values = values, .format = ImportFormat::Auth0CliFile};
}

/// The values of the member that has most of them. Never of two: one tenant's secret must not meet another's domain.
CredentialsInput nestedValues(const QList<Member> &members)
{
    CredentialsInput best;
    for (const Member &member : members) {
        if (member.kind != JsonKind::Object)
            continue;
        const CredentialsInput values = valuesOf(membersOf(member.value).value_or(QList<Member>()));
        if (countOf(values) > countOf(best))
            best = values;
    }
    return best;
}

} // namespace

Base::Result<ImportedConnection> importJson(QByteArrayView text)
{
    const std::optional<QList<Member>> root = membersOf(text);
    if (!root)
        return refusedImport(ImportRule::json);
    if (const Member *tenants = find(*root, tenantsName, JsonKind::Object))
        return importAuth0Cli(*root, *tenants);
    CredentialsInput values = valuesOf(*root);
    const CredentialsInput nested = nestedValues(*root);
    if (countOf(values) == 0)
        values = nested;
    else if (values.audience.isEmpty()) // `authorizationParams` of the SDKs for single pages
        values.audience = nested.domain.isEmpty() ? nested.audience : QString();
    if (countOf(values) == 0)
        return refusedImport(ImportRule::nothing);
    return ImportedConnection{.values = values, .format = ImportFormat::Json};
}

} // namespace Tenantscope::Tenant
