// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/detailsview.h"

#include "ui/applications/detailspage.h"
#include "ui/applications/fetchoffer.h"
#include "ui/applications/fieldspage.h"
#include "ui/applications/findingspage.h"
#include "ui/applications/highlight.h"
#include "ui/applications/overviewpage.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/icons.h"
#include "ui/shared/jsontext.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/shared/scrollbox.h"
#include "ui/shared/technicalview.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::SearchKey;

namespace {

constexpr int leastHeight = 160; ///< however little its pages need
constexpr int lowInLines = 9;    ///< lower than so many, the offer's button stands beside the title

} // namespace

DetailsView::DetailsView(QWidget *parent)
    : QWidget(parent)
    , m_looks(new QStackedWidget(this))
    , m_banner(new Banner(this))
{
    auto *content = new QWidget(m_looks);
    m_content = new QVBoxLayout(content);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(0);
    m_content->addWidget(createHeader());
    m_content->addWidget(m_banner);
    m_content->addWidget(createTabs(), 1);
    m_offer = new FetchOffer(this); // Tab comes to it last
    m_content->addWidget(m_offer);
    m_looks->addWidget(
        new EmptyLook(u"app-window"_s, tr("Select an application to see its details."), m_looks));
    m_looks->addWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_looks);
    m_banner->dismiss();
    connect(m_banner, &Banner::remedyChosen, this, &DetailsView::remedyChosen);
    connect(m_offer, &FetchOffer::fetchRequested, this, &DetailsView::fetchRequested);
    connect(m_offer, &FetchOffer::cancelRequested, this, &DetailsView::cancelRequested);
}

QSize DetailsView::minimumSizeHint() const
{
    return QWidget::minimumSizeHint().expandedTo({0, leastHeight});
}

bool DetailsView::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent && m_details) {
        m_shownTabs.removeOne(m_fields); // its texts are its own, all others are labels'
        showTab();
    }
    return QWidget::event(event);
}

void DetailsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeOffer();
}

bool DetailsView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        placeOffer();
    return QWidget::eventFilter(watched, event);
}

void DetailsView::showNothing()
{
    m_details.reset();
    m_looks->setCurrentIndex(0);
}

void DetailsView::setDetails(const ApplicationDetails &details)
{
    m_looks->setCurrentIndex(1);
    if (m_details == details)
        return;
    m_details = details;
    m_shownTabs.clear();
    const QString name = details.members.value("name"_L1).toString();
    Presentation::setLocalNames(
        *this,
        {details.clientId, name, details.members.value("description"_L1).toString(),
         details.members.value("tenant"_L1).toString()});
    m_title->setText(name.isEmpty() ? details.clientId : name);
    countFindings();
    showTab();
    showOffer();
}

void DetailsView::setQuery(const Applications::SearchQuery &query)
{
    m_query = query;
    m_overview->setQuery(query);
    m_fields->setQuery(query);
    m_title->update();
    m_raw->setMarker([query](const QString &line) {
        return foundSpans(line, query.wordsIn(SearchKey::Any)); // no part of it tells its field
    });
}

void DetailsView::setFetching(const RestFetcher::State &state, const QUrl &dashboard)
{
    m_fetching = state;
    if (const auto *failed = std::get_if<RestFetcher::Failed>(&state)) {
        m_banner->show(
            Banner::Kind::Error, Session::describe(failed->error, Session::Doing::LoadingDetails),
            Session::details(failed->error), dashboard);
    } else {
        m_banner->dismiss();
    }
    showOffer();
}

void DetailsView::setSecretPanel(QWidget *panel)
{
    m_secret = new ScrollBox(panel, this);
    m_secret->installEventFilter(this);
    m_content->insertWidget(m_content->indexOf(m_tabs), m_secret);
}

void DetailsView::setSecretActions(const QList<QAction *> &actions)
{
    m_overview->setSecretActions(actions);
}

void DetailsView::focusContent()
{
    if (m_looks->currentIndex() == 1)
        m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void DetailsView::addPage(DetailsPage *page, const QString &title)
{
    m_tabs->addTab(page, title);
}

int DetailsView::tab() const
{
    return m_tabs->currentIndex();
}

void DetailsView::setTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

QWidget *DetailsView::createHeader()
{
    auto *header = new QWidget(this);
    m_title = new PlainLabel(PlainLabel::Style::Title, header);
    m_title->setElideMode(Qt::ElideRight);
    m_title->setMarker([this](const QString &shown) {
        return foundSpans(shown, m_query.wordsIn(SearchKey::Name));
    });
    auto *close = new QPushButton(icon(u"x"_s), {}, header);
    makeBare(close, tr("Close details"));
    close->setFixedSize(28, 28);
    m_header = new QHBoxLayout(header);
    m_header->setContentsMargins(16, 8, 8, 8);
    m_header->setSpacing(8);
    m_header->addWidget(m_title, 1);
    m_header->addWidget(close);
    connect(close, &QPushButton::clicked, this, &DetailsView::closeRequested);
    return header;
}

QWidget *DetailsView::createTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Application details"));
    m_tabs->setSizePolicy(
        QSizePolicy::Expanding, QSizePolicy::Ignored); // what is left, if anything
    m_overview = new OverviewPage(m_tabs);
    m_fields = new FieldsPage(m_tabs);
    m_raw = new TechnicalView(tr("Raw JSON"), m_tabs);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_fields, tr("All fields"));
    m_findings = new FindingsPage(m_tabs);
    m_tabs->addTab(m_raw, tr("Raw JSON"));
    m_tabs->addTab(m_findings, tr("Findings"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsView::showTab);
    connect(m_fields, &FieldsPage::columnRequested, this, &DetailsView::columnRequested);
    return m_tabs;
}

void DetailsView::showTab()
{
    QWidget *page = m_tabs->currentWidget();
    if (!m_details || m_shownTabs.contains(page))
        return;
    m_shownTabs.append(page);
    if (auto *brought = qobject_cast<DetailsPage *>(page))
        brought->showApplication(m_details->clientId);
    else if (page == m_overview)
        m_overview->setDetails(*m_details);
    else if (page == m_fields)
        m_fields->setDetails(*m_details);
    else if (page == m_findings)
        m_findings->setDetails(*m_details);
    else
        m_raw->setText(QString::fromUtf8(indentedJson(m_details->json)));
}

/// Told by the tab's name, so that nobody has to open it to know that there are none.
void DetailsView::countFindings()
{
    const size_t count = m_details->findings().size();
    m_tabs->setTabText(
        m_tabs->indexOf(m_findings), count > 0 ? tr("Findings (%1)").arg(count) : tr("Findings"));
}

void DetailsView::showOffer()
{
    const bool isAsking = std::holds_alternative<RestFetcher::Asking>(m_fetching);
    m_offer->setMissing(
        m_details && !m_details->isWhole ? m_details->notFetched() : QStringList(),
        m_details && isAsking);
    placeOffer();
}

/// Not while a secret needs the room; where there is little, its words are the button's tip.
void DetailsView::placeOffer()
{
    const bool isLow = height() < lowInLines * fontMetrics().lineSpacing();
    if (isLow != m_isLow) {
        m_isLow = isLow;
        if (isLow)
            m_header->insertWidget(1, m_offer);
        else
            m_content->addWidget(m_offer);
    }
    m_offer->setShort(isLow);
    m_offer->setVisible(m_offer->isNeeded() && (!m_secret || m_secret->isHidden()));
}

} // namespace Tenantscope::Ui
