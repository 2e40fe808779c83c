// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/sign.h"

#include "app/jwt/base64url.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;
using Base::ErrorKind;
using Base::failure;
using Base::Result;
using Base::SigningAlgorithm;

namespace {

/// Frees OpenSSL's handles: `std::unique_ptr<EVP_PKEY, Free>`.
struct Free
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(BIGNUM *number) const { BN_free(number); }
};

constexpr int smallestKey = 2048;

/// What OpenSSL complained of last; empties its queue, which belongs to the thread.
QString opensslReason()
{
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    const char *reason = code ? ERR_reason_error_string(code) : nullptr;
    return QString::fromLatin1(reason ? reason : "no reason given");
}

tl::unexpected<Base::Error> badKey(const QString &why)
{
    return failure({.kind = ErrorKind::InvalidPrivateKey, .detail = why});
}

/// Answers OpenSSL's wish for a passphrase with "none", and notes in \a wasAsked that there was one: its default asks
/// on the terminal.
int noPassphrase(char *, int, int, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

/// Makes \a context ready to sign with \a key by \a algorithm. True when OpenSSL is.
bool beginSigning(EVP_MD_CTX *context, EVP_PKEY *key, SigningAlgorithm algorithm)
{
    const EVP_MD *digest = algorithm == SigningAlgorithm::Rs384 ? EVP_sha384() : EVP_sha256();
    EVP_PKEY_CTX *padding = nullptr; // the context's own
    if (EVP_DigestSignInit(context, &padding, digest, nullptr, key) != 1)
        return false;
    if (algorithm != SigningAlgorithm::Ps256)
        return true;
    // MGF1 hashes as the digest does unless told, which is what RFC 7518 §3.5 wants.
    return EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(padding, RSA_PSS_SALTLEN_DIGEST) == 1;
}

/// The public number called \a name in base64url, big-endian without leading zeros (RFC 7518 §6.3.1).
QString publicNumber(const EVP_PKEY *key, const char *name)
{
    BIGNUM *raw = nullptr;
    if (!EVP_PKEY_get_bn_param(key, name, &raw))
        return {};
    const std::unique_ptr<BIGNUM, Free> number(raw);
    QByteArray bytes(BN_num_bytes(number.get()), Qt::Uninitialized);
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char *>(bytes.data()));
    return QString::fromLatin1(base64UrlEncode(bytes));
}

/// RFC 7638 §3: the required members in alphabetical order, no blanks.
QString thumbprint(const QString &exponent, const QString &modulus)
{
    const QJsonObject members{{u"e"_s, exponent}, {u"kty"_s, u"RSA"_s}, {u"n"_s, modulus}};
    const QByteArray json = QJsonDocument(members).toJson(QJsonDocument::Compact);
    const QByteArray hash = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    return QString::fromLatin1(base64UrlEncode(hash));
}

QByteArray part(const QJsonObject &object)
{
    return base64UrlEncode(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

class SigningKey::Private
{
public:
    explicit Private(std::unique_ptr<EVP_PKEY, Free> evpKey)
        : key(std::move(evpKey))
        , modulus(publicNumber(key.get(), OSSL_PKEY_PARAM_RSA_N))
        , exponent(publicNumber(key.get(), OSSL_PKEY_PARAM_RSA_E))
        , keyId(thumbprint(exponent, modulus))
    {
    }

    const std::unique_ptr<EVP_PKEY, Free> key;
    const QString modulus;
    const QString exponent;
    const QString keyId;
};

SigningKey::SigningKey(std::unique_ptr<Private> privateKey)
    : d(std::move(privateKey))
{
}

SigningKey::SigningKey(SigningKey &&other) noexcept = default;
SigningKey &SigningKey::operator=(SigningKey &&other) noexcept = default;
SigningKey::~SigningKey() = default;

Result<SigningKey> SigningKey::generateRsa2048()
{
    std::unique_ptr<EVP_PKEY, Free> key(EVP_RSA_gen(smallestKey));
    if (!key)
        return badKey(opensslReason());
    return SigningKey(std::make_unique<Private>(std::move(key)));
}

Result<SigningKey> SigningKey::fromPem(QByteArrayView pem)
{
    if (pem.isEmpty() || pem.size() > longestPem)
        return badKey(KeyRule::notPem);
    const std::unique_ptr<BIO, Free> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    bool isEncrypted = false;
    std::unique_ptr<EVP_PKEY, Free> key(
        bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, &isEncrypted) : nullptr);
    ERR_clear_error(); // OpenSSL's words for these tell nobody anything
    if (!key)
        return badKey(isEncrypted ? KeyRule::encrypted : KeyRule::notPem);
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return badKey(KeyRule::notRsa);
    if (EVP_PKEY_get_bits(key.get()) < smallestKey)
        return badKey(KeyRule::tooShort);
    return SigningKey(std::make_unique<Private>(std::move(key)));
}

QString SigningKey::keyId() const
{
    return d->keyId;
}

QJsonObject SigningKey::publicJwk() const
{
    return {{u"kty"_s, u"RSA"_s}, {u"use"_s, u"sig"_s}, {u"alg"_s, u"RS256"_s},
            {u"kid"_s, d->keyId}, {u"n"_s, d->modulus}, {u"e"_s, d->exponent}};
}

Result<QByteArray> SigningKey::sign(
    const QJsonObject &header, const QJsonObject &claims, SigningAlgorithm algorithm) const
{
    QJsonObject ownHeader = header;
    ownHeader.insert("alg"_L1, nameOf(algorithm));
    const QByteArray input = part(ownHeader) + '.' + part(claims);
    const auto *bytes = reinterpret_cast<const unsigned char *>(input.constData());
    const auto size = static_cast<size_t>(input.size());

    const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    size_t signatureSize = 0;
    if (!context || !beginSigning(context.get(), d->key.get(), algorithm)
        || EVP_DigestSign(context.get(), nullptr, &signatureSize, bytes, size) != 1)
        return badKey(opensslReason());
    QByteArray signature(static_cast<qsizetype>(signatureSize), Qt::Uninitialized);
    if (EVP_DigestSign(
            context.get(), reinterpret_cast<unsigned char *>(signature.data()), &signatureSize,
            bytes, size)
        != 1)
        return badKey(opensslReason());
    signature.truncate(static_cast<qsizetype>(signatureSize));
    const QByteArray token = input + '.' + base64UrlEncode(signature);
    return token;
}

} // namespace Tenantscope::Jwt
