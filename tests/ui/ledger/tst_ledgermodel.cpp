// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/ledger/ledgermodel.h"
#include "ui/shared/cellpainter.h"

#include "tests/ui/ledger/copies.h"
#include "tests/ui/uitest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A model under the eyes of Qt's own tester.
struct Scene : Test::Copies
{
    [[nodiscard]] QString cell(int row, LedgerColumn column, int role = Qt::DisplayRole) const
    {
        return model.index(row, int(column)).data(role).toString();
    }
    [[nodiscard]] QStringList row(int row) const
    {
        QStringList cells;
        for (int column = 0; column < ledgerColumns; ++column)
            cells.append(cell(row, LedgerColumn(column)));
        return cells;
    }
    [[nodiscard]] CellStyle style(int row, LedgerColumn column) const
    {
        return model.index(row, int(column)).data(cellStyleRole).value<CellStyle>();
    }

    LedgerModel model{ledger, clock};
    QAbstractItemModelTester tester{&model};
};

QString fingerprint(const QByteArray &value)
{
    return Base::Secret(value).fingerprint();
}

} // namespace

class TestLedgerModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void showsTheNewestFirst();
    void countsDownButSpeaksSteadily();
    void tellsTheDeadAndTheUnknown();
    void productionIsMarked();
    void namesArePlain();
    void timesAreTheTenants();
    void theBoundIsFollowed();
    void tellsWhenItChangesNext();
};

void TestLedgerModel::showsTheNewestFirst()
{
    Scene scene;
    scene.add("one");
    scene.clock.advance(5min);
    scene.add("two", 24h);
    QCOMPARE(scene.model.rowCount(), 2);
    QCOMPARE(
        scene.row(0),
        QStringList(
            {u"12:05"_s, u"Contoso · STAGING"_s, u"header"_s, fingerprint("two"), u"2"_s,
             u"Wed 12:05"_s, u"24 h 0 min"_s}));
    QCOMPARE(
        scene.row(1),
        QStringList(
            {u"12:00"_s, u"Contoso · STAGING"_s, u"header"_s, fingerprint("one"), u"2"_s,
             u"13:00"_s, u"55:00"_s}));
    QCOMPARE(scene.model.copyAt(1)->fingerprint, fingerprint("one"));
    QVERIFY(!scene.model.copyAt(2) && !scene.model.copyAt(-1));
    QCOMPARE(scene.model.headerData(6, Qt::Horizontal, Qt::DisplayRole).toString(), u"Left"_s);
    QCOMPARE(scene.cell(0, LedgerColumn::Tenant, Qt::ToolTipRole), u"contoso.eu.auth0.com"_s);
}

void TestLedgerModel::countsDownButSpeaksSteadily()
{
    Scene scene;
    scene.add("one", 10min);
    QCOMPARE(scene.cell(0, LedgerColumn::Left, Qt::AccessibleTextRole), u"until 12:10"_s);
    scene.clock.advance(9min + 18s);
    QCOMPARE(scene.cell(0, LedgerColumn::Left), u"0:42"_s);
    QCOMPARE(scene.cell(0, LedgerColumn::Left, Qt::AccessibleTextRole), u"until 12:10"_s);
}

void TestLedgerModel::timesAreTheTenants()
{
    Scene scene;
    Session::TokenOwner ahead = Test::ledgerOwner();
    ahead.clockSkew = -15min;
    scene.add("one", 10min, ahead);
    QCOMPARE(scene.cell(0, LedgerColumn::When), u"12:15"_s);
    QCOMPARE(scene.cell(0, LedgerColumn::Dies), u"12:25"_s);
    QCOMPARE(scene.cell(0, LedgerColumn::Left), u"10:00"_s);
}

void TestLedgerModel::tellsTheDeadAndTheUnknown()
{
    Scene scene;
    scene.add("one", 10min);
    scene.add("two", {});
    scene.clock.advance(10min);
    QCOMPARE(scene.cell(1, LedgerColumn::Left), u"expired"_s);
    QVERIFY(scene.style(1, LedgerColumn::Left).tone == CellStyle::Tone::Secondary);
    QCOMPARE(scene.cell(0, LedgerColumn::Left), u"unknown"_s);
    QCOMPARE(scene.cell(0, LedgerColumn::Dies), u"unknown"_s);
    QVERIFY(scene.style(0, LedgerColumn::Left).tone == CellStyle::Tone::Caution);
}

void TestLedgerModel::productionIsMarked()
{
    Scene scene;
    Session::TokenOwner shop = Test::ledgerOwner(u"Shop"_s);
    shop.environment = u"PRODUCTION"_s;
    shop.isProduction = true;
    scene.add("one", 1h, shop);
    QCOMPARE(scene.cell(0, LedgerColumn::Tenant), u"Shop · PRODUCTION"_s); // never by colour alone
    QVERIFY(scene.style(0, LedgerColumn::Tenant).tone == CellStyle::Tone::Error);
    shop.environment.clear();
    scene.add("two", 1h, shop);
    QCOMPARE(scene.cell(0, LedgerColumn::Tenant), u"Shop"_s);
}

void TestLedgerModel::namesArePlain()
{
    Scene scene;
    scene.add("one", 1h, Test::ledgerOwner(u"<b>evil\u202Etxt\n"_s));
    const QString name = scene.cell(0, LedgerColumn::Tenant);
    QVERIFY(!name.contains(u'\u202E') && !name.contains(u'\n'));
}

void TestLedgerModel::theBoundIsFollowed()
{
    Scene scene;
    for (int i = 0; i < Session::TokenLedger::largestSize + 20; ++i)
        scene.add("token-" + QByteArray::number(i), i % 3 ? 1h : 2h);
    QCOMPARE(scene.model.rowCount(), Session::TokenLedger::largestSize);
    scene.clock.advance(90min);
    scene.add("one more");
    QCOMPARE(scene.cell(0, LedgerColumn::Token), fingerprint("one more"));
    scene.clock.advance(24h); // the short-lived ones go, from among the others
    QCOMPARE(scene.model.rowCount(), scene.ledger.size());
    QVERIFY(scene.model.rowCount() < 200);
    for (int row = 0; row < scene.model.rowCount(); ++row)
        QVERIFY(!scene.cell(row, LedgerColumn::Token).isEmpty());
    scene.clock.advance(48h);
    QCOMPARE(scene.model.rowCount(), 0);
}

void TestLedgerModel::tellsWhenItChangesNext()
{
    Scene scene;
    QVERIFY(!scene.model.tick());
    scene.add("one", {});
    QVERIFY(!scene.model.tick());
    scene.add("two", 24h);
    QVERIFY(*scene.model.tick() - scene.clock.now() < 61s);
    scene.add("three", 10min);
    const QSignalSpy changed(&scene.model, &QAbstractItemModel::dataChanged);
    QVERIFY(*scene.model.tick() - scene.clock.now() < 2s);
    QCOMPARE(changed.count(), 1);
}

QTEST_MAIN(TestLedgerModel)
#include "tst_ledgermodel.moc"
