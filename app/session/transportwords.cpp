// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"
#include "app/oauth/tokenresponse.h"
#include "app/session/wording.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

/// The domain was right once: then it is rather the network.
bool isFirstContact(Doing doing)
{
    return doing == Doing::SigningIn;
}

QString checkNetwork(Doing doing)
{
    return isFirstContact(doing) ? Text::tr("Check the domain and your network, then try again.")
                                 : Text::tr("Check your network, then try again.");
}

Remedy remedyFor(Doing doing)
{
    return isFirstContact(doing) ? Remedy::EditDomain : Remedy::Retry;
}

Sentence describeCertificate(const Base::Error &error)
{
    QStringList facts;
    if (error.certificate) {
        for (const QString &problem : error.certificate->problems)
            facts.append(Base::plainLine(problem, 200));
        if (!error.certificate->issuer.isEmpty())
            facts.append(
                Text::tr("issuer %1").arg(Base::plainLine(error.certificate->issuer, 200)));
    }
    const QString host = subjectOf(error);
    const QString what = facts.isEmpty()
        ? Text::tr("The certificate of %1 is not trusted.").arg(host)
        : Text::tr("The certificate of %1 is not trusted (%2).").arg(host, facts.join(u"; "_s));
    return {
        what,
        Text::tr("Nothing was sent."),
        Text::tr("If your network inspects TLS, start with its CA: --ca-file FILE."),
        {},
        Remedy::None};
}

Sentence describeProxy(const Base::Error &error)
{
    return {
        Text::tr("The proxy %1 did not let the request through.").arg(subjectOf(error)),
        error.status == 407
            ? Text::tr(
                "It asks for a user name and a password (407), and the system has none for it.")
            : Text::tr(
                "It refused, failed, or could not be reached; nothing goes past it directly."),
        Text::tr("Check the system's proxy settings, then try again."),
        {},
        Remedy::Retry};
}

Sentence describeRedirect(const Base::Error &error)
{
    return {
        Text::tr("Redirected to %1, not followed.").arg(subjectOf(error)),
        Text::tr("The domain may be an old one, or a sign-in page stands in between."),
        Text::tr("Use the new domain if it is yours."),
        {},
        Remedy::EditDomain};
}

Sentence describeNotJson(const Base::Error &error)
{
    const QString type = error.subject.isEmpty() ? Text::tr("no content type") : subjectOf(error);
    return {
        Text::tr("This is not an Auth0 answer (%1).").arg(type),
        Text::tr("A captive portal or proxy may be in between."),
        Text::tr("Open a browser, then try again."),
        {},
        Remedy::Retry};
}

Sentence describeMalformed(const Base::Error &error, Doing doing)
{
    QString why = Text::tr("The tenant's answer is cut off or does not have the documented form.");
    if (error.detail == OAuth::TokenProblem::missing)
        why = Text::tr("The answer holds no access token.");
    else if (error.detail == OAuth::TokenProblem::tooLong)
        why = Text::tr("The access token in the answer is larger than 64 KiB.");
    return {
        opening(doing),
        why,
        Text::tr("Try again. If it stays, check that the domain is an Auth0 tenant's."),
        {},
        Remedy::Retry};
}

Sentence describeWay(const Base::Error &error, Doing doing)
{
    const QString host = subjectOf(error);
    switch (error.kind) {
    case ErrorKind::HostNotFound:
        return {
            Text::tr("%1 was not found.").arg(host),
            Text::tr("The name does not resolve."),
            isFirstContact(doing) ? Text::tr("Check the domain.") : checkNetwork(doing),
            {},
            remedyFor(doing)};
    case ErrorKind::ConnectionFailed:
        return {
            Text::tr("There is no connection to %1.").arg(host),
            Text::tr("It was refused, unreachable, or lost before anything was sent."),
            checkNetwork(doing),
            {},
            Remedy::Retry};
    case ErrorKind::ConnectTimeout:
        return {
            Text::tr("There is no connection to %1.").arg(host),
            Text::tr("It could not be established (connect, TLS) in time."),
            checkNetwork(doing),
            {},
            Remedy::Retry};
    case ErrorKind::TlsFailed:
        return {
            Text::tr("There is no secure connection to %1.").arg(host),
            Text::tr("The two sides have no TLS version (1.2 or later) or cipher in common, or the "
                     "handshake broke."),
            checkNetwork(doing),
            {},
            Remedy::Retry};
    default: // OutcomeUnknown
        return {
            Text::tr("The token request was sent, but no answer came."),
            Text::tr("It may have succeeded: then there is a token that nobody holds, and it "
                     "expires by itself."),
            Text::tr("Asking again does no harm."),
            {},
            Remedy::Retry};
    }
}

Sentence describeBody(const Base::Error &error, Doing doing)
{
    const QString tryAgain = Text::tr("Try again; if it stays, check your network.");
    switch (error.kind) {
    case ErrorKind::FirstByteTimeout:
        return {
            opening(doing),
            Text::tr("%1 took the request but did not begin to answer in time.")
                .arg(subjectOf(error)),
            tryAgain,
            {},
            Remedy::Retry};
    case ErrorKind::SilenceTimeout:
        return {
            opening(doing),
            Text::tr("The answer began, then stalled."),
            tryAgain,
            {},
            Remedy::Retry};
    case ErrorKind::WholeTimeout:
        return {
            opening(doing),
            Text::tr("The answer took too long as a whole."),
            tryAgain,
            {},
            Remedy::Retry};
    case ErrorKind::TransferBroken:
        return {
            opening(doing),
            Text::tr("The connection broke while the answer was under way."),
            tryAgain,
            {},
            Remedy::Retry};
    case ErrorKind::BodyTooLarge:
        return {
            opening(doing),
            Text::tr("The answer is larger than any of Auth0's."),
            Text::tr("Check that the domain is an Auth0 tenant's."),
            {},
            remedyFor(doing)};
    default: // EmptyAnswer
        return {
            opening(doing),
            Text::tr("The answer is empty."),
            Text::tr("Try again. If it stays, check that the domain is an Auth0 tenant's."),
            {},
            Remedy::Retry};
    }
}

} // namespace

Sentence describeTransport(const Base::Error &error, Doing doing)
{
    switch (error.kind) {
    case ErrorKind::CertificateRejected:
        return describeCertificate(error);
    case ErrorKind::ProxyFailed:
        return describeProxy(error);
    case ErrorKind::Redirected:
        return describeRedirect(error);
    case ErrorKind::NotJson:
        return describeNotJson(error);
    case ErrorKind::Malformed:
        return describeMalformed(error, doing);
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectTimeout:
    case ErrorKind::TlsFailed:
    case ErrorKind::OutcomeUnknown:
        return describeWay(error, doing);
    default:
        return describeBody(error, doing);
    }
}

} // namespace Tenantscope::Session
