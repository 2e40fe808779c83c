// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/management/endpoint.h"

namespace Tenantscope::Management {
class ScopeCatalogue;
}

namespace Tenantscope::Cli {

class Console;
class Output;

/// Prints endpoints of the Management API and the scopes they take, from the catalogue alone: no network, no credentials.
class EndpointsCommand final : public Command
{
    Q_OBJECT

public:
    /// All references must outlive the command.
    EndpointsCommand(EndpointsWish wish, Output &output, Console &console);

    void start() override;

private:
    void noteUnknownScope();

    EndpointsWish m_wish;
    Output &m_output;
    Console &m_console;
};

/// \a endpoints as `endpoints` prints them; the scopes of one line of the table read "a or b and c".
[[nodiscard]] QByteArray printedEndpoints(
    const QList<Management::Endpoint> &endpoints, EndpointsWish::Format format);
/// What to say of a scope that nobody knows, with the one that was probably meant; empty: \a scope is known.
[[nodiscard]] QString noteOnScope(const QString &scope, const Management::ScopeCatalogue &known);

} // namespace Tenantscope::Cli
