// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationspane.h"

#include "app/applications/fieldpaths.h"
#include "ui/applications/applicationspane_p.h"
#include "ui/applications/columnchooser.h"
#include "ui/applications/listwords.h"
#include "ui/applications/searches.h"
#include "ui/applications/selectiontext.h"
#include "ui/applications/tablecolumns.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QSettings>
#include <QUrl>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto columnsKey = "applications/columns"_L1;
constexpr auto tabKey = "applications/detailsTab"_L1;
constexpr auto besideKey = "applications/splitBeside"_L1;
constexpr auto belowKey = "applications/splitBelow"_L1;

} // namespace

ApplicationsPane::ApplicationsPane(
    Session::TenantSession &session, const Shared &shared, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , d(new Private(*this, session, shared, actions))
{
}

ApplicationsPane::~ApplicationsPane()
{
    delete &d->details(); // before what they refer to
}

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
        d->searches().remember();
        d->search().clear();
        return true;
    }
    if (!d->search().hasFocus())
        return false;
    d->focusTable();
    return true;
}

void ApplicationsPane::openSearches()
{
    d->searches().openMenu();
}

void ApplicationsPane::openSearchHelp()
{
    d->searches().openHelp();
}

void ApplicationsPane::saveView()
{
    d->searches().askForName();
}

void ApplicationsPane::setSearchKeeping(Keeping keeping)
{
    d->searches().setKeeping(keeping);
}

void ApplicationsPane::setDetailsVisible(bool visible)
{
    d->setDetailsVisible(visible);
}

void ApplicationsPane::addDetailsPage(const DetailsSide::PageMaker &maker, const QString &title)
{
    d->details().addPage(maker, title);
}

bool ApplicationsPane::areDetailsVisible() const
{
    return d->areDetailsVisible();
}

void ApplicationsPane::copySelection()
{
    if (const QString text = selectionText(d->table(), d->model()); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ApplicationsPane::copyRows(Applications::RowFormat format)
{
    d->copyRows(format);
}

bool ApplicationsPane::leaveCopy()
{
    return d->leaveCopy();
}

void ApplicationsPane::openCopyMenu()
{
    d->openCopyMenu();
}

bool ApplicationsPane::isTableFocused() const
{
    return d->table().hasFocus();
}

void ApplicationsPane::exportRows()
{
    d->exportRows();
}

void ApplicationsPane::filterByCell(Applications::TermUse use)
{
    if (const std::optional<QString> terms = d->termsForCell(use))
        d->search().search(QString(d->search().text().trimmed() + u' ' + *terms).trimmed());
}

QString ApplicationsPane::whyNoFilterByCell() const
{
    return d->whyNoTerms();
}

void ApplicationsPane::openInDashboard()
{
    if (const QUrl link = d->dashboardLink(); !link.isEmpty())
        QDesktopServices::openUrl(link);
}

bool ApplicationsPane::canOpenInDashboard() const
{
    return !d->dashboardLink().isEmpty();
}

void ApplicationsPane::revealSecret()
{
    d->askForSecret(SecretWish::Reveal);
}

void ApplicationsPane::compareSecret()
{
    d->askForSecret(SecretWish::Compare);
}

bool ApplicationsPane::leaveSecret()
{
    if (std::holds_alternative<SecretFlow::Idle>(d->secret().state()))
        return false;
    d->secret().end();
    return true;
}

QString ApplicationsPane::whyNoSecret() const
{
    return d->secret().whyNot();
}

void ApplicationsPane::chooseColumns()
{
    auto *chooser = new ColumnChooser(
        d->columns(), Applications::fieldPaths(d->model().store()), this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->open();
}

void ApplicationsPane::hideColumn()
{
    if (const QModelIndex cell = d->table().currentIndex(); cell.isValid())
        d->columns().setShown(d->model().columnAt(cell.column()), false);
}

void ApplicationsPane::moveColumn(int step)
{
    if (const QModelIndex cell = d->table().currentIndex(); cell.isValid())
        d->columns().move(d->model().columnAt(cell.column()), step);
}

void ApplicationsPane::widenColumn(int steps)
{
    if (const QModelIndex cell = d->table().currentIndex(); cell.isValid())
        d->columns().widen(d->model().columnAt(cell.column()), steps);
}

void ApplicationsPane::sortByColumn(Qt::SortOrder order)
{
    if (const QModelIndex cell = d->table().currentIndex(); cell.isValid())
        d->columns().sort(d->model().columnAt(cell.column()), order);
}

void ApplicationsPane::saveState(QSettings &settings, const QString &group) const
{
    ColumnLayout layout = d->columns().layout();
    settings.setValue(QString(group + u'/' + columnsKey), layoutTexts(layout));
    // A field's name may be the tenant's own: other tenants begin without it.
    layout.columns.removeIf([](const auto &shown) { return Applications::isField(shown.column); });
    if (layout.order.column && Applications::isField(*layout.order.column))
        layout.order = {.column = Applications::Column::Name};
    settings.setValue(columnsKey, layoutTexts(layout));
    d->searches().save(settings, group);
    settings.setValue(tabKey, d->details().tab());
    settings.setValue(besideKey, d->splitState(Qt::Horizontal));
    settings.setValue(belowKey, d->splitState(Qt::Vertical));
}

void ApplicationsPane::restoreState(const QSettings &settings, const QString &group)
{
    const QVariant columns = settings.value(
        QString(group + u'/' + columnsKey), settings.value(columnsKey));
    d->columns().setLayout(layoutOf(columns.toStringList()));
    d->searches().restore(settings, group);
    d->details().setTab(settings.value(tabKey).toInt());
    d->setSplitState(Qt::Horizontal, settings.value(besideKey).toByteArray());
    d->setSplitState(Qt::Vertical, settings.value(belowKey).toByteArray());
}

QString ApplicationsPane::countText() const
{
    return d->countText();
}

} // namespace Tenantscope::Ui
