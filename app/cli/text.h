// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>

namespace Tenantscope::Cli {

/// Translates what the commands say: `Text::tr("…")`.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Cli)
};

} // namespace Tenantscope::Cli
