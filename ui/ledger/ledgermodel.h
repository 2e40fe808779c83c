// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/ledger/ledgercell.h"

#include <QAbstractTableModel>

namespace Tenantscope::Ui {

/// Shows a ledger's copies, the newest first.
class LedgerModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// \a ledger and \a clock must outlive the model. It shows what \a parent may show.
    LedgerModel(
        const Session::TokenLedger &ledger, const Base::Clock &clock, QObject *parent = nullptr);

    /// Brings what time changes up to date; when time alone changes it next, if it does.
    std::optional<Base::Instant> tick();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const Session::TokenCopy *copyAt(int row) const; ///< null: there is no such row

private:
    [[nodiscard]] int indexOf(int row) const { return m_size - 1 - row; } ///< in the ledger
    void recorded();
    void aboutToBeRemoved(int index);
    void removed();

    const Session::TokenLedger &m_ledger;
    const Base::Clock &m_clock;
    int m_size; ///< of the ledger, as views have been told
};

} // namespace Tenantscope::Ui
