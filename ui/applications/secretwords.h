// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/secretflow.h"

// What is said about an application's secret, without any of it.
namespace Tenantscope::Ui {

/// One sentence or two for \a state; empty where a banner tells it, or nothing is to be told.
[[nodiscard]] QString secretWords(const SecretFlow::State &state);
[[nodiscard]] QString comparisonWords(Management::SecretComparison outcome);

} // namespace Tenantscope::Ui
