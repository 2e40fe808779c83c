// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/shared/formatname.h"
#include "ui/shared/secretclipboard.h"
#include "ui/shared/timetext.h"
#include "ui/token/tokencopier.h"
#include "ui/token/tokenwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScopedValueRollback>

// What a copy puts on the clipboard, and what is told of it while it is there.
namespace Tenantscope::Ui {

using OAuth::AccessToken;
using Session::CommandFormat;
using Session::TokenFormat;

void TokenCopier::take(const AccessToken &token)
{
    m_state = Idle{};
    m_command.clear();
    {
        const QScopedValueRollback copying(m_isCopying, true);
        m_clipboard.copy(
            Session::formatted(
                m_format, token, Session::sampleTarget(m_session), m_session.clock(),
                m_session.http().clockSkew()),
            tr("Token"));
    }
    tell(takenText(token));
    Q_EMIT copied(token, m_format);
}

QString TokenCopier::takenText(const AccessToken &token) const
{
    const QString what = m_format == TokenFormat::Token
        ? tr("Copied")
        : tr("Copied as %1").arg(formatName(m_format));
    const Base::Instant now = m_session.clock().now();
    const auto remaining = token.assuredLife(now);
    const auto end = token.assuredUntil();
    if (!remaining || !end)
        return tr("%1 · expiry unknown").arg(what);
    const TokenScene scene{
        .domain = {},
        .now = now,
        .wall = correctedWall(m_session.clock().wallNow(), m_session.http().clockSkew())};
    const QString until = localText(wallAt(scene, *end), scene.wall);
    return token.endByClaims
        ? tr("%1 · by its claims valid only until %2 (%3)")
              .arg(what, until, durationText(*remaining))
        : tr("%1 · valid until %2 (%3)").arg(what, until, durationText(*remaining));
}

void TokenCopier::copyCommand(CommandFormat format)
{
    m_state = Idle{};
    m_command = Session::commandText(format, Session::sampleTarget(m_session));
    {
        const QScopedValueRollback copying(m_isCopying, true);
        QGuiApplication::clipboard()->setText(
            m_command); // which is no secret: managers may keep it
    }
    tell(tr("Copied as %1 · it holds no token: put one into TOKEN").arg(formatName(format)));
}

void TokenCopier::followClipboard()
{
    // "Copied" is true as long as it is there, and not another one.
    if (!m_isCopying && std::holds_alternative<Idle>(m_state))
        tell({});
}

/// The same of a command, which is no secret and so not that clipboard's affair.
void TokenCopier::followSystemClipboard()
{
    if (m_isCopying || m_command.isEmpty())
        return;
    // A secret there is not even looked at.
    if (!m_clipboard.isHolding() && QGuiApplication::clipboard()->text() == m_command)
        return;
    m_command.clear();
    if (std::holds_alternative<Idle>(m_state))
        tell({});
}

} // namespace Tenantscope::Ui
