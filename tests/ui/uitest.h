// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

namespace Tenantscope::Test {

/// Any warning fails the test, but for the one the offscreen platform gives whenever a window is shown.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support propagateSizeHints)"),
        QRegularExpression::DotMatchesEverythingOption));
}

/// Announces what the offscreen platform warns of when a menu pops up.
inline void expectPopup()
{
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
}

/// Shows \a window and gives it the focus, which moves between fields in an active window only.
inline void showActive(QWidget &window)
{
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

/// The button in \a parent that is not hidden and has that text or accessible name; nullptr: none.
inline QPushButton *buttonIn(const QWidget &parent, const QString &name)
{
    const QList<QPushButton *> buttons = parent.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (!button->isHidden() && (button->text() == name || button->accessibleName() == name))
            return button;
    }
    return nullptr;
}

/// Whether a label in \a parent that is not hidden contains \a text.
inline bool says(const QWidget &parent, const QString &text)
{
    const QList<QLabel *> labels = parent.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *label) {
        return !label->isHidden() && label->text().contains(text);
    });
}

/// All that readers of the screen can get of \a node and what is in it, hidden parts aside: names, values, descriptions.
inline QStringList everythingHeard(QAccessibleInterface &node)
{
    QStringList heard;
    if (node.state().invisible)
        return heard;
    for (const auto what : {QAccessible::Name, QAccessible::Value, QAccessible::Description})
        heard.append(node.text(what));
    for (int i = 0; i < node.childCount(); ++i) {
        if (QAccessibleInterface *child = node.child(i))
            heard += everythingHeard(*child);
    }
    heard.removeAll({});
    return heard;
}

} // namespace Tenantscope::Test
