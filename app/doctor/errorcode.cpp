// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/doctor/errorcode.h"

#include "app/base/plaintext.h"

namespace Tenantscope::Doctor {

using namespace Qt::StringLiterals;
using Base::ErrorKind;

namespace {

constexpr qsizetype longestCode = 60;

QLatin1StringView nameOf(ErrorKind kind)
{
    // No default: a new kind must be thought about here.
    switch (kind) {
    case ErrorKind::InvalidDomain:
        return "invalid-domain"_L1;
    case ErrorKind::InvalidClientId:
        return "invalid-client-id"_L1;
    case ErrorKind::InvalidClientSecret:
        return "invalid-client-secret"_L1;
    case ErrorKind::InvalidAudience:
        return "invalid-audience"_L1;
    case ErrorKind::InvalidOrganization:
        return "invalid-organization"_L1;
    case ErrorKind::InvalidPrivateKey:
        return "invalid-private-key"_L1;
    case ErrorKind::InvalidImport:
        return "invalid-import"_L1;
    case ErrorKind::InvalidCaFile:
        return "invalid-ca-file"_L1;
    case ErrorKind::InvalidProfile:
        return "invalid-profile"_L1;
    case ErrorKind::FileUnusable:
        return "file-unusable"_L1;
    case ErrorKind::FileTooNew:
        return "file-too-new"_L1;
    case ErrorKind::InvalidSnapshot:
        return "invalid-snapshot"_L1;
    case ErrorKind::KeychainFailed:
        return "keychain-failed"_L1;
    case ErrorKind::ReadOnly:
        return "read-only"_L1;
    case ErrorKind::HostNotFound:
        return "host-not-found"_L1;
    case ErrorKind::ConnectionFailed:
        return "connection-failed"_L1;
    case ErrorKind::ConnectTimeout:
        return "connect-timeout"_L1;
    case ErrorKind::FirstByteTimeout:
        return "first-byte-timeout"_L1;
    case ErrorKind::SilenceTimeout:
        return "silence-timeout"_L1;
    case ErrorKind::WholeTimeout:
        return "whole-timeout"_L1;
    case ErrorKind::TransferBroken:
        return "transfer-broken"_L1;
    case ErrorKind::OutcomeUnknown:
        return "outcome-unknown"_L1;
    case ErrorKind::TlsFailed:
        return "tls-failed"_L1;
    case ErrorKind::CertificateRejected:
        return "certificate-rejected"_L1;
    case ErrorKind::ProxyFailed:
        return "proxy-failed"_L1;
    case ErrorKind::Redirected:
        return "redirected"_L1;
    case ErrorKind::BodyTooLarge:
        return "body-too-large"_L1;
    case ErrorKind::NotJson:
        return "not-json"_L1;
    case ErrorKind::Malformed:
        return "malformed"_L1;
    case ErrorKind::EmptyAnswer:
        return "empty-answer"_L1;
    case ErrorKind::TokenRefused:
        return "token-refused"_L1;
    case ErrorKind::TokenUnusable:
        return "token-unusable"_L1;
    case ErrorKind::Unauthorized:
        return "unauthorized"_L1;
    case ErrorKind::MissingScope:
        return "missing-scope"_L1;
    case ErrorKind::Forbidden:
        return "forbidden"_L1;
    case ErrorKind::NotFound:
        return "not-found"_L1;
    case ErrorKind::RateLimited:
        return "rate-limited"_L1;
    case ErrorKind::ServerFailed:
        return "server-failed"_L1;
    case ErrorKind::UnexpectedStatus:
        return "unexpected-status"_L1;
    case ErrorKind::ListChanged:
        return "list-changed"_L1;
    case ErrorKind::ListEndless:
        return "list-endless"_L1;
    case ErrorKind::NotManagementAudience:
        return "not-management-audience"_L1;
    case ErrorKind::NoToken:
        return "no-token"_L1;
    case ErrorKind::Cancelled:
        return "cancelled"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

QString codeOf(const Base::Error &error)
{
    return error.code.isEmpty() ? QString(nameOf(error.kind))
                                : Base::plainLine(error.code, longestCode);
}

QString codeOf(Tenant::Hint hint)
{
    using Tenant::Hint;
    switch (hint) {
    case Hint::AudienceWithoutSlash:
        return u"audience-without-slash"_s;
    case Hint::AudienceDoubledSlash:
        return u"audience-doubled-slash"_s;
    case Hint::AudienceOfAnotherTenant:
        return u"audience-of-another-tenant"_s;
    case Hint::AudienceOfAnotherHost:
        return u"audience-of-another-host"_s;
    case Hint::CustomDomainDefaultAudience:
        return u"custom-domain-default-audience"_s;
    case Hint::AudienceOfAnotherApi:
        return u"audience-of-another-api"_s;
    case Hint::SecretQuoted:
        return u"secret-quoted"_s;
    case Hint::SecretHasBlank:
        return u"secret-has-blank"_s;
    case Hint::SecretHasQuote:
        return u"secret-has-quote"_s;
    case Hint::SecretLooksLikeClientId:
        return u"secret-looks-like-client-id"_s;
    case Hint::ClientIdLooksLikeSecret:
        return u"client-id-looks-like-secret"_s;
    case Hint::QuotesDropped:
        return u"quotes-dropped"_s;
    case Hint::BlanksDropped:
        return u"blanks-dropped"_s;
    case Hint::PunycodeDomain:
        return u"punycode-domain"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Tenantscope::Doctor
