// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/ledger/ledgeradvice.h"
#include "ui/ledger/ledgerpage.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/presentation.h"
#include "ui/shared/rowtable.h"

#include "tests/ui/ledger/copies.h"
#include "tests/ui/uitest.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Scene : Test::Copies
{
    Scene()
    {
        page.resize(900, 500);
        page.show();
    }
    [[nodiscard]] RowTable &table() const { return *page.findChild<RowTable *>(); }
    [[nodiscard]] LedgerAdvice &advice() const { return *page.findChild<LedgerAdvice *>(); }

    LedgerPage page{ledger, clock};
};

} // namespace

class TestLedgerPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void emptyLook();
    void listsWhatWasCopied();
    void adviceFollowsTheCurrentRow();
    void adviceFollowsTheTime();
    void ticksOnlyWhileSeen();
    void emptyAgainAfterAllAreGone();
    void copiesACell();
    void othersSeeNoNames();
};

void TestLedgerPage::emptyLook()
{
    const Scene scene;
    QVERIFY(scene.page.findChild<EmptyLook *>()->isVisible());
    QVERIFY(Test::says(scene.page, u"No token was copied in this run."_s));
    QVERIFY(!scene.table().isVisible());
    QVERIFY(!scene.advice().isVisible());
}

void TestLedgerPage::listsWhatWasCopied()
{
    Scene scene;
    scene.add("one");
    scene.add("one");
    scene.add("two");
    QVERIFY(scene.table().isVisible());
    QCOMPARE(scene.table().accessibleName(), u"Copied tokens"_s);
    QCOMPARE(scene.table().model()->rowCount(), 3);
    QVERIFY(Test::says(scene.page, u"2 still alive"_s)); // one was copied twice
    scene.clock.advance(1h + 1s);
    QVERIFY(Test::says(scene.page, u"0 still alive"_s));
}

void TestLedgerPage::adviceFollowsTheCurrentRow()
{
    Scene scene;
    scene.add("one");
    QVERIFY(scene.advice().isVisible());
    const QString first = scene.ledger.at(0).fingerprint;
    QVERIFY(scene.advice().text().contains(first));
    scene.add("two"); // above it: the row that was current stays so
    QVERIFY(scene.advice().text().contains(first));
    scene.table().setFocus();
    QTest::keyClick(&scene.table(), Qt::Key_Up);
    QVERIFY(scene.advice().text().contains(scene.ledger.at(1).fingerprint));
}

void TestLedgerPage::adviceFollowsTheTime()
{
    Scene scene;
    scene.add("one");
    QVERIFY(scene.advice().text().contains(u"until 13:00"_s));
    scene.clock.advance(1h + 1s);
    QVERIFY(scene.advice().text().startsWith(u"Nothing: "_s));
}

void TestLedgerPage::ticksOnlyWhileSeen()
{
    Scene scene;
    scene.add("one");
    QVERIFY(*scene.clock.nextWake() - scene.clock.now() < 2s);
    scene.page.hide();
    QVERIFY(*scene.clock.nextWake() - scene.clock.now() > 24h); // until the ledger drops it
    scene.clock.advance(1h);
    scene.page.show();
    QVERIFY(Test::says(scene.page, u"0 still alive"_s));
}

void TestLedgerPage::emptyAgainAfterAllAreGone()
{
    Scene scene;
    scene.add("one");
    scene.clock.advance(1h + Session::TokenLedger::deadStay);
    QVERIFY(scene.page.findChild<EmptyLook *>()->isVisible());
    QVERIFY(!scene.advice().isVisible());
    QVERIFY(!scene.clock.nextWake());
    scene.add("two");
    QVERIFY(scene.advice().text().contains(scene.ledger.at(0).fingerprint));
}

void TestLedgerPage::copiesACell()
{
    Scene scene;
    scene.add("one");
    scene.table().setFocus();
    scene.table().setCurrentIndex(scene.table().model()->index(0, int(LedgerColumn::Token)));
    QTest::keyClick(&scene.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), scene.ledger.at(0).fingerprint);
}

/// Though nobody has told what is to be masked: the tenants may have been removed long ago.
void TestLedgerPage::othersSeeNoNames()
{
    Scene scene;
    Presentation presentation(scene.page);
    Session::TokenOwner shop = Test::ledgerOwner(u"Big Shop"_s, u"login.big-shop.com"_s);
    shop.isProduction = true;
    scene.add("one", 1h, shop);
    scene.add("two", 1h, Test::ledgerOwner(u"id.contoso.com"_s, u"id.contoso.com"_s));
    scene.add("three");
    presentation.setOn(true);
    const auto heard = [&scene] {
        return Test::everythingHeard(*QAccessible::queryAccessibleInterface(&scene.page))
            .join(u'\n');
    };
    for (int row = 0; row < 3; ++row) {
        scene.table().setCurrentIndex(scene.table().model()->index(row, 1));
        for (const QString &hidden : {u"Big Shop"_s, u"big-shop.com"_s, u"id.contoso.com"_s})
            QVERIFY2(!heard().contains(hidden), qPrintable(heard()));
        const QString tip = scene.table().currentIndex().data(Qt::ToolTipRole).toString();
        QCOMPARE(tip, Presentation::mask.toString());
    }
    QVERIFY(heard().contains(u"Contoso"_s)); // no secret
    scene.table().setCurrentIndex(scene.table().model()->index(2, 1));
    QTest::keyClick(&scene.table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"Big Shop · STAGING"_s);
    presentation.setOn(false);
    QVERIFY(scene.advice().text().contains(u"Big Shop"_s));
}

QTEST_MAIN(TestLedgerPage)
#include "tst_ledgerpage.moc"
