// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowindex.h"
#include "app/base/clock.h"
#include "app/oauth/scopeset.h"
#include "ui/applications/fieldfiller.h"

#include <QAbstractTableModel>
#include <QMap>

namespace Tenantscope::Ui {

/// Shows the rows of an ApplicationStore that a RowIndex lets through, in its order, to a table.
///
/// Filtering and sorting are one layoutChanged; what arrives is shown at most ten times a second, however many pages come.
class ApplicationsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The columns at first, in their order.
    static constexpr Applications::Column usualColumns[] = {
        Applications::Column::Name,      Applications::Column::Type,
        Applications::Column::ClientId,  Applications::Column::FirstParty,
        Applications::Column::Callbacks, Applications::Column::GrantTypes,
        Applications::Column::Findings,
    };
    static constexpr std::chrono::milliseconds leastPause{100}; ///< between two updates

    /// \a store and \a clock must outlive the model.
    ApplicationsModel(
        const Applications::ApplicationStore &store, Base::Clock &clock, QObject *parent = nullptr);
    ~ApplicationsModel() override;

    // What happens to the store
    void add(const Applications::ApplicationStore::Added &added);
    void clear();
    /// Shows at once what has been added and not been shown yet.
    void flush();
    /// The store's environment is another: findings weigh differently.
    void weighAnew();

    // What its user wants to see
    /// Shows one more column, the last one. Any field can be one; sorting by it waits until all its texts are at hand.
    void addColumn(Applications::Column column);
    void removeColumn(Applications::Column column);
    /// A query that looks at fields waits until they are all at hand, and what is shown stays meanwhile; afterwards it is as quick
    /// as others.
    void setQuery(const Applications::SearchQuery &query);
    void setType(const std::optional<QString> &type);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; ///< −1: source order
    /// What the token may see decides how empty cells look.
    void setScopes(const OAuth::ScopeSet &scopes);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] Applications::Column columnAt(int section) const
    {
        return m_columns[size_t(section)];
    }
    /// Where \a column is; −1: it is not shown.
    [[nodiscard]] int sectionOf(Applications::Column column) const;
    [[nodiscard]] QString clientIdAt(int row) const;
    [[nodiscard]] int storeRowAt(int row) const { return m_rows[size_t(row)]; }
    /// The row in which \a clientId is seen now; nullopt: in none.
    [[nodiscard]] std::optional<int> rowOf(QStringView clientId) const;
    /// What a copy of the cell takes along: the value itself, not shortened for display; its mark when there is none.
    [[nodiscard]] QString copyText(int storeRow, Applications::Column column) const;
    [[nodiscard]] const Applications::RowIndex &index() const { return m_index; }
    [[nodiscard]] const OAuth::ScopeSet &scopes() const { return m_scopes; }
    [[nodiscard]] const Applications::SearchQuery &query() const { return m_index.query(); }
    [[nodiscard]] bool isFiltered() const;
    [[nodiscard]] bool isSearching() const { return m_awaitedQuery.has_value(); } ///< a query waits
    [[nodiscard]] const Applications::ApplicationStore &store() const { return m_store; }
    /// How many applications of each `app_type` are here, filters aside; "" is those without one.
    [[nodiscard]] const QMap<QString, int> &typeCounts() const { return m_typeCounts; }

    using QAbstractTableModel::index;

Q_SIGNALS:
    void aboutToArrange(); ///< the rows are about to be filtered or sorted anew by their user
    void arranged();
    void aboutToArrive(); ///< rows are about to come in
    void arrived();

private:
    void takeIn();
    void publish();
    void rearrange(const std::vector<int> &rows);
    void fillWanted();
    void takeAwaited();
    void showQuery(const Applications::SearchQuery &query);
    void showOrder(const Applications::SortOrder &order);
    /// False in the moment between the store's clearing and ours.
    [[nodiscard]] bool isStored(int row) const;
    void countTypes(const Applications::ApplicationStore::Added &added);

    const Applications::ApplicationStore &m_store;
    Base::Clock &m_clock;
    Applications::RowIndex m_index;
    std::vector<Applications::Column> m_columns;
    FieldFiller m_filler;
    std::optional<Applications::SortOrder> m_awaitedOrder;   ///< waits for its column's texts
    std::optional<Applications::SearchQuery> m_awaitedQuery; ///< waits for its fields
    std::vector<int> m_rows; ///< what is published: store rows, in the order seen
    Applications::ApplicationStore::Added m_pending;
    std::optional<Base::Instant> m_lastArrival;
    Base::Wake m_wake;
    OAuth::ScopeSet m_scopes;
    QMap<QString, int> m_typeCounts;
};

} // namespace Tenantscope::Ui
