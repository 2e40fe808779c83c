// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopesmodel.h"

#include "ui/scopes/scopewords.h"
#include "ui/shared/presentation.h"

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Management::ScopeRow;

ScopesModel::ScopesModel(const Management::ScopeCatalogue &known, QObject *parent)
    : QAbstractTableModel(parent)
    , m_known(known)
{
}

void ScopesModel::setHolders(const ScopeHolders &holders)
{
    if (holders == m_holders && !m_rows.isEmpty())
        return;
    m_holders = holders;
    arrange();
}

void ScopesModel::setSearch(const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    arrange();
}

void ScopesModel::setFilter(ScopeFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    arrange();
}

int ScopesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ScopesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : scopeColumns;
}

QVariant ScopesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QVariant cell = ScopeColumn(index.column()) == ScopeColumn::Resource
        ? resourceCell(m_rows[index.row()].resource, role)
        : scopeCell(scopesAt(index), m_holders, m_known, role);
    const bool isRead = role == Qt::DisplayRole || role == Qt::ToolTipRole
        || role == Qt::AccessibleTextRole;
    return isRead && cell.isValid() ? shownText(this, cell.toString()) : cell;
}

QVariant ScopesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= scopeColumns)
        return {};
    return scopeHeader(ScopeColumn(section), role);
}

QStringList ScopesModel::scopesAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const ScopeRow &row = m_rows[index.row()];
    if (ScopeColumn(index.column()) == ScopeColumn::Resource)
        return row.all();
    return row.scopes[size_t(index.column() - 1)];
}

QString ScopesModel::resourceAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].resource : QString();
}

int ScopesModel::rowOf(const QString &resource) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&resource](const ScopeRow &row) {
        return row.resource == resource;
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void ScopesModel::arrange()
{
    QStringList tokens = m_holders.here.scopes.names();
    if (m_holders.there)
        tokens += m_holders.there->scopes.names();
    QList<ScopeRow> rows = Management::scopeMatrix(m_known, tokens);
    rows.removeIf([this](const ScopeRow &row) { return !passes(row); });
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

bool ScopesModel::passes(const ScopeRow &row) const
{
    const QStringList scopes = row.all();
    const bool isWanted = std::any_of(
        scopes.begin(), scopes.end(), [this](const QString &scope) { return passesFilter(scope); });
    return isWanted && passesSearch(row);
}

bool ScopesModel::passesFilter(const QString &scope) const
{
    if (m_filter == ScopeFilter::All)
        return true;
    const Holding holding = m_holders.of(scope);
    const bool isHeld = holding != Holding::Nobody && holding != Holding::Unknown;
    switch (m_filter) {
    case ScopeFilter::All:
    case ScopeFilter::Granted:
        return isHeld;
    case ScopeFilter::Risky:
        return isHeld && isRisky(m_known.kindOf(scope));
    case ScopeFilter::Differences:
        break;
    }
    return isHeld && holding != Holding::Both;
}

bool ScopesModel::passesSearch(const ScopeRow &row) const
{
    if (m_words.isEmpty())
        return true;
    QStringList texts = row.all();
    for (const QString &scope : row.all())
        texts.append(kindWords(m_known.kindOf(scope)));
    const QString text = texts.join(u' ');
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace Tenantscope::Ui
