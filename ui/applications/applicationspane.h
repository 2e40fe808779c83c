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
        QAction *columns = nullptr; ///< opens the chooser
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

    void chooseColumns(); ///< opens the chooser
    void hideColumn();    ///< the one of the current cell
    void moveColumn(int step);

    /// \a group: where the tenant's own state stands. A tenant without one looks as the last one did.
    void saveState(QSettings &settings, const QString &group) const;
    void restoreState(const QSettings &settings, const QString &group);

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
