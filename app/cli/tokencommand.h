// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/oauth/accesstoken.h"
#include "app/session/tenantsession.h"

namespace Tenantscope::Cli {

class Console;
class Output;

/// Gets a token and prints it, and nothing else.
class TokenCommand final : public Command
{
    Q_OBJECT

public:
    /// All references must outlive the command.
    TokenCommand(TokenWish wish, Session::TenantSession &session, Output &output, Console &console);

    void start() override;

private:
    void receive(const Base::Result<OAuth::AccessToken> &token);
    [[nodiscard]] QString whyTooShort(const OAuth::AccessToken &token) const;
    [[nodiscard]] QByteArray printed(const OAuth::AccessToken &token) const;

    TokenWish m_wish;
    Session::TenantSession &m_session;
    Output &m_output;
    Console &m_console;
};

} // namespace Tenantscope::Cli
