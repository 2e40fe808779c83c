// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/demo/demotenant.h"

namespace Tenantscope::Cli {

class Console;
class Output;
struct DemoWish;

/// Serves a demo tenant until a signal ends it.
class DemoCommand final : public Command
{
    Q_OBJECT

public:
    /// All references must outlive the command.
    DemoCommand(Demo::DemoOptions options, Output &output, Console &console);

    void start() override;
    /// SIGTERM is how a server is meant to be ended: success.
    [[nodiscard]] int exitCodeAt(int signal) const override;

private:
    Demo::DemoOptions m_options;
    Output &m_output;
    Console &m_console;
    std::unique_ptr<Demo::DemoTenant> m_tenant;
};

/// \a wish as the demo tenant wants it, \a caOut absolute; an error when a fault is unknown.
[[nodiscard]] Base::Result<Demo::DemoOptions> demoOptions(const DemoWish &wish);

} // namespace Tenantscope::Cli
