// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationdelegate.h"
#include "ui/applications/applicationsmodel.h"
#include "ui/applications/applicationstoolbar.h"
#include "ui/applications/searchfield.h"
#include "ui/applications/searchhelpmenu.h"
#include "ui/applications/searchmemory.h"
#include "ui/applications/searchmenu.h"
#include "ui/shared/presentation.h"
#include "ui/shared/rowtable.h"

#include "tests/ui/applications/pages.h"
#include "tests/ui/applications/panefixture.h"
#include "tests/ui/uitest.h"

#include <QInputDialog>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextFormat>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Ui;
using Test::PaneFixture;

namespace {

const QString group = u"tenants/0123456789abcdef"_s;

SavedView view(const QString &name, const QString &search = u"shop"_s)
{
    return {.name = name, .search = search, .type = {}, .layout = {}};
}

QStringList namesOf(const SearchMemory &memory)
{
    QStringList names;
    for (const SavedView &each : memory.views())
        names.append(each.name);
    return names;
}

QStringList textsOf(const QMenu &menu)
{
    QStringList texts;
    for (const QAction *action : menu.actions()) {
        if (!action->isSeparator())
            texts.append(action->text());
    }
    return texts;
}

QAction *entry(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text().startsWith(text))
            return action;
    }
    return nullptr;
}

} // namespace

