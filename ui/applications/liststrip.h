// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/liststate.h"
#include "app/base/clock.h"

#include <QStringList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// The line under the table: how many rows match, how much of the list is here, and what can be done about the rest.
/// Counts a wait down, once a second, while it can be seen.
class ListStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ListStrip(Base::Clock &clock, QWidget *parent = nullptr);

    void setState(const Applications::ListState &state, bool canResume);
    /// Requests wait for their turn: the rate limit is all but used up.
    void setHeldBack(bool isHeldBack);
    /// A search is under way: what is shown is what was found before.
    void setSearching(bool isSearching);
    /// How many rows a filter leaves; nullopt: no filter.
    /// \a lacked: scopes of which any one would let the search see all it looks at; none: it does.
    void setMatches(std::optional<int> matches, const QStringList &lacked);

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void cancelClicked();
    void continueClicked();
    void reloadClicked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showText();
    void tickAgain();

    Base::Clock &m_clock;
    Base::Wake m_tick;
    Applications::ListState m_state;
    std::optional<int> m_matches;
    QStringList m_lacked;
    bool m_isHeldBack = false;
    bool m_isSearching = false;
    PlainLabel *m_label;
    QPushButton *m_cancel;
    QPushButton *m_continue;
    QPushButton *m_reload;
};

} // namespace Tenantscope::Ui
