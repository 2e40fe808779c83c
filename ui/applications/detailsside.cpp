// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/detailsside.h"

#include "ui/applications/detailsfeed.h"
#include "ui/applications/detailspage.h"
#include "ui/applications/detailsview.h"
#include "ui/applications/secretflow.h"
#include "ui/applications/secretpanel.h"

#include <QAction>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

DetailsSide::DetailsSide(const Shared &shared, QWidget *parent)
    : QWidget(parent)
    , m_shared(shared)
{
    (new QVBoxLayout(this))->setContentsMargins(0, 0, 0, 0);
}

DetailsSide::~DetailsSide()
{
    delete m_feed; // before the view that it refers to
}

void DetailsSide::setActive(bool active)
{
    if (active && !m_view)
        create();
    setVisible(active);
    if (m_feed)
        m_feed->setActive(active);
}

void DetailsSide::create()
{
    m_view = new DetailsView(this);
    m_feed = new DetailsFeed(m_shared.session, *m_view, this);
    auto *panel = new SecretPanel(m_shared.secret, m_shared.clipboard);
    m_view->setSecretPanel(panel);
    m_view->setSecretActions(m_shared.secretActions);
    layout()->addWidget(m_view);
    for (const Page &page : std::as_const(m_pages))
        m_view->addPage(page.make(), page.title);
    m_view->setTab(m_tab);
    m_view->setQuery(m_query);
    m_feed->setScopes(m_scopes);
    m_feed->setClientId(m_clientId);
    connect(m_view, &DetailsView::columnRequested, this, &DetailsSide::columnRequested);
    connect(m_view, &DetailsView::closeRequested, this, &DetailsSide::closeRequested);
    connect(m_feed, &DetailsFeed::newTokenRequested, this, &DetailsSide::newTokenRequested);
    connect(panel, &SecretPanel::newTokenRequested, this, &DetailsSide::newTokenRequested);
    connect(panel, &SecretPanel::closed, m_view, &DetailsView::focusContent);
    connect(&m_shared.secret, &SecretFlow::changed, this, &DetailsSide::noteSecret);
}

void DetailsSide::noteSecret()
{
    if (const std::optional<bool> isThere = m_shared.secret.hasSecret())
        m_feed->noteSecret(m_clientId, *isThere);
}

void DetailsSide::setClientId(const QString &clientId)
{
    m_clientId = clientId;
    if (m_feed)
        m_feed->setClientId(clientId);
}

void DetailsSide::setScopes(const OAuth::ScopeSet &scopes)
{
    m_scopes = scopes;
    if (m_feed)
        m_feed->setScopes(scopes);
}

void DetailsSide::setQuery(const Applications::SearchQuery &query)
{
    m_query = query;
    if (m_view)
        m_view->setQuery(query);
}

void DetailsSide::addPage(const PageMaker &maker, const QString &title)
{
    Q_ASSERT(!m_view);
    m_pages.append({maker, title});
}

void DetailsSide::focusContent()
{
    if (m_view)
        m_view->focusContent();
}

int DetailsSide::tab() const
{
    return m_view ? m_view->tab() : m_tab;
}

void DetailsSide::setTab(int tab)
{
    m_tab = tab;
    if (m_view)
        m_view->setTab(tab);
}

} // namespace Tenantscope::Ui
