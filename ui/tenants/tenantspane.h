// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QLineEdit;
class QListView;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class KnownTenant;
class TenantBook;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

class TenantsModel;
class Ticker;

/// The list of all tenants: says which one is chosen, and which is to be opened.
class TenantsPane final : public QWidget
{
    Q_OBJECT
    Q_MOC_INCLUDE("app/session/knowntenant.h")

public:
    /// From so many tenants on there is a filter.
    static constexpr int filterFrom = 6;

    /// \a add stands beside the title, \a menu is what a row's context menu holds; both are the window's.
    TenantsPane(
        Session::TenantBook &book, QAction *add, const QList<QAction *> &menu,
        QWidget *parent = nullptr);

    void setCurrent(const Session::KnownTenant *tenant); ///< without telling
    void focusList();

Q_SIGNALS:
    void chosen(Tenantscope::Session::KnownTenant *tenant);
    void openRequested(Tenantscope::Session::KnownTenant *tenant); ///< Enter, or a double click

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut(QAction *add);
    void connectParts();
    void setFilter(const QString &text);
    void showFilter();
    void tellChosen();
    void restoreCurrent();

    Session::TenantBook &m_book;
    TenantsModel *m_model;
    QLineEdit *m_filter;
    QListView *m_list;
    Ticker *m_ticker;
    const Session::KnownTenant *m_current = nullptr;
    bool m_isQuiet = false; ///< the current row changes, and nobody chose it
};

} // namespace Tenantscope::Ui
