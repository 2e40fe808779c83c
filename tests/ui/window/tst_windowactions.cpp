// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/shortcutlist.h"
#include "ui/window/windowactions.h"

#include "tests/ui/uitest.h"

#include <QMenuBar>
#include <QTest>
#include <QTreeWidget>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

void collect(const QMenu *menu, QList<QAction *> &found)
{
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->menu())
            collect(action->menu(), found);
        // One that opens a menu of its own is an action all the same, if it is of ours.
        if (!action->isSeparator() && (!action->menu() || !action->statusTip().isEmpty()))
            found.append(action);
    }
}

QList<QAction *> actionsIn(const QMenuBar &bar)
{
    QList<QAction *> found;
    const QList<QAction *> menus = bar.actions();
    for (const QAction *menu : menus)
        collect(menu->menu(), found);
    return found;
}

} // namespace

class TestWindowActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void noKeyTwice();
    void eachHasTextTipAndMenu();
    void mnemonicsAreUniqueInEachMenu();
    void promisedKeys_data();
    void promisedKeys();
    void copyShapesStandInTheirMenu();
    void disabledOnesSayWhy();
    void shortcutListHasThemAll();
};

void TestWindowActions::noKeyTwice()
{
    const WindowActions actions;
    QHash<QKeySequence, QString> owners;
    const QList<QAction *> all = actions.all();
    for (const QAction *action : all) {
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence &key : keys) {
            QVERIFY2(
                !owners.contains(key),
                qPrintable(
                    key.toString() + u": "_s + owners.value(key) + u", "_s + action->text()));
            owners.insert(key, action->text());
        }
    }
    QVERIFY(owners.size() >= 20);
}

void TestWindowActions::eachHasTextTipAndMenu()
{
    QMenuBar bar;
    const WindowActions actions;
    actions.fillMenus(bar);
    const QList<QAction *> found = actionsIn(bar);
    QCOMPARE(found.size(), actions.all().size());
    const QList<QAction *> all = actions.all();
    for (QAction *action : all) {
        QVERIFY(found.contains(action));
        QVERIFY2(!action->text().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!actions.menuOf(action).isEmpty(), qPrintable(action->text()));
    }
}

void TestWindowActions::mnemonicsAreUniqueInEachMenu()
{
    QMenuBar bar;
    const WindowActions actions;
    actions.fillMenus(bar);
    const auto check = [](const QList<QAction *> &siblings) {
        QString taken;
        for (const QAction *action : siblings) {
            const qsizetype at = action->text().indexOf(u'&');
            if (at < 0)
                continue;
            const QChar letter = action->text().at(at + 1).toLower();
            if (taken.contains(letter))
                return action->text();
            taken += letter;
        }
        return QString();
    };
    QCOMPARE(check(bar.actions()), QString());
    const QList<QAction *> menus = bar.actions();
    for (const QAction *menu : menus)
        QCOMPARE(check(menu->menu()->actions()), QString());
    QCOMPARE(check(actions.copyAs->menu()->actions()), QString());
}

void TestWindowActions::promisedKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *key, const char *text) {
        QTest::newRow(key) << QString::fromLatin1(key) << QString::fromLatin1(text);
    };
    row("Ctrl+Shift+C", "Copy token");
    row("Ctrl+H", "Reveal token");
    row("Ctrl+Shift+R", "Get new token");
    row("F5", "Reload");
    row("Ctrl+R", "Reload");
    row("Ctrl+F", "Find applications");
    row("/", "Find applications");
    row("Esc", "Cancel");
    row("Ctrl+I", "Details");
    row("Ctrl+J", "Request log");
    row("F6", "Next pane");
    row("Shift+F6", "Previous pane");
    row("Ctrl+0", "Usual text size");
    row("Ctrl++", "Larger text");
    row("Ctrl+-", "Smaller text");
    row("F1", "Keyboard shortcuts");
    row("Ctrl+F1", "Keyboard shortcuts");
    row("?", "Keyboard shortcuts");
    row("Ctrl+W", "Close window");
    row("Ctrl+Q", "Quit");
    row("F11", "Full screen");
    row("F2", "Edit tenant");
    row("Ctrl+D", "Forget token");
    row("Ctrl+C", "Copy");
    row("Ctrl+Alt+C", "Copy as");
    row("Ctrl+Shift+X", "Clear clipboard now");
    row("Ctrl+,", "Settings");
    row("Alt+Shift+Up", "Sort by column, ascending");
    row("Alt+Shift+Down", "Sort by column, descending");
    row("Ctrl+Shift+Right", "Make column wider");
    row("Ctrl+Shift+Left", "Make column narrower");
}

void TestWindowActions::promisedKeys()
{
    QFETCH(QString, key);
    const WindowActions actions;
    QString owner;
    const QList<QAction *> all = actions.all();
    for (const QAction *action : all) {
        if (action->shortcuts().contains(QKeySequence(key)))
            owner = action->iconText();
    }
    QTEST(owner, "text");
}

void TestWindowActions::copyShapesStandInTheirMenu()
{
    QMenuBar bar;
    const WindowActions actions;
    actions.fillMenus(bar);
    QStringList texts;
    const QList<QAction *> shapes = actions.copyAs->menu()->actions();
    for (const QAction *shape : shapes)
        texts.append(shape->isSeparator() ? u"-"_s : shape->iconText());
    QCOMPARE(
        texts,
        QStringList(
            {u"Authorization header"_s, u"curl with $TOKEN"_s, u"export"_s, u"PowerShell"_s,
             u".env line"_s, u"JSON"_s, u"HTTPie"_s, u"-"_s, u"curl with the token"_s}));
    // Away from that menu each says that it copies.
    for (const WindowActions::CopyShape &shape : actions.copyShapes)
        QVERIFY(WindowActions::nameOf(shape.action).startsWith(u"Copy as "_s));
    // A plain button: a tool button with a menu has no action for assistive technology.
    QVERIFY(!actions.copyToken->menu());
}

void TestWindowActions::disabledOnesSayWhy()
{
    const WindowActions actions;
    const QString tip = actions.copyToken->statusTip();
    WindowActions::allow(actions.copyToken, false, u"There is no token"_s);
    QVERIFY(!actions.copyToken->isEnabled());
    QCOMPARE(actions.copyToken->statusTip(), u"There is no token"_s);
    WindowActions::allow(actions.copyToken, true, u"There is no token"_s);
    QVERIFY(actions.copyToken->isEnabled());
    QCOMPARE(actions.copyToken->statusTip(), tip);
}

void TestWindowActions::shortcutListHasThemAll()
{
    const WindowActions actions;
    const ShortcutList list(actions);
    const auto *tree = list.findChild<QTreeWidget *>();
    QVERIFY(tree);
    QCOMPARE(tree->topLevelItemCount(), actions.all().size());
    const QList<QTreeWidgetItem *> found = tree->findItems(
        u"Find applications"_s, Qt::MatchExactly, 0);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst()->text(1), u"Ctrl+F, /"_s);
}

QTEST_MAIN(TestWindowActions)
#include "tst_windowactions.moc"
