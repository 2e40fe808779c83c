// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopespage_p.h"

#include "ui/scopes/missingbar.h"
#include "ui/scopes/scopedelegate.h"
#include "ui/scopes/scopedetails.h"
#include "ui/scopes/scopestoolbar.h"
#include "ui/scopes/scopewords.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowInCharacters = 130; ///< narrower than so many, the details stand below
constexpr int lowInLines = 30;          ///< lower than so many, there is no legend
constexpr int leastRows = 3;            ///< that are seen, the header's among them

} // namespace

ScopesPage::Private::Private(ScopesPage &page)
    : QObject(&page)
    , m_page(page)
    , m_model(m_catalogues.scopes, &page)
    , m_looks(new QStackedWidget(&page))
    , m_showAll(new QAction(ScopesPage::tr("Show all scopes"), this))
{
    m_looks->addWidget(new EmptyLook(
        u"key-round"_s, ScopesPage::tr("No token, so there are no scopes to show."), m_looks));
    m_looks->addWidget(createContent());
    auto *layout = new QVBoxLayout(&page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_looks);
    page.installEventFilter(this);
    connectParts();
    turn();
}

void ScopesPage::Private::setHere(const std::optional<NamedScopes> &here)
{
    m_here = here;
    m_looks->setCurrentIndex(here ? 1 : 0);
    showHolders();
}

void ScopesPage::Private::setOthers(const QList<NamedScopes> &others)
{
    m_toolbar->setOthers(others);
}

void ScopesPage::Private::focusSearch()
{
    m_toolbar->focusSearch();
}

bool ScopesPage::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        turn();
    if (event->type() == QEvent::FontChange)
        fitColumns();
    return QObject::eventFilter(watched, event);
}

void ScopesPage::Private::connectParts()
{
    connect(m_toolbar, &ScopesToolbar::searchChanged, this, [this](const QString &text) {
        m_model.setSearch(text);
    });
    connect(m_toolbar, &ScopesToolbar::filterChanged, this, [this](ScopeFilter filter) {
        m_model.setFilter(filter);
    });
    connect(m_toolbar, &ScopesToolbar::otherChanged, this, &Private::showHolders);
    connect(m_toolbar, &ScopesToolbar::leftDownwards, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_showAll, &QAction::triggered, m_toolbar, &ScopesToolbar::showAll);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_isArranging = true; // the table's place is about to go: it is not its user's doing
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Private::showRows);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &Private::keepPlace);
    connect(m_table, &RowTable::copyRequested, this, [this] {
        QGuiApplication::clipboard()->setText(m_model.scopesAt(m_table->currentIndex()).join(u' '));
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            smallestList(listingApplications(m_catalogues), m_catalogues).join(u' '));
    });
}

void ScopesPage::Private::turn()
{
    const int narrow = narrowInCharacters * m_page.fontMetrics().averageCharWidth();
    const Qt::Orientation wanted = m_page.width() < narrow ? Qt::Vertical : Qt::Horizontal;
    if (wanted != m_split->orientation())
        m_split->setOrientation(wanted);
    // Rows are worth more than what tips and details tell as well.
    const int low = lowInLines * m_page.fontMetrics().height();
    m_legend->setVisible(m_page.height() >= low);
}

void ScopesPage::Private::fitColumns()
{
    const bool isCompared = m_model.holders().there.has_value();
    const int verb = ScopeDelegate::leastWidth(m_page.fontMetrics(), isCompared);
    QList<RowTable::ColumnWidth> widths(scopeColumns, {.least = verb, .share = 1});
    widths[int(ScopeColumn::Resource)] = {.least = 180, .share = 4};
    m_table->setColumnWidths(widths);
    m_matrix->setMinimumHeight(leastRows * m_table->verticalHeader()->defaultSectionSize());
}

void ScopesPage::Private::showHolders()
{
    if (!m_here)
        return m_model.setHolders({});
    std::optional<NamedScopes> there = m_toolbar->other();
    m_comparison->setVisible(there.has_value());
    m_comparison->setText(there ? comparisonText(m_here->scopes, *there) : QString());
    if (there && !there->scopes.isKnown())
        there.reset();
    NamedScopes here = *m_here;
    here.name = shownName(&m_page, here.name);
    m_model.setHolders({.here = here, .there = there});
    fitColumns();
    m_missing->setGranted(m_here->scopes);
    showVerdict();
}

void ScopesPage::Private::showVerdict()
{
    const auto privilege = privilegeFor(
        listingApplications(m_catalogues), m_here->scopes, m_catalogues);
    m_verdict->setText(verdictText(privilege, m_here->scopes));
}

void ScopesPage::Private::showRows()
{
    const bool any = m_model.rowCount() > 0;
    m_matrix->setCurrentIndex(any ? 0 : 1);
    if (any) {
        const int row = std::max(0, m_model.rowOf(m_resource));
        const QModelIndex place = m_model.index(row, m_column);
        m_table->selectionModel()->setCurrentIndex(place, QItemSelectionModel::ClearAndSelect);
        m_table->scrollTo(place);
    }
    m_isArranging = false;
    showDetails();
}

void ScopesPage::Private::keepPlace()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_isArranging || !current.isValid())
        return;
    m_resource = m_model.resourceAt(current.row());
    m_column = current.column();
    showDetails();
}

void ScopesPage::Private::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    m_details->setVisible(current.isValid());
    if (current.isValid())
        m_details->setScopes(
            m_model.resourceAt(current.row()), m_model.scopesAt(current), m_model.holders());
}

} // namespace Tenantscope::Ui
