// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/evpkey.h"

#include <QByteArray>
#include <QScopeGuard>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace Tenantscope::Jwt {

namespace {

constexpr qsizetype coordinateSize = 32; // of P-256, and of its order

/// Frees OpenSSL's handles: `std::unique_ptr<EVP_MD_CTX, FreeHandle>`.
struct FreeHandle
{
    void operator()(BIGNUM *number) const { BN_free(number); }
    void operator()(ECDSA_SIG *signature) const { ECDSA_SIG_free(signature); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    void operator()(EVP_PKEY_CTX *context) const { EVP_PKEY_CTX_free(context); }
    void operator()(OSSL_PARAM_BLD *builder) const { OSSL_PARAM_BLD_free(builder); }
    void operator()(OSSL_PARAM *parameters) const { OSSL_PARAM_free(parameters); }
};
template<typename T>
using Handle = std::unique_ptr<T, FreeHandle>;

const unsigned char *bytesOf(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

BIGNUM *numberIn(QByteArrayView bytes)
{
    return BN_bin2bn(bytesOf(bytes), static_cast<int>(bytes.size()), nullptr);
}

/// Empties OpenSSL's queue of complaints at the end of a scope: it belongs to the thread, and TLS reads it too.
auto quietly()
{
    return qScopeGuard([] { ERR_clear_error(); });
}

EVP_PKEY *makeKey(const char *type, OSSL_PARAM_BLD *builder)
{
    const Handle<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder));
    const Handle<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return key;
}

bool isPss(Algorithm algorithm)
{
    return algorithm == Algorithm::Ps256 || algorithm == Algorithm::Ps384
        || algorithm == Algorithm::Ps512;
}

const EVP_MD *digestOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::Rs256:
    case Algorithm::Ps256:
    case Algorithm::Es256:
        return EVP_sha256();
    case Algorithm::Rs384:
    case Algorithm::Ps384:
        return EVP_sha384();
    case Algorithm::Rs512:
    case Algorithm::Ps512:
        return EVP_sha512();
    }
    Q_UNREACHABLE();
}

/// r and s side by side (RFC 7518 §3.4) in the DER form that OpenSSL reads. That both lie between 0 and the order is
/// for OpenSSL to see. Empty: it is out of memory.
QByteArray derOf(QByteArrayView sides)
{
    const Handle<ECDSA_SIG> signature(ECDSA_SIG_new());
    Handle<BIGNUM> r(numberIn(sides.first(coordinateSize)));
    Handle<BIGNUM> s(numberIn(sides.sliced(coordinateSize)));
    if (!signature || !r || !s || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1)
        return {};
    static_cast<void>(r.release()); // the signature's now
    static_cast<void>(s.release());
    const int size = i2d_ECDSA_SIG(signature.get(), nullptr);
    QByteArray der(std::max(size, 0), Qt::Uninitialized);
    auto *end = reinterpret_cast<unsigned char *>(der.data());
    return i2d_ECDSA_SIG(signature.get(), &end) == size ? der : QByteArray();
}

bool beginVerifying(EVP_MD_CTX *context, EVP_PKEY *key, Algorithm algorithm)
{
    EVP_PKEY_CTX *padding = nullptr; // the context's own
    if (EVP_DigestVerifyInit(context, &padding, digestOf(algorithm), nullptr, key) != 1)
        return false;
    if (!isPss(algorithm))
        return true;
    // MGF1 hashes as the digest does unless told. The salt's length is fixed: left to OpenSSL it would take any.
    return EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING) == 1
        && EVP_PKEY_CTX_set_rsa_pss_saltlen(padding, RSA_PSS_SALTLEN_DIGEST) == 1;
}

} // namespace

void EvpKey::Free::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

EvpKey::EvpKey(evp_pkey_st *key)
    : m_key(key)
{
}

std::optional<EvpKey> EvpKey::fromRsa(QByteArrayView modulus, QByteArrayView exponent)
{
    const auto guard = quietly();
    const Handle<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    const Handle<BIGNUM> n(numberIn(modulus));
    const Handle<BIGNUM> e(numberIn(exponent));
    if (!builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return std::nullopt;
    EVP_PKEY *key = makeKey("RSA", builder.get());
    return key ? std::optional(EvpKey(key)) : std::nullopt;
}

std::optional<EvpKey> EvpKey::fromP256(QByteArrayView x, QByteArrayView y)
{
    const auto guard = quietly();
    const QByteArray point = '\x04' + x.toByteArray()
        + y.toByteArray(); // uncompressed, SEC 1 §2.3.3
    const Handle<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
    if (!builder
        || OSSL_PARAM_BLD_push_utf8_string(
               builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0)
            != 1
        || OSSL_PARAM_BLD_push_octet_string(
               builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.constData(),
               static_cast<size_t>(point.size()))
            != 1)
        return std::nullopt;
    EVP_PKEY *key = makeKey("EC", builder.get()); // which looks whether the point is on the curve
    return key ? std::optional(EvpKey(key)) : std::nullopt;
}

bool EvpKey::verifies(Algorithm algorithm, QByteArrayView input, QByteArrayView signature) const
{
    const auto guard = quietly();
    const bool isEcdsa = algorithm == Algorithm::Es256;
    // RFC 8017 §8.1.2, §8.2.2 and RFC 7518 §3.4: a signature has one length, and no other.
    const qsizetype size = isEcdsa ? 2 * coordinateSize : EVP_PKEY_get_size(m_key.get());
    if (signature.size() != size)
        return false;
    const QByteArray der = isEcdsa ? derOf(signature) : QByteArray();
    const QByteArrayView form = isEcdsa ? QByteArrayView(der) : signature;
    const Handle<EVP_MD_CTX> context(EVP_MD_CTX_new());
    return context && beginVerifying(context.get(), m_key.get(), algorithm)
        && EVP_DigestVerify(
               context.get(), bytesOf(form), static_cast<size_t>(form.size()), bytesOf(input),
               static_cast<size_t>(input.size()))
        == 1;
}

} // namespace Tenantscope::Jwt
