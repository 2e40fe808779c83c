// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/presentation.h"
#include "ui/tenants/tenantspane.h"

#include "tests/ui/tenants/bookfixture.h"
#include "tests/ui/uitest.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Session::KnownTenant;
using Tenant::Environment;

namespace {

struct Scene
{
    explicit Scene(int tenants)
        : fixture(many(tenants))
    {
        pane.resize(220, 600);
        Test::showActive(pane);
        list.setFocus(); // the first row becomes the current one
        chosen.clear();
    }
    static QList<std::pair<QString, Environment>> many(int count)
    {
        QList<std::pair<QString, Environment>> all;
        for (int i = 0; i < count; ++i)
            all.append(
                {u"tenant %1"_s.arg(i),
                 i < 2 ? Environment::Development : Environment::Production});
        return all;
    }
    [[nodiscard]] KnownTenant *tenant(int number) const
    {
        return fixture.book.find(u"tenant %1"_s.arg(number));
    }

    Test::BookFixture fixture;
    QAction add{u"Add tenant"_s};
    QAction remove{u"Remove"_s};
    TenantsPane pane{fixture.book, &add, {&remove}};
    QListView &list = *pane.findChild<QListView *>();
    QLineEdit &filter = *pane.findChild<QLineEdit *>();
    QSignalSpy chosen{&pane, &TenantsPane::chosen};
    QSignalSpy opened{&pane, &TenantsPane::openRequested};
};

} // namespace

class TestTenantsPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void arrowsPassHeadings();
    void enterOpens();
    void currentIsNotTold();
    void filterComesWithMany();
    void filterKeepsTheCurrent();
    void filterIsHiddenInPresentationMode();
    void productionHasAStripe();
};

void TestTenantsPane::arrowsPassHeadings()
{
    Scene scene(3);
    scene.pane.setCurrent(scene.tenant(1));
    QTest::keyClick(&scene.list, Qt::Key_Down);
    QCOMPARE(scene.chosen.size(), 1);
    QCOMPARE(scene.chosen.takeFirst().at(0).value<KnownTenant *>(), scene.tenant(2));
}

void TestTenantsPane::enterOpens()
{
    Scene scene(3);
    scene.pane.setCurrent(scene.tenant(2));
    QTest::keyClick(&scene.list, Qt::Key_Return);
    QCOMPARE(scene.opened.size(), 1);
    QCOMPARE(scene.opened.takeFirst().at(0).value<KnownTenant *>(), scene.tenant(2));
}

void TestTenantsPane::currentIsNotTold()
{
    Scene scene(3);
    scene.pane.setCurrent(scene.tenant(1));
    QCOMPARE(scene.chosen.size(), 0);
    QCOMPARE(scene.list.currentIndex().data().toString(), u"tenant 1"_s);
}

void TestTenantsPane::filterComesWithMany()
{
    QVERIFY(!Scene(3).filter.isVisible());
    Scene scene(TenantsPane::filterFrom);
    QVERIFY(scene.filter.isVisible());
    scene.filter.setText(u"tenant 4"_s);
    QCOMPARE(scene.list.model()->rowCount(), 2);
    QVERIFY(scene.filter.isVisible());
    QTest::keyClick(&scene.filter, Qt::Key_Escape);
    QVERIFY(scene.filter.text().isEmpty());
    QTest::keyClick(&scene.filter, Qt::Key_Down);
    QVERIFY(scene.list.hasFocus());
}

void TestTenantsPane::filterKeepsTheCurrent()
{
    Scene scene(TenantsPane::filterFrom);
    scene.pane.setCurrent(scene.tenant(1));
    scene.filter.setText(u"tenant 4"_s);
    QVERIFY(!scene.list.currentIndex().isValid());
    scene.filter.clear();
    QCOMPARE(scene.list.currentIndex().data().toString(), u"tenant 1"_s);
    QCOMPARE(scene.chosen.size(), 0);
}

void TestTenantsPane::filterIsHiddenInPresentationMode()
{
    Scene scene(TenantsPane::filterFrom);
    Presentation presentation(scene.pane);
    QTest::keyClicks(&scene.filter, u"tenant 7"_s);
    QCOMPARE(scene.filter.displayText(), u"tenant 7"_s);
    presentation.setOn(true);
    QVERIFY(!scene.filter.displayText().contains(u"tenant"_s));
    QTest::keyClick(&scene.filter, Qt::Key_Backspace);
    QCOMPARE(scene.filter.text(), u"tenant "_s); // it filters as ever
}

void TestTenantsPane::productionHasAStripe()
{
    Scene scene(3);
    const QImage picture = scene.list.grab().toImage();
    const auto edgeOf = [&](int row) {
        const QPoint middle = scene.list.visualRect(scene.list.model()->index(row, 0)).center();
        return picture.pixelColor(1, middle.y());
    };
    QCOMPARE(edgeOf(1), edgeOf(2));  // development
    QVERIFY(edgeOf(4) != edgeOf(1)); // the row below PRODUCTION
}

QTEST_MAIN(TestTenantsPane)
#include "tst_tenantspane.moc"
