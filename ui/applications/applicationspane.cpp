// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationspane.h"

#include "ui/applications/applicationspane_p.h"
#include "ui/applications/listwords.h"
#include "ui/applications/selectiontext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSettings>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto columnsKey = "applications/columns"_L1;
constexpr auto detailsKey = "applications/details"_L1;
constexpr auto tabKey = "applications/detailsTab"_L1;
constexpr auto besideKey = "applications/splitBeside"_L1;
constexpr auto belowKey = "applications/splitBelow"_L1;

void copy(const QString &text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace

ApplicationsPane::ApplicationsPane(
    Session::TenantSession &session, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , d(new Private(*this, session, actions))
{
}

ApplicationsPane::~ApplicationsPane() = default;

void ApplicationsPane::focusSearch()
{
    d->search().setFocus(Qt::ShortcutFocusReason);
    d->search().selectAll();
}

void ApplicationsPane::focusTable()
{
    d->focusTable();
}

bool ApplicationsPane::leaveSearch()
{
    if (!d->search().text().isEmpty()) {
        d->search().clear();
        return true;
    }
    if (!d->search().hasFocus())
        return false;
    d->focusTable();
    return true;
}

void ApplicationsPane::setDetailsVisible(bool visible)
{
    d->setDetailsVisible(visible);
}

bool ApplicationsPane::areDetailsVisible() const
{
    return d->areDetailsVisible();
}

void ApplicationsPane::copySelection()
{
    copy(selectionText(d->table(), d->model()));
}

void ApplicationsPane::copyClientIds()
{
    copy(selectedClientIds(d->table(), d->model()));
}

void ApplicationsPane::saveState(QSettings &settings) const
{
    d->table().saveState(settings, columnsKey);
    settings.setValue(detailsKey, areDetailsVisible());
    settings.setValue(tabKey, d->details().tab());
    settings.setValue(besideKey, d->splitState(Qt::Horizontal));
    settings.setValue(belowKey, d->splitState(Qt::Vertical));
}

void ApplicationsPane::restoreState(const QSettings &settings)
{
    d->table().restoreState(settings, columnsKey);
    d->details().setTab(settings.value(tabKey).toInt());
    d->setSplitState(Qt::Horizontal, settings.value(besideKey).toByteArray());
    d->setSplitState(Qt::Vertical, settings.value(belowKey).toByteArray());
    setDetailsVisible(settings.value(detailsKey, areDetailsVisible()).toBool());
}

QString ApplicationsPane::countText() const
{
    return d->countText();
}

} // namespace Tenantscope::Ui
