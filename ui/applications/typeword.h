// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Tenantscope::Ui {

/// An `app_type` in the words of Auth0's dashboard: "Single page"; "Generic" without one; unknown ones as they came.
[[nodiscard]] QString typeWord(QStringView appType);

} // namespace Tenantscope::Ui
