// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/openedmodel.h"

#include "ui/scopes/scopewords.h"
#include "ui/shared/cellpainter.h"

#include <algorithm>

namespace Tenantscope::Ui {

using Management::Endpoint;

void OpenedModel::setEndpoints(QList<Endpoint> endpoints, QStringList scopes)
{
    if (endpoints == m_endpoints && scopes == m_scopes)
        return;
    beginResetModel();
    m_endpoints = std::move(endpoints);
    m_scopes = std::move(scopes);
    m_hasOthers = std::any_of(
        m_endpoints.begin(), m_endpoints.end(),
        [this](const Endpoint &endpoint) { return !otherwiseText(endpoint, m_scopes).isEmpty(); });
    endResetModel();
}

int OpenedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_endpoints.size());
}

int OpenedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_hasOthers ? columns : columns - 1;
}

QVariant OpenedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(m_endpoints[index.row()], column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case cellStyleRole:
        return QVariant::fromValue(
            column == Column::Otherwise ? CellStyle{.tone = CellStyle::Tone::Secondary}
                                        : CellStyle{.elide = Qt::ElideMiddle, .fixedWidth = true});
    default:
        return {};
    }
}

QVariant OpenedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Method:
        return tr("Method");
    case Column::Path:
        return tr("Path");
    case Column::Otherwise:
        break;
    }
    return tr("Other scopes");
}

QString OpenedModel::text(const Endpoint &endpoint, Column column) const
{
    switch (column) {
    case Column::Method:
        return endpoint.method;
    case Column::Path:
        return endpoint.path;
    case Column::Otherwise:
        break;
    }
    return otherwiseText(endpoint, m_scopes);
}

} // namespace Tenantscope::Ui
