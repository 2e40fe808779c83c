// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/sentence.h"

#include "app/base/plaintext.h"
#include "app/http/redaction.h"
#include "app/session/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Base::ErrorKind;

namespace {

constexpr qsizetype longestSubject = 200;
constexpr qsizetype longestWords = 500;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

QString outside(const QString &text, qsizetype limit)
{
    return Base::plainLine(Http::redactedMessage(text), limit);
}

/// A closed list: a kind that is added does not compile before it is worded.
Sentence worded(const Base::Error &error, Doing doing)
{
    switch (error.kind) {
    case ErrorKind::InvalidDomain:
    case ErrorKind::InvalidClientId:
    case ErrorKind::InvalidClientSecret:
    case ErrorKind::InvalidAudience:
    case ErrorKind::InvalidOrganization:
    case ErrorKind::InvalidPrivateKey:
    case ErrorKind::InvalidImport:
    case ErrorKind::InvalidCaFile:
    case ErrorKind::ReadOnly:
        return describeInput(error);
    case ErrorKind::InvalidProfile:
    case ErrorKind::FileUnusable:
    case ErrorKind::FileTooNew:
    case ErrorKind::InvalidSnapshot:
    case ErrorKind::KeychainFailed:
        return describeKept(error);
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectTimeout:
    case ErrorKind::FirstByteTimeout:
    case ErrorKind::SilenceTimeout:
    case ErrorKind::WholeTimeout:
    case ErrorKind::TransferBroken:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::TlsFailed:
    case ErrorKind::CertificateRejected:
    case ErrorKind::ProxyFailed:
    case ErrorKind::Redirected:
    case ErrorKind::BodyTooLarge:
    case ErrorKind::NotJson:
    case ErrorKind::Malformed:
    case ErrorKind::EmptyAnswer:
        return describeTransport(error, doing);
    case ErrorKind::TokenRefused:
        return describeRefusal(error, doing);
    case ErrorKind::TokenUnusable:
    case ErrorKind::NoToken:
        return describeToken(error, doing);
    case ErrorKind::Unauthorized:
    case ErrorKind::MissingScope:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFailed:
    case ErrorKind::UnexpectedStatus:
        return describeAnswer(error, doing);
    case ErrorKind::ListChanged:
    case ErrorKind::ListEndless:
    case ErrorKind::NotManagementAudience:
    case ErrorKind::Cancelled:
        return describeList(error, doing);
    }
    Q_UNREACHABLE();
}

} // namespace

QString Sentence::line() const
{
    QStringList parts{what, why, now};
    parts.removeAll(QString());
    return parts.join(u' ');
}

Sentence describe(const Base::Error &error, Doing doing)
{
    Sentence sentence = worded(error, doing);
    sentence.tenantWords = outside(error.description, longestWords);
    return sentence;
}

QString opening(Doing doing)
{
    switch (doing) {
    case Doing::SigningIn:
        return Text::tr("No token could be got.");
    case Doing::Renewing:
        return Text::tr("The token could not be renewed.");
    case Doing::LoadingApplications:
        return Text::tr("Applications could not be loaded.");
    case Doing::LoadingDetails:
        return Text::tr("The details could not be loaded.");
    case Doing::ReadingSecret:
        return Text::tr("The client secret could not be read.");
    case Doing::LoadingGrants:
        return Text::tr("The client grants could not be loaded.");
    case Doing::FetchingKeys:
        return Text::tr("The tenant's keys could not be fetched.");
    }
    Q_UNREACHABLE();
}

std::optional<Sentence> caused(std::span<const Cause> causes, const Base::Error &error, Doing doing)
{
    const auto isKnownBy = [&error](const Cause &cause) {
        const bool hasCode = cause.code.isEmpty()
            || error.code.compare(cause.code, Qt::CaseInsensitive) == 0;
        return hasCode && (cause.words.isEmpty() || says(error, cause.words));
    };
    const auto cause = std::find_if(causes.begin(), causes.end(), isKnownBy);
    if (cause == causes.end())
        return std::nullopt;
    return Sentence{
        .what = opening(doing),
        .why = Text::tr(cause->why).arg(statusAndCode(error)),
        .now = Text::tr(cause->now),
        .tenantWords = {},
        .remedy = cause->remedy,
        .page = cause->page};
}

QString subjectOf(const Base::Error &error)
{
    return error.subject.isEmpty() ? Text::tr("the tenant")
                                   : outside(error.subject, longestSubject);
}

QString statusAndCode(const Base::Error &error)
{
    QStringList parts;
    if (error.status != 0)
        parts.append(QString::number(error.status));
    if (!error.code.isEmpty())
        parts.append(outside(error.code, longestSubject));
    return parts.isEmpty() ? Text::tr("no status") : parts.join(u' ');
}

bool says(const Base::Error &error, QLatin1StringView words)
{
    return error.description.contains(words, Qt::CaseInsensitive);
}

} // namespace Tenantscope::Session
