// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// What the pane shows as things change, and what it does when it is told to; applicationspane_p.cpp puts it together.
#include "app/session/dashboard.h"
#include "app/session/emptiness.h"
#include "ui/applications/applicationdelegate.h"
#include "ui/applications/applicationspane_p.h"
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
#include "ui/shared/presentation.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QStackedWidget>

#include <algorithm>

namespace Tenantscope::Ui {

using Applications::ApplicationList;

namespace {

/// The other two are told where the rows would be.
bool isTrouble(Base::ErrorKind kind)
{
    return kind != Base::ErrorKind::Cancelled && kind != Base::ErrorKind::NotManagementAudience;
}

} // namespace

void ApplicationsPane::Private::focusTable()
{
    m_isFocusOwed = m_looks->currentWidget() != m_table;
    if (m_isFocusOwed)
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
    m_details->setActive(visible);
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
        text = hereText(m_session.applications().state(), rows);
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
        const Session::Sentence sentence = Session::describe(
            stopped->cause, Session::Doing::LoadingApplications);
        m_banner->show(
            isChanged ? Banner::Kind::Caution : Banner::Kind::Error, sentence,
            Session::details(stopped->cause), Session::dashboardLink(sentence, m_session));
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
        .search = shownName(&m_pane, search().text().trimmed()),
        .isSearching = m_model.isSearching(),
        .lacked = lackedScopes(),
    });
    if (look == m_shownLook)
        return;
    m_shownLook = look;
    if (!look.showsTable)
        return replaceEmptyLook(look);
    m_looks->setCurrentWidget(m_table);
    // Whoever types meanwhile keeps the focus.
    if (std::exchange(m_isFocusOwed, false) && m_pane.isVisible()
        && !qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        focusTable();
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
    m_strip->setSearching(m_model.isSearching());
    m_strip->setMatches(
        m_model.isFiltered() ? std::optional(m_model.rowCount()) : std::nullopt, lackedScopes());
    showLook();
    showHint();
    Q_EMIT m_pane.countTextChanged();
}

/// Those without which the search cannot see all it looks at.
QStringList ApplicationsPane::Private::lackedScopes() const
{
    return Session::scopesLackedBy(m_model.query(), m_model.scopes());
}

void ApplicationsPane::Private::takeScopes()
{
    // Without a token the rows are still those of the last one.
    if (const OAuth::AccessToken *token = OAuth::tokenOf(m_session.tokenState())) {
        m_model.setScopes(token->scopes);
        m_details->setScopes(token->scopes);
    }
}

void ApplicationsPane::Private::applySearch()
{
    const auto query = Applications::SearchQuery::parse(search().text());
    m_delegate->setQuery(query);
    m_details->setQuery(query);
    m_model.setQuery(query);
    m_table->viewport()->update(); // the same rows may be found by other letters
    m_strip->setSearching(m_model.isSearching());
    showHint();
    showLook();
}

void ApplicationsPane::Private::showHint()
{
    const auto query = Applications::SearchQuery::parse(search().text());
    search().setHint(hintText(query, hasSoughtFields()));
}

/// Whether some application has each field that is sought, as far as can be told.
bool ApplicationsPane::Private::hasSoughtFields() const
{
    const Applications::ApplicationStore &store = m_model.store();
    const QList<Applications::Column> fields = m_model.query().fields();
    return m_model.isSearching() || store.size() == 0 || !lackedScopes().isEmpty()
        || std::ranges::all_of(
               fields, [&store](Applications::Column field) { return store.hasField(field); });
}

void ApplicationsPane::Private::clearFilters()
{
    m_toolbar->types().showAll();
    search().clear();
    search().setFocus(Qt::OtherFocusReason);
}

void ApplicationsPane::Private::askForSecret(SecretWish wish)
{
    setDetailsVisible(true); // where it is asked and told
    m_secret->announce(wish);
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

void ApplicationsPane::Private::trigger(QAction *action)
{
    if (action)
        action->trigger();
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