class TestSearches final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // What the offscreen platform cannot do is no fault of ours.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void remembersTheLastOnes()
    {
        SearchMemory memory;
        for (int i = 0; i < 20; ++i)
            memory.remember(u"search %1"_s.arg(i));
        memory.remember(u"  search 10 "_s);
        memory.remember(u"   "_s);
        QCOMPARE(memory.recent().size(), SearchMemory::mostRecent);
        QCOMPARE(
            memory.recent().first(3),
            (QStringList{u"search 10"_s, u"search 19"_s, u"search 18"_s}));
        QCOMPARE(memory.recent().count(u"search 10"_s), 1);
        memory.forgetRecent();
        QVERIFY(memory.recent().isEmpty());
    }

    void keepsViewsByName()
    {
        SearchMemory memory;
        for (const QString &name : {u"b"_s, u"a"_s, u"c"_s})
            QVERIFY(memory.keep(view(name)));
        QVERIFY(memory.keep(view(u"b"_s, u"other"_s)));
        QCOMPARE(namesOf(memory), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(memory.views().at(1).search, u"other"_s);
        memory.remove(u"a"_s);
        QCOMPARE(namesOf(memory), (QStringList{u"b"_s, u"c"_s}));
        for (int i = 2; i < SearchMemory::mostViews; ++i)
            QVERIFY(memory.keep(view(u"view %1"_s.arg(i))));
        QVERIFY(!memory.keep(view(u"one too many"_s)));
    }

    void survivesARun()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        SearchMemory memory;
        const QString hostile = u"name:=\"a, \"\"b\"\"\" \\x; [é店] %2F"_s;
        memory.remember(u"older"_s);
        memory.remember(hostile);
        const SavedView whole{
            .name = u"A & B, \"C\" / = 店"_s,
            .search = hostile,
            .type = QString(),
            .layout = {
                .columns =
                    {{Applications::Column::Name, 200}, {Applications::fieldColumn(u"sso"_s), 0}},
                .order = {.column = Applications::Column::Callbacks, .descending = true}}};
        memory.keep(whole);
        memory.keep(view(u"plain"_s));
        memory.save(settings, group);
        settings.sync();
        const QSettings read(settings.fileName(), QSettings::IniFormat);
        SearchMemory other;
        other.restore(read, group);
        QCOMPARE(other.recent(), (QStringList{hostile, u"older"_s}));
        QCOMPARE(other.views(), memory.views());
        other.restore(read, u"tenants/another"_s);
        QVERIFY(other.recent().isEmpty());
        QVERIFY(other.views().isEmpty());
        SearchMemory::erase(settings, group);
        QVERIFY(settings.allKeys().isEmpty());
    }

    void passesOverWhatItCannotRead()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        settings.setValue(
            QString(group + u"/searches/views"),
            QStringList{
                u"no JSON"_s, u"[]"_s, u"{}"_s, u"{\"name\":7}"_s, u"{\"name\":\" \"}"_s,
                u"{\"name\":\"ok\",\"layout\":[1,{}]}"_s});
        settings.setValue(QString(group + u"/searches/recent"), QString(5'000, u'x'));
        SearchMemory memory;
        memory.restore(settings, group);
        QCOMPARE(namesOf(memory), QStringList{u"ok"_s});
        QCOMPARE(memory.recent().value(0).size(), 1'000);
    }

    void offersWhatWasSearched()
    {
        PaneFixture fixture;
        fixture.pane.setSearchKeeping(Keeping::Always);
        auto *menu = fixture.pane.findChild<SearchMenu *>();
        fixture.search().setFocus();
        QTest::keyClicks(&fixture.search(), u"shop & web"_s);
        QTest::keyClick(&fixture.search(), Qt::Key_Return);
        fixture.search().selectAll();
        QTest::keyClicks(&fixture.search(), u"zoo"_s);
        QVERIFY(fixture.pane.leaveSearch()); // Esc: what it said can be brought back
        QTest::keyClick(&fixture.search(), Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(menu->isVisible());
        QCOMPARE(
            textsOf(*menu),
            (QStringList{
                u"zoo"_s, u"shop && web"_s, u"&Save this view…"_s, u"&Forget recent searches"_s}));
        entry(*menu, u"shop"_s)->trigger();
        menu->close();
        QCOMPARE(fixture.search().text(), u"shop & web"_s);
    }

    void savesAView()
    {
        PaneFixture fixture;
        fixture.pane.setSearchKeeping(Keeping::Always);
        auto *menu = fixture.pane.findChild<SearchMenu *>();
        QTest::keyClicks(&fixture.search(), u"-is:public"_s);
        fixture.pane.saveView();
        auto *dialog = fixture.pane.findChild<QInputDialog *>();
        QVERIFY(dialog);
        dialog->setTextValue(u"  Confidential ones "_s);
        dialog->accept();
        fixture.search().clear();
        fixture.pane.openSearches();
        QAction *saved = entry(*menu, u"Confidential ones"_s);
        QVERIFY(saved);
        saved->trigger();
        QCOMPARE(fixture.search().text(), u"-is:public"_s);
        fixture.pane.openSearches();
        entry(*menu, u"&Remove"_s)->menu()->actions().first()->trigger();
        fixture.pane.openSearches();
        QVERIFY(!entry(*menu, u"Confidential ones"_s));
        menu->close();
    }

    void presentationMasksWhatWasSearched_data()
    {
        QTest::addColumn<bool>("isProduction");
        QTest::addColumn<QStringList>("shown"); // views, then searches
        QTest::addColumn<QString>("tip");
        const QString dots = Presentation::mask.toString();
        QTest::newRow("production") << true << QStringList{dots, dots} << dots;
        QTest::newRow("not production")
            << false << QStringList{u"Stripes of %1"_s.arg(dots), u"zebra %1"_s.arg(dots)}
            << u"zebra %1"_s.arg(dots);
    }
    void presentationMasksWhatWasSearched()
    {
        QFETCH(const bool, isProduction);
        QFETCH(const QStringList, shown);
        QWidget window;
        Presentation presentation(window);
        Presentation::markProduction(window, isProduction);
        SearchMemory memory;
        const QString search = u"zebra contoso.eu.auth0.com"_s;
        memory.remember(search);
        memory.keep(view(u"Stripes of contoso.eu.auth0.com"_s, search));
        SearchMenu menu(memory, &window);
        QSignalSpy chosen(&menu, &SearchMenu::searchChosen);
        presentation.setOn(true);
        Q_EMIT menu.aboutToShow();
        QCOMPARE(textsOf(menu).first(2), shown);
        QTEST(menu.actions().constFirst()->toolTip(), "tip");
        const QMenu *removal = entry(menu, u"&Remove"_s)->menu();
        QCOMPARE(textsOf(*removal), QStringList{shown.constFirst()});
        menu.actions().at(2)->trigger();
        QCOMPARE(chosen.constLast().constFirst().toString(), search); // the real one
        presentation.setOn(false);
        Q_EMIT menu.aboutToShow();
        QCOMPARE(textsOf(menu).at(1), search);
    }

    void keepsByKindOfTenant_data()
    {
        QTest::addColumn<Keeping>("keeping");
        QTest::addColumn<bool>("isWritten");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<bool>("canSave");
        QTest::newRow("saved") << Keeping::Always << true << true << true;
        QTest::newRow("not saved") << Keeping::ThisRun << false << true << true;
        QTest::newRow("production") << Keeping::Never << false << false << false;
    }
    void keepsByKindOfTenant()
    {
        QFETCH(const Keeping, keeping);
        QFETCH(const bool, isWritten);
        QFETCH(const bool, canSave);
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        const QString recent = group + u"/searches/recent"_s;
        settings.setValue(recent, QStringList{u"before"_s});
        PaneFixture fixture;
        fixture.pane.setSearchKeeping(keeping);
        fixture.pane.restoreState(settings, group);
        QTest::keyClicks(&fixture.search(), u"marker"_s);
        QTest::keyClick(&fixture.search(), Qt::Key_Return);
        fixture.pane.openSearches();
        auto *menu = fixture.pane.findChild<SearchMenu *>();
        QVERIFY(entry(*menu, u"marker"_s)); // as long as the window is open
        QCOMPARE(entry(*menu, u"before"_s) != nullptr, isWritten);
        QCOMPARE(entry(*menu, u"&Save"_s)->isEnabled(), canSave);
        menu->close();
        fixture.pane.saveView();
        QCOMPARE(fixture.pane.findChild<QInputDialog *>() != nullptr, canSave);
        fixture.pane.saveState(settings, group);
        QCOMPARE(settings.value(recent).toStringList().contains(u"marker"_s), isWritten);
        QTEST(settings.contains(recent), "isThere");
    }

    void helpsToWrite()
    {
        PaneFixture fixture;
        fixture.pane.openSearchHelp();
        auto *help = fixture.pane.findChild<SearchHelpMenu *>();
        QTRY_VERIFY(help->isVisible());
        help->close();
        QTest::keyClicks(&fixture.search(), u"shop"_s);
        entry(*help, u"type:"_s)->trigger();
        QCOMPARE(fixture.search().text(), u"shop type:"_s);
        QTest::keyClicks(&fixture.search(), u"spa"_s);
        entry(*help, u"-"_s)->trigger();
        entry(*help, u"is:public"_s)->trigger();
        QCOMPARE(fixture.search().text(), u"shop type:spa -is:public "_s);
        entry(*help, u"\""_s)->trigger();
        QTest::keyClicks(&fixture.search(), u"a b"_s);
        QCOMPARE(fixture.search().text(), u"shop type:spa -is:public \"a b\""_s);
    }

    void marksCells_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QList<int>>("columns");
        QTest::newRow("nothing") << QString() << QList<int>();
        QTest::newRow("a word, wherever it is") << u"shop"_s << QList<int>{0, 2, 5};
        QTest::newRow("the table's word for a type") << u"\"single page\""_s << QList<int>{1};
        QTest::newRow("where the key looks") << u"grant:shop"_s << QList<int>{5};
        QTest::newRow("the whole") << u"name:=shop"_s << QList<int>{0};
        QTest::newRow("excluded") << u"shop -page -id:x"_s << QList<int>{0, 2, 5};
        QTest::newRow("a field") << u"field:grant_types=shop"_s << QList<int>{5};
    }
    void marksCells()
    {
        QFETCH(const QString, search);
        QFETCH(const QList<int>, columns);
        Applications::ApplicationStore store;
        Base::SystemClock clock;
        ApplicationsModel model(store, clock);
        model.add(store.add(Test::pageOf({Test::client(
            u"shopId"_s, u"Shop"_s, u"spa"_s, {{u"grant_types"_s, QJsonArray{u"urn:shop"_s}}})})));
        model.flush();
        RowTable table(u"Applications"_s);
        ApplicationDelegate delegate;
        delegate.setQuery(Applications::SearchQuery::parse(search));
        table.setItemDelegate(&delegate);
        table.setModel(&model);
        table.resize(1'200, 200);
        table.show();
        const QImage image = table.viewport()->grab().toImage();
        QList<int> marked;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QImage cell = image.copy(table.visualRect(model.index(0, column)));
            bool isMarked = false;
            for (int y = 0; y < cell.height(); ++y) {
                for (int x = 0; x < cell.width(); ++x)
                    isMarked |= cell.pixel(x, y)
                        == foundFormat(false, false).background().color().rgb();
            }
            if (isMarked)
                marked.append(column);
        }
        QCOMPARE(marked, columns);
    }

    /// Where one line is too short for all, there are two.
    void nothingStandsOnTheSearch_data()
    {
        QTest::addColumn<double>("size");
        QTest::addColumn<bool>("isOneLine");
        QTest::newRow("usual text") << 1.0 << true;
        QTest::newRow("twice as large") << 2.0 << false;
    }
    void nothingStandsOnTheSearch()
    {
        QFETCH(const double, size);
        QFETCH(const bool, isOneLine);
        const QFont usual = QApplication::font();
        QAction columns(u"Columns"_s);
        QAction exports(u"Export"_s);
        QAction reload(u"Reload"_s);
        QAction details(u"Details"_s);
        Ui::ApplicationsToolbar toolbar(
            {.reload = &reload,
             .toggleDetails = &details,
             .columns = &columns,
             .exportRows = &exports});
        toolbar.resize(1'000, 100);
        toolbar.show();
        QFont font = usual;
        font.setPointSizeF(size * usual.pointSizeF());
        QApplication::setFont(font); // while it is seen
        const auto stand = [&toolbar] {
            QList<QRect> taken;
            const auto parts = toolbar.findChildren<QWidget *>(
                QString(), Qt::FindDirectChildrenOnly);
            for (const QWidget *part : parts) {
                for (const QRect &other : std::as_const(taken)) {
                    if (part->geometry().intersects(other))
                        return false;
                }
                taken.append(part->geometry());
            }
            return true;
        };
        const auto *last = Test::buttonIn(toolbar, u"Details"_s);
        QTRY_COMPARE(last->y() < toolbar.search().geometry().bottom(), isOneLine);
        QTRY_VERIFY(stand());
        QVERIFY(last->geometry().right() < toolbar.width());
        QApplication::setFont(usual);
    }

    void hints_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("hint");
        QTest::newRow("an open quote") << u"\"shop web"_s << u"quote is still open"_s;
        QTest::newRow("an unknown trait") << u"is:purple"_s << u"No such is:, finding: or field:"_s;
        QTest::newRow("a field of no list")
            << u"field:client_secret"_s << u"No such is:, finding: or field:"_s;
    }
    void hints()
    {
        QFETCH(const QString, search);
        QFETCH(const QString, hint);
        PaneFixture fixture;
        QVERIFY(!fixture.shows(hint));
        QTest::keyClicks(&fixture.search(), search);
        QVERIFY(fixture.shows(hint));
        fixture.search().clear();
        QVERIFY(!fixture.shows(hint));
    }
};

QTEST_MAIN(TestSearches)
#include "tst_searches.moc"
