// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/reasons.h"

#include "app/session/sentence.h"

namespace Tenantscope::Ui {

using Base::ErrorKind;
using Session::Remedy;

namespace {

/// Gives the functions of this file a context for translators.
class Reasons final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::Reasons)

public:
    static QString of(const Base::Error &error)
    {
        switch (error.kind) {
        case ErrorKind::HostNotFound:
            return tr("host not found");
        case ErrorKind::ConnectionFailed:
        case ErrorKind::ConnectTimeout:
            return tr("no connection");
        case ErrorKind::FirstByteTimeout:
        case ErrorKind::SilenceTimeout:
        case ErrorKind::WholeTimeout:
        case ErrorKind::OutcomeUnknown:
            return tr("no answer");
        case ErrorKind::TransferBroken:
            return tr("connection broke");
        case ErrorKind::TlsFailed:
            return tr("no secure connection");
        case ErrorKind::CertificateRejected:
            return tr("certificate not trusted");
        case ErrorKind::ProxyFailed:
            return tr("proxy refused");
        case ErrorKind::Redirected:
            return tr("redirected");
        case ErrorKind::RateLimited:
            return tr("asked to wait, 429");
        case ErrorKind::ServerFailed:
            return tr("server error %1").arg(error.status);
        case ErrorKind::TokenRefused:
            return tr("refused");
        default:
            return tr("unusable answer");
        }
    }

    static QString ofRefusal(const Base::Error &error)
    {
        const Session::Sentence sentence = Session::describe(error, Session::Doing::SigningIn);
        switch (sentence.remedy) {
        case Remedy::EditAudience:
            return error.status == 403 ? tr("the tenant knows no API with this audience")
                                       : tr("the tenant misses a part of the request");
        case Remedy::EditClient:
            if (error.status == 401)
                return tr("client ID or client secret is wrong");
            return error.status == 403
                ? tr("this application may not use the client credentials grant")
                : tr("this application must prove that it holds a key");
        default:
            return sentence.page == Tenant::DashboardPage::Apis
                ? tr("this application has no client grant for the Management API")
                : tr("the tenant gives no token (%1)").arg(error.status);
        }
    }
};

} // namespace

QString briefReason(const Base::Error &error)
{
    return Reasons::of(error);
}

QString refusalReason(const Base::Error &error)
{
    return Reasons::ofRefusal(error);
}

bool isNetworkTrouble(const Base::Error &error)
{
    switch (error.kind) {
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectTimeout:
        return true;
    default:
        return false;
    }
}

} // namespace Tenantscope::Ui
