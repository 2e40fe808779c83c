// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/signin/signinform.h"

#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace Tenantscope::Ui {

/// What the command line and the environment ask the window for.
struct StartOptions
{
    enum class Action { Show, PrintHelp, PrintVersion, Refuse };

    Action action = Action::Show;
    QString message = {}; ///< Refuse: why; PrintHelp: the help
    bool demo = false;
    QString profile = {};             ///< the name of the saved tenant to connect to
    QString environmentClientId = {}; ///< whose the environment's secret is; empty: it does not say
    bool secretFromStdin = false;
    QString caFile = {};         ///< absolute
    QString privateKeyFile = {}; ///< absolute; empty: none was named
    Base::SigningAlgorithm signingAlgorithm = Base::SigningAlgorithm::Rs256;
    SignInValues values = {}; ///< without the secret, and without the key
};

/// Reads \a arguments (the program's name first) and \a environment; needs neither a display nor an application.
/// Options of the command line win over the environment. A secret among the arguments is refused.
[[nodiscard]] StartOptions readStartOptions(
    const QStringList &arguments, const QProcessEnvironment &environment);

} // namespace Tenantscope::Ui
