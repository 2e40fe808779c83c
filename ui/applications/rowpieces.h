// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowformat.h"
#include "ui/shared/fileexport.h"

#include <vector>

namespace Tenantscope::Ui {

/// What \a writer makes of \a storeRows, in their order, a few rows a piece.
[[nodiscard]] FileExport::Pieces piecesOf(
    Applications::RowWriter writer, std::vector<int> storeRows);

} // namespace Tenantscope::Ui
