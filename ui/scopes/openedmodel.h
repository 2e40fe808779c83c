// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/endpoint.h"

#include <QAbstractTableModel>

namespace Tenantscope::Ui {

/// Shows the endpoints that some scopes open, and what else opens them.
class OpenedModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// \a scopes are those that open \a endpoints.
    void setEndpoints(QList<Management::Endpoint> endpoints, QStringList scopes);

    /// Whether any of them has something to say of other scopes; else there is no column for that.
    [[nodiscard]] bool hasOthers() const { return m_hasOthers; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Column { Method, Path, Otherwise };
    static constexpr int columns = 3;

    [[nodiscard]] QString text(const Management::Endpoint &endpoint, Column column) const;

    QList<Management::Endpoint> m_endpoints;
    QStringList m_scopes;
    bool m_hasOthers = false;
};

} // namespace Tenantscope::Ui
