// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/ledger/ledgermodel.h"

#include "ui/shared/ticker.h"

#include <algorithm>

namespace Tenantscope::Ui {

using Session::TokenCopy;
using Session::TokenLedger;

LedgerModel::LedgerModel(const TokenLedger &ledger, const Base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_size(ledger.size())
{
    connect(&ledger, &TokenLedger::recorded, this, &LedgerModel::recorded);
    connect(&ledger, &TokenLedger::aboutToBeRemoved, this, &LedgerModel::aboutToBeRemoved);
    connect(&ledger, &TokenLedger::removed, this, &LedgerModel::removed);
}

std::optional<Base::Instant> LedgerModel::tick()
{
    const Base::Instant now = m_clock.now();
    std::optional<Base::Instant> next;
    for (int row = 0; row < m_size; ++row) {
        const TokenCopy &copy = *copyAt(row);
        if (!copy.diesAt || !copy.isAlive(now))
            continue;
        const Base::Instant change = nextChange(
            now, *copy.diesAt, countdownUnit(*copy.diesAt - now));
        next = next ? std::min(*next, change) : change;
    }
    if (m_size > 0) // all columns: one that has just died looks different
        Q_EMIT dataChanged(index(0, 0), index(m_size - 1, ledgerColumns - 1), {Qt::DisplayRole});
    return next;
}

int LedgerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_size;
}

int LedgerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ledgerColumns;
}

QVariant LedgerModel::data(const QModelIndex &index, int role) const
{
    const TokenCopy *copy = index.isValid() ? copyAt(index.row()) : nullptr;
    return copy ? ledgerCell(*copy, LedgerColumn(index.column()), m_clock, role, this) : QVariant();
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ledgerColumns)
        return {};
    return ledgerHeader(LedgerColumn(section), role);
}

const TokenCopy *LedgerModel::copyAt(int row) const
{
    const int index = indexOf(row);
    return row >= 0 && index >= 0 && index < m_ledger.size() ? &m_ledger.at(index) : nullptr;
}

void LedgerModel::recorded()
{
    beginInsertRows({}, 0, 0);
    ++m_size;
    endInsertRows();
}

void LedgerModel::aboutToBeRemoved(int index)
{
    beginRemoveRows({}, indexOf(index), indexOf(index));
}

void LedgerModel::removed()
{
    --m_size;
    endRemoveRows();
}

} // namespace Tenantscope::Ui
