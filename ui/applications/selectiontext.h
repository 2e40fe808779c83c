// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

QT_BEGIN_NAMESPACE
class QItemSelectionModel;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class ApplicationsModel;
class RowTable;

// What a copy takes along. All walk the selection's ranges: a list of indexes is slow when thousands are selected.

[[nodiscard]] int selectedCount(const QItemSelectionModel &selection);
/// The selected rows from top to bottom; without a selection the current one.
[[nodiscard]] std::vector<int> selectedRows(const QItemSelectionModel &selection);

/// One row: its current cell. Several: tab-separated rows of the visible columns in their order. A cell that a
/// spreadsheet would take for a formula gets an apostrophe, client IDs aside.
[[nodiscard]] QString selectionText(const RowTable &table, const ApplicationsModel &model);
/// The client IDs of the selected rows, one a line.
[[nodiscard]] QString selectedClientIds(const RowTable &table, const ApplicationsModel &model);

} // namespace Tenantscope::Ui
