// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowformat.h"
#include "ui/shared/fileexport.h"

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

/// \a rows of the model as rows of its store.
[[nodiscard]] std::vector<int> storeRows(const ApplicationsModel &model, std::vector<int> rows);

/// What \a table shows: its columns as seen, from the leading side, and the texts of its cells. Both must outlive it.
[[nodiscard]] Applications::RowWriter::Table shownTable(
    const RowTable &table, const ApplicationsModel &model);
/// Writes what \a table shows: its columns as seen, from the leading side. Both must outlive the writer.
[[nodiscard]] Applications::RowWriter writerFor(
    const RowTable &table, const ApplicationsModel &model, Applications::RowFormat format);

/// What \a writer makes of \a storeRows, in their order, for a file.
[[nodiscard]] FileExport::Pieces piecesOf(
    Applications::RowWriter writer, std::vector<int> storeRows);

/// One row: its current cell. Several: tab-separated rows of the visible columns in their order.
[[nodiscard]] QString selectionText(const RowTable &table, const ApplicationsModel &model);

} // namespace Tenantscope::Ui
