// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/ledger/ledgermodel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class LedgerAdvice;
class PlainLabel;
class RowTable;
class Ticker;

/// The tokens that were copied in this run, of all tenants, and what can be done about the current one.
class LedgerPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a ledger and \a clock must outlive the page.
    LedgerPage(Session::TokenLedger &ledger, Base::Clock &clock, QWidget *parent = nullptr);

    void focusTable();

protected:
    bool event(QEvent *event) override;

private:
    void createTable();
    void layOut();
    void connectParts();
    void showLook();
    void showCurrent();
    std::optional<Base::Instant> tick();

    Session::TokenLedger &m_ledger;
    Base::Clock &m_clock;
    LedgerModel m_model;
    PlainLabel *m_count;
    QStackedWidget *m_looks;
    RowTable *m_table;
    LedgerAdvice *m_advice;
    Ticker *m_ticker;
};

} // namespace Tenantscope::Ui
