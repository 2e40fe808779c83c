// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/inspector/claimsmodel.h"

#include "app/base/plaintext.h"
#include "ui/shared/cellpainter.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/shared/timetext.h"

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::TokenMember;

namespace {

constexpr qsizetype longestCell = 2'000;
constexpr qsizetype longestTip = 4'000;
constexpr int alignment = int(Qt::AlignLeft | Qt::AlignVCenter);

CellStyle styleOf(ClaimsModel::Column column)
{
    switch (column) {
    case ClaimsModel::Column::Part:
    case ClaimsModel::Column::Meaning:
        return {.tone = CellStyle::Tone::Secondary};
    case ClaimsModel::Column::Name:
    case ClaimsModel::Column::Value:
        break;
    }
    return {.fixedWidth = true};
}

} // namespace

void ClaimsModel::setMembers(const QList<TokenMember> &members)
{
    if (members == m_members)
        return;
    beginResetModel();
    m_members = members;
    endResetModel();
}

void ClaimsModel::setNow(const QDateTime &now)
{
    const QDateTime before = std::exchange(m_now, now);
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex value = index(row, int(Column::Value));
        const auto &time = m_members[row].time;
        if (time && momentText(*time, before) != momentText(*time, now))
            Q_EMIT dataChanged(value, value, {Qt::DisplayRole});
    }
}

int ClaimsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int ClaimsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ClaimsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TokenMember &member = m_members[index.row()];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shownText(this, text(member, column));
    case Qt::ToolTipRole:
        return column == Column::Value && member.lines.size() > 1
            ? QVariant(plainToolTip(shownText(this, member.lines.join(u'\n').left(longestTip))))
            : QVariant();
    case Qt::TextAlignmentRole:
        return alignment;
    case cellStyleRole:
        return QVariant::fromValue(styleOf(column));
    default:
        return {};
    }
}

QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Part:
        return tr("Part");
    case Column::Name:
        return tr("Name");
    case Column::Meaning:
        return tr("Meaning");
    case Column::Value:
        break;
    }
    return tr("Value");
}

QString ClaimsModel::copyText(const QModelIndex &index) const
{
    const TokenMember &member = m_members[index.row()];
    return index.column() == int(Column::Name) ? member.name : member.lines.join(u'\n');
}

QString ClaimsModel::text(const TokenMember &member, Column column) const
{
    switch (column) {
    case Column::Part:
        return member.part == TokenMember::Part::Header ? tr("Header") : tr("Claim");
    case Column::Name:
        return Base::plainLine(member.name, 200);
    case Column::Meaning:
        return member.meaning;
    case Column::Value:
        break;
    }
    return valueText(member);
}

QString ClaimsModel::valueText(const TokenMember &member) const
{
    if (member.time)
        return momentText(*member.time, m_now);
    return Base::plainLine(member.lines.join(u' '), longestCell);
}

QString instantText(const QDateTime &time, const QDateTime &now)
{
    return ClaimsModel::tr("%1 (%2)").arg(dateText(time.toLocalTime(), now), utcText(time));
}

QString momentText(const QDateTime &time, const QDateTime &now)
{
    return ClaimsModel::tr("%1, %2").arg(instantText(time, now), Session::relativeText(time, now));
}

} // namespace Tenantscope::Ui
