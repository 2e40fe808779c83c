// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/program.h"

#include "app/base/plaintext.h"
#include "app/cli/commandline.h"
#include "app/cli/connection.h"
#include "app/cli/exitcode.h"
#include "app/cli/help.h"
#include "app/cli/output.h"
#include "app/cli/runner.h"
#include "app/cli/terminal.h"

#include <QCoreApplication>

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

void printMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString line = Base::plainLine(qFormatLogMessage(type, context, message)) + u'\n';
    writeAll(STDERR_FILENO, line.toUtf8());
}

QStringList argumentsFrom(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromUtf8(argv[i]));
    return arguments;
}

int refuse(const UsageError &error)
{
    const QString text = u"tenantscope-cli: "_s + error.what + u'\n'
        + (error.now.isEmpty() ? QString() : QString(u"  "_s + error.now + u'\n'));
    writeAll(STDERR_FILENO, text.toUtf8());
    return int(ExitCode::Usage);
}

int show(const QString &text)
{
    if (writeAll(STDOUT_FILENO, text.toUtf8()))
        return int(ExitCode::Success);
    const QByteArray words = QByteArray("tenantscope-cli: ") + ::strerror(errno) + '\n';
    writeAll(STDERR_FILENO, words);
    return int(ExitCode::Usage);
}

} // namespace

int run(int argc, char **argv)
{
    openStandardFiles();
    qInstallMessageHandler(printMessage);
    Environment environment = takeEnvironment();
    const tl::expected<CommandLine, UsageError> line = parseCommandLine(argumentsFrom(argc, argv));
    if (!line)
        return refuse(line.error());
    if (const auto *help = std::get_if<HelpWish>(&line->wish))
        return show(
            helpText(help->command, std::min(terminalColumns(STDOUT_FILENO).value_or(100), 100)));
    if (std::holds_alternative<VersionWish>(line->wish))
        return show(versionText());

    useUtf8(); // help needs none of it, and it reads a dozen files
    QCoreApplication::setApplicationName(u"tenantscope-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TENANTSCOPE_VERSION));
    const QCoreApplication application(argc, argv);
    Runner runner;
    return runner.run(*line, std::move(environment));
}

} // namespace Tenantscope::Cli
