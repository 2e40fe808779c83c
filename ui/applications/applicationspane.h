// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QSettings;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

/// Shows the applications of one tenant: search, type filter, table, progress, details.
class ApplicationsPane final : public QWidget
{
    Q_OBJECT

public:
    /// The actions that the window owns and this pane's own buttons trigger.
    struct Actions
    {
        QAction *reload = nullptr;
        QAction *stop = nullptr;   ///< Cancel, while loading
        QAction *resume = nullptr; ///< Continue, after a stop
        QAction *toggleDetails = nullptr;
    };

    ApplicationsPane(
        Session::TenantSession &session, const Actions &actions, QWidget *parent = nullptr);
    ~ApplicationsPane() override;

    void focusSearch();
    void focusTable();
    /// Esc: clears the search, or gives focus back to the table; false when there was nothing to leave.
    bool leaveSearch();
    void setDetailsVisible(bool visible);
    [[nodiscard]] bool areDetailsVisible() const;
    /// Copies what is selected: one row → its current cell, several → tab-separated rows as seen.
    void copySelection();
    void copyClientIds();

    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

    /// "1,240 applications", "12 of 1,240 shown · 2 selected", for the status bar.
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void countTextChanged();
    void detailsVisibleChanged(bool visible);
    /// A remedy chosen in the banner that is not this pane's to carry out.
    void editCredentialsRequested();
    void newTokenRequested();

private:
    class Private;
    Private *d;
};

} // namespace Tenantscope::Ui
