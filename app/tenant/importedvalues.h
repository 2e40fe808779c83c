// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/credentials.h"

namespace Tenantscope::Tenant {

/// Bytes that may hold a secret: overwritten when they go.
class WipedBytes final
{
public:
    /// Never grows beyond \a capacity, for a block that is outgrown would be freed as it is.
    explicit WipedBytes(qsizetype capacity) { m_bytes.reserve(capacity); }
    ~WipedBytes() { Base::wipe(m_bytes); }
    Q_DISABLE_COPY_MOVE(WipedBytes)

    void append(char c);
    void append(char32_t point); ///< as UTF-8
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] QByteArrayView view() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// The values that are looked for in a text.
enum class ImportedName { Domain, ClientId, ClientSecret, Audience, Organization };

/// What \a written stands for: `clientId`, `client_id`, `AUTH0_CLIENT_ID`, `VITE_AUTH0_CLIENT_ID`; nullopt: nothing of ours.
[[nodiscard]] std::optional<ImportedName> importedName(QByteArrayView written);

/// Keeps \a value, UTF-8, under \a name; not one that is empty or a variable's name (`$SECRET`, `${SECRET}`).
void put(CredentialsInput &values, ImportedName name, QByteArrayView value);
[[nodiscard]] bool has(const CredentialsInput &values, ImportedName name);
[[nodiscard]] int countOf(const CredentialsInput &values); ///< how many are there

/// `contoso.eu.auth0.com` of `https://contoso.eu.auth0.com/oauth/token`. `http://` stays: for Domain to judge.
[[nodiscard]] QByteArrayView domainOfUrl(QByteArrayView url);

} // namespace Tenantscope::Tenant
