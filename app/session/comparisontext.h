// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/comparison.h"

namespace Tenantscope::Session {

/// One of the two that are compared.
struct ComparedSide
{
    QString name; ///< what its user calls it
    const Applications::Snapshot &snapshot;
};

/// \a comparison for people, a line an application and a field; empty when there is no difference.
[[nodiscard]] QString comparisonText(const Applications::Comparison &comparison);
/// The same for scripts: `{"added":[…],"removed":[…],"changed":[…]}` on one line.
[[nodiscard]] QByteArray comparisonJson(const Applications::Comparison &comparison);
/// \a value as these texts have it, on one line and not too long; "not set" for null.
[[nodiscard]] QString comparedValueText(const QJsonValue &value);

/// What its reader must know besides: how applications were matched, and what makes two snapshots hard to compare.
[[nodiscard]] QStringList notesOnComparison(
    const Applications::Comparison &comparison, const ComparedSide &before,
    const ComparedSide &after);

} // namespace Tenantscope::Session
