// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/help.h"

#include "app/applications/searchkey.h"
#include "app/applications/trait.h"
#include "app/cli/catalogue.h"
#include "app/cli/text.h"

#include <algorithm>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestLeft = 22; ///< names longer than this get a line of their own

/// \a text broken at blanks into lines of at most \a columns, each but the first indented by \a indent.
QString wrapped(const QString &text, int indent, int columns)
{
    QString lines;
    int used = indent;
    for (const QString &word : text.split(u' ')) {
        if (used > indent && used + 1 + int(word.size()) > columns) {
            lines += u'\n' + QString(indent, u' ');
            used = indent;
        } else if (used > indent) {
            lines += u' ';
            ++used;
        }
        lines += word;
        used += int(word.size());
    }
    return lines;
}

QString entry(const QString &left, const QString &right, int columns)
{
    constexpr int indent = longestLeft + 4;
    QString line = u"  "_s + left;
    if (left.size() > longestLeft)
        line += u'\n' + QString(indent, u' ');
    else
        line = line.leftJustified(indent);
    return line + wrapped(right, indent, columns) + u'\n';
}

QString entries(const QString &title, std::span<const OptionSpec> options, int columns)
{
    if (options.empty())
        return {};
    QString text = u'\n' + title + u'\n';
    for (const OptionSpec &option : options) {
        QString left = u"--"_s + QLatin1StringView(option.name);
        if (option.value)
            left += u' ' + QLatin1StringView(option.value);
        text += entry(left, Text::tr(option.help), columns);
    }
    return text;
}

/// A text of the tables that the search language is made of.
QString searchText(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Search", text);
}

QString searchLanguage(int columns)
{
    QString text = u'\n' + Text::tr("Search:") + u'\n';
    text += entry(u"WORD WORD"_s, Text::tr("Both occur, case and accents aside."), columns);
    text += entry(
        u"\"A PHRASE\""_s,
        Text::tr("Its words stand side by side; a quote in it is written twice."), columns);
    text += entry(
        u"-WORD"_s, Text::tr("It does not occur. So for phrases and keys, too."), columns);
    for (const Applications::KnownKey &known : Applications::searchKeys())
        text += entry(known.name + u":WORD"_s, searchText(known.meaning), columns);
    text += entry(
        u"KEY:=WORD"_s, Text::tr("It is the whole of what the key names, not a part."), columns);
    text += u'\n' + Text::tr("What an application can be asked to be:") + u'\n';
    for (const Applications::KnownTrait &known : Applications::knownTraits())
        text += entry(u"is:"_s + known.name, searchText(known.meaning), columns);
    return text;
}

QString exitStatus(int columns)
{
    const QString codes = Text::tr(
        "0 done; 1 a finding that --fail-on asks for, or a difference; 2 wrong command line, or a file that cannot be read or written; 3 refused by the "
        "tenant, or a token that is not to be accepted; 4 network, "
        "TLS, an answer that is none, or any other error answer; 5 rate limited beyond patience; 6 the "
        "keychain; 7 an incomplete list; "
        "130 interrupted. A command that another signal ends exits with 128 + its number.");
    return u'\n' + Text::tr("Exit status:") + u"\n  "_s + wrapped(codes, 2, columns) + u'\n';
}

QString programHelp(int columns)
{
    QString text = Text::tr("Usage: tenantscope-cli COMMAND [OPTIONS]") + u"\n\n"_s
        + wrapped(Text::tr("Gets an access token for an Auth0 tenant's Management API and reads "
                           "what it opens. It "
                           "changes nothing in the tenant."),
                  0, columns)
        + u"\n\n"_s + Text::tr("Commands:") + u'\n';
    for (const CommandSpec &command : commands())
        text += entry(QString::fromLatin1(command.name), Text::tr(command.summary), columns);
    text += entry(u"help COMMAND"_s, Text::tr("What a command does, and its options."), columns);
    text += entries(Text::tr("Connection:"), connectionOptions(), columns);
    text += entries(Text::tr("General:"), generalOptions(), columns);
    const QString secret = Text::tr("The client secret is never taken from the command line. "
                                    "Results go to standard output, everything else to "
                                    "standard error.");
    return text + u'\n' + wrapped(secret, 0, columns) + u'\n' + exitStatus(columns);
}

QString commandHelp(const CommandSpec &command, int columns)
{
    const QString name = QString::fromLatin1(command.name);
    const QString operands = command.operands ? QString(u' ' + QLatin1StringView(command.operands))
                                              : QString();
    QString text = Text::tr("Usage: tenantscope-cli %1 [OPTIONS]").arg(QString(name + operands))
        + u"\n\n"_s + wrapped(Text::tr(command.summary), 0, columns) + u'\n';
    if (command.remarks)
        text += wrapped(Text::tr(command.remarks), 0, columns) + u'\n';
    text += entries(Text::tr("Options:"), command.options, columns);
    if (name == "applications"_L1)
        text += searchLanguage(columns);
    if (command.connects)
        text += entries(Text::tr("Connection:"), connectionOptions(), columns);
    text += entries(Text::tr("General:"), generalOptions(), columns);
    return text + exitStatus(columns);
}

} // namespace

QString helpText(const QString &command, int columns)
{
    const CommandSpec *spec = findCommand(command);
    return spec ? commandHelp(*spec, columns) : programHelp(columns);
}

QString versionText()
{
    const QString text = u"tenantscope-cli "_s + QLatin1StringView(TENANTSCOPE_VERSION) + u'\n';
    return text;
}

} // namespace Tenantscope::Cli
