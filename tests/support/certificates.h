// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>

namespace Tenantscope::Test {

/// A certificate with its key, both as PEM and as Qt's types.
struct Identity
{
    QByteArray certificatePem;
    QByteArray keyPem;

    [[nodiscard]] QSslCertificate certificate() const;
    [[nodiscard]] QSslKey key() const;
};

/// What is to stand in a certificate. Names that are IP addresses become IP entries.
struct CertificateOrder
{
    QStringList hosts; ///< subject alternative names; the first is the common name too
    QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(30);
};

/// A private CA, made on the spot with P-256 keys.
class CertificateAuthority final
{
public:
    explicit CertificateAuthority(const QString &name);

    [[nodiscard]] Identity issue(const CertificateOrder &order) const;
    /// The root alone: what --ca-file takes.
    [[nodiscard]] QByteArray pem() const { return m_root.certificatePem; }

private:
    Identity m_root;
};

[[nodiscard]] Identity selfSigned(const CertificateOrder &order);

} // namespace Tenantscope::Test
