// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// A plain push button that stands for an action: its text, icon, tip, state and check mark, and a press triggers it.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);

    /// The filled button of a pane; one a pane.
    void setPrimary(bool primary);

private:
    void takeState();

    QAction *m_action;
};

/// Makes \a button its pane's primary one, filled by the style.
void setPrimary(QPushButton *button, bool primary);
[[nodiscard]] bool isPrimary(const QWidget *button);
/// A button without a frame or a text of its own: \a name is what readers of the screen and the tip call it.
void makeBare(QPushButton *button, const QString &name);
/// A button that looks like a link in a text: for what opens more below.
void makeLink(QPushButton *button);
[[nodiscard]] bool isLink(const QWidget *button);

} // namespace Tenantscope::Ui
