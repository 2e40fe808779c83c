// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/democommand.h"

#include "app/cli/commandline.h"
#include "app/cli/console.h"
#include "app/cli/output.h"
#include "app/cli/text.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

QByteArray described(const Demo::DemoTenant &tenant, const QString &caFile)
{
    QJsonObject members{
        {u"domain"_s, tenant.domain()},
        {u"client_id"_s, tenant.clientId()},
        {u"client_secret"_s, tenant.clientSecret()},
        {u"audience"_s, tenant.audience()},
    };
    if (!caFile.isEmpty())
        members.insert(u"ca_file"_s, caFile);
    return QJsonDocument(members).toJson(QJsonDocument::Compact) + '\n';
}

QString startFailure(const Base::Error &error, quint16 port)
{
    switch (error.kind) {
    case Base::ErrorKind::InvalidCaFile:
        return Text::tr("%1 cannot be written: %2").arg(error.subject, error.detail);
    case Base::ErrorKind::ConnectionFailed:
        return Text::tr("Port %1 cannot be listened on: %2. Another program may use it; without "
                        "--port any free one "
                        "is taken.")
            .arg(port)
            .arg(error.detail);
    default:
        return Text::tr("The demo tenant could not be started: %1").arg(error.detail);
    }
}

} // namespace

DemoCommand::DemoCommand(Demo::DemoOptions options, Output &output, Console &console)
    : m_options(std::move(options))
    , m_output(output)
    , m_console(console)
{
}

void DemoCommand::start()
{
    Base::Result<std::unique_ptr<Demo::DemoTenant>> tenant = Demo::DemoTenant::start(m_options);
    if (!tenant) {
        m_console.fail(startFailure(tenant.error(), m_options.port));
        Q_EMIT finished(exitCodeFor(tenant.error().kind));
        return;
    }
    m_tenant = std::move(*tenant);
    m_output.write(described(*m_tenant, m_options.caOut));
}

int DemoCommand::exitCodeAt(int signal) const
{
    return signal == SIGTERM ? int(ExitCode::Success) : Command::exitCodeAt(signal);
}

Base::Result<Demo::DemoOptions> demoOptions(const DemoWish &wish)
{
    Demo::DemoOptions options;
    options.port = quint16(wish.port.value_or(options.port));
    options.applications = wish.applications.value_or(options.applications);
    options.latency = wish.latency.value_or(options.latency);
    options.rate = wish.rate.value_or(options.rate);
    options.burst = wish.burst.value_or(options.burst);
    options.tokenLife = wish.tokenLife.value_or(options.tokenLife);
    options.tls = wish.tls;
    if (!wish.caOut.isEmpty())
        options.caOut = QDir::current().absoluteFilePath(wish.caOut);
    for (const QString &text : wish.faults) {
        const Base::Result<Demo::Fault> fault = Demo::parseFault(text);
        if (!fault)
            return Base::failure(fault.error());
        options.faults.append(*fault);
    }
    return options;
}

} // namespace Tenantscope::Cli
