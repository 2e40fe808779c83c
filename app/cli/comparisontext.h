// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/comparison.h"
#include "app/cli/commandline.h"

namespace Tenantscope::Cli {

/// One of the two that are compared.
struct ComparedSide
{
    QString name; ///< as typed
    const Applications::Snapshot &snapshot;
};

/// \a comparison as `compare` prints it; as text nothing when there is no difference.
[[nodiscard]] QByteArray printedComparison(
    const Applications::Comparison &comparison, CompareWish::Format format);

/// What its reader must know besides: how applications were matched, and what makes two snapshots hard to compare.
[[nodiscard]] QStringList notesOnComparison(
    const Applications::Comparison &comparison, const ComparedSide &before,
    const ComparedSide &after);

} // namespace Tenantscope::Cli
