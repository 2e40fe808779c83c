// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/secretflow.h"

#include "app/management/apicall.h"
#include "app/management/clientsecret.h"
#include "app/session/dashboard.h"
#include "app/session/tenantsession.h"
#include "ui/settings/settingskeeper.h"

#include <utility>

namespace Tenantscope::Ui {

using Session::Emptiness;
using Session::scopesFor;
using Session::whyAbsent;

namespace {

constexpr QLatin1StringView secretMember{"client_secret"};

bool isAnnounced(const SecretFlow::State &state, SecretWish wish)
{
    const auto *announced = std::get_if<SecretFlow::Announced>(&state);
    return announced && announced->wish == wish;
}

/// Why an answer to the present token would not tell a secret.
Emptiness whyAbsentNow(const Session::TenantSession &session)
{
    const OAuth::AccessToken *token = OAuth::tokenOf(session.tokenState());
    return whyAbsent(secretMember, token ? token->scopes : OAuth::ScopeSet());
}

} // namespace

SecretFlow::SecretFlow(
    Session::TenantSession &session, const SettingsKeeper &settings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
{
    // Signed out, locked, or somebody else: the secret goes with what it came by.
    connect(&m_session, &Session::TenantSession::signedInChanged, this, &SecretFlow::end);
}

SecretFlow::~SecretFlow()
{
    delete m_call;
}

void SecretFlow::setClientId(const QString &clientId)
{
    if (clientId == m_clientId)
        return;
    m_clientId = clientId;
    end();
}

void SecretFlow::announce(SecretWish wish)
{
    end();
    if (whyNot().isEmpty())
        setState(Announced{wish});
}

void SecretFlow::read()
{
    if (isAnnounced(m_state, SecretWish::Reveal))
        ask(SecretWish::Reveal);
}

void SecretFlow::compare(Base::Secret &&mine)
{
    if (!isAnnounced(m_state, SecretWish::Compare))
        return;
    m_mine = std::move(mine);
    ask(SecretWish::Compare);
}

void SecretFlow::end()
{
    delete m_call;
    m_mine.clear();
    m_hiding.cancel();
    if (!std::holds_alternative<Idle>(m_state))
        setState(Idle{});
}

void SecretFlow::conceal()
{
    const bool isAboutTo = std::holds_alternative<Asking>(m_state) && wish() == SecretWish::Reveal;
    if (isAboutTo || std::holds_alternative<Revealed>(m_state))
        end();
}

std::optional<bool> SecretFlow::hasSecret() const
{
    if (std::holds_alternative<Revealed>(m_state) || std::holds_alternative<Compared>(m_state))
        return true;
    const auto *absent = std::get_if<Absent>(&m_state);
    return absent && absent->why == Emptiness::NotSet ? std::optional(false) : std::nullopt;
}

QString SecretFlow::whyNot() const
{
    if (m_clientId.isEmpty())
        return tr("No application is selected");
    return whyNone(m_session);
}

QString SecretFlow::whyNone(const Session::TenantSession &session)
{
    if (!session.isSignedIn())
        return tr("There is no token");
    return whyAbsentNow(session) == Emptiness::NotVisible
        ? tr("The token may not see client secrets: it needs %1")
              .arg(scopesFor(secretMember).join(tr(" or ")))
        : QString();
}

QUrl SecretFlow::dashboardLink(const Session::Sentence &sentence) const
{
    return Session::dashboardLink(sentence, m_session);
}

std::optional<SecretWish> SecretFlow::wish() const
{
    if (const auto *announced = std::get_if<Announced>(&m_state))
        return announced->wish;
    if (const auto *asking = std::get_if<Asking>(&m_state))
        return asking->wish;
    if (const auto *failed = std::get_if<Failed>(&m_state))
        return failed->wish;
    return std::holds_alternative<Revealed>(m_state) ? std::optional(SecretWish::Reveal)
                                                     : std::nullopt;
}

void SecretFlow::ask(SecretWish wish)
{
    m_call = m_session.fetchSecret(m_clientId, this);
    if (!m_call) {
        setState(Failed{wish, {.kind = Base::ErrorKind::NoToken}});
        return;
    }
    connect(m_call, &Management::ApiCall::finished, this, [this, wish] { take(wish); });
    setState(Asking{wish});
}

void SecretFlow::take(SecretWish wish)
{
    const Base::Secret mine = std::exchange(m_mine, {});
    Base::Result<Http::Response> answer = m_call->takeResult();
    m_call->deleteLater();
    m_call.clear();
    if (!answer) {
        setState(Failed{wish, std::move(answer.error())});
        return;
    }
    auto theirs = Management::readClientSecret(std::move(*answer), m_clientId);
    if (!theirs)
        setState(Failed{wish, std::move(theirs.error())});
    else if (!theirs->has_value())
        setState(Absent{whyAbsentNow(m_session)});
    else if (theirs->value().isEmpty())
        setState(Absent{Emptiness::NotSet});
    else if (wish == SecretWish::Compare)
        setState(Compared{Management::compareSecrets(**theirs, mine)});
    else
        show(std::move(**theirs));
}

void SecretFlow::show(Base::Secret &&secret)
{
    const std::chrono::seconds stay = m_settings.current().revealStay;
    m_hiding = m_session.clock().wakeAfter(stay, [this] { end(); });
    setState(Revealed{std::move(secret), stay});
}

void SecretFlow::setState(State &&state)
{
    m_state = std::move(state);
    Q_EMIT changed();
}

} // namespace Tenantscope::Ui
