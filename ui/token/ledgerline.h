// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/tokenledger.h"

#include <QWidget>

namespace Tenantscope::Ui {

class PlainLabel;
class Ticker;

/// The line that tells how many copied tokens of one tenant still work; nothing while there are none.
class LedgerLine final : public QWidget
{
    Q_OBJECT

public:
    /// \a ledger and \a clock must outlive the line.
    LedgerLine(const Session::TokenLedger &ledger, Base::Clock &clock, QWidget *parent = nullptr);

    /// Whose tokens are counted, as Domain::text(); \a clockSkew as Http::Client::clockSkew().
    void setTenant(const QString &domain, std::optional<std::chrono::seconds> clockSkew);
    [[nodiscard]] QString text() const; ///< "2 copied tokens still alive, longest until 14:05"

Q_SIGNALS:
    void showRequested();

private:
    std::optional<Base::Instant> showCount();
    [[nodiscard]] QString textFor(const Session::TokenLedger::Alive &alive) const;

    const Session::TokenLedger &m_ledger;
    Base::Clock &m_clock;
    QString m_domain;
    std::optional<std::chrono::seconds> m_clockSkew;
    PlainLabel *m_text;
    Ticker *m_ticker;
};

} // namespace Tenantscope::Ui
