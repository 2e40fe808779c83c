// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/verdictwords.h"

#include "app/base/plaintext.h"

#include <QCoreApplication>

namespace Tenantscope::Session {

using namespace Qt::StringLiterals;
using Jwt::KeyProblem;
using Jwt::Reason;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

/// A name from outside, in quotes.
QString quoted(const QString &text)
{
    return Text::tr("“%1”").arg(Base::plainLine(text, 120));
}

QString inUtc(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd hh:mm:ss 'UTC'"_s);
}

/// What was not looked at although the token may say it.
QString unchecked(const Jwt::Verdict &verdict)
{
    if (!verdict.isIssuerChecked && !verdict.isAudienceChecked)
        return Text::tr("Issuer and audience were not checked: none was given.");
    if (!verdict.isIssuerChecked)
        return Text::tr("The issuer was not checked: no domain was given.");
    return verdict.isAudienceChecked ? QString()
                                     : Text::tr("The audience was not checked: none was given.");
}

/// Until when a token that was verified may be used.
QString lifeText(const Jwt::Verdict &verdict)
{
    if (!verdict.instant.isValid())
        return Text::tr("It does not say when it expires.");
    if (verdict.expiredFor)
        return Text::tr("It expired %1 s ago, at %2, which the leeway allows.")
            .arg(QString::number(verdict.expiredFor->count()), inUtc(verdict.instant));
    return Text::tr("It is valid until %1.").arg(inUtc(verdict.instant));
}

QString verifiedText(const Jwt::Verdict &verdict)
{
    const QString key = verdict.keyId.isEmpty() ? verdict.thumbprint : verdict.keyId;
    QString text = Text::tr("The signature is right, by %1 with key %2.")
                       .arg(verdict.algorithm, quoted(key));
    text += u' ' + lifeText(verdict);
    const QString rest = unchecked(verdict);
    return rest.isEmpty() ? text : QString(text + u' ' + rest);
}

QString malformedText(const QString &part)
{
    const struct
    {
        QLatin1StringView part;
        QString text;
    } texts[] = {
        {Jwt::Part::size, Text::tr("It is longer than 64 KiB.")},
        {Jwt::Part::parts, Text::tr("It does not have the three parts of a signed token.")},
        {Jwt::Part::header, Text::tr("Its header is damaged.")},
        {Jwt::Part::payload, Text::tr("Its payload is damaged.")},
        {Jwt::Part::signature,
         Text::tr(
             "Its signature is damaged: characters are missing, or stand there that have no place in it.")},
        {Jwt::Part::claims,
         Text::tr("What was signed is no JSON object, so that it makes no claims.")},
        {Jwt::Part::alg, Text::tr("Its header names no algorithm.")},
        {Jwt::Part::kid, Text::tr("The name of its key, kid in the header, is no text.")},
        {Jwt::Part::crit, Text::tr("The list crit in its header is malformed.")},
    };
    for (const auto &known : texts) {
        if (part == known.part)
            return known.text;
    }
    return Text::tr("It is malformed.");
}

QString issuerText(const Jwt::Verdict &verdict)
{
    return verdict.detail.isEmpty()
        ? Text::tr("It names no issuer; %1 is expected.").arg(quoted(verdict.expected))
        : Text::tr("It was issued by %1, and %2 is expected.")
              .arg(quoted(verdict.detail), quoted(verdict.expected));
}

QString audienceText(const Jwt::Verdict &verdict)
{
    return verdict.detail.isEmpty()
        ? Text::tr("It names no audience; %1 is expected.").arg(quoted(verdict.expected))
        : Text::tr("It is for the audience %1, and %2 is expected.")
              .arg(quoted(verdict.detail), quoted(verdict.expected));
}

QString noKeyText(const Jwt::Verdict &verdict)
{
    return verdict.keyId.isEmpty()
        ? Text::tr("It names no key, and none of those there serves %1.")
              .arg(quoted(verdict.algorithm))
        : Text::tr("There is no key %1: another tenant's token, or a key that was rotated away.")
              .arg(quoted(verdict.keyId));
}

QString unusableKeyText(const Jwt::Verdict &verdict)
{
    return Text::tr("Its key %1 cannot be used: %2.")
        .arg(
            quoted(verdict.keyId),
            keyProblemText(verdict.keyProblem.value_or(KeyProblem::Malformed)));
}

} // namespace

QString outcomeText(Jwt::Outcome outcome)
{
    switch (outcome) {
    case Jwt::Outcome::Decoded:
        return Text::tr("Decoded");
    case Jwt::Outcome::Verified:
        return Text::tr("Verified");
    case Jwt::Outcome::Invalid:
        return Text::tr("Invalid");
    case Jwt::Outcome::Unverifiable:
        return Text::tr("Not verifiable");
    }
    Q_UNREACHABLE();
}

QString verdictText(const Jwt::Verdict &verdict)
{
    switch (verdict.reason) {
    case Reason::NotAsked:
        return Text::tr("The signature was not checked.");
    case Reason::AllChecked:
        return verifiedText(verdict);
    case Reason::WrongSignature:
        return Text::tr(
            "The signature is wrong: the token was altered, or another tenant signed it.");
    case Reason::Expired:
        return Text::tr("It expired at %1.").arg(inUtc(verdict.instant));
    case Reason::NotYetValid:
        return Text::tr("It is not valid before %1.").arg(inUtc(verdict.instant));
    case Reason::WrongIssuer:
        return issuerText(verdict);
    case Reason::WrongAudience:
        return audienceText(verdict);
    case Reason::MalformedClaim:
        return Text::tr("Its claim %1 is not of the type it has to be.")
            .arg(quoted(verdict.detail));
    case Reason::DuplicateMember:
        return Text::tr("It says %1 twice, so that readers may differ in what it says.")
            .arg(quoted(verdict.detail));
    case Reason::Malformed:
        return malformedText(verdict.detail);
    case Reason::Unsecured:
        return Text::tr("It is not signed: its algorithm is none. Anybody can write such a token.");
    case Reason::SymmetricAlgorithm:
        return Text::
            tr("It is signed by %1, with a secret that only the tenant and the application know.")
                .arg(quoted(verdict.algorithm));
    case Reason::OtherAlgorithm:
        return Text::tr("It is signed by %1, which is not checked here.")
            .arg(quoted(verdict.algorithm));
    case Reason::CriticalHeader:
        return Text::tr("Its header asks for %1, which is not understood here.")
            .arg(quoted(verdict.detail));
    case Reason::NoKeys:
        return Text::tr("There is no key to check it with.");
    case Reason::NoSuchKey:
        return noKeyText(verdict);
    case Reason::UnusableKey:
        return unusableKeyText(verdict);
    case Reason::KeyForOtherAlgorithm:
        return Text::tr("It says it is signed by %1, but its key %2 is for %3.")
            .arg(quoted(verdict.algorithm), quoted(verdict.keyId), verdict.detail);
    case Reason::Encrypted:
        return Text::tr("It is encrypted: only whom it is for can read its claims.");
    }
    Q_UNREACHABLE();
}

QString keylessObjection(QByteArrayView token)
{
    const Jwt::SignatureVerdict verdict = Jwt::verifySignature(token, {});
    return verdict.reason == Reason::NoKeys ? QString() : verdictText({verdict});
}

} // namespace Tenantscope::Session
