// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/scopematrix.h"
#include "ui/scopes/scopecell.h"

#include <QAbstractTableModel>

namespace Tenantscope::Ui {

/// Which resources the matrix shows.
enum class ScopeFilter {
    All,
    Granted,     ///< with a scope that somebody holds
    Risky,       ///< with a risky one that somebody holds
    Differences, ///< with one that only one of two holds
};

/// Shows scopes as a matrix of resources and verbs, as far as search and filter let them through.
class ScopesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// \a known must outlive the model.
    explicit ScopesModel(const Management::ScopeCatalogue &known, QObject *parent = nullptr);

    void setHolders(const ScopeHolders &holders);
    /// Words that all must occur in a resource's name, its scopes' names or what they risk.
    void setSearch(const QString &text);
    void setFilter(ScopeFilter filter);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const ScopeHolders &holders() const { return m_holders; }
    /// Those of the cell; those of the whole row for the column of resources.
    [[nodiscard]] QStringList scopesAt(const QModelIndex &index) const;
    [[nodiscard]] QString resourceAt(int row) const;
    /// The row of \a resource; −1: it is not shown.
    [[nodiscard]] int rowOf(const QString &resource) const;

private:
    void arrange();
    [[nodiscard]] bool passes(const Management::ScopeRow &row) const;
    [[nodiscard]] bool passesFilter(const QString &scope) const;
    [[nodiscard]] bool passesSearch(const Management::ScopeRow &row) const;

    const Management::ScopeCatalogue &m_known;
    ScopeHolders m_holders;
    QStringList m_words;
    ScopeFilter m_filter = ScopeFilter::All;
    QList<Management::ScopeRow> m_rows;
};

} // namespace Tenantscope::Ui
