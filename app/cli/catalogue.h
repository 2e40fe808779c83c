// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

#include <span>

namespace Tenantscope::Cli {

/// An option as the command line and its help know it. Texts are untranslated: pass them to Text::tr().
struct OptionSpec
{
    const char *name;
    const char *value; ///< what its value is called in the help; nullptr: it takes none
    const char *help;
};

/// A command, its own options and what its help says besides.
struct CommandSpec
{
    const char *name;
    const char *summary;
    const char *operands; ///< what stands behind its name, as the help writes it; nullptr: nothing
    bool connects;        ///< takes the connection options
    std::span<const OptionSpec> options;
    const char *remarks;
};

/// Every command, in the order of the help.
[[nodiscard]] std::span<const CommandSpec> commands();
/// nullptr: there is no such command.
[[nodiscard]] const CommandSpec *findCommand(const QString &name);
[[nodiscard]] QStringList commandNames();

[[nodiscard]] std::span<const OptionSpec> connectionOptions();
/// `--help` and `--version`.
[[nodiscard]] std::span<const OptionSpec> generalOptions();
/// All options \a command takes, the connection's and the general ones included.
[[nodiscard]] QList<OptionSpec> optionsOf(const CommandSpec &command);
/// All options of all commands, each name once. A name takes a value either everywhere or nowhere.
[[nodiscard]] QList<OptionSpec> allOptions();

} // namespace Tenantscope::Cli
