// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/tokencopier.h"

#include "app/session/tenantsession.h"
#include "ui/settings/settingskeeper.h"
#include "ui/shared/secretclipboard.h"
#include "ui/shared/timetext.h"
#include "ui/token/productionconsent.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Tenantscope::Ui {

using OAuth::AccessToken;
using Session::CommandFormat;
using Session::TokenFormat;

namespace {

bool isRejected(const OAuth::TokenState &state)
{
    if (const auto *valid = std::get_if<OAuth::Valid>(&state))
        return valid->rejected;
    const auto *renewing = std::get_if<OAuth::Renewing>(&state);
    return renewing && renewing->rejected;
}

} // namespace

TokenCopier::TokenCopier(
    Session::TenantSession &session, SecretClipboard &clipboard, const SettingsKeeper &settings,
    QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clipboard(clipboard)
    , m_settings(settings)
{
    connect(
        &m_session, &Session::TenantSession::tokenStateChanged, this, &TokenCopier::followState);
    connect(&m_clipboard, &SecretClipboard::changed, this, &TokenCopier::followClipboard);
    connect(
        QGuiApplication::clipboard(), &QClipboard::dataChanged, this,
        &TokenCopier::followSystemClipboard);
}

void TokenCopier::setConsent(ProductionConsent *consent)
{
    m_consent = consent;
    const auto *asking = std::get_if<Asking>(&m_state);
    if (!consent && asking && asking->question == Question::Production)
        leave();
}

void TokenCopier::leave()
{
    m_state = Idle{};
    m_command.clear();
    tell({});
}

void TokenCopier::copy(Session::CopyFormat format)
{
    if (const auto *command = std::get_if<CommandFormat>(&format))
        return copyCommand(*command);
    if (!OAuth::tokenOf(m_session.tokenState()))
        return;
    m_format = std::get<TokenFormat>(format);
    if (!std::holds_alternative<Getting>(m_state))
        go();
}

void TokenCopier::copyAnyway()
{
    if (const auto *asking = std::get_if<Asking>(&m_state))
        return answer(asking->question);
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    const auto *heldBack = std::get_if<HeldBack>(&m_state);
    if (token && heldBack && token->value.fingerprint() == heldBack->fingerprint)
        take(*token);
}

QString TokenCopier::anywayText() const
{
    if (const auto *asking = std::get_if<Asking>(&m_state))
        return asking->question == Question::Production ? tr("Copy the production token")
                                                        : tr("Copy it so");
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    if (!std::holds_alternative<HeldBack>(m_state) || !token)
        return {};
    const auto remaining = token->assuredLife(m_session.clock().now());
    return remaining ? tr("Copy anyway, %1 left").arg(durationText(*remaining)) : tr("Copy anyway");
}

/// Copies the token as it was wished, or finds out what stands in the way.
void TokenCopier::go()
{
    m_state = Idle{};
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    if (!token)
        return tell({});
    if (const auto question = openQuestion())
        return ask(*question);
    if (isRejected(m_session.tokenState()))
        return holdBack(tr("Not copied: the tenant's API refuses this token (401)."));
    const auto remaining = token->assuredLife(m_session.clock().now());
    if (!remaining || *remaining >= wantedLife(*token))
        return take(*token);
    m_state = Getting{};
    tell(tr("Getting a token that lives longer…"));
    m_session.keeper().ask(
        {.leastLife = wantedLife(*token)}, this,
        [this](const Base::Result<AccessToken> &result) { receive(result); });
}

std::optional<TokenCopier::Question> TokenCopier::openQuestion() const
{
    if (m_consent && m_settings.current().asksForProduction && !m_consent->isGiven())
        return Question::Production;
    if (m_format == TokenFormat::CurlWithToken && !m_mayEnterHistory)
        return Question::ShellHistory;
    return std::nullopt;
}

void TokenCopier::ask(Question question)
{
    m_state = Asking{question};
    if (question == Question::Production)
        tell(tr(
            "This is PRODUCTION. A copied token works until it expires; nobody can take it back."));
    else
        tell(tr("This puts the token itself into a shell's history."));
}

void TokenCopier::answer(Question question)
{
    if (question == Question::Production)
        m_consent->give();
    else
        m_mayEnterHistory = true;
    go();
}

/// How long \a token must still live to be copied as it is.
std::chrono::nanoseconds TokenCopier::wantedLife(const AccessToken &token) const
{
    const std::chrono::nanoseconds least = m_settings.current().leastLife;
    const auto life = token.assuredLife(token.issuedAt);
    return life ? std::min(least, *life / 2) : least;
}

void TokenCopier::receive(const Base::Result<AccessToken> &token)
{
    if (!std::holds_alternative<Getting>(m_state))
        return; // given up meanwhile
    m_state = Idle{};
    // Another wish may have come meanwhile, and with it another question.
    if (token && openQuestion())
        return ask(*openQuestion());
    if (token)
        take(*token);
    else
        holdBack(tr("Not copied: no token that lives longer could be got."));
}

void TokenCopier::holdBack(const QString &why)
{
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    if (!token)
        return leave();
    m_state = HeldBack{token->value.fingerprint()};
    tell(why);
}

void TokenCopier::tell(const QString &text)
{
    m_text = text;
    Q_EMIT changed();
}

void TokenCopier::followState()
{
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    const auto *heldBack = std::get_if<HeldBack>(&m_state);
    const bool isGone = heldBack && (!token || token->value.fingerprint() != heldBack->fingerprint);
    if (isGone || (!token && isAsking()))
        leave();
}

} // namespace Tenantscope::Ui
