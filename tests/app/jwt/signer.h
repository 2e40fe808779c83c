// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <memory>

struct evp_pkey_st;

namespace Tenantscope::Test {

/// Signs tokens of every kind, wrong ones too, with OpenSSL and none of our own code, so that the latter is not its own judge.
class Signer final
{
public:
    static Signer rsa();
    static Signer ec(const char *curve = "P-256");

    /// The public half, with \a more members.
    [[nodiscard]] QJsonObject jwk(const QJsonObject &more = {}) const;
    [[nodiscard]] QByteArray publicPem() const;

    /// The signature of \a input by \a algorithm, as RFC 7518 §3 writes it. \a saltLength is for PS…; −1: as it has to be.
    [[nodiscard]] QByteArray signature(
        const QByteArray &algorithm, const QByteArray &input, int saltLength = -1) const;
    /// The same in OpenSSL's own form: DER, for EC.
    [[nodiscard]] QByteArray der(const QByteArray &algorithm, const QByteArray &input) const;
    /// The compact JWS of \a header and \a payload, texts both, signed by \a algorithm, whatever the header says.
    [[nodiscard]] QByteArray token(
        const QByteArray &header, const QByteArray &payload, const QByteArray &algorithm) const;

private:
    struct Free
    {
        void operator()(evp_pkey_st *key) const;
    };
    explicit Signer(evp_pkey_st *key);
    [[nodiscard]] QByteArray sign(
        const QByteArray &algorithm, const QByteArray &input, int saltLength) const;
    [[nodiscard]] QByteArray number(const char *name, int size) const;

    std::unique_ptr<evp_pkey_st, Free> m_key;
};

[[nodiscard]] QByteArray base64Url(const QByteArray &bytes);
/// The HMAC that HS256 puts in the place of a signature.
[[nodiscard]] QByteArray hmacSha256(const QByteArray &secret, const QByteArray &input);
/// A JWKS of \a keys.
[[nodiscard]] QByteArray keySet(const QList<QJsonObject> &keys);

} // namespace Tenantscope::Test
