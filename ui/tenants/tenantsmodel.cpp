// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/tenants/tenantsmodel.h"

#include "app/base/plaintext.h"
#include "app/session/tenantbook.h"
#include "ui/shared/presentation.h"

#include <algorithm>

namespace Tenantscope::Ui {

using Session::KnownTenant;

TenantsModel::TenantsModel(Session::TenantBook &book, QObject *parent)
    : QAbstractListModel(parent)
    , m_book(book)
{
    connect(&m_book, &Session::TenantBook::tenantsChanged, this, &TenantsModel::rebuild);
    connect(&m_book, &Session::TenantBook::tenantGone, this, &TenantsModel::forget);
    rebuild();
}

void TenantsModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    rebuild();
}

std::optional<Base::Instant> TenantsModel::tick()
{
    std::optional<Base::Instant> next;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].tenant)
            continue;
        const auto change = wordsOf(*m_rows[i].tenant).nextChange;
        if (!change)
            continue;
        next = next ? std::min(*next, *change) : *change;
        Q_EMIT dataChanged(index(int(i)), index(int(i)), {StateRole});
    }
    return next;
}

int TenantsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TenantsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == IsHeadingRole)
        return !row.tenant;
    if (!row.tenant)
        return role == Qt::DisplayRole ? QVariant(row.heading) : QVariant();
    const KnownTenant &tenant = *row.tenant;
    const TenantWords words = wordsOf(tenant);
    switch (role) {
    case Qt::DisplayRole:
        return shownText(this, Base::plainLine(tenantName(tenant)));
    case Qt::ToolTipRole:
        return plainToolTip(shownText(
            this,
            Base::plainLine(
                tenant.domain().isEmpty() ? tenantName(tenant) : tenant.domain().text())));
    case Qt::AccessibleTextRole:
        return shownText(this, spokenText(tenant));
    case IsProductionRole:
        return tenant.isProduction();
    case StateRole:
        return words.ticking.isEmpty() ? words.state : words.ticking;
    case StateIconRole:
        return words.icon;
    case StateToneRole:
        return int(words.tone);
    default:
        return {};
    }
}

Qt::ItemFlags TenantsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // Not even enabled: the arrow keys go past a heading.
    return tenantAt(index) ? QAbstractListModel::flags(index) | Qt::ItemNeverHasChildren
                           : Qt::ItemNeverHasChildren;
}

KnownTenant *TenantsModel::tenantAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.value(index.row()).tenant : nullptr;
}

QModelIndex TenantsModel::indexOf(const KnownTenant *tenant) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (tenant && m_rows[i].tenant == tenant)
            return index(int(i));
    }
    return {};
}

/// Rows move in one layoutChanged, so that views keep what is current.
void TenantsModel::rebuild()
{
    const QList<Row> after = rows();
    if (after == m_rows)
        return;
    for (const Row &row : after) {
        if (row.tenant)
            follow(*row.tenant);
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<const KnownTenant *> kept;
    for (const QModelIndex &index : before)
        kept.append(tenantAt(index));
    m_rows = after;
    QModelIndexList moved;
    for (const KnownTenant *tenant : kept)
        moved.append(indexOf(tenant));
    changePersistentIndexList(before, moved);
    Q_EMIT layoutChanged();
    Q_EMIT stateChanged();
}

void TenantsModel::follow(KnownTenant &tenant)
{
    const auto tell = [this, known = &tenant] { tenantChanged(known); };
    disconnect(&tenant, nullptr, this, nullptr);
    disconnect(&tenant.session(), nullptr, this, nullptr);
    connect(&tenant, &KnownTenant::changed, this, tell);
    connect(&tenant.session(), &Session::TenantSession::tokenStateChanged, this, tell);
}

void TenantsModel::tenantChanged(const KnownTenant *tenant)
{
    if (const QModelIndex changed = indexOf(tenant); changed.isValid())
        Q_EMIT dataChanged(changed, changed);
    Q_EMIT stateChanged();
}

void TenantsModel::forget(const KnownTenant *tenant)
{
    const QModelIndex gone = indexOf(tenant);
    if (!gone.isValid())
        return;
    beginRemoveRows({}, gone.row(), gone.row());
    m_rows.removeAt(gone.row());
    endRemoveRows();
}

QList<TenantsModel::Row> TenantsModel::rows() const
{
    QList<Row> rows;
    QString heading;
    const QList<KnownTenant *> tenants = m_book.tenants();
    for (KnownTenant *tenant : tenants) {
        const bool isShown = tenantName(*tenant).contains(m_filter, Qt::CaseInsensitive)
            || tenant->domain().text().contains(m_filter, Qt::CaseInsensitive);
        if (!isShown)
            continue;
        const bool isUnsaved = tenant->kind() == KnownTenant::Kind::Unsaved;
        const QString group = isUnsaved ? tr("NOT SAVED") : environmentWord(*tenant);
        if (group != heading)
            rows.append({.heading = group});
        heading = group;
        rows.append({.tenant = tenant});
    }
    return rows;
}

TenantWords TenantsModel::wordsOf(const KnownTenant &tenant) const
{
    return tenantWords(tenant, m_book.services().clock.now());
}

QString TenantsModel::spokenText(const KnownTenant &tenant) const
{
    QStringList parts{Base::plainLine(tenantName(tenant))};
    if (const QString word = environmentWord(tenant); !word.isEmpty())
        parts.append(word);
    parts.append(wordsOf(tenant).state);
    return parts.join(tr(", "));
}

} // namespace Tenantscope::Ui
