// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "tests/support/certificates.h"

#include <QHostAddress>
#include <QRandomGenerator>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Tenantscope::Test {

namespace {

template<auto Free>
struct Freed
{
    template<typename Type>
    void operator()(Type *pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO_free>>;

Key newKey()
{
    return Key(EVP_EC_gen("P-256"));
}

QByteArray contents(const Memory &memory)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return QByteArray(data, size);
}

Identity identity(const Certificate &certificate, const Key &key)
{
    const Memory certificatePem(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(certificatePem.get(), certificate.get());
    const Memory keyPem(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return {contents(certificatePem), contents(keyPem)};
}

Certificate readCertificate(const QByteArray &pem)
{
    const Memory memory(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Certificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
}

Key readKey(const QByteArray &pem)
{
    const Memory memory(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return Key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr));
}

void addExtension(X509 *certificate, int id, const QByteArray &value)
{
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, id, value.constData());
    Q_ASSERT(extension);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void setTime(ASN1_TIME *time, const QDateTime &date)
{
    ASN1_TIME_set(time, date.toSecsSinceEpoch());
}

/// A certificate without extensions and signature.
Certificate blank(const QString &name, const CertificateOrder &order, const Key &key)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set_uint64(
        X509_get_serialNumber(certificate.get()), QRandomGenerator::global()->generate64() >> 1);
    setTime(X509_getm_notBefore(certificate.get()), order.notBefore);
    setTime(X509_getm_notAfter(certificate.get()), order.notAfter);
    X509_set_pubkey(certificate.get(), key.get());
    const QByteArray utf8 = name.toUtf8();
    X509_NAME_add_entry_by_txt(
        X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char *>(utf8.constData()), int(utf8.size()), -1, 0);
    return certificate;
}

QByteArray alternativeNames(const QStringList &hosts)
{
    QByteArrayList names;
    for (const QString &host : hosts) {
        const bool isAddress = QHostAddress().setAddress(host);
        names.append((isAddress ? "IP:" : "DNS:") + host.toLatin1());
    }
    return names.join(',');
}

Certificate leaf(const CertificateOrder &order, const Key &key)
{
    Certificate certificate = blank(order.hosts.value(0), order, key);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), NID_ext_key_usage, "serverAuth");
    if (!order.hosts.isEmpty())
        addExtension(certificate.get(), NID_subject_alt_name, alternativeNames(order.hosts));
    return certificate;
}

} // namespace

QSslCertificate Identity::certificate() const
{
    return QSslCertificate(certificatePem, QSsl::Pem);
}

QSslKey Identity::key() const
{
    return QSslKey(keyPem, QSsl::Ec, QSsl::Pem);
}

CertificateAuthority::CertificateAuthority(const QString &name)
{
    const Key key = newKey();
    const Certificate root = blank(name, {}, key);
    X509_set_issuer_name(root.get(), X509_get_subject_name(root.get()));
    addExtension(root.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(root.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    X509_sign(root.get(), key.get(), EVP_sha256());
    m_root = identity(root, key);
}

Identity CertificateAuthority::issue(const CertificateOrder &order) const
{
    const Key key = newKey();
    const Certificate certificate = leaf(order, key);
    const Certificate root = readCertificate(m_root.certificatePem);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(root.get()));
    X509_sign(certificate.get(), readKey(m_root.keyPem).get(), EVP_sha256());
    return identity(certificate, key);
}

Identity selfSigned(const CertificateOrder &order)
{
    const Key key = newKey();
    const Certificate certificate = leaf(order, key);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return identity(certificate, key);
}

} // namespace Tenantscope::Test
