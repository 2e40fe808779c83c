// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/certificates.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace Tenantscope::Demo {

using namespace Qt::StringLiterals;
using Base::Result;

namespace {

struct Free
{
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;

constexpr long hour = 60 * 60;
constexpr long year = 365 * 24 * hour;

tl::unexpected<Base::Error> opensslFailure()
{
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    const char *reason = code ? ERR_reason_error_string(code) : nullptr;
    return Base::failure(
        {.kind = Base::ErrorKind::TlsFailed,
         .subject = u"demo tenant's certificate"_s,
         .detail = QString::fromLatin1(reason ? reason : "no reason given")});
}

/// A random serial number, positive and of at most 63 bits.
bool setSerial(X509 *certificate)
{
    quint64 serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial) != 1)
        return false;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1) == 1;
}

bool setName(X509_NAME *name, const char *commonName)
{
    const auto *text = reinterpret_cast<const unsigned char *>(commonName);
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1;
}

bool addExtension(X509 *certificate, X509 *issuer, int identifier, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509V3_set_ctx_nodb(&context);
    const std::unique_ptr<X509_EXTENSION, Free> extension(
        X509V3_EXT_conf_nid(nullptr, &context, identifier, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// A certificate without extensions and signature. Its issuer is itself until told otherwise.
Certificate blankCertificate(EVP_PKEY *key, const char *commonName)
{
    Certificate certificate(X509_new());
    X509 *raw = certificate.get();
    const bool isDone = raw && X509_set_version(raw, X509_VERSION_3) && setSerial(raw)
        && X509_gmtime_adj(X509_getm_notBefore(raw), -hour)
        && X509_gmtime_adj(X509_getm_notAfter(raw), year) && X509_set_pubkey(raw, key)
        && setName(X509_get_subject_name(raw), commonName)
        && X509_set_issuer_name(raw, X509_get_subject_name(raw));
    return isDone ? std::move(certificate) : nullptr;
}

Certificate makeAuthority(EVP_PKEY *key)
{
    Certificate certificate = blankCertificate(
        key, "Tenantscope demo tenant, authority of one run");
    X509 *raw = certificate.get();
    const bool isDone = raw
        && addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign")
        && addExtension(raw, raw, NID_subject_key_identifier, "hash")
        && X509_sign(raw, key, EVP_sha256()) > 0;
    return isDone ? std::move(certificate) : nullptr;
}

Certificate makeServerCertificate(EVP_PKEY *key, X509 *authority, EVP_PKEY *authorityKey)
{
    Certificate certificate = blankCertificate(key, "localhost");
    X509 *raw = certificate.get();
    const bool isDone = raw && X509_set_issuer_name(raw, X509_get_subject_name(authority))
        && addExtension(raw, authority, NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(raw, authority, NID_key_usage, "critical,digitalSignature")
        && addExtension(raw, authority, NID_ext_key_usage, "serverAuth")
        && addExtension(raw, authority, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1")
        && addExtension(raw, authority, NID_subject_key_identifier, "hash")
        && addExtension(raw, authority, NID_authority_key_identifier, "keyid:always")
        && X509_sign(raw, authorityKey, EVP_sha256()) > 0;
    return isDone ? std::move(certificate) : nullptr;
}

QByteArray contents(BIO *bio)
{
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    return size > 0 ? QByteArray(bytes, size) : QByteArray();
}

QByteArray pem(X509 *certificate)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_X509(bio.get(), certificate) ? contents(bio.get()) : QByteArray();
}

QByteArray pem(EVP_PKEY *key)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    return bio && PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr)
        ? contents(bio.get())
        : QByteArray();
}

} // namespace

Result<ServerIdentity> makeServerIdentity()
{
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Certificate authority = authorityKey ? makeAuthority(authorityKey.get()) : nullptr;
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate = authority && key
        ? makeServerCertificate(key.get(), authority.get(), authorityKey.get())
        : nullptr;
    if (!certificate)
        return opensslFailure();
    return ServerIdentity{pem(authority.get()), pem(certificate.get()), pem(key.get())};
}

} // namespace Tenantscope::Demo
