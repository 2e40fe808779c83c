// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "cliprocess.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace Tenantscope::Test {

namespace {

constexpr int patience = 100'000; ///< ms; only a hang takes so long

QString program()
{
    return QStringLiteral(TENANTSCOPE_CLI);
}

QProcessEnvironment cleanEnvironment()
{
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment clean;
    for (const QString &name :
         {u"PATH"_s, u"HOME"_s, u"LC_ALL"_s, u"TZ"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s}) {
        if (system.contains(name))
            clean.insert(name, system.value(name));
    }
    clean.insert(u"CLI"_s, program());
    clean.insert(
        u"LSAN_OPTIONS"_s,
        QStringLiteral("suppressions=" TENANTSCOPE_LSAN_SUPPRESSIONS ":print_suppressions=0"));
    return clean;
}

} // namespace

CliProcess::CliProcess(QStringList arguments)
    : m_environment(cleanEnvironment())
    , m_arguments(std::move(arguments))
{
}

CliProcess &CliProcess::with(const QString &variable, const QString &value)
{
    m_environment.insert(variable, value);
    return *this;
}

CliProcess &CliProcess::signedInto(const Demo::DemoTenant &tenant, const QString &caFile)
{
    if (!caFile.isEmpty())
        with(u"TENANTSCOPE_CA_FILE"_s, caFile);
    return with(u"AUTH0_DOMAIN"_s, tenant.domain())
        .with(u"AUTH0_CLIENT_ID"_s, tenant.clientId())
        .with(u"AUTH0_CLIENT_SECRET"_s, tenant.clientSecret());
}

CliProcess &CliProcess::input(const QByteArray &bytes)
{
    m_input = bytes;
    return *this;
}

CliResult CliProcess::run()
{
    start();
    return finish();
}

void CliProcess::start()
{
    m_process.setProcessEnvironment(m_environment);
    m_process.start(program(), m_arguments);
    m_process.waitForStarted();
    if (!m_input.isEmpty())
        m_process.write(m_input);
    m_process.closeWriteChannel();
}

CliResult CliProcess::finish()
{
    CliResult result;
    // By the event loop: a scripted server may live in this thread.
    const auto ended = [this] { return m_process.state() == QProcess::NotRunning; };
    if (!QTest::qWaitFor(ended, patience)) {
        m_process.kill();
        m_process.waitForFinished();
        result.err = "it never ended\n";
    } else if (m_process.exitStatus() == QProcess::NormalExit) {
        result.code = m_process.exitCode();
    }
    result.out = m_process.readAllStandardOutput();
    result.err += m_process.readAllStandardError();
    return result;
}

CliResult CliProcess::shell(const QString &script)
{
    m_process.setProcessEnvironment(m_environment);
    m_process.start(u"/bin/sh"_s, {u"-c"_s, script});
    m_process.closeWriteChannel();
    return finish();
}

} // namespace Tenantscope::Test
