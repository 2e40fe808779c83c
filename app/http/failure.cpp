// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/failure.h"

#include <QCryptographicHash>
#include <QStringBuilder>

using namespace Qt::StringLiterals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;

namespace Tenantscope::Http {

namespace {

/// Without a connection everything is the proxy's doing when there is one.
ErrorKind beforeSent(const Failing &failing)
{
    const bool isTls = failing.error == QNetworkReply::SslHandshakeFailedError;
    if (isTls)
        return failing.tlsErrors.isEmpty() ? ErrorKind::TlsFailed : ErrorKind::CertificateRejected;
    if (!failing.proxy.isEmpty())
        return ErrorKind::ProxyFailed;
    switch (failing.error) {
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::HostNotFound;
    case QNetworkReply::TimeoutError:
        return ErrorKind::ConnectTimeout;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::ProxyFailed;
    default:
        return ErrorKind::ConnectionFailed;
    }
}

QString name(
    const QSslCertificate &certificate,
    QStringList (QSslCertificate::*info)(QSslCertificate::SubjectInfo) const)
{
    QStringList names = (certificate.*info)(QSslCertificate::CommonName);
    if (names.isEmpty())
        names = (certificate.*info)(QSslCertificate::Organization);
    return names.join(u", "_s);
}

} // namespace

Error failureOf(const Failing &failing)
{
    Error error{
        .kind = ErrorKind::TransferBroken,
        .subject = failing.host,
        .detail = failing.words,
        .status = failing.status,
    };
    if (!failing.requestSent && failing.status == 0)
        error.kind = beforeSent(failing);
    if (error.kind == ErrorKind::ProxyFailed)
        error.subject = failing.proxy;
    if (failing.error == QNetworkReply::ProxyAuthenticationRequiredError)
        error.status = 407;
    if (error.kind == ErrorKind::CertificateRejected)
        error.certificate = certificateFacts(failing.peer, failing.tlsErrors);
    return error;
}

Error asOutcome(Error error, Method method, bool bytesSent)
{
    if (method == Method::Get || !bytesSent)
        return error;
    switch (error.kind) {
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectTimeout:
    case ErrorKind::FirstByteTimeout:
    case ErrorKind::SilenceTimeout:
    case ErrorKind::WholeTimeout:
    case ErrorKind::TransferBroken:
    case ErrorKind::ProxyFailed:
        error.kind = ErrorKind::OutcomeUnknown;
        break;
    default:
        break;
    }
    return error;
}

bool isWholeAnswer(QNetworkReply::NetworkError error, int status)
{
    if (status == 0)
        return false;
    if (error == QNetworkReply::NoError)
        return true;
    // Qt rewinds a body for 307 and 308 though it is told to follow none; that it could not is no matter.
    if (error == QNetworkReply::ContentReSendError)
        return status >= 300 && status < 400;
    if (status < 400)
        return false;
    // Below: the connection's; from 301 to 399: the protocol's, of which 302 stands for status 400 and 418.
    return error == QNetworkReply::ProtocolInvalidOperationError
        || error == QNetworkReply::ProxyAuthenticationRequiredError || (error > 200 && error < 300)
        || error > 400;
}

Base::CertificateFacts certificateFacts(
    const QSslCertificate &certificate, const QList<QSslError> &errors)
{
    // Without a chain Qt still tells which certificate an error is about.
    const QSslCertificate &judged = certificate.isNull() && !errors.isEmpty()
        ? errors.first().certificate()
        : certificate;
    Base::CertificateFacts facts;
    facts.subject = name(judged, &QSslCertificate::subjectInfo);
    facts.issuer = name(judged, &QSslCertificate::issuerInfo);
    facts.notBefore = judged.effectiveDate().toUTC();
    facts.notAfter = judged.expiryDate().toUTC();
    facts.sha256 = QString::fromLatin1(judged.digest(QCryptographicHash::Sha256).toHex());
    for (const QSslError &error : errors) {
        if (!facts.problems.contains(error.errorString()))
            facts.problems.append(error.errorString());
    }
    return facts;
}

} // namespace Tenantscope::Http
