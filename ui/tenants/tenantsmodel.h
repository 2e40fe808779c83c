// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/tenants/tenantwords.h"

#include <QAbstractListModel>

namespace Tenantscope::Session {
class TenantBook;
}

namespace Tenantscope::Ui {

/// A book's tenants as rows, each group under its heading, narrowed to those whose name or domain holds a text.
class TenantsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IsHeadingRole = Qt::UserRole + 1,
        IsProductionRole,
        StateRole,     ///< as it is painted
        StateIconRole, ///< name of the icon
        StateToneRole, ///< PlainLabel::Tone as int
    };

    explicit TenantsModel(Session::TenantBook &book, QObject *parent = nullptr);

    void setFilter(const QString &text);
    /// Tells views that what counts down has changed, and when it will next; nullopt: not by the time alone.
    std::optional<Base::Instant> tick();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] Session::KnownTenant *tenantAt(
        const QModelIndex &index) const; ///< null: a heading
    [[nodiscard]] QModelIndex indexOf(const Session::KnownTenant *tenant) const;

Q_SIGNALS:
    void stateChanged(); ///< a tenant's, and with it perhaps the time of the next tick

private:
    struct Row
    {
        QString heading = {}; ///< else a tenant
        Session::KnownTenant *tenant = nullptr;
        bool operator==(const Row &) const = default;
    };
    void rebuild();
    void follow(Session::KnownTenant &tenant);
    void tenantChanged(const Session::KnownTenant *tenant);
    void forget(const Session::KnownTenant *tenant);
    [[nodiscard]] QList<Row> rows() const;
    [[nodiscard]] TenantWords wordsOf(const Session::KnownTenant &tenant) const;
    [[nodiscard]] QString spokenText(const Session::KnownTenant &tenant) const;

    Session::TenantBook &m_book;
    QString m_filter;
    QList<Row> m_rows;
};

} // namespace Tenantscope::Ui
