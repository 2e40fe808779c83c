// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/ledger/ledgeradvice.h"
#include "ui/ledger/ledgerpage.h"
#include "ui/shared/emptylook.h"
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

QTEST_MAIN(TestLedgerPage)
#include "tst_ledgerpage.moc"
