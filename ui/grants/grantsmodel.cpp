// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/grants/grantsmodel.h"

#include "app/base/plaintext.h"
#include "ui/grants/grantwords.h"
#include "ui/shared/cellpainter.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Management::ClientGrant;

namespace {

constexpr qsizetype longestCell = 500;

Qt::Alignment alignmentOf(GrantColumn column)
{
    return (column == GrantColumn::ScopeCount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

GrantsModel::GrantsModel(
    const Applications::GrantList &list, const Applications::ApplicationStore &store,
    QObject *parent)
    : QAbstractTableModel(parent)
    , m_list(list)
    , m_store(store)
    , m_catalogue(Management::ScopeCatalogue::read())
{
    readList();
}

void GrantsModel::takeList()
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList ids; // of what they stand for
    for (const QModelIndex &index : before)
        ids.append(grantAt(index.row())->id());
    readList();
    QHash<QString, int> rowOfId;
    for (int row = 0; row < rowCount(); ++row)
        rowOfId.insert(grantAt(row)->id(), row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = ids[i].isEmpty() ? -1 : rowOfId.value(ids[i], -1);
        after.append(row < 0 ? QModelIndex() : createIndex(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void GrantsModel::readList()
{
    m_rows.clear();
    for (const ClientGrant &grant : m_list.grants()) {
        Row row{.grant = grant, .risks = riskLines(grant, m_catalogue)};
        nameRow(row);
        row.hasScope = m_scope.isEmpty() || grant.grants(m_scope);
        m_rows.push_back(std::move(row));
    }
    sortRows();
    m_shown = fittingRows();
}

void GrantsModel::refreshTexts()
{
    for (Row &row : m_rows)
        nameRow(row);
    sortRows();
    rearrange();
}

void GrantsModel::setSearch(const QString &text)
{
    m_words.clear();
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        m_words.append(Applications::fold(word));
    rearrange();
}

void GrantsModel::setScope(const QString &scope)
{
    if (scope == std::exchange(m_scope, scope))
        return;
    for (Row &row : m_rows)
        row.hasScope = m_scope.isEmpty() || row.grant.grants(m_scope);
    rearrange();
}

qint64 GrantsModel::total() const
{
    return qint64(m_rows.size());
}

QStringList GrantsModel::scopes() const
{
    QSet<QString> known;
    for (const Row &row : m_rows) {
        const QStringList scopes = row.grant.scopes();
        for (const QString &scope : scopes)
            known.insert(scope);
    }
    QStringList sorted(known.begin(), known.end());
    sorted.sort();
    return sorted;
}

const ClientGrant *GrantsModel::grantAt(int row) const
{
    const bool isRow = row >= 0 && row < rowCount();
    return isRow ? &m_rows[m_shown[size_t(row)]].grant : nullptr;
}

QString GrantsModel::text(const QModelIndex &index) const
{
    return grantAt(index.row())
        ? cellText(m_rows[m_shown[size_t(index.row())]], GrantColumn(index.column()))
        : QString();
}

int GrantsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int GrantsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : grantColumns;
}

QVariant GrantsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[m_shown[size_t(index.row())]];
    const auto column = GrantColumn(index.column());
    const bool tellsRisk = column == GrantColumn::ScopeCount && !row.risks.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return shownCellText(row, column);
    case Qt::AccessibleTextRole:
        return tellsRisk ? QString(shownCellText(row, column) + u"; "_s + row.risks.join(u"; "_s))
                         : shownCellText(row, column);
    case Qt::ToolTipRole:
        return tellsRisk ? QVariant(plainToolTip(row.risks.join(u'\n'))) : QVariant();
    case Qt::TextAlignmentRole:
        return int(alignmentOf(column));
    case cellStyleRole: {
        CellStyle style;
        style.fixedWidth = column == GrantColumn::ClientId || column == GrantColumn::Api;
        if (column == GrantColumn::ClientId)
            style.elide = Qt::ElideMiddle;
        if (tellsRisk) {
            style.tone = CellStyle::Tone::Caution;
            style.icon = "triangle-alert";
        } else if (column == GrantColumn::Subject || row.name.isEmpty()) {
            style.tone = CellStyle::Tone::Secondary;
        }
        return QVariant::fromValue(style);
    }
    default:
        return {};
    }
}

QVariant GrantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= grantColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(alignmentOf(GrantColumn(section)));
    if (role != Qt::DisplayRole)
        return {};
    switch (GrantColumn(section)) {
    case GrantColumn::Application:
        return tr("Application");
    case GrantColumn::ClientId:
        return tr("Client ID");
    case GrantColumn::Api:
        return tr("API");
    case GrantColumn::ScopeCount:
        return tr("Count");
    case GrantColumn::Scopes:
        return tr("Scopes");
    case GrantColumn::Subject:
        return tr("Subject");
    }
    Q_UNREACHABLE();
}

void GrantsModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column < 0 ? GrantColumn::Application : GrantColumn(column);
    m_order = order;
    sortRows();
    rearrange();
}

void GrantsModel::nameRow(Row &row) const
{
    row.name = nameOf(row.grant);
    const QStringList texts{
        row.name, row.grant.clientId(), row.grant.audience(), row.grant.scopes().join(u' ')};
    row.searchText = Applications::fold(texts.join(QChar(0x1f)));
}

/// What rows are compared by is read out of them once; kept, it would be as large as the list.
void GrantsModel::sortRows()
{
    std::vector<SortKey> keys;
    keys.reserve(m_rows.size());
    for (const Row &row : m_rows)
        keys.push_back(sortKey(row));
    m_sorted.resize(m_rows.size());
    std::iota(m_sorted.begin(), m_sorted.end(), size_t(0));
    std::ranges::stable_sort(m_sorted, [this, &keys](size_t left, size_t right) {
        return m_order == Qt::AscendingOrder ? keys[left] < keys[right] : keys[right] < keys[left];
    });
}

std::vector<size_t> GrantsModel::fittingRows() const
{
    std::vector<size_t> fitting;
    std::ranges::copy_if(m_sorted, std::back_inserter(fitting), [this](size_t place) {
        const Row &row = m_rows[place];
        return row.hasScope && std::ranges::all_of(m_words, [&row](const QByteArray &word) {
                   return row.searchText.contains(word);
               });
    });
    return fitting;
}

/// Shows what fits, in its order; what its user had chosen stays chosen while it is seen.
void GrantsModel::rearrange()
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    const std::vector<size_t> old = std::exchange(m_shown, fittingRows());
    std::vector<int> places(m_rows.size(), -1);
    for (size_t row = 0; row < m_shown.size(); ++row)
        places[m_shown[row]] = int(row);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const int place = places[old[size_t(index.row())]];
        after.append(place < 0 ? QModelIndex() : createIndex(place, index.column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

QString GrantsModel::nameOf(const ClientGrant &grant) const
{
    if (grant.clientId().isEmpty())
        return ownerText(grant);
    const std::optional<int> row = m_store.rowOf(grant.clientId());
    return row ? m_store.text(*row, Applications::Column::Name) : QString();
}

QString GrantsModel::cellText(const Row &row, GrantColumn column) const
{
    switch (column) {
    case GrantColumn::Application:
        return row.name;
    case GrantColumn::ClientId:
        return row.grant.clientId();
    case GrantColumn::Api:
        return row.grant.audience();
    case GrantColumn::ScopeCount:
        return scopeCountText(row.grant);
    case GrantColumn::Scopes:
        return row.grant.scopes().join(u' ');
    case GrantColumn::Subject:
        return row.grant.subjectType();
    }
    Q_UNREACHABLE();
}

QString GrantsModel::shownCellText(const Row &row, GrantColumn column) const
{
    const QString text = Base::plainLine(cellText(row, column), longestCell);
    if (text.isEmpty())
        return u"–"_s;
    if (column == GrantColumn::Application)
        return shownName(this, text);
    return column == GrantColumn::ClientId ? shownIdentifier(this, text) : shownText(this, text);
}

GrantsModel::SortKey GrantsModel::sortKey(const Row &row) const
{
    if (m_sortColumn == GrantColumn::ScopeCount)
        return {
            .number = row.grant.allowsAllScopes() ? std::numeric_limits<qsizetype>::max()
                                                  : row.grant.scopes().size()};
    return {.text = cellText(row, m_sortColumn).toCaseFolded()};
}

} // namespace Tenantscope::Ui
