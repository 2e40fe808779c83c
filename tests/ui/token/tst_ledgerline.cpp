// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/ledgerline.h"

#include "tests/support/manualclock.h"
#include "tests/ui/uitest.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A line in a shown window, of the tenant "a.example.com".
struct Scene
{
    Scene()
    {
        (new QVBoxLayout(&window))->addWidget(line);
        line->setTenant(u"a.example.com"_s, {});
        window.show();
    }
    void copy(
        const char *token, std::optional<std::chrono::nanoseconds> life,
        const QString &domain = u"a.example.com"_s)
    {
        OAuth::AccessToken copied;
        copied.value = Base::Secret(QByteArrayView(token));
        if (life)
            copied.expiresAt = clock.now() + *life;
        Session::TokenOwner owner;
        owner.domain = Tenant::Domain::parse(domain)->domain;
        ledger.record(owner, copied, Session::TokenFormat::Token);
    }

    Test::ManualClock clock;
    Session::TokenLedger ledger{clock};
    QWidget window;
    LedgerLine *line = new LedgerLine(ledger, clock);
};

} // namespace

class TestLedgerLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void nothingWhileThereIsNone();
    void countsTheLiving();
    void ofItsTenantOnly();
    void theEndMayBeUnknown();
    void goesWithTheLast();
    void asksForTheList();
};

void TestLedgerLine::nothingWhileThereIsNone()
{
    const Scene scene;
    QVERIFY(!scene.line->isVisible());
    QCOMPARE(scene.line->text(), QString());
    QVERIFY(!scene.clock.nextWake());
}

void TestLedgerLine::countsTheLiving()
{
    Scene scene;
    scene.copy("one", 1h);
    QVERIFY(scene.line->isVisible());
    QCOMPARE(scene.line->text(), u"1 copied token still alive, until 13:00"_s);
    scene.copy("one", 1h);
    QCOMPARE(scene.line->text(), u"1 copied token still alive, until 13:00"_s);
    scene.copy("two", 24h);
    QCOMPARE(scene.line->text(), u"2 copied tokens still alive, longest until Wed 12:00"_s);
    scene.line->setTenant(u"a.example.com"_s, 120s); // our clock is ahead
    QCOMPARE(scene.line->text(), u"2 copied tokens still alive, longest until Wed 11:58"_s);
}

void TestLedgerLine::ofItsTenantOnly()
{
    Scene scene;
    scene.copy("one", 1h, u"b.example.com"_s);
    QVERIFY(!scene.line->isVisible());
    scene.line->setTenant(u"b.example.com"_s, {});
    QVERIFY(scene.line->isVisible());
    scene.line->setTenant({}, {});
    QVERIFY(!scene.line->isVisible());
}

void TestLedgerLine::theEndMayBeUnknown()
{
    Scene scene;
    scene.copy("one", {});
    QCOMPARE(scene.line->text(), u"1 copied token still alive, expiry unknown"_s);
    scene.copy("two", 1h);
    QCOMPARE(scene.line->text(), u"2 copied tokens still alive, not all tell until when"_s);
}

void TestLedgerLine::goesWithTheLast()
{
    Scene scene;
    scene.copy("one", 1h);
    scene.copy("two", 2h);
    scene.clock.advance(1h);
    QCOMPARE(scene.line->text(), u"1 copied token still alive, until 14:00"_s);
    scene.window.hide();
    scene.clock.advance(1h);
    scene.window.show();
    QVERIFY(!scene.line->isVisible());
    scene.copy("three", 1h);
    QVERIFY(scene.line->isVisible());
}

void TestLedgerLine::asksForTheList()
{
    Scene scene;
    scene.copy("one", 1h);
    const QSignalSpy wanted(scene.line, &LedgerLine::showRequested);
    Test::buttonIn(*scene.line, u"Show"_s)->click();
    QCOMPARE(wanted.count(), 1);
}

QTEST_MAIN(TestLedgerLine)
#include "tst_ledgerline.moc"
