// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationstoolbar.h"

#include "ui/applications/searchfield.h"
#include "ui/applications/typefilter.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastSearch = 31; // characters
constexpr int mostSearch = 80;

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
    m_finding = createFinding();
    m_buttons = createButtons(
        {actions.columns, actions.exportRows, actions.reload, actions.toggleDetails});
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_row->setContentsMargins(16, 8, 16, 8);
    m_row->setSpacing(8);
    m_row->addLayout(m_finding, 1);
    m_row->addLayout(m_buttons);
    turn();
}

QLayout *ApplicationsToolbar::createFinding()
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    layout->addWidget(m_search, 4);
    layout->addWidget(m_searches);
    layout->addWidget(m_help);
    layout->addSpacing(8);
    layout->addWidget(m_types);
    layout->addStretch(1);
    return layout;
}

QLayout *ApplicationsToolbar::createButtons(const QList<QAction *> &actions)
{
    auto *layout = new QHBoxLayout;
    layout->setSpacing(8);
    for (QAction *action : actions) {
        if (action)
            layout->addWidget(new ActionButton(action, this));
    }
    layout->addStretch();
    return layout;
}

QSize ApplicationsToolbar::minimumSizeHint() const
{
    const QMargins margins = m_row->contentsMargins();
    const int width = std::max(m_finding->minimumSize().width(), m_buttons->minimumSize().width());
    return {width + margins.left() + margins.right(), QWidget::minimumSizeHint().height()};
}

void ApplicationsToolbar::resizeEvent(QResizeEvent *event)
{
    turn();
    QWidget::resizeEvent(event);
}

bool ApplicationsToolbar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        turn(); // its parts want another room
    return QWidget::event(event);
}

void ApplicationsToolbar::turn()
{
    const int character = fontMetrics().averageCharWidth();
    m_search->setMinimumWidth(leastSearch * character);
    m_search->setMaximumWidth(mostSearch * character);
    const QMargins margins = m_row->contentsMargins();
    const int needed = margins.left() + m_finding->sizeHint().width() + m_row->spacing()
        + m_buttons->sizeHint().width() + margins.right();
    m_row->setDirection(needed > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace Tenantscope::Ui
