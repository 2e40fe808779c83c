// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/windowactions.h"

#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"
#include "ui/window/theme.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *menuProperty = "tenantscopeMenu";
constexpr const char *nameProperty = "tenantscopeName";
constexpr const char *tipProperty = "tenantscopeTip";

QString withoutMnemonic(QString text)
{
    return text.remove(u'&').remove(u'…');
}

} // namespace

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
{
    makeFile();
    makeEdit();
    makeView();
    makeTenant();
    makeToken();
    makeApplications();
    makeInsight();
    makeHelp();
}

void WindowActions::fillMenus(QMenuBar &bar) const
{
    QMenu *menu = nullptr;
    QMenu *themeMenu = nullptr;
    for (QAction *action : m_all) {
        const QString title = action->property(menuProperty).toString();
        if (!menu || menu->title() != title)
            menu = bar.addMenu(title);
        if (action == escape || action == settings || action == menus || action == fullScreen
            || action == openDemo || action == copyRows || action == filterByValue
            || action == columns || action == cancelToken || action == about || action == grants)
            menu->addSeparator();
        if (action == copyAs)
            fillCopyMenu(*menu);
        if (action == copyRows)
            fillRowMenu(*menu);
        if (isShape(action))
            continue; // it stands in that menu
        if (action->actionGroup() != themes) {
            menu->addAction(action);
            continue;
        }
        if (!themeMenu)
            themeMenu = menu->addMenu(tr("&Theme"));
        themeMenu->addAction(action);
    }
}

void WindowActions::fillCopyMenu(QMenu &tokenMenu) const
{
    auto *shapes = new QMenu(&tokenMenu);
    for (const CopyShape &shape : copyShapes) {
        // Set apart: the one that other people read over a shoulder, and shells remember.
        if (shape.format == Session::CopyFormat(Session::TokenFormat::CurlWithToken))
            shapes->addSeparator();
        shapes->addAction(shape.action);
    }
    copyAs->setMenu(shapes);
}

void WindowActions::fillRowMenu(QMenu &applicationsMenu) const
{
    auto *shapes = new QMenu(&applicationsMenu);
    for (const RowShape &shape : rowShapes)
        shapes->addAction(shape.action);
    copyRows->setMenu(shapes);
}

bool WindowActions::isShape(const QAction *action) const
{
    const auto isOne = [action](const auto &shape) { return shape.action == action; };
    return std::ranges::any_of(copyShapes, isOne) || std::ranges::any_of(rowShapes, isOne);
}

QString WindowActions::menuOf(const QAction *action) const
{
    return withoutMnemonic(action->property(menuProperty).toString());
}

QString WindowActions::nameOf(const QAction *action)
{
    const QString name = action->property(nameProperty).toString();
    return name.isEmpty() ? withoutMnemonic(action->text()) : name;
}

void WindowActions::allow(QAction *action, bool allowed, const QString &reason)
{
    action->setEnabled(allowed);
    action->setStatusTip(allowed ? action->property(tipProperty).toString() : reason);
}

QAction *WindowActions::make(const QString &menu, const Recipe &recipe)
{
    auto *action = new QAction(recipe.text, this);
    action->setIconText(withoutMnemonic(recipe.text));
    action->setStatusTip(recipe.tip);
    setPlainToolTip(action, recipe.tip);
    action->setProperty(tipProperty, recipe.tip);
    action->setProperty(menuProperty, menu);
    if (!recipe.name.isEmpty())
        action->setProperty(nameProperty, recipe.name);
    action->setShortcuts(recipe.keys);
    if (!recipe.icon.isEmpty())
        action->setIcon(icon(recipe.icon));
    m_all.append(action);
    return action;
}

} // namespace Tenantscope::Ui
