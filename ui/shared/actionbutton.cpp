// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/actionbutton.h"

#include "ui/shared/plainlabel.h"

#include <QAction>

namespace Tenantscope::Ui {

namespace {

constexpr const char *primaryProperty = "tenantscopePrimary";
constexpr const char *linkProperty = "tenantscopeLink";

/// The action's text without its mnemonic: a button's Alt key would quarrel with the menu's.
QString buttonText(const QAction *action)
{
    return action->iconText();
}

} // namespace

ActionButton::ActionButton(QAction *action, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
{
    setAutoDefault(false);
    setCheckable(action->isCheckable());
    takeState();
    connect(action, &QAction::changed, this, &ActionButton::takeState);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void ActionButton::setPrimary(bool primary)
{
    Ui::setPrimary(this, primary);
}

void ActionButton::takeState()
{
    setText(buttonText(m_action));
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    setChecked(m_action->isChecked());
    setPlainToolTip(this, m_action->statusTip());
    setAccessibleDescription(m_action->statusTip());
}

void setPrimary(QPushButton *button, bool primary)
{
    button->setProperty(primaryProperty, primary);
    button->update();
}

bool isPrimary(const QWidget *button)
{
    return button && button->property(primaryProperty).toBool();
}

void makeBare(QPushButton *button, const QString &name)
{
    button->setFlat(true);
    button->setAutoDefault(false);
    button->setAccessibleName(name);
    setPlainToolTip(button, name);
}

void makeLink(QPushButton *button)
{
    button->setFlat(true);
    button->setAutoDefault(false);
    button->setProperty(linkProperty, true);
    button->setCursor(Qt::PointingHandCursor);
}

bool isLink(const QWidget *button)
{
    return button && button->property(linkProperty).toBool();
}

} // namespace Tenantscope::Ui
