// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"
#include "app/session/tenantsession.h"
#include "ui/grants/grantsmodel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class Banner;
class EmptyLook;
class PlainLabel;
class ProgressLine;
class RowTable;
class SearchField;

/// One tenant's client grants: who may do what, and who has a scope. Asks for them when it is first shown.
class GrantsPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a session must outlive the page.
    explicit GrantsPage(Session::TenantSession &session, QWidget *parent = nullptr);

    void focusSearch();
    /// Shows only what allows \a scope; empty: all.
    void setScope(const QString &scope);

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *createToolbar();
    void createTable();
    void layOut();
    void connectParts();
    void follow();
    void showTrouble();
    void showLook();
    void fillScopes();
    void reload();
    void copyCell();
    void carryOut(Session::Remedy remedy);
    [[nodiscard]] bool isWorthShowing() const;
    [[nodiscard]] bool isLoading() const;

    Session::TenantSession &m_session;
    GrantsModel m_model;
    SearchField *m_search;
    QComboBox *m_scope;
    QPushButton *m_reload;
    QPushButton *m_cancel;
    Banner *m_banner;
    ProgressLine *m_progress;
    QStackedWidget *m_looks;
    RowTable *m_table;
    EmptyLook *m_empty;
    PlainLabel *m_count;
};

} // namespace Tenantscope::Ui
