// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/grants/grantspage.h"

#include "app/base/plaintext.h"
#include "app/session/dashboard.h"
#include "ui/applications/detailsfeed.h"
#include "ui/applications/progressline.h"
#include "ui/applications/searchfield.h"
#include "ui/grants/grantwords.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/icons.h"
#include "ui/shared/line.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/shared/rowdelegate.h"
#include "ui/shared/rowtable.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::ListLoading;
using Applications::ListStopped;

namespace {

constexpr int controlHeight = 28;
constexpr int searchWidth = 280;
constexpr int scopeWidth = 26; ///< in characters

} // namespace

GrantsPage::GrantsPage(Session::TenantSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(session.grants(), session.applications().store(), this)
    , m_search(new SearchField(tr("Search client grants"), this))
    , m_scope(new QComboBox(this))
    , m_reload(new QPushButton(icon(u"refresh-cw"_s), tr("Reload"), this))
    , m_cancel(new QPushButton(icon(u"square"_s), tr("Cancel"), this))
    , m_banner(new Banner(this))
    , m_progress(new ProgressLine(this))
    , m_looks(new QStackedWidget(this))
    , m_table(new RowTable(tr("Who may do what"), m_looks))
    , m_empty(new EmptyLook(u"key-round"_s, {}, m_looks))
    , m_count(new PlainLabel(PlainLabel::Style::Secondary, this))
{
    createTable();
    layOut();
    connectParts();
    m_banner->dismiss();
    fillScopes();
    follow();
}

void GrantsPage::focusSearch()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

void GrantsPage::setScope(const QString &scope)
{
    m_scope->setCurrentIndex(std::max(0, m_scope->findData(scope)));
}

bool GrantsPage::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent) {
        m_model.refreshTexts();
        fillScopes();
    }
    return QWidget::event(event);
}

void GrantsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::holds_alternative<Applications::ListIdle>(m_session.grants().state()))
        reload();
}

QWidget *GrantsPage::createToolbar()
{
    auto *bar = new QWidget(this);
    m_search->setPlaceholderText(tr("Search client grants"));
    m_search->setFixedWidth(searchWidth);
    m_scope->setMinimumHeight(controlHeight);
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scope->setMinimumContentsLength(scopeWidth);
    auto *label = new PlainLabel(tr("Who has scope"), PlainLabel::Style::Base, bar);
    label->setBuddy(m_scope);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(label);
    layout->addWidget(m_scope);
    layout->addStretch();
    for (QPushButton *button : {m_reload, m_cancel}) {
        button->setMinimumHeight(controlHeight);
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    return bar;
}

void GrantsPage::createTable()
{
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->setColumnWidths({
        {.least = 180, .share = 4}, // application
        {.least = 130, .share = 2}, // client ID
        {.least = 180, .share = 4}, // API
        {.least = 76},              // count
        {.least = 160, .share = 5}, // scopes
        {.least = 76},              // subject
    });
    m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_looks->addWidget(m_table);
    m_looks->addWidget(m_empty);
    m_looks->setBackgroundRole(QPalette::Base);
    m_looks->setAutoFillBackground(true);
}

void GrantsPage::layOut()
{
    m_count->setContentsMargins(16, 8, 16, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createToolbar());
    layout->addWidget(m_banner);
    layout->addWidget(m_progress);
    layout->addWidget(m_looks, 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_count);
}

void GrantsPage::connectParts()
{
    connect(&m_session.grants(), &Applications::GrantList::stateChanged, this, &GrantsPage::follow);
    connect(&m_session.applications(), &Applications::ApplicationList::stateChanged, this, [this] {
        if (!std::holds_alternative<ListLoading>(m_session.applications().state()))
            m_model.refreshTexts();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setSearch(text);
        showLook();
    });
    connect(m_search, &SearchField::leftDownwards, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] {
        m_model.setScope(m_scope->currentData().toString());
        showLook();
    });
    connect(m_reload, &QPushButton::clicked, this, &GrantsPage::reload);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_session.stopGrants(); });
    connect(m_table, &RowTable::copyRequested, this, &GrantsPage::copyCell);
    connect(m_banner, &Banner::remedyChosen, this, &GrantsPage::carryOut);
}

void GrantsPage::follow()
{
    m_progress->setState(m_session.grants().state());
    if (!isLoading() || isWorthShowing()) {
        m_model.takeList();
        fillScopes();
    }
    m_cancel->setVisible(isLoading());
    m_reload->setVisible(!isLoading());
    m_reload->setEnabled(m_session.isSignedIn());
    showTrouble();
    showLook();
}

void GrantsPage::showTrouble()
{
    const auto *stopped = std::get_if<ListStopped>(&m_session.grants().state());
    if (!stopped || stopped->cause.kind == Base::ErrorKind::Cancelled)
        return m_banner->dismiss();
    const bool isChanged = stopped->cause.kind == Base::ErrorKind::ListChanged;
    const Session::Sentence sentence = Session::describe(
        stopped->cause, Session::Doing::LoadingGrants);
    m_banner->show(
        isChanged ? Banner::Kind::Caution : Banner::Kind::Error, sentence,
        Session::details(stopped->cause), Session::dashboardLink(sentence, m_session));
}

void GrantsPage::showLook()
{
    const qint64 rows = m_model.total();
    const int shown = m_model.rowCount();
    m_count->setText(grantsText(m_session.grants().state(), rows, shown));
    if (shown > 0)
        return m_looks->setCurrentWidget(m_table);
    if (isLoading())
        m_empty->setSentence(tr("Loading the client grants…"));
    else if (rows > 0)
        m_empty->setSentence(tr("No client grant fits."));
    else if (std::holds_alternative<Applications::ListLoaded>(m_session.grants().state()))
        m_empty->setSentence(tr("The tenant has no client grants."));
    else
        m_empty->setSentence(tr("The client grants are not here."));
    m_looks->setCurrentWidget(m_empty);
}

void GrantsPage::fillScopes()
{
    const QString chosen = m_scope->currentData().toString();
    const QSignalBlocker quiet(m_scope);
    m_scope->clear();
    m_scope->addItem(tr("Any scope"), QString());
    for (const QString &scope : m_model.scopes())
        m_scope->addItem(shownText(m_scope, Base::plainLine(scope, 100)), scope);
    m_scope->setCurrentIndex(std::max(0, m_scope->findData(chosen)));
    m_model.setScope(m_scope->currentData().toString());
}

void GrantsPage::reload()
{
    m_session.loadGrants();
}

void GrantsPage::copyCell()
{
    const QString text = m_model.text(m_table->currentIndex());
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void GrantsPage::carryOut(Session::Remedy remedy)
{
    using Session::Remedy;
    if (remedy == Remedy::CopyScope) {
        if (const auto *stopped = std::get_if<ListStopped>(&m_session.grants().state()))
            copyScopes(stopped->cause);
    } else if (remedy == Remedy::GetNewToken) {
        m_session.renewToken();
    } else if (remedy == Remedy::Retry || remedy == Remedy::Reload) {
        reload();
    }
}

/// Of what has come so far: half as much again as is shown, so that however many there are, all are sorted a few times only.
bool GrantsPage::isWorthShowing() const
{
    const auto *loading = std::get_if<ListLoading>(&m_session.grants().state());
    return loading && loading->loaded > 0 && loading->loaded >= m_model.total() * 3 / 2;
}

bool GrantsPage::isLoading() const
{
    return std::holds_alternative<ListLoading>(m_session.grants().state());
}

} // namespace Tenantscope::Ui
