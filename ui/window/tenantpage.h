// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class TenantSession;
class TokenLedger;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

class ApplicationsPane;
class ProductionConsent;
class RequestsPane;
class SecretClipboard;
class SettingsKeeper;
class Splitter;
class TokenPane;
class WindowActions;

/// What the views of all of a window's tenants share; it outlives them.
struct ViewShared
{
    SecretClipboard &clipboard;
    ProductionConsent &consent;
    const SettingsKeeper &settings;
    const QSettings &state; ///< how the window looked last
    Session::TokenLedger &ledger;
    const WindowActions &actions;
};

/// One tenant's token, applications and request log, one above the other.
class TenantPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a session must outlive the page.
    TenantPage(
        Session::TenantSession &session, const ViewShared &shared, QWidget *parent = nullptr);

    [[nodiscard]] TokenPane &token() const { return *m_token; }
    [[nodiscard]] ApplicationsPane &applications() const { return *m_applications; }

    void setRequestsVisible(bool visible);
    /// Copies what is current in the pane that \a focus is in.
    void copyCurrent(QWidget *focus);
    /// Moves the focus to the next pane, or to the one before.
    void movePane(int step);
    /// Whether a step from the pane that has the focus leads out of this page.
    [[nodiscard]] bool isAtEnd(int step) const;

    /// \a group: where in the state the tenant's own looks stand.
    void saveState(QSettings &settings, const QString &group) const;
    void restoreState(const QString &group);

private:
    void createPanes();
    void createRequests();
    [[nodiscard]] QList<QWidget *> panes() const;
    [[nodiscard]] qsizetype currentPane() const; ///< −1: none has the focus

    Session::TenantSession &m_session;
    const ViewShared m_shared;
    TokenPane *m_token = nullptr;
    ApplicationsPane *m_applications = nullptr;
    RequestsPane *m_requests = nullptr; ///< once it is asked for
    Splitter *m_splitter = nullptr;
};

} // namespace Tenantscope::Ui
