// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationspane_p.h"

#include "ui/applications/applicationdelegate.h"
#include "ui/applications/applicationslook.h"
#include "ui/applications/applicationstoolbar.h"
#include "ui/applications/detailsfeed.h"
#include "ui/applications/liststrip.h"
#include "ui/applications/listwords.h"
#include "ui/applications/placekeeper.h"
#include "ui/applications/progressline.h"
#include "ui/applications/selectiontext.h"
#include "ui/applications/splitbox.h"
#include "ui/applications/typefilter.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/line.h"

#include <QAction>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::ApplicationList;

namespace {

constexpr QSize detailsSize(400, 260);

/// The other two are told where the rows would be.
bool isTrouble(Base::ErrorKind kind)
{
    return kind != Base::ErrorKind::Cancelled && kind != Base::ErrorKind::NotManagementAudience;
}

void trigger(QAction *action)
{
    if (action)
        action->trigger();
}

} // namespace

ApplicationsPane::Private::Private(
    ApplicationsPane &pane, Session::TenantSession &session, const Actions &actions)
    : QObject(&pane)
    , m_pane(pane)
    , m_session(session)
    , m_actions(actions)
    , m_model(session.applications().store(), session.clock())
    , m_toolbar(new ApplicationsToolbar(actions, &pane))
    , m_banner(new Banner(&pane))
    , m_progress(new ProgressLine(&pane))
    , m_looks(new QStackedWidget(&pane))
    , m_table(new RowTable(ApplicationsPane::tr("Applications"), m_looks))
    , m_delegate(new ApplicationDelegate(m_table))
    , m_clearSearch(new QAction(ApplicationsPane::tr("Clear search"), this))
    , m_strip(new ListStrip(session.clock(), &pane))
    , m_details(new DetailsView(&pane))
{
    createTable();
    layOut();
    m_places = new PlaceKeeper(*m_table, m_model, this);
    m_feed = new DetailsFeed(m_session, *m_details, this);
    connectList();
    connectFilters();
    connectTable();
    connectStrip();
    connectDetails();
    takeScopes();
    showListState();
}

void ApplicationsPane::Private::createTable()
{
    m_table->setItemDelegate(m_delegate);
    m_table->setModel(&m_model);
    m_table->setColumnWidths({
        {.least = 180, .share = 5}, // name
        {.least = 148, .share = 0}, // type
        {.least = 150, .share = 3}, // client ID
        {.least = 88, .share = 0},  // first party
        {.least = 88, .share = 0},  // callbacks
        {.least = 120, .share = 5}, // grant types
    });
    QHeaderView *header = m_table->horizontalHeader();
    header->setSortIndicatorClearable(true); // ascending, descending, as the tenant has them
    header->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
}

