// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/decodecommand.h"

#include "app/cli/console.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "app/cli/tokentext.h"
#include "app/jwt/decode.h"
#include "app/session/tokeninspection.h"
#include "app/session/tokenverifier.h"
#include "app/session/verdictwords.h"

#include <QFile>

namespace Tenantscope::Cli {

DecodeCommand::DecodeCommand(
    DecodeWish wish, Base::Secret pasted, TokenCheck check, Base::Clock &clock,
    Base::Random &random, Output &output, Console &console)
    : m_wish(std::move(wish))
    , m_pasted(std::move(pasted))
    , m_check(std::move(check))
    , m_clock(clock)
    , m_random(random)
    , m_output(output)
    , m_console(console)
{
}

DecodeCommand::~DecodeCommand() = default;

void DecodeCommand::start()
{
    const std::optional<Jwt::FoundToken> found = Jwt::findToken(m_pasted.reveal());
    m_pasted.clear();
    if (!found)
        return refuse(Text::tr("There is no token in what came on standard input."));
    if (found->form == Jwt::TokenForm::Opaque)
        return refuse(Text::tr("This is an opaque token, or a part of one, and no JWT: only the "
                               "tenant knows what it stands for."));
    m_token = found->token;
    if (found->form == Jwt::TokenForm::Jwe)
        return print(Jwt::verify(m_token.reveal(), {}, {.now = m_clock.wallNow()}));
    if (m_wish.checks())
        return m_check.jwksFile.isEmpty() ? checkOnline() : checkOffline();
    if (!Jwt::decodeUnsigned(m_token.reveal()))
        return refuse(Text::tr("This is signed, but no JWT: what was signed is no JSON object."));
    if (const QString objection = Session::keylessObjection(m_token.reveal()); !objection.isEmpty())
        m_console.note(objection);
    print({});
}

void DecodeCommand::refuse(const QString &why, ExitCode code)
{
    m_console.fail(why);
    Q_EMIT finished(code);
}

void DecodeCommand::checkOffline()
{
    QFile file(m_check.jwksFile);
    if (!file.open(QFile::ReadOnly))
        return refuse(Text::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    const QByteArray body = file.read(Jwt::largestKeySet + 1);
    if (file.error() != QFile::NoError)
        return refuse(Text::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    const Base::Result<Jwt::KeySet> keys = Jwt::readKeySet(body);
    if (!keys)
        return refuse(Text::tr("%1 is no JWKS: %2.")
                          .arg(file.fileName(), Session::keySetRuleText(keys.error().detail)));
    print(Jwt::verify(
        m_token.reveal(), *keys,
        Session::expectedOf(m_check.domain, m_check.audience, m_clock.wallNow())));
}

void DecodeCommand::checkOnline()
{
    m_console.progress(Text::tr("Asking %1 for its keys…").arg(m_check.domain.text()));
    m_verifier = std::make_unique<Session::TokenVerifier>(
        m_clock, m_random, m_check.caFile, m_check.domain, m_check.audience);
    m_verifier->verify(m_token, this, [this](const Base::Result<Jwt::Verdict> &verdict) {
        m_console.clearProgress();
        noteSkew();
        if (verdict)
            return print(*verdict);
        m_console.fail(verdict.error(), Session::Doing::FetchingKeys);
        Q_EMIT finished(exitCodeFor(verdict.error().kind));
    });
}

void DecodeCommand::noteSkew()
{
    const auto skew = m_verifier->clockSkew();
    if (skew && std::chrono::abs(*skew) > Session::clockTolerance)
        m_console.note(Session::differenceText(
            {.kind = Session::TokenDifference::Kind::ClockSkew, .by = *skew}));
}

void DecodeCommand::print(const Jwt::Verdict &verdict)
{
    const QByteArrayView token = m_token.reveal();
    const QDateTime now = m_verifier ? m_verifier->now() : m_clock.wallNow();
    m_output.write(
        m_wish.format == DecodeWish::Format::Json ? tokenJson(token, verdict)
                                                  : tokenText(token, verdict, now).toUtf8());
    const bool isRight = verdict.outcome() == Jwt::Outcome::Decoded
        || verdict.outcome() == Jwt::Outcome::Verified;
    Q_EMIT finished(isRight ? ExitCode::Success : ExitCode::Refused);
}

} // namespace Tenantscope::Cli
