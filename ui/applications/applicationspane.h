// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowformat.h"
#include "app/applications/termfor.h"
#include "ui/applications/detailsside.h"
#include "ui/applications/searchmemory.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QSettings;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

class SecretClipboard;
class SettingsKeeper;

/// Shows the applications of one tenant: search, type filter, table, progress, details.
class ApplicationsPane final : public QWidget
{
    Q_OBJECT

public:
    /// What it shares with the window's other panes; all must outlive it.
    struct Shared
    {
        SecretClipboard &clipboard;
        const SettingsKeeper &settings;
    };
    /// The actions that the window owns and this pane's own buttons trigger.
    struct Actions
    {
        QAction *reload = nullptr;
        QAction *stop = nullptr;   ///< Cancel, while loading
        QAction *resume = nullptr; ///< Continue, after a stop
        QAction *toggleDetails = nullptr;
        QAction *columns = nullptr; ///< opens the chooser
        QAction *exportRows = nullptr;
        QAction *revealSecret = nullptr;
        QAction *compareSecret = nullptr;
        QAction *copyRows = nullptr;     ///< its menu: the formats
        QList<QAction *> ofRows = {};    ///< that the table's context menu offers
        QList<QAction *> ofColumns = {}; ///< that its header's offers
    };

    ApplicationsPane(
        Session::TenantSession &session, const Shared &shared, const Actions &actions,
        QWidget *parent = nullptr);
    ~ApplicationsPane() override;

    void focusSearch();
    void focusTable();
    /// Esc: clears the search, or gives focus back to the table; false when there was nothing to leave.
    bool leaveSearch();
    void openSearches();   ///< the menu of earlier searches and saved views
    void openSearchHelp(); ///< the menu of what a search can say
    void saveView();       ///< asks for a name
    void setSearchKeeping(Keeping keeping);
    void setDetailsVisible(bool visible);
    /// Shows the page that \a maker gives behind the details' own, once they are made.
    void addDetailsPage(const DetailsSide::PageMaker &maker, const QString &title);
    [[nodiscard]] bool areDetailsVisible() const;
    /// Copies what is selected: one row → its current cell, several → tab-separated rows as seen.
    void copySelection();
    /// Copies the selected rows; of very many, it says by noted() how far it is.
    void copyRows(Applications::RowFormat format);
    /// Esc: cancels that; false when none is under way.
    bool leaveCopy();
    void openCopyMenu(); ///< the one that Actions::copyRows has
    [[nodiscard]] bool isTableFocused() const;
    /// Asks for a file, and writes all that the table shows into it, as what is seen or with all fields.
    void exportRows();
    /// Narrows the search to applications with the current cell's value, or leaves those out: termFor() tells which.
    void filterByCell(Applications::TermUse use);
    /// Why it cannot, in words; empty: it can.
    [[nodiscard]] QString whyNoFilterByCell() const;
    void openInDashboard(); ///< the current application, in the browser; no token goes along
    [[nodiscard]] bool canOpenInDashboard() const;

    /// Ask in the details for the current application's secret, or for one to compare with it.
    void revealSecret();
    void compareSecret();
    /// Esc: ends that; false when there was nothing to end.
    bool leaveSecret();
    /// Why neither can be had, in words; empty: they can.
    [[nodiscard]] QString whyNoSecret() const;

    void chooseColumns(); ///< opens the chooser
    void hideColumn();    ///< the one of the current cell
    void moveColumn(int step);
    void widenColumn(int steps); ///< negative: makes it narrower
    /// By the column of the current cell; once more: in the tenant's order.
    void sortByColumn(Qt::SortOrder order);

    /// \a group: where the tenant's own state stands. A tenant without one looks as the last one did.
    void saveState(QSettings &settings, const QString &group) const;
    void restoreState(const QSettings &settings, const QString &group);

    /// "1,240 applications", "12 of 1,240 shown · 2 selected", for the status bar.
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void countTextChanged();
    void chosenChanged(); ///< another application, or none: whyNoSecret() may have changed
    void detailsVisibleChanged(bool visible);
    /// A remedy chosen in the banner that is not this pane's to carry out.
    void editCredentialsRequested();
    void newTokenRequested();
    /// Text for the window's notice: what becomes of an export or a long copy.
    void noted(const QString &text);

private:
    class Private;
    Private *d;
};

} // namespace Tenantscope::Ui