void ApplicationsPane::Private::layOut()
{
    m_looks->addWidget(m_table);
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
    connect(
        &list, &ApplicationList::added, m_banner, &Banner::dismiss); // whatever it was, it goes on
    connect(&list, &ApplicationList::stateChanged, this, &Private::showListState);
    connect(&m_session, &Session::TenantSession::tokenStateChanged, this, [this] {
        takeScopes();
        showLook();
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
}

void ApplicationsPane::Private::connectStrip()
{
    connect(m_strip, &ListStrip::cancelClicked, this, [this] { trigger(m_actions.stop); });
    connect(m_strip, &ListStrip::continueClicked, this, [this] { trigger(m_actions.resume); });
    connect(m_strip, &ListStrip::reloadClicked, this, [this] { trigger(m_actions.reload); });
    connect(m_banner, &Banner::remedyChosen, this, &Private::carryOut);
}

void ApplicationsPane::Private::connectDetails()
{
    connect(m_places, &PlaceKeeper::chosenChanged, this, [this] {
        m_feed->setClientId(m_places->chosen());
    });
    connect(m_details, &DetailsView::closeRequested, this, [this] { setDetailsVisible(false); });
    connect(m_feed, &DetailsFeed::newTokenRequested, &m_pane, &ApplicationsPane::newTokenRequested);
}

void ApplicationsPane::Private::focusTable()
{
    if (m_looks->currentWidget() != m_table)
        return;
    m_table->setFocus(Qt::OtherFocusReason);
    if (!m_table->selectionModel()->hasSelection())
        m_places->chooseCurrent();
}

void ApplicationsPane::Private::setDetailsVisible(bool visible)
{
    if (visible == areDetailsVisible())
        return;
    const bool hadFocus = m_details->isAncestorOf(m_pane.focusWidget());
    m_details->setVisible(visible);
    m_feed->setActive(visible);
    if (visible && m_places->chosen().isEmpty())
        m_places->chooseCurrent();
    if (hadFocus && !visible)
        focusTable();
    Q_EMIT m_pane.detailsVisibleChanged(visible);
}

bool ApplicationsPane::Private::areDetailsVisible() const
{
    return !m_details->isHidden();
}

QByteArray ApplicationsPane::Private::splitState(Qt::Orientation orientation) const
{
    return m_split->state(orientation);
}

void ApplicationsPane::Private::setSplitState(Qt::Orientation orientation, const QByteArray &state)
{
    m_split->setState(orientation, state);
}

QString ApplicationsPane::Private::countText() const
{
    const int rows = m_session.applications().store().size();
    QString text;
    if (m_model.isFiltered())
        text = ApplicationsPane::tr("%1 of %2 shown")
                   .arg(numberText(m_model.rowCount()), numberText(rows));
    else
        text = applicationsText(rows);
    const int selected = selectedCount(*m_table->selectionModel());
    if (selected == 0)
        return text;
    return ApplicationsPane::tr("%1 · %2 selected").arg(text, numberText(selected));
}

SearchField &ApplicationsPane::Private::search() const
{
    return m_toolbar->search();
}

void ApplicationsPane::Private::showListState()
{
    const ApplicationList &list = m_session.applications();
    if (!std::holds_alternative<Applications::ListLoading>(list.state())) {
        m_model.flush(); // what is told of the whole is seen at once
        m_places->settle();
    }
    m_progress->setState(list.state());
    m_strip->setState(list.state(), list.canResume());
    showTrouble();
    showLook();
    showCounts();
}

void ApplicationsPane::Private::showTrouble()
{
    const Applications::ListState &state = m_session.applications().state();
    if (state == std::exchange(m_shownState, state))
        return;
    const auto *stopped = std::get_if<Applications::ListStopped>(&state);
    if (stopped && isTrouble(stopped->cause.kind)) {
        const bool isChanged = stopped->cause.kind == Base::ErrorKind::ListChanged;
        m_banner->show(
            isChanged ? Banner::Kind::Caution : Banner::Kind::Error,
            Session::describe(stopped->cause, Session::Doing::LoadingApplications),
            Session::details(stopped->cause));
    } else if (!std::holds_alternative<Applications::ListLoading>(state)) {
        m_banner->dismiss();
    }
}

void ApplicationsPane::Private::showLook()
{
    const ApplicationsLook look = lookOf({
        .isSignedIn = m_session.isSignedIn(),
        .canList = m_session.canListApplications(),
        .audience = m_session.audience(),
        .token = m_session.tokenState(),
        .list = m_session.applications().state(),
        .rows = m_session.applications().store().size(),
        .shown = m_model.rowCount(),
        .search = search().text(),
    });
    if (look == m_shownLook)
        return;
    m_shownLook = look;
    if (look.showsTable)
        m_looks->setCurrentWidget(m_table);
    else
        replaceEmptyLook(look);
}

void ApplicationsPane::Private::replaceEmptyLook(const ApplicationsLook &look)
{
    delete m_empty;
    m_empty = new EmptyLook(look.icon, look.sentence, m_looks);
    if (look.offer == ApplicationsLook::Offer::ClearSearch)
        m_empty->setActions({m_clearSearch});
    else if (look.offer == ApplicationsLook::Offer::Reload && m_actions.reload)
        m_empty->setActions({m_actions.reload});
    m_looks->addWidget(m_empty);
    m_looks->setCurrentWidget(m_empty);
}

void ApplicationsPane::Private::showCounts()
{
    m_strip->setMatches(m_model.isFiltered() ? std::optional(m_model.rowCount()) : std::nullopt);
    showLook();
    Q_EMIT m_pane.countTextChanged();
}

void ApplicationsPane::Private::takeScopes()
{
    // Without a token the rows are still those of the last one.
    if (const OAuth::AccessToken *token = OAuth::tokenOf(m_session.tokenState())) {
        m_model.setScopes(token->scopes);
        m_feed->setScopes(token->scopes);
    }
}

void ApplicationsPane::Private::applySearch()
{
    const auto query = Applications::SearchQuery::parse(search().text());
    m_delegate->setWords(query.words());
    m_model.setQuery(query);
    m_table->viewport()->update(); // the same rows may be found by other letters
    showLook();
}

void ApplicationsPane::Private::clearFilters()
{
    m_toolbar->types().showAll();
    search().clear();
    search().setFocus(Qt::OtherFocusReason);
}

void ApplicationsPane::Private::openDetails()
{
    m_places->chooseCurrent();
    setDetailsVisible(true);
    m_details->focusContent();
}

void ApplicationsPane::Private::toggleDetails()
{
    setDetailsVisible(!areDetailsVisible());
}

void ApplicationsPane::Private::carryOut(Session::Remedy remedy)
{
    using Session::Remedy;
    const ApplicationList &list = m_session.applications();
    switch (remedy) {
    case Remedy::EditDomain:
    case Remedy::EditClient:
    case Remedy::EditAudience:
        Q_EMIT m_pane.editCredentialsRequested();
        break;
    case Remedy::GetNewToken:
        Q_EMIT m_pane.newTokenRequested();
        break;
    case Remedy::CopyScope:
        if (const auto *stopped = std::get_if<Applications::ListStopped>(&list.state()))
            copyScopes(stopped->cause);
        break;
    case Remedy::Retry:
        trigger(list.canResume() ? m_actions.resume : m_actions.reload);
        break;
    case Remedy::Reload:
        trigger(m_actions.reload);
        break;
    case Remedy::None:
        break;
    }
}

} // namespace Tenantscope::Ui
