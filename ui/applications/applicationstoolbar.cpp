// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationstoolbar.h"

#include "ui/applications/searchfield.h"
#include "ui/applications/typefilter.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

QPushButton *bareButton(const QString &picture, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(icon(picture), {}, parent);
    makeBare(button, name);
    button->setFixedSize(28, 28);
    return button;
}

} // namespace

ApplicationsToolbar::ApplicationsToolbar(const ApplicationsPane::Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search applications"), this))
    , m_searches(bareButton(u"clock"_s, tr("Earlier searches and saved views"), this))
    , m_help(bareButton(u"circle-help"_s, tr("Search help"), this))
    , m_types(new TypeFilter(this))
{
    setPlainToolTip(m_searches, tr("Earlier searches and saved views (Alt+Down in the search)"));
    m_search->setPlaceholderText(tr("Search names, IDs, URLs, grant types, metadata"));
    m_search->setMinimumWidth(220);
    m_search->setMaximumWidth(560);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search, 4);
    layout->addWidget(m_searches);
    layout->addWidget(m_help);
    layout->addSpacing(8);
    layout->addWidget(m_types);
    layout->addStretch(1);
    for (QAction *action :
         {actions.columns, actions.exportRows, actions.reload, actions.toggleDetails}) {
        if (action)
            layout->addWidget(new ActionButton(action, this));
    }
}

} // namespace Tenantscope::Ui
