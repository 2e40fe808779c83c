// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/cli/tokencheck.h"
#include "app/jwt/foundtoken.h"
#include "app/jwt/verify.h"

namespace Tenantscope::Session {
class TokenVerifier;
} // namespace Tenantscope::Session

namespace Tenantscope::Cli {

class Console;
class Output;

/// Prints what a token says and, when asked, whether it is right.
class DecodeCommand final : public Command
{
    Q_OBJECT

public:
    /// \a pasted is what came on standard input. All references must outlive the command.
    DecodeCommand(
        DecodeWish wish, Base::Secret pasted, TokenCheck check, Base::Clock &clock,
        Base::Random &random, Output &output, Console &console);
    ~DecodeCommand() override;

    void start() override;

private:
    void refuse(const QString &why, ExitCode code = ExitCode::Usage);
    /// With the keys in the file.
    void checkOffline();
    void checkOnline();
    /// Says so when the clock here is off: a verdict is by the tenant's.
    void noteSkew();
    void print(const Jwt::Verdict &verdict);

    DecodeWish m_wish;
    Base::Secret m_pasted;
    TokenCheck m_check;
    Base::Clock &m_clock;
    Base::Random &m_random;
    Output &m_output;
    Console &m_console;
    Base::Secret m_token;
    std::unique_ptr<Session::TokenVerifier> m_verifier;
};

} // namespace Tenantscope::Cli
