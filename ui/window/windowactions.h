// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowformat.h"
#include "app/session/tokenformat.h"

#include <QAction>
#include <QList>
#include <QObject>

QT_BEGIN_NAMESPACE
class QActionGroup;
class QMenu;
class QMenuBar;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Every action of the window: its words, icon, keys and place in a menu.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent = nullptr);

    void fillMenus(QMenuBar &bar) const;
    /// All of them, in the order of the menus.
    [[nodiscard]] QList<QAction *> all() const { return m_all; }
    /// The menu \a action stands in, as its user reads it; without mnemonics.
    [[nodiscard]] QString menuOf(const QAction *action) const;

    /// What \a action is called, without mnemonic.
    [[nodiscard]] static QString nameOf(const QAction *action);

    /// Enables \a action, or disables it and says why in its tip.
    static void allow(QAction *action, bool allowed, const QString &reason);

    QAction *exportTenants = nullptr;
    QAction *close = nullptr;
    QAction *quit = nullptr;

    QAction *copy = nullptr;
    QAction *find = nullptr;
    QAction *clearClipboard = nullptr;
    QAction *escape = nullptr;
    QAction *settings = nullptr;

    QAction *tenantList = nullptr;
    QAction *details = nullptr;
    QAction *requestLog = nullptr;
    QAction *present = nullptr;
    QAction *menus = nullptr; ///< focus to the menu bar
    QAction *nextPane = nullptr;
    QAction *previousPane = nullptr;
    QActionGroup *themes = nullptr; ///< the actions' data: Theme::Choice as int
    QAction *largerText = nullptr;
    QAction *smallerText = nullptr;
    QAction *usualText = nullptr;
    QAction *fullScreen = nullptr;

    QAction *addTenant = nullptr;
    QAction *editCredentials = nullptr;
    QAction *duplicateTenant = nullptr;
    QAction *removeTenant = nullptr;
    QAction *undoRemoval = nullptr;
    QAction *moveTenantUp = nullptr;
    QAction *moveTenantDown = nullptr;
    QList<QAction *> tenants; ///< Ctrl+1…9; their texts and visibility are the window's to set
    QAction *testConnection = nullptr;
    QAction *lock = nullptr;
    QAction *unlock = nullptr;
    QAction *lockWhenIdle = nullptr;
    QAction *openDemo = nullptr;
    QAction *forgetToken = nullptr;

    QAction *renewToken = nullptr;
    QAction *copyToken = nullptr;
    QAction *copyAs = nullptr; ///< its menu, once the menus are filled, holds those of copyShapes
    /// An action that copies the token, or a command that needs one, in its own shape.
    struct CopyShape
    {
        QAction *action;
        Session::CopyFormat format;
    };
    QList<CopyShape> copyShapes;
    QAction *revealToken = nullptr;
    QAction *cancelToken = nullptr;
    QAction *inspectToken = nullptr;
    QAction *scopes = nullptr;
    QAction *inspectPasted = nullptr;
    QAction *copiedTokens = nullptr;

    QAction *reload = nullptr;
    QAction *stop = nullptr;
    QAction *resume = nullptr;

    QAction *copyRows = nullptr; ///< its menu, once the menus are filled, holds those of rowShapes
    /// An action that copies the selected applications in its own shape.
    struct RowShape
    {
        QAction *action;
        Applications::RowFormat format;
    };
    QList<RowShape> rowShapes;
    QAction *exportRows = nullptr;
    QAction *filterByValue = nullptr;
    QAction *excludeValue = nullptr;
    QAction *openInDashboard = nullptr;
    QAction *revealSecret = nullptr;
    QAction *compareSecret = nullptr;
    QAction *searches = nullptr;
    QAction *saveView = nullptr;
    QAction *searchHelp = nullptr;
    QAction *columns = nullptr;
    QAction *hideColumn = nullptr;
    QAction *moveColumnLeft = nullptr;
    QAction *moveColumnRight = nullptr;
    QAction *widenColumn = nullptr;
    QAction *narrowColumn = nullptr;
    QAction *sortAscending = nullptr;
    QAction *sortDescending = nullptr;
    QAction *grants = nullptr; ///< who may do what
    QAction *compare = nullptr;
    QAction *saveSnapshot = nullptr;

    QAction *shortcuts = nullptr;
    QAction *about = nullptr;

private:
    struct Recipe
    {
        QString text; ///< with its mnemonic
        QString tip;
        QString icon;
        QList<QKeySequence> keys;
        QString name = {}; ///< where it stands without its menu; empty: its text
    };
    QAction *make(const QString &menu, const Recipe &recipe);
    void fillCopyMenu(QMenu &tokenMenu) const;
    void fillRowMenu(QMenu &applicationsMenu) const;
    /// Whether it stands in the menu of copyAs or copyRows.
    [[nodiscard]] bool isShape(const QAction *action) const;
    void makeFile();
    void makeEdit();
    void makeView();
    void makeThemes();
    void makeTenant();
    void makeTenantOrder();
    void makeLocks();
    void makeTenantNumbers();
    void makeToken();
    void makeCopyShapes();
    void makeColumnShapes();
    void makeApplications();
    void makeRowShapes();
    void makeSecrets();
    void makeSearches();
    void makeColumns();
    void makeInsight();
    void makeHelp();

    QList<QAction *> m_all;
};

} // namespace Tenantscope::Ui
