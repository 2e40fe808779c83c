// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/progressline.h"
#include "app/session/sentence.h"

#include <QStringList>

namespace Tenantscope::Cli {

/// Decides how notes, errors and progress look on standard error. Whatever it is given may come from outside: it is
/// neutralised here.
class Console final
{
public:
    Console(int descriptor, Base::Clock &clock);

    /// One line that matters even when all goes well.
    void note(const QString &text);
    void fail(const QString &text);
    /// Ours, the tenant's words, then the technical facts, one a line.
    void fail(const Base::Error &error, Session::Doing doing);

    void progress(const QString &text) { m_progress.show(text); }
    void clearProgress() { m_progress.clear(); }

private:
    void print(const QString &text);

    int m_descriptor;
    ProgressLine m_progress;
};

} // namespace Tenantscope::Cli
