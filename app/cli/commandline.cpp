// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"

#include "app/base/plaintext.h"
#include "app/cli/catalogue.h"
#include "app/cli/connectionoptions.h"
#include "app/cli/secretguard.h"
#include "app/cli/suggestion.h"
#include "app/cli/text.h"
#include "app/cli/wishes.h"

#include <QCommandLineParser>

#include <algorithm>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const QList<OptionSpec> &options)
{
    QStringList names;
    for (const OptionSpec &option : options)
        names.append(QLatin1StringView(option.name));
    return names;
}

void addOptions(QCommandLineParser &parser)
{
    // "-client-secret x" must not be taken for thirteen short options.
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const OptionSpec &option : allOptions()) {
        QStringList names = {QLatin1StringView(option.name)};
        if (names.front() == "help"_L1)
            names.append(u"h"_s);
        const QString value = option.value ? QString::fromLatin1(option.value) : QString();
        parser.addOption(QCommandLineOption(names, {}, value));
    }
}

UsageError secretError()
{
    return {
        .what = Text::tr("A secret is not taken from the command line: everybody on this machine "
                         "can read it there, "
                         "and the shell keeps it in its history."),
        .now = Text::tr(
            "Set AUTH0_CLIENT_SECRET, or pass it on standard input: "
            "tenantscope-cli … --secret-stdin < FILE. Change a secret that was passed this way."),
    };
}

UsageError unknownOption(const QString &name, const QString &command)
{
    const CommandSpec *spec = findCommand(command);
    const QStringList known = namesOf(spec ? optionsOf(*spec) : allOptions());
    const QString nearest = nearestWord(name, known);
    UsageError error{
        .what = Text::tr("There is no option --%1.").arg(Base::plainLine(name, 40)), .now = {}};
    if (!nearest.isEmpty())
        error.now = Text::tr("Did you mean --%1?").arg(nearest);
    else if (spec)
        error.now = Text::tr("tenantscope-cli help %1 lists them.").arg(command);
    else
        error.now = Text::tr("tenantscope-cli --help tells more.");
    return error;
}

UsageError foreignOption(const QString &name, const QString &command)
{
    QStringList owners;
    for (const CommandSpec &spec : commands()) {
        if (namesOf(optionsOf(spec)).contains(name))
            owners.append(QLatin1StringView(spec.name));
    }
    return {
        .what = Text::tr("%1 takes no option --%2.").arg(command, name),
        .now = Text::tr("It belongs to: %1.").arg(owners.join(u", "_s)),
    };
}

UsageError unknownCommand(const QString &typed)
{
    const QString nearest = nearestWord(typed, commandNames());
    return {
        .what = Text::tr("There is no command “%1”.").arg(Base::plainLine(typed, 40)),
        .now = nearest.isEmpty() ? Text::tr("There are: %1.").arg(commandNames().join(u", "_s))
                                 : Text::tr("Did you mean %1?").arg(nearest),
    };
}

UsageError noCommand()
{
    return {
        .what = Text::tr("No command was given."),
        .now = Text::tr("There are: %1. tenantscope-cli --help tells more.")
                   .arg(commandNames().join(u", "_s)),
    };
}

/// What is wrong with the options themselves; nothing yet of their values.
std::optional<UsageError> checkOptions(
    const QCommandLineParser &parser, bool parsed, const QString &command)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty())
        return unknownOption(unknown.front(), command);
    if (!parsed)
        return UsageError{
            .what = parser.errorText(), .now = Text::tr("tenantscope-cli --help tells more.")};
    const CommandSpec *spec = findCommand(command);
    if (!spec)
        return std::nullopt;
    const QStringList own = namesOf(optionsOf(*spec));
    for (const QString &name : parser.optionNames()) {
        if (name != "h"_L1 && !own.contains(name))
            return foreignOption(name, command);
    }
    return std::nullopt;
}

tl::expected<CommandLine, UsageError> helpFor(const QStringList &words)
{
    if (words.isEmpty())
        return CommandLine{.wish = HelpWish{}, .connection = {}};
    if (!findCommand(words.front()))
        return tl::unexpected(unknownCommand(words.front()));
    return CommandLine{.wish = HelpWish{words.front()}, .connection = {}};
}

tl::expected<CommandLine, UsageError> readCommand(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    const CommandSpec *spec = findCommand(words.front());
    if (!spec)
        return tl::unexpected(unknownCommand(words.front()));
    if (words.size() > 1
        && !spec->operands) // not repeated: it may be a secret that was meant for standard input
        return tl::unexpected(UsageError{
            .what = Text::tr("%1 takes options only, and was given something else.")
                        .arg(words.front()),
            .now = Text::tr("tenantscope-cli help %1 tells more.").arg(words.front())});
    tl::expected<Wish, UsageError> wish = readWish(words, parser);
    if (!wish)
        return tl::unexpected(wish.error());
    if (!spec->connects)
        return CommandLine{.wish = *wish, .connection = {}};
    const tl::expected<ConnectionOptions, UsageError> connection = readConnection(parser);
    if (!connection)
        return tl::unexpected(connection.error());
    return CommandLine{.wish = *wish, .connection = *connection};
}

} // namespace

tl::expected<CommandLine, UsageError> parseCommandLine(const QStringList &arguments)
{
    if (passesSecret(arguments))
        return tl::unexpected(secretError());
    QCommandLineParser parser;
    addOptions(parser);
    const bool parsed = parser.parse(QStringList{u"tenantscope-cli"_s} + arguments);
    QStringList words = parser.positionalArguments();
    const bool asksHelp = !words.isEmpty() && words.front() == "help"_L1;
    if (asksHelp)
        words.removeFirst();

    const QString command = words.isEmpty() ? QString() : words.front();
    if (const auto error = checkOptions(parser, parsed, command))
        return tl::unexpected(*error);
    if (parser.isSet(u"help"_s) || asksHelp)
        return helpFor(words);
    if (parser.isSet(u"version"_s))
        return CommandLine{.wish = VersionWish{}, .connection = {}};
    if (words.isEmpty())
        return tl::unexpected(noCommand());
    return readCommand(parser);
}

} // namespace Tenantscope::Cli
