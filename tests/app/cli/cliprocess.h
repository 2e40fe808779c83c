// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/demotenant.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace Tenantscope::Test {

/// How a run of tenantscope-cli ended, and what it printed.
struct CliResult
{
    int code = -1; ///< −1: killed by a signal, or it never ended
    QByteArray out;
    QByteArray err;
};

/// Runs the built tenantscope-cli as a script would: its own process, a clean environment.
class CliProcess final
{
public:
    explicit CliProcess(QStringList arguments);

    CliProcess &with(const QString &variable, const QString &value);
    /// Domain, client and secret of \a tenant, by the environment; with TLS also its CA file.
    CliProcess &signedInto(const Demo::DemoTenant &tenant, const QString &caFile = {});
    CliProcess &input(const QByteArray &bytes);

    [[nodiscard]] CliResult run();
    /// Starts and lets go on; end it with finish().
    void start();
    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] CliResult finish();

    /// A shell's command line, in which "$CLI" is the program, with the same environment.
    [[nodiscard]] CliResult shell(const QString &script);

private:
    QProcess m_process;
    QProcessEnvironment m_environment;
    QStringList m_arguments;
    QByteArray m_input;
};

} // namespace Tenantscope::Test
