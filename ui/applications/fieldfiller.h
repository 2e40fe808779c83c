// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/column.h"

#include <QObject>

#include <vector>

namespace Tenantscope::Applications {
class ApplicationStore;
}

namespace Tenantscope::Ui {

/// Sees to it that a store has at hand the fields that columns, order and search look at, and no others: looks up what is
/// missing in turns of the event loop.
class FieldFiller final : public QObject
{
    Q_OBJECT

public:
    using Column = Applications::Column;

    /// Rows that are looked up in one turn of the event loop: about 4 ms.
    static constexpr int filledATurn = 400;

    /// \a store must outlive the filler.
    explicit FieldFiller(const Applications::ApplicationStore &store, QObject *parent = nullptr);

    /// Of which columns the fields are to be at hand from now on; those that are no field's are anyway. Few rows are looked up at
    /// once. Returns the columns that were wanted and are no longer, whose fields are dropped.
    std::vector<Column> setWanted(const std::vector<Column> &columns);
    /// Whether those of all rows are at hand; true of what is no field's column.
    [[nodiscard]] bool isFilled(Column column) const;

Q_SIGNALS:
    void filled(); ///< one more column is

private:
    void want(Column column);
    void fillLater();
    void fillSome();

    const Applications::ApplicationStore &m_store;
    std::vector<Column> m_wanted;
    std::vector<Column> m_unfilled; ///< of m_wanted
    bool m_fillsLater = false;
};

} // namespace Tenantscope::Ui
