// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/sortkeys.h"

#include "app/applications/applicationstore.h"

#include <algorithm>
#include <numeric>

namespace Tenantscope::Applications {

namespace {

/// The "C" locale compares bytes: "App 10" before "App 9". Nobody reads like that.
QLocale sortLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

bool isNumber(Column column)
{
    return column == Column::Callbacks || column == Column::FirstParty
        || column == Column::Findings;
}

/// Dense ranks of 0 … \a count − 1 under \a compare, which tells less, equal, greater.
template<typename Compare>
std::vector<quint32> denseRanks(size_t count, Compare compare)
{
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) { return compare(a, b) < 0; });
    std::vector<quint32> ranks(count);
    quint32 rank = 0;
    for (size_t i = 0; i < count; ++i) {
        if (i > 0 && compare(order[i - 1], order[i]) < 0)
            ++rank;
        ranks[size_t(order[i])] = rank;
    }
    return ranks;
}

/// The first eight bytes of \a text as a number that compares as they do.
quint64 firstBytes(QByteArrayView text)
{
    quint64 number = 0;
    for (qsizetype i = 0; i < qsizetype(sizeof number); ++i)
        number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
    return number;
}

} // namespace

SortKeys::SortKeys(const ApplicationStore &store, Column column)
    : m_store(store)
    , m_column(column)
    , m_collator(sortLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    update({});
}

void SortKeys::update(const std::vector<int> &replaced)
{
    if (m_column == Column::ClientId)
        return; // the store has them, and a client ID never changes
    for (const int row : replaced) {
        if (row < int(m_values.size()))
            m_values[size_t(row)] = valueOf(row);
    }
    for (int row = int(m_values.size()); row < m_store.size(); ++row)
        m_values.push_back(valueOf(row));
}

quint32 SortKeys::valueOf(int row)
{
    if (m_store.absence(row, m_column) != Absence::None)
        return absentRank;
    if (m_column == Column::Callbacks)
        return quint32(m_store.callbackCount(row));
    if (m_column == Column::Findings) {
        const Tally found = m_store.tally(row);
        return quint32(found.worst) << 8 | quint32(found.count); // there are at most 64
    }
    const QString text = m_store.text(row, m_column);
    if (m_column == Column::FirstParty)
        return text == QLatin1StringView("true") ? 1 : 0;
    const auto known = m_keyOfText.constFind(text);
    if (known != m_keyOfText.cend())
        return *known;
    m_keys.push_back(m_collator.sortKey(text));
    const quint32 index = quint32(m_keys.size() - 1);
    if (m_column != Column::Name)
        m_keyOfText.insert(text, index);
    return index;
}

int SortKeys::compare(int left, int right, bool descending) const
{
    const bool leftAbsent = isAbsent(left);
    const bool rightAbsent = isAbsent(right);
    if (leftAbsent || rightAbsent)
        return int(leftAbsent) - int(rightAbsent);
    const int ascending = compareValues(left, right);
    return descending ? -ascending : ascending;
}

bool SortKeys::isAbsent(int row) const
{
    return m_column == Column::ClientId ? m_store.clientIdUtf8(row).isEmpty()
                                        : m_values[size_t(row)] == absentRank;
}

int SortKeys::compareValues(int left, int right) const
{
    if (m_column == Column::ClientId)
        return m_store.clientIdUtf8(left).compare(m_store.clientIdUtf8(right));
    const quint32 leftValue = m_values[size_t(left)];
    const quint32 rightValue = m_values[size_t(right)];
    if (leftValue == rightValue)
        return 0;
    if (isNumber(m_column))
        return leftValue < rightValue ? -1 : int(leftValue > rightValue);
    return m_keys[leftValue].compare(m_keys[rightValue]);
}

std::vector<quint32> SortKeys::ranks() const
{
    if (isNumber(m_column))
        return m_values;
    return m_column == Column::ClientId ? idRanks() : textRanks();
}

std::vector<quint32> SortKeys::ranksAlong(const std::vector<int> &rows) const
{
    std::vector<quint32> ranks(rows.size());
    quint32 rank = 0;
    for (size_t place = 0; place < rows.size(); ++place) {
        if (place > 0 && compare(rows[place - 1], rows[place], false) < 0)
            ++rank;
        ranks[size_t(rows[place])] = isAbsent(rows[place]) ? absentRank : rank;
    }
    return ranks;
}

std::vector<quint32> SortKeys::textRanks() const
{
    const std::vector<quint32> keyRanks = denseRanks(m_keys.size(), [this](int a, int b) {
        return m_keys[size_t(a)].compare(m_keys[size_t(b)]);
    });
    std::vector<quint32> ranks(m_values.size());
    std::ranges::transform(m_values, ranks.begin(), [&keyRanks](quint32 value) {
        return value == absentRank ? absentRank : keyRanks[value];
    });
    return ranks;
}

std::vector<quint32> SortKeys::idRanks() const
{
    // Client IDs are random: their first bytes nearly always decide, and need no look at the rest.
    std::vector<quint64> starts(size_t(m_store.size()));
    for (int row = 0; row < m_store.size(); ++row)
        starts[size_t(row)] = firstBytes(m_store.clientIdUtf8(row));
    std::vector<quint32> ranks = denseRanks(starts.size(), [&](int a, int b) {
        const quint64 left = starts[size_t(a)];
        const quint64 right = starts[size_t(b)];
        return left != right ? (left < right ? -1 : 1) : compareValues(a, b);
    });
    for (int row = 0; row < m_store.size(); ++row) {
        if (isAbsent(row))
            ranks[size_t(row)] = absentRank;
    }
    return ranks;
}

} // namespace Tenantscope::Applications
