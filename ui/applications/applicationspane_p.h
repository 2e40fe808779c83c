// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"
#include "app/session/tenantsession.h"
#include "ui/applications/applicationslook.h"
#include "ui/applications/applicationsmodel.h"
#include "ui/applications/applicationspane.h"
#include "ui/applications/detailsside.h"
#include "ui/applications/searchfield.h"
#include "ui/applications/secretflow.h"
#include "ui/shared/rowtable.h"

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class ApplicationDelegate;
class ApplicationsToolbar;
class Banner;
class EmptyLook;
class ListStrip;
class PlaceKeeper;
class ProgressLine;
class RowCopy;
class Searches;
class SplitBox;
class TableColumns;

/// Puts the parts of the applications pane together and passes what one tells on to those it concerns.
class ApplicationsPane::Private final : public QObject
{
public:
    Private(
        ApplicationsPane &pane, Session::TenantSession &session, const Shared &shared,
        const Actions &actions);

    void focusTable();
    void setDetailsVisible(bool visible);
    [[nodiscard]] bool areDetailsVisible() const;
    [[nodiscard]] QByteArray splitState(Qt::Orientation orientation) const;
    void setSplitState(Qt::Orientation orientation, const QByteArray &state);
    [[nodiscard]] QString countText() const;
    void openCopyMenu();
    void askForSecret(SecretWish wish);
    void copyRows(Applications::RowFormat format);
    bool leaveCopy(); ///< false: none was under way
    void exportRows();
    /// What a search says to find the current cell's value; nullopt: it cannot.
    [[nodiscard]] std::optional<QString> termsForCell(Applications::TermUse use) const;
    [[nodiscard]] QString whyNoTerms() const; ///< in words; empty: it can
    [[nodiscard]] QUrl dashboardLink() const;

    [[nodiscard]] SearchField &search() const;
    [[nodiscard]] RowTable &table() const { return *m_table; }
    [[nodiscard]] Searches &searches() const { return *m_searches; }
    [[nodiscard]] TableColumns &columns() const { return *m_columns; }
    [[nodiscard]] SecretFlow &secret() const { return *m_secret; }
    [[nodiscard]] DetailsSide &details() const { return *m_details; }
    [[nodiscard]] const ApplicationsModel &model() const { return m_model; }

private:
    void createTable();
    void createMenus();
    void layOut();
    void connectList();
    void connectFilters();
    void connectTable();
    void connectStrip();
    void createDetails(const Shared &shared);

    void showListState();
    void showTrouble();
    void showLook();
    void replaceEmptyLook(const ApplicationsLook &look);
    void showCounts();
    [[nodiscard]] QStringList lackedScopes() const;
    void takeScopes();
    [[nodiscard]] QString whyUntold(const QModelIndex &cell) const;
    void applySearch();
    void showHint();
    [[nodiscard]] bool hasSoughtFields() const;
    void clearFilters();
    void openDetails();
    void toggleDetails();
    void endCopy();
    void writeTo(const QString &file, Applications::RowFormat format);
    void writeSecretsTo(const QString &file, Applications::RowFormat format);
    static void trigger(QAction *action); ///< null: nothing
    void carryOut(Session::Remedy remedy);

    ApplicationsPane &m_pane;
    Session::TenantSession &m_session;
    const Actions m_actions;
    ApplicationsModel m_model;
    Applications::ListState m_shownState;

    ApplicationsToolbar *m_toolbar;
    Searches *m_searches = nullptr;
    Banner *m_banner;
    ProgressLine *m_progress;
    QStackedWidget *m_looks;
    RowTable *m_table;
    TableColumns *m_columns = nullptr;
    ApplicationDelegate *m_delegate;
    EmptyLook *m_empty = nullptr;
    ApplicationsLook m_shownLook{.showsTable = true};
    bool m_isFocusOwed = false; ///< asked for while there was no table
    QAction *m_clearSearch;
    ListStrip *m_strip;
    PlaceKeeper *m_places = nullptr;
    SecretFlow *m_secret = nullptr;
    DetailsSide *m_details = nullptr;
    SplitBox *m_split = nullptr;
    RowCopy *m_copy = nullptr; ///< what is under way
};

} // namespace Tenantscope::Ui
