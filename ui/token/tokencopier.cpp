// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/tokencopier.h"

#include "app/session/tenantsession.h"
#include "ui/shared/secretclipboard.h"
#include "ui/shared/timetext.h"
#include "ui/token/productionconsent.h"
#include "ui/token/tokenwords.h"

#include <QScopedValueRollback>

#include <utility>

namespace Tenantscope::Ui {

using OAuth::AccessToken;

namespace {

/// How long \a token must still live to be copied as it is.
std::chrono::nanoseconds wantedLife(const AccessToken &token)
{
    const std::chrono::nanoseconds least = TokenCopier::leastLife;
    const auto life = token.life();
    return life ? std::min(least, *life / 2) : least;
}

bool isRejected(const OAuth::TokenState &state)
{
    if (const auto *valid = std::get_if<OAuth::Valid>(&state))
        return valid->rejected;
    const auto *renewing = std::get_if<OAuth::Renewing>(&state);
    return renewing && renewing->rejected;
}

} // namespace

TokenCopier::TokenCopier(
    Session::TenantSession &session, SecretClipboard &clipboard, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clipboard(clipboard)
{
    connect(
        &m_session, &Session::TenantSession::tokenStateChanged, this, &TokenCopier::followState);
    connect(&m_clipboard, &SecretClipboard::changed, this, &TokenCopier::followClipboard);
}

void TokenCopier::setConsent(ProductionConsent *consent)
{
    m_consent = consent;
    if (!consent && std::exchange(m_awaitsConsent, false))
        tell({});
}

void TokenCopier::leave()
{
    m_asking = m_awaitsConsent = false;
    m_heldBack.clear();
    tell({});
}

void TokenCopier::copy()
{
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    if (!token || m_asking)
        return;
    if (m_consent && !m_consent->isGiven()) {
        m_awaitsConsent = true;
        return tell(tr(
            "This is PRODUCTION. A copied token works until it expires; nobody can take it back."));
    }
    if (isRejected(m_session.tokenState()))
        return holdBack(tr("Not copied: the tenant's API refuses this token (401)."));
    const auto remaining = token->remaining(m_session.clock().now());
    if (!remaining || *remaining >= wantedLife(*token))
        return take(*token);
    m_asking = true;
    m_heldBack.clear();
    tell(tr("Getting a token that lives longer…"));
    m_session.keeper().ask(
        {.leastLife = wantedLife(*token)}, this,
        [this](const Base::Result<AccessToken> &result) { receive(result); });
}

void TokenCopier::copyAnyway()
{
    if (std::exchange(m_awaitsConsent, false)) {
        m_consent->give();
        tell({});
        return copy();
    }
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    if (token && !m_heldBack.isEmpty() && token->value.fingerprint() == m_heldBack)
        take(*token);
}

QString TokenCopier::anywayText() const
{
    if (m_awaitsConsent)
        return tr("Copy the production token");
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    if (m_heldBack.isEmpty() || !token)
        return {};
    const auto remaining = token->remaining(m_session.clock().now());
    return remaining ? tr("Copy anyway, %1 left").arg(durationText(*remaining)) : tr("Copy anyway");
}

void TokenCopier::take(const AccessToken &token)
{
    m_heldBack.clear();
    {
        const QScopedValueRollback copying(m_copying, true);
        m_clipboard.copy(token.value, tr("Token"));
    }
    const Base::Instant now = m_session.clock().now();
    const auto remaining = token.remaining(now);
    if (!remaining || !token.expiresAt)
        return tell(tr("Copied · expiry unknown"));
    const TokenScene scene{
        .domain = {},
        .now = now,
        .wall = correctedWall(m_session.clock().wallNow(), m_session.http().clockSkew())};
    tell(
        tr("Copied · valid until %1 (%2)")
            .arg(localText(wallAt(scene, *token.expiresAt), scene.wall), durationText(*remaining)));
}

void TokenCopier::receive(const Base::Result<AccessToken> &token)
{
    if (!std::exchange(m_asking, false))
        return; // given up meanwhile
    if (token)
        take(*token);
    else
        holdBack(tr("Not copied: no token that lives longer could be got."));
}

void TokenCopier::holdBack(const QString &why)
{
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    m_heldBack = token ? token->value.fingerprint() : QString();
    tell(token ? why : QString());
}

void TokenCopier::tell(const QString &text)
{
    m_text = text;
    Q_EMIT changed();
}

void TokenCopier::followState()
{
    const AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    if (!token && std::exchange(m_awaitsConsent, false))
        tell({});
    const bool isOther = !token || token->value.fingerprint() != m_heldBack;
    if (!m_heldBack.isEmpty() && isOther) {
        m_heldBack.clear();
        tell({});
    }
}

void TokenCopier::followClipboard()
{
    // "Copied" is true as long as it is there, and not another one.
    if (!m_copying && m_heldBack.isEmpty() && !m_asking && !m_awaitsConsent)
        tell({});
}

} // namespace Tenantscope::Ui
