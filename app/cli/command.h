// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/exitcode.h"

#include <QObject>

namespace Tenantscope::Cli {

/// One command at work; deleting it stops it.
class Command : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Starts, from within the event loop; the end comes by finished().
    virtual void start() = 0;
    /// A signal ends it, and the event loop soon: undoes what must not stay half done. Does not wait.
    virtual void abandon() {}
    /// The exit code when \a signal ends it.
    [[nodiscard]] virtual int exitCodeAt(int signal) const { return exitCodeForSignal(signal); }

Q_SIGNALS:
    void finished(Tenantscope::Cli::ExitCode code); ///< once
};

} // namespace Tenantscope::Cli
