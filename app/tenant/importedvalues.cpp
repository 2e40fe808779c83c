// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/importedvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

constexpr ImportedName allNames[] = {
    ImportedName::Domain, ImportedName::ClientId, ImportedName::ClientSecret,
    ImportedName::Audience, ImportedName::Organization};

constexpr struct
{
    QByteArrayView spelling; ///< in lower case, without `_` and `-`
    ImportedName name;
} spellings[] = {
    {"domain", ImportedName::Domain},
    {"issuerbaseurl", ImportedName::Domain}, // auth0/nextjs-auth0, express-openid-connect
    {"clientid", ImportedName::ClientId},
    {"clientsecret", ImportedName::ClientSecret},
    {"audience", ImportedName::Audience},
    {"organization", ImportedName::Organization},
};

constexpr qsizetype longestName = 64;

bool isVariable(QByteArrayView value)
{
    if (!value.startsWith('$') || value.size() < 2)
        return false;
    QByteArrayView name = value.sliced(1);
    if (name.startsWith('{') && name.endsWith('}'))
        name = name.sliced(1).chopped(1);
    const auto belongs = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '_' || c == ':';
    };
    return std::all_of(name.begin(), name.end(), belongs);
}

/// Where the text of \a name is kept; nullptr: it is the secret, which is no text.
QString CredentialsInput::*memberOf(ImportedName name)
{
    switch (name) {
    case ImportedName::Domain:
        return &CredentialsInput::domain;
    case ImportedName::ClientId:
        return &CredentialsInput::clientId;
    case ImportedName::Audience:
        return &CredentialsInput::audience;
    case ImportedName::Organization:
        return &CredentialsInput::organization;
    case ImportedName::ClientSecret:
        break;
    }
    return nullptr;
}

} // namespace

void WipedBytes::append(char c)
{
    Q_ASSERT(m_bytes.size() < m_bytes.capacity());
    m_bytes.append(c);
}

void WipedBytes::append(char32_t point)
{
    const auto part = [](char32_t bits) { return char(0x80 | (bits & 0x3f)); };
    if (point < 0x80)
        return append(char(point));
    if (point < 0x800) {
        append(char(0xc0 | (point >> 6)));
        return append(part(point));
    }
    if (point < 0x10000) {
        append(char(0xe0 | (point >> 12)));
    } else {
        append(char(0xf0 | (point >> 18)));
        append(part(point >> 12));
    }
    append(part(point >> 6));
    append(part(point));
}

std::optional<ImportedName> importedName(QByteArrayView written)
{
    if (written.size() > longestName)
        return std::nullopt;
    QByteArray plain = written.toByteArray().toLower();
    plain.removeIf([](char c) { return c == '_' || c == '-'; });
    constexpr QByteArrayView prefix = "auth0";
    const qsizetype at = plain.lastIndexOf(prefix);
    const QByteArrayView rest = at < 0 ? QByteArrayView(plain)
                                       : QByteArrayView(plain).sliced(at + prefix.size());
    for (const auto &[spelling, name] : spellings) {
        if (rest == spelling)
            return name;
    }
    return std::nullopt;
}

void put(CredentialsInput &values, ImportedName name, QByteArrayView value)
{
    if (value.isEmpty() || isVariable(value))
        return;
    if (const auto member = memberOf(name))
        values.*member = QString::fromUtf8(value);
    else
        values.clientSecret = Base::Secret(value);
}

bool has(const CredentialsInput &values, ImportedName name)
{
    const auto member = memberOf(name);
    return member ? !(values.*member).isEmpty() : !values.clientSecret.isEmpty();
}

int countOf(const CredentialsInput &values)
{
    return int(
        std::count_if(std::begin(allNames), std::end(allNames), [&values](ImportedName name) {
            return has(values, name);
        }));
}

QByteArrayView domainOfUrl(QByteArrayView url)
{
    constexpr QByteArrayView mark = "://";
    const qsizetype scheme = url.indexOf(mark);
    const qsizetype host = scheme < 0 ? 0 : scheme + mark.size();
    qsizetype end = host;
    while (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#')
        ++end;
    const bool isHttps = url.first(host).compare("https://", Qt::CaseInsensitive) == 0;
    return url.first(end).sliced(isHttps ? host : 0);
}

} // namespace Tenantscope::Tenant
