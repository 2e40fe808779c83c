// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/requests/requestsmodel.h"

#include "ui/requests/requesttext.h"
#include "ui/shared/presentation.h"

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Http::Exchange;
using Session::RequestLog;

RequestsModel::RequestsModel(const RequestLog &log, const Base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(log)
    , m_clock(clock)
{
    connect(&log, &RequestLog::appended, this, &RequestsModel::appended);
    connect(&log, &RequestLog::changed, this, &RequestsModel::changed);
    connect(&log, &RequestLog::removedFirst, this, &RequestsModel::removedFirst);
    connect(&log, &RequestLog::cleared, this, &RequestsModel::cleared);
    filterAnew();
}

void RequestsModel::setFilter(const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    filterAnew();
}

void RequestsModel::setFailuresOnly(bool failuresOnly)
{
    if (failuresOnly == m_failuresOnly)
        return;
    m_failuresOnly = failuresOnly;
    filterAnew();
}

void RequestsModel::tick()
{
    constexpr int note = int(RequestColumn::Note);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, note), index(rowCount() - 1, note), {Qt::DisplayRole});
}

int RequestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RequestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : requestColumns;
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    const Exchange *exchange = index.isValid() ? exchangeAt(index.row()) : nullptr;
    if (!exchange)
        return {};
    if (role == Qt::DisplayRole)
        return shownText(this, copyText(index));
    return requestCell(*exchange, RequestColumn(index.column()), m_clock.now(), role);
}

QVariant RequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= requestColumns)
        return {};
    return requestHeader(RequestColumn(section), role);
}

const Exchange *RequestsModel::exchangeAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const qint64 index = m_rows[size_t(row)] - m_firstNumber;
    return index >= 0 && index < m_log.size() ? &m_log.at(int(index)) : nullptr;
}

QString RequestsModel::copyText(const QModelIndex &index) const
{
    const Exchange *exchange = index.isValid() ? exchangeAt(index.row()) : nullptr;
    if (!exchange)
        return {};
    const auto column = RequestColumn(index.column());
    return requestCell(*exchange, column, m_clock.now(), Qt::DisplayRole).toString();
}

bool RequestsModel::isFiltered() const
{
    return m_failuresOnly || !m_words.isEmpty();
}

std::optional<std::chrono::nanoseconds> RequestsModel::shortestWait() const
{
    std::optional<std::chrono::nanoseconds> shortest;
    for (int row = 0; row < rowCount(); ++row) {
        const Exchange *exchange = exchangeAt(row);
        const auto left = exchange ? waitLeft(*exchange, m_clock.now()) : std::nullopt;
        if (left && (!shortest || *left < *shortest))
            shortest = left;
    }
    return shortest;
}

void RequestsModel::appended()
{
    const int last = m_log.size() - 1;
    if (!passes(m_log.at(last)))
        return;
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(m_firstNumber + last);
    endInsertRows();
}

void RequestsModel::changed(int index)
{
    const qint64 number = m_firstNumber + index;
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), number);
    const int row = int(place - m_rows.begin());
    const bool isShown = place != m_rows.end() && *place == number;
    const bool isWanted = passes(m_log.at(index));
    if (isShown && isWanted) {
        Q_EMIT dataChanged(this->index(row, 0), this->index(row, requestColumns - 1));
    } else if (isShown) {
        beginRemoveRows({}, row, row);
        m_rows.erase(place);
        endRemoveRows();
    } else if (isWanted) {
        beginInsertRows({}, row, row);
        m_rows.insert(place, number);
        endInsertRows();
    }
}

void RequestsModel::removedFirst(int count)
{
    m_firstNumber += count;
    const auto end = std::lower_bound(m_rows.begin(), m_rows.end(), m_firstNumber);
    if (end == m_rows.begin())
        return;
    beginRemoveRows({}, 0, int(end - m_rows.begin()) - 1);
    m_rows.erase(m_rows.begin(), end);
    endRemoveRows();
}

void RequestsModel::cleared()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void RequestsModel::filterAnew()
{
    std::vector<qint64> rows;
    for (int index = 0; index < m_log.size(); ++index) {
        if (passes(m_log.at(index)))
            rows.push_back(m_firstNumber + index);
    }
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const std::vector<qint64> old = std::exchange(m_rows, std::move(rows));
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before) {
        const qint64 number = old[size_t(index.row())];
        const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), number);
        const bool isShown = place != m_rows.end() && *place == number;
        after.append(
            isShown ? createIndex(int(place - m_rows.begin()), index.column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

bool RequestsModel::passes(const Exchange &exchange) const
{
    if (m_failuresOnly && !isFailure(exchange))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = exchange.method + u' ' + urlText(exchange) + u' '
        + QString::number(exchange.status) + u' ' + requestNote(exchange, m_clock.now());
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace Tenantscope::Ui
