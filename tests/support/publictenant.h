// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/credentials.h"

#include "tests/support/connectproxy.h"
#include "tests/support/faultserver.h"

#include <QTemporaryFile>

namespace Tenantscope::Test {

/// A scripted tenant that is not of this computer by its name: a custom domain of contoso.eu.auth0.com, over TLS and
/// through a proxy. Make it before anything is sent: the proxy is told by the environment.
class PublicTenant final
{
public:
    PublicTenant()
    {
        m_proxy.setTarget(m_server.port());
        qputenv("https_proxy", m_proxy.url());
        if (m_caFile.open())
            m_caFile.write(m_authority.pem());
        m_caFile.flush();
    }

    [[nodiscard]] FaultServer &server() { return m_server; }
    void giveTokens()
    {
        m_server.answer(
            QStringLiteral("/oauth/token"),
            Answer::json(
                R"({"access_token":"abc","token_type":"Bearer","expires_in":86400,"scope":"read:clients"})"));
    }
    [[nodiscard]] ConnectProxy &proxy() { return m_proxy; }
    [[nodiscard]] const CertificateAuthority &authority() const { return m_authority; }
    [[nodiscard]] QString caFile() const { return m_caFile.fileName(); }
    [[nodiscard]] static QString host() { return QStringLiteral("login.contoso.invalid"); }
    [[nodiscard]] static Tenant::Credentials credentials()
    {
        Tenant::Credentials credentials;
        credentials.domain = Tenant::Domain::parse(host())->domain;
        credentials.clientId = QStringLiteral("machine");
        credentials.clientSecret = Base::Secret(QByteArrayView("open sesame"));
        credentials.audience = QStringLiteral("https://contoso.eu.auth0.com/api/v2/");
        return credentials;
    }

private:
    CertificateAuthority m_authority{QStringLiteral("Test root")};
    FaultServer m_server{m_authority.issue({.hosts = {host()}})};
    ConnectProxy m_proxy;
    QTemporaryFile m_caFile;
};

} // namespace Tenantscope::Test
