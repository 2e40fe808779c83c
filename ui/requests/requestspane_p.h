// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/tenantsession.h"
#include "ui/requests/requestsmodel.h"
#include "ui/requests/requestspane.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/splitter.h"

QT_BEGIN_NAMESPACE
class QAction;
class QCheckBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class EmptyLook;
class ExchangeView;
class PlainLabel;

/// Puts the parts of the request log's pane together.
class RequestsPane::Private final : public QObject
{
public:
    Private(RequestsPane &pane, Session::TenantSession &session);

    void focusTable();
    void copyCurrent();

    [[nodiscard]] RowTable &table() const { return *m_table; }
    [[nodiscard]] QByteArray splitState() const;
    void setSplitState(const QByteArray &state);

protected:
    /// The pane's being shown and hidden starts and ends the countdown of waits.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *createToolbar();
    QWidget *createTable();
    void connectModel();
    void connectFilters();
    void showRows();
    void showExchange();
    void showLook();
    void tickAgain();
    void goToNewest();
    void noteEnd();

    RequestsPane &m_pane;
    Session::TenantSession &m_session;
    RequestsModel m_model;
    Base::Wake m_tick;
    bool m_isSplit = false; ///< the side view has had a width
    bool m_isAtEnd = true;  ///< the newest row is in view: it stays so as others come

    Splitter *m_split;
    QStackedWidget *m_looks = nullptr;
    EmptyLook *m_empty = nullptr;
    EmptyLook *m_noMatch = nullptr;
    RowTable *m_table = nullptr;
    QLineEdit *m_filter = nullptr;
    QCheckBox *m_failuresOnly = nullptr;
    QPushButton *m_clear = nullptr;
    PlainLabel *m_count = nullptr;
    QAction *m_showAll;
    ExchangeView *m_exchange;
};

} // namespace Tenantscope::Ui
