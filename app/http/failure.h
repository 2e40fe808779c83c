// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/http/retry.h"

#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslError>

namespace Tenantscope::Http {

/// What was seen of an attempt that brought no answer.
struct Failing
{
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QString words;            ///< Qt's
    QString host;             ///< with port where it is not 443
    QString proxy;            ///< "host:port"; empty: none
    bool requestSent = false; ///< the connection stood and the request was written
    int status = 0;           ///< of an answer that began
    QList<QSslError> tlsErrors;
    QSslCertificate peer;
};

/// Names the failure. \a method and \a bodySent decide whether its outcome is unknown: a token request that left may
/// have succeeded, whatever broke afterwards.
[[nodiscard]] Base::Error failureOf(const Failing &failing);
[[nodiscard]] Base::Error asOutcome(Base::Error error, Method method, bool bytesSent);

/// True when \a error merely repeats \a status, so that the answer itself arrived whole.
[[nodiscard]] bool isWholeAnswer(QNetworkReply::NetworkError error, int status);

/// The facts of a rejected certificate, for people to judge.
[[nodiscard]] Base::CertificateFacts certificateFacts(
    const QSslCertificate &certificate, const QList<QSslError> &errors);

} // namespace Tenantscope::Http
