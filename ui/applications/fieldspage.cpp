// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/fieldspage.h"

#include "ui/applications/fieldstree.h"
#include "ui/applications/searchfield.h"

#include <QVBoxLayout>

namespace Tenantscope::Ui {

FieldsPage::FieldsPage(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search fields"), this))
    , m_tree(new FieldsTree(this))
{
    m_search->setPlaceholderText(tr("Search names and values"));
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(16, 8, 16, 8);
    bar->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_tree, 1);
    setFocusProxy(m_tree);
    connect(m_search, &QLineEdit::textChanged, m_tree, &FieldsTree::setSearch);
    connect(m_search, &SearchField::leftDownwards, this, [this] {
        m_tree->setFocus(Qt::OtherFocusReason);
    });
    connect(m_tree, &FieldsTree::columnRequested, this, &FieldsPage::columnRequested);
}

void FieldsPage::setDetails(const ApplicationDetails &details)
{
    m_tree->setDetails(details);
}

void FieldsPage::setQuery(const Applications::SearchQuery &query)
{
    m_tree->setQuery(query);
}

} // namespace Tenantscope::Ui
