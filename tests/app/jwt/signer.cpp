// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "signer.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace Tenantscope::Test {

using namespace Qt::StringLiterals;

namespace {

/// "ES512" is by SHA-512, and so on.
const EVP_MD *digestOf(const QByteArray &algorithm)
{
    if (algorithm.endsWith("384"))
        return EVP_sha384();
    return algorithm.endsWith("512") ? EVP_sha512() : EVP_sha256();
}

} // namespace

void Signer::Free::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

Signer::Signer(evp_pkey_st *key)
    : m_key(key)
{
    Q_ASSERT(key);
}

Signer Signer::rsa()
{
    return Signer(EVP_RSA_gen(2048));
}

Signer Signer::ec(const char *curve)
{
    return Signer(EVP_EC_gen(curve));
}

QJsonObject Signer::jwk(const QJsonObject &more) const
{
    QJsonObject jwk;
    const auto insert = [&](const QString &name, const char *parameter, int size) {
        jwk.insert(name, QString::fromLatin1(base64Url(number(parameter, size))));
    };
    if (EVP_PKEY_get_base_id(m_key.get()) == EVP_PKEY_RSA) {
        jwk.insert(u"kty"_s, u"RSA"_s);
        insert(u"n"_s, OSSL_PKEY_PARAM_RSA_N, 0);
        insert(u"e"_s, OSSL_PKEY_PARAM_RSA_E, 0);
    } else {
        jwk.insert(u"kty"_s, u"EC"_s);
        jwk.insert(u"crv"_s, u"P-256"_s);
        insert(u"x"_s, OSSL_PKEY_PARAM_EC_PUB_X, 32);
        insert(u"y"_s, OSSL_PKEY_PARAM_EC_PUB_Y, 32);
    }
    for (auto member = more.begin(); member != more.end(); ++member)
        jwk.insert(member.key(), member.value());
    return jwk;
}

QByteArray Signer::publicPem() const
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PUBKEY(bio, m_key.get());
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio, &text);
    const QByteArray pem(text, size);
    BIO_free(bio);
    return pem;
}

QByteArray Signer::signature(
    const QByteArray &algorithm, const QByteArray &input, int saltLength) const
{
    const QByteArray form = sign(algorithm, input, saltLength);
    if (!algorithm.startsWith("ES"))
        return form;
    const auto *at = reinterpret_cast<const unsigned char *>(form.constData());
    ECDSA_SIG *pair = d2i_ECDSA_SIG(nullptr, &at, form.size());
    QByteArray sides(64, '\0');
    auto *to = reinterpret_cast<unsigned char *>(sides.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), to, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), to + 32, 32);
    ECDSA_SIG_free(pair);
    return sides;
}

QByteArray Signer::der(const QByteArray &algorithm, const QByteArray &input) const
{
    return sign(algorithm, input, -1);
}

QByteArray Signer::token(
    const QByteArray &header, const QByteArray &payload, const QByteArray &algorithm) const
{
    const QByteArray input = base64Url(header) + '.' + base64Url(payload);
    return input + '.' + base64Url(signature(algorithm, input));
}

QByteArray Signer::sign(const QByteArray &algorithm, const QByteArray &input, int saltLength) const
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_PKEY_CTX *padding = nullptr;
    EVP_DigestSignInit(context, &padding, digestOf(algorithm), nullptr, m_key.get());
    if (algorithm.startsWith("PS")) {
        EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING);
        EVP_PKEY_CTX_set_rsa_pss_saltlen(padding, saltLength); // −1: the digest's
    }
    const auto *bytes = reinterpret_cast<const unsigned char *>(input.constData());
    size_t size = 0;
    EVP_DigestSign(context, nullptr, &size, bytes, size_t(input.size()));
    QByteArray signature(qsizetype(size), '\0');
    const int ok = EVP_DigestSign(
        context, reinterpret_cast<unsigned char *>(signature.data()), &size, bytes,
        size_t(input.size()));
    EVP_MD_CTX_free(context);
    Q_ASSERT(ok == 1);
    Q_UNUSED(ok)
    signature.truncate(qsizetype(size));
    return signature;
}

QByteArray Signer::number(const char *name, int size) const
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(m_key.get(), name, &value);
    QByteArray bytes(size ? size : BN_num_bytes(value), '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char *>(bytes.data()), int(bytes.size()));
    BN_free(value);
    return bytes;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray hmacSha256(const QByteArray &secret, const QByteArray &input)
{
    return QMessageAuthenticationCode::hash(input, secret, QCryptographicHash::Sha256);
}

QByteArray keySet(const QList<QJsonObject> &keys)
{
    QJsonArray list;
    for (const QJsonObject &key : keys)
        list.append(key);
    return QJsonDocument(QJsonObject{{u"keys"_s, list}}).toJson(QJsonDocument::Compact);
}

} // namespace Tenantscope::Test
