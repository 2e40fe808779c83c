// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationspane_p.h"

#include "ui/applications/applicationdelegate.h"
#include "ui/applications/applicationstoolbar.h"
#include "ui/applications/liststrip.h"
#include "ui/applications/pacewatch.h"
#include "ui/applications/placekeeper.h"
#include "ui/applications/progressline.h"
#include "ui/applications/searches.h"
#include "ui/applications/splitbox.h"
#include "ui/applications/tablecolumns.h"
#include "ui/applications/typefilter.h"
#include "ui/shared/banner.h"
#include "ui/shared/line.h"
#include "ui/shared/maskedparts.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::ApplicationList;

namespace {

constexpr QSize detailsSize(400, 260);

} // namespace

ApplicationsPane::Private::Private(
    ApplicationsPane &pane, Session::TenantSession &session, const Shared &shared,
    const Actions &actions)
    : QObject(&pane)
    , m_pane(pane)
    , m_session(session)
    , m_actions(actions)
    , m_model(session.applications().store(), session.clock(), &pane)
    , m_toolbar(new ApplicationsToolbar(actions, &pane))
    , m_banner(new Banner(&pane))
    , m_progress(new ProgressLine(&pane))
    , m_looks(new QStackedWidget(&pane))
    , m_table(new RowTable(ApplicationsPane::tr("Applications"), m_looks))
    , m_delegate(new ApplicationDelegate(m_table))
    , m_clearSearch(new QAction(ApplicationsPane::tr("Clear search"), this))
    , m_strip(new ListStrip(session.clock(), &pane))
{
    createTable();
    createDetails(shared);
    layOut();
    connectList();
    connectFilters();
    connectTable();
    connectStrip();
    takeScopes();
    showListState();
    followPresentation(pane, [this] { showLook(); }); // which tells what was searched for
}

void ApplicationsPane::Private::createTable()
{
    m_table->setItemDelegate(m_delegate);
    m_table->setModel(&m_model);
    m_columns = new TableColumns(*m_table, m_model, this);
    m_searches = new Searches(*m_toolbar, *m_columns, this);
    createMenus();
}

void ApplicationsPane::Private::createMenus()
{
    m_table->addActions(m_actions.ofRows);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    QHeaderView *header = m_table->horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](QPoint place) {
        const QModelIndex current = m_table->currentIndex();
        const int section = header->logicalIndexAt(place);
        if (current.isValid() && section >= 0) // whose column the actions are about
            m_table->selectionModel()->setCurrentIndex(
                current.siblingAtColumn(section), QItemSelectionModel::NoUpdate);
        QMenu::exec(m_actions.ofColumns, header->mapToGlobal(place), nullptr, header);
    });
}

void ApplicationsPane::Private::layOut()
{
    m_looks->addWidget(m_table);
    m_looks->setBackgroundRole(QPalette::Base); // the same ground whether there are rows or not
    m_looks->setAutoFillBackground(true);
    auto *list = new QWidget(&m_pane);
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    listLayout->addWidget(m_looks, 1);
    listLayout->addWidget(new Line(Qt::Horizontal, list));
    listLayout->addWidget(m_strip);
    m_split = new SplitBox(list, m_details, detailsSize, &m_pane);
    m_details->hide();
    auto *layout = new QVBoxLayout(&m_pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolbar);
    layout->addWidget(m_banner);
    layout->addWidget(m_progress);
    layout->addWidget(m_split, 1);
    m_banner->dismiss();
}

void ApplicationsPane::Private::connectList()
{
    const ApplicationList &list = m_session.applications();
    connect(&list, &ApplicationList::added, &m_model, &ApplicationsModel::add);
    connect(&list, &ApplicationList::cleared, &m_model, &ApplicationsModel::clear);
    connect(&list, &ApplicationList::environmentChanged, &m_model, &ApplicationsModel::weighAnew);
    connect(
        &list, &ApplicationList::added, m_banner, &Banner::dismiss); // whatever it was, it goes on
    connect(&list, &ApplicationList::stateChanged, this, &Private::showListState);
    connect(&m_session, &Session::TenantSession::tokenStateChanged, this, [this] {
        takeScopes();
        showCounts(); // the search may see more now, or less
    });
    connect(&m_session, &Session::TenantSession::signedInChanged, this, [this] {
        if (m_session.applications().store().size() == 0)
            m_places->forget(); // another tenant, or none
        showLook();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Private::showCounts);
    connect(&m_model, &ApplicationsModel::arrived, this, [this] {
        m_toolbar->types().setCounts(m_model.typeCounts());
        showCounts();
    });
    connect(&m_model, &ApplicationsModel::arranged, this, &Private::showCounts);
}

void ApplicationsPane::Private::connectFilters()
{
    connect(&search(), &QLineEdit::textChanged, this, &Private::applySearch);
    connect(&search(), &SearchField::leftDownwards, this, &Private::focusTable);
    connect(&m_toolbar->types(), &TypeFilter::typeChanged, this, [this] {
        m_model.setType(m_toolbar->types().type());
    });
    connect(m_clearSearch, &QAction::triggered, this, &Private::clearFilters);
}

void ApplicationsPane::Private::connectTable()
{
    connect(m_table, &RowTable::openRequested, this, &Private::openDetails);
    connect(m_table, &RowTable::detailsToggleRequested, this, &Private::toggleDetails);
    connect(m_table, &RowTable::copyRequested, &m_pane, &ApplicationsPane::copySelection);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, &m_pane,
        &ApplicationsPane::countTextChanged);
    connect( // what can be done with a cell depends on which one it is
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, &m_pane,
        &ApplicationsPane::countTextChanged);
}

void ApplicationsPane::Private::connectStrip()
{
    connect(m_strip, &ListStrip::cancelClicked, this, [this] { trigger(m_actions.stop); });
    connect(m_strip, &ListStrip::continueClicked, this, [this] { trigger(m_actions.resume); });
    connect(m_strip, &ListStrip::reloadClicked, this, [this] { trigger(m_actions.reload); });
    connect(m_banner, &Banner::remedyChosen, this, &Private::carryOut);
    auto *pace = new PaceWatch(m_session.requestLog(), m_session.clock(), this);
    connect(pace, &PaceWatch::changed, this, [this, pace] {
        m_strip->setHeldBack(pace->isHeldBack());
    });
}

void ApplicationsPane::Private::createDetails(const Shared &shared)
{
    m_places = new PlaceKeeper(*m_table, m_model, this);
    m_secret = new SecretFlow(m_session, shared.settings, &m_pane); // outlives its panel
    QList<QAction *> actions{m_actions.revealSecret, m_actions.compareSecret};
    actions.removeAll(nullptr);
    m_details = new DetailsSide(
        {.session = m_session,
         .secret = *m_secret,
         .clipboard = shared.clipboard,
         .secretActions = actions},
        &m_pane);
    connect(m_places, &PlaceKeeper::chosenChanged, this, [this] {
        m_details->setClientId(m_places->chosen());
        m_secret->setClientId(m_places->chosen());
        Q_EMIT m_pane.chosenChanged();
    });
    connect(m_details, &DetailsSide::columnRequested, this, [this](const QString &path) {
        m_columns->setShown(Applications::fieldColumn(path), true);
    });
    connect(m_details, &DetailsSide::closeRequested, this, [this] { setDetailsVisible(false); });
    connect(
        m_details, &DetailsSide::newTokenRequested, &m_pane, &ApplicationsPane::newTokenRequested);
}

} // namespace Tenantscope::Ui
