// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/applications/grantlist.h"
#include "app/management/scopecatalogue.h"

#include <QAbstractTableModel>

namespace Tenantscope::Ui {

enum class GrantColumn { Application, ClientId, Api, ScopeCount, Scopes, Subject };
inline constexpr int grantColumns = int(GrantColumn::Subject) + 1;

/// Shows a list's client grants with their applications' names, searched, filtered and sorted.
class GrantsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// \a list and \a store must outlive the model. It shows what \a parent may show.
    GrantsModel(
        const Applications::GrantList &list, const Applications::ApplicationStore &store,
        QObject *parent = nullptr);

    /// The list has changed. What its user had chosen stays chosen where the list still has it.
    void takeList();
    /// Names may have become known, or what may be shown of them has changed.
    void refreshTexts();
    /// Rows in which all of its words occur, case and accents aside.
    void setSearch(const QString &text);
    /// Rows that allow this scope; empty: any.
    void setScope(const QString &scope);

    [[nodiscard]] qint64 total() const; ///< rows without search and filter
    /// Every scope that is granted, sorted.
    [[nodiscard]] QStringList scopes() const;
    [[nodiscard]] const Management::ClientGrant *grantAt(int row) const; ///< null: no such row
    /// A cell's real text, for the clipboard.
    [[nodiscard]] QString text(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    /// A grant as it is searched and shown, made once.
    struct Row
    {
        Management::ClientGrant grant;
        QString name{};
        QByteArray searchText{};
        QStringList risks{};
        bool hasScope = true; ///< the one that is asked for, if any
    };
    struct SortKey
    {
        qsizetype number = 0;
        QString text{}; ///< folded

        bool operator<(const SortKey &other) const
        {
            return number != other.number ? number < other.number : text < other.text;
        }
    };

    void nameRow(Row &row) const;
    void readList();
    void sortRows();
    void rearrange();
    [[nodiscard]] std::vector<size_t> fittingRows() const;
    [[nodiscard]] QString nameOf(const Management::ClientGrant &grant) const;
    [[nodiscard]] QString cellText(const Row &row, GrantColumn column) const;
    [[nodiscard]] QString shownCellText(const Row &row, GrantColumn column) const;
    [[nodiscard]] SortKey sortKey(const Row &row) const;

    const Applications::GrantList &m_list;
    const Applications::ApplicationStore &m_store;
    Management::ScopeCatalogue m_catalogue;
    std::vector<Row> m_rows;
    std::vector<size_t> m_sorted; ///< of m_rows: all
    std::vector<size_t> m_shown;  ///< of m_rows: those that are seen
    QList<QByteArray> m_words;
    QString m_scope;
    GrantColumn m_sortColumn = GrantColumn::Application;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace Tenantscope::Ui
