// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/grants/apispage.h"

#include "app/base/plaintext.h"
#include "app/session/dashboard.h"
#include "app/session/sentence.h"
#include "app/tenant/audience.h"
#include "ui/applications/detailsfeed.h"
#include "ui/applications/progressline.h"
#include "ui/scopes/scopewords.h"
#include "ui/shared/banner.h"
#include "ui/shared/colors.h"
#include "ui/shared/copytree.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::ListIdle;
using Applications::ListLoading;
using Applications::ListStopped;
using Management::ClientGrant;

namespace {

constexpr qsizetype longestText = 300;
constexpr int firstWidth = 240;
constexpr int rowPadding = 10;

} // namespace

ApisPage::ApisPage(Session::TenantSession &session, QWidget *parent)
    : DetailsPage(parent)
    , m_session(session)
    , m_catalogue(Management::ScopeCatalogue::read())
    , m_banner(new Banner(this))
    , m_progress(new ProgressLine(this))
    , m_looks(new QStackedWidget(this))
    , m_tree(new CopyTree(m_looks))
    , m_empty(new EmptyLook(u"key-round"_s, {}, m_looks))
{
    layOut();
    m_banner->dismiss();
    connect(&m_session.grants(), &Applications::GrantList::stateChanged, this, &ApisPage::follow);
    connect(m_banner, &Banner::remedyChosen, this, [this](Session::Remedy remedy) {
        const auto *stopped = std::get_if<ListStopped>(&m_session.grants().state());
        if (remedy == Session::Remedy::CopyScope && stopped)
            copyScopes(stopped->cause);
        else if (remedy == Session::Remedy::GetNewToken)
            m_session.renewToken();
        else
            m_session.loadGrants();
    });
}

void ApisPage::showApplication(const QString &clientId)
{
    m_clientId = clientId;
    follow();
    load();
}

bool ApisPage::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent)
        fillTree(); // whose texts are its own
    return QWidget::event(event);
}

void ApisPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void ApisPage::layOut()
{
    m_tree->setAccessibleName(tr("APIs and scopes"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("API and scopes"), tr("What to know")});
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->header()->resizeSection(0, firstWidth);
    m_tree->header()->setStretchLastSection(true);
    setFocusProxy(m_tree);
    m_looks->addWidget(m_tree);
    m_looks->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_progress);
    layout->addWidget(m_looks, 1);
}

void ApisPage::load()
{
    const bool isWanted = isVisible() && !m_clientId.isEmpty() && m_session.isSignedIn();
    if (isWanted && std::holds_alternative<ListIdle>(m_session.grants().state()))
        m_session.loadGrants();
}

void ApisPage::follow()
{
    m_progress->setState(m_session.grants().state());
    showTrouble();
    if (takeGrants())
        fillTree();
    else
        showLook();
}

/// The chosen application's; false: they are those that are shown. While a list comes, what is shown stays until it has more.
bool ApisPage::takeGrants()
{
    QList<ClientGrant> own;
    for (const ClientGrant &grant : m_session.grants().grants()) {
        if (!m_clientId.isEmpty() && grant.clientId() == m_clientId)
            own.append(grant);
    }
    const bool isLoading = std::holds_alternative<ListLoading>(m_session.grants().state());
    const bool isSameClient = m_shownClientId == m_clientId;
    if (isSameClient && (own == m_shown || (isLoading && own.size() < m_shown.size())))
        return false;
    m_shownClientId = m_clientId;
    m_shown = own;
    return true;
}

void ApisPage::showTrouble()
{
    const auto *stopped = std::get_if<ListStopped>(&m_session.grants().state());
    if (!stopped || stopped->cause.kind == Base::ErrorKind::Cancelled)
        return m_banner->dismiss();
    const Session::Sentence sentence = Session::describe(
        stopped->cause, Session::Doing::LoadingGrants);
    m_banner->show(
        Banner::Kind::Error, sentence, Session::details(stopped->cause),
        Session::dashboardLink(sentence, m_session));
}

void ApisPage::fillTree()
{
    m_tree->clear();
    for (const ClientGrant &grant : std::as_const(m_shown))
        addGrant(grant);
    if (QTreeWidgetItem *first = m_tree->topLevelItem(0)) {
        first->setSizeHint(0, QSize(0, fontMetrics().height() + rowPadding)); // of all rows
        m_tree->setCurrentItem(first, 0, QItemSelectionModel::NoUpdate);
    }
    showLook();
}

void ApisPage::showLook()
{
    m_empty->setSentence(emptyText());
    m_looks->setCurrentWidget(m_shown.isEmpty() ? m_empty : static_cast<QWidget *>(m_tree));
}

void ApisPage::addGrant(const ClientGrant &grant)
{
    const bool isManagement = Tenant::isManagementAudience(grant.audience());
    const QString audience = shownText(this, Base::plainLine(grant.audience(), longestText));
    const QString subject = grant.subjectType() == "user"_L1 ? tr("For a user") : QString();
    auto *api = new QTreeWidgetItem(m_tree, {audience, subject});
    api->setToolTip(0, plainToolTip(audience));
    api->setData(0, CopyTree::realTextRole, grant.audience());
    if (grant.allowsAllScopes())
        new QTreeWidgetItem(api, {tr("All scopes of this API")});
    for (const QString &scope : grant.scopes()) {
        const auto kind = isManagement ? m_catalogue.kindOf(scope) : Management::ScopeKind::Plain;
        auto *item = new QTreeWidgetItem(
            api, {shownText(this, Base::plainLine(scope, longestText)), kindWords(kind)});
        item->setData(0, CopyTree::realTextRole, scope);
        if (isRisky(kind)) {
            item->setIcon(1, icon(u"triangle-alert"_s));
            item->setForeground(1, colorsOf(palette()).caution);
        }
        item->setToolTip(1, plainToolTip(item->text(1)));
    }
    api->setExpanded(true);
}

QString ApisPage::emptyText() const
{
    const Applications::ListState &state = m_session.grants().state();
    if (std::holds_alternative<ListLoading>(state))
        return tr("Loading the client grants…");
    if (std::holds_alternative<Applications::ListLoaded>(state))
        return tr("This application has no client grant: it may call no API by itself.");
    return tr("The client grants are not here.");
}

} // namespace Tenantscope::Ui
