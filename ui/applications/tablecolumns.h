// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/columnlayout.h"
#include "ui/shared/rowtable.h"

#include <QObject>

namespace Tenantscope::Ui {

class ApplicationsModel;

/// Which columns a table of applications shows, in what order, how wide, and by which one it is sorted.
class TableColumns final : public QObject
{
    Q_OBJECT

public:
    /// \a table shows \a model; both must outlive the columns.
    TableColumns(RowTable &table, ApplicationsModel &model, QObject *parent);

    [[nodiscard]] QList<Applications::Column> shown() const; ///< as seen, from the leading side
    [[nodiscard]] bool isShown(Applications::Column column) const;
    /// A new one comes last. The last one left cannot be hidden.
    void setShown(Applications::Column column, bool isShown);
    /// By \a step places towards the end, or the start.
    void move(Applications::Column column, int step);
    /// Sorts by \a column; when it is sorted so already, the rows stand as the tenant has them.
    void sort(Applications::Column column, Qt::SortOrder order);
    /// Makes it wider by \a steps, or narrower.
    void widen(Applications::Column column, int steps);
    void fit();   ///< gives all widths back to the table
    void reset(); ///< as at first

    [[nodiscard]] ColumnLayout layout() const;
    void setLayout(const ColumnLayout &layout); ///< one without columns: as at first

Q_SIGNALS:
    void changed(); ///< what is shown, or its order

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply(const ColumnLayout &wanted);
    void tellWidths();
    void sortBy(const Applications::SortOrder &order);
    [[nodiscard]] Applications::SortOrder order() const;

    RowTable &m_table;
    ApplicationsModel &m_model;
};

} // namespace Tenantscope::Ui
