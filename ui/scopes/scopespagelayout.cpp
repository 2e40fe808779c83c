// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/kindmark.h"
#include "ui/scopes/missingbar.h"
#include "ui/scopes/scopedelegate.h"
#include "ui/scopes/scopedetails.h"
#include "ui/scopes/scopespage_p.h"
#include "ui/scopes/scopestoolbar.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/flowlayout.h"
#include "ui/shared/icons.h"
#include "ui/shared/line.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/scrollbox.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

// What the page is made of.

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Management::ScopeKind;

/// From top to bottom and from start to end: Tab goes the way the parts are made.
QWidget *ScopesPage::Private::createContent()
{
    auto *content = new QWidget(m_looks);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createVerdict());
    layout->addWidget(new Line(Qt::Horizontal, content));
    m_toolbar = new ScopesToolbar(content);
    layout->addWidget(m_toolbar);
    m_split = new Splitter(Qt::Horizontal, content);
    m_split->addWidget(createMatrix());
    m_details = new ScopeDetails(m_catalogues, m_split);
    m_split->addWidget(m_details);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    layout->addWidget(m_split, 1);
    layout->addWidget(new Line(Qt::Horizontal, content));
    m_missing = new MissingBar(m_catalogues, content);
    layout->addWidget(m_missing);
    return content;
}

QWidget *ScopesPage::Private::createVerdict()
{
    auto *strip = new QWidget(&m_page);
    m_verdict = new PlainLabel(PlainLabel::Style::Strong, strip);
    m_verdict->setWordWrap(true);
    m_comparison = new PlainLabel(PlainLabel::Style::Base, strip);
    m_comparison->setWordWrap(true);
    m_copy = new QPushButton(icon(u"copy"_s), ScopesPage::tr("Copy smallest list"), strip);
    m_copy->setAutoDefault(false);
    auto *texts = new QWidget(strip);
    auto *words = new QVBoxLayout(texts);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(4);
    words->addWidget(m_verdict);
    words->addWidget(m_comparison);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(16);
    auto *box = new ScrollBox(texts, strip); // may be longer than there is room
    box->setAccessibleName(ScopesPage::tr("What is more than needed"));
    layout->addWidget(box, 1, Qt::AlignTop);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    return strip;
}

QWidget *ScopesPage::Private::createMatrix()
{
    auto *part = new QWidget(m_split);
    m_matrix = new QStackedWidget(part);
    // Not what is said in place of rows decides: without them there are no details either.
    m_matrix->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_table = new RowTable(ScopesPage::tr("Scopes"), m_matrix);
    m_table->setItemDelegate(new ScopeDelegate(m_table));
    m_table->setSelectionBehavior(
        QAbstractItemView::SelectItems); // each cell is a thing of its own
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    fitColumns();
    m_noMatch = new EmptyLook(
        u"funnel"_s, ScopesPage::tr("No scope matches search and filter."), m_matrix);
    m_noMatch->setActions({m_showAll});
    m_matrix->addWidget(m_table);
    m_matrix->addWidget(m_noMatch);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_matrix, 1);
    layout->addWidget(new Line(Qt::Horizontal, part));
    layout->addWidget(createLegend());
    return part;
}

QWidget *ScopesPage::Private::createLegend()
{
    m_legend = new QWidget(m_split);
    auto *marks = new QWidget(m_legend);
    auto *flow = new FlowLayout(12, marks);
    for (int kind = 0; kind < int(ScopeKind::Plain); ++kind) {
        auto *mark = new KindMark(marks);
        mark->setKind(ScopeKind(kind));
        flow->addWidget(mark);
    }
    auto *layout = new QHBoxLayout(m_legend);
    layout->setContentsMargins(16, 4, 16, 4);
    layout->addWidget(marks);
    return m_legend;
}

} // namespace Tenantscope::Ui
