// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationstoolbar.h"

#include "ui/applications/searchfield.h"
#include "ui/applications/typefilter.h"
#include "ui/shared/actionbutton.h"

#include <QHBoxLayout>

namespace Tenantscope::Ui {

ApplicationsToolbar::ApplicationsToolbar(const ApplicationsPane::Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search applications"), this))
    , m_types(new TypeFilter(this))
{
    m_search->setPlaceholderText(tr("Search names, IDs, URLs, grant types, metadata"));
    m_search->setMaximumWidth(560);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search, 4);
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
