// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/tenants/tenantsmodel.h"

#include "tests/ui/tenants/bookfixture.h"
#include "tests/ui/uitest.h"

#include <QAbstractItemModelTester>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tenant::Environment;

namespace {

QStringList rowsOf(const TenantsModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row).data().toString());
    return rows;
}

QString stateOf(const TenantsModel &model, int row)
{
    return model.index(row).data(TenantsModel::StateRole).toString();
}

} // namespace

class TestTenantsModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void groupsHaveHeadings();
    void filters();
    void tellsStates();
    void countsDown();
    void followsTheBook();
    void spokenTextDoesNotTick();
};

void TestTenantsModel::groupsHaveHeadings()
{
    Test::BookFixture fixture(
        {{u"shop"_s, Environment::Production}, {u"try"_s, Environment::Development}});
    const TenantsModel model(fixture.book);
    QCOMPARE(rowsOf(model), QStringList({u"DEVELOPMENT"_s, u"try"_s, u"PRODUCTION"_s, u"shop"_s}));
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QVERIFY(model.flags(model.index(1)) & Qt::ItemIsSelectable);
    QVERIFY(!model.index(1).data(TenantsModel::IsProductionRole).toBool());
    QVERIFY(model.index(3).data(TenantsModel::IsProductionRole).toBool());
}

void TestTenantsModel::filters()
{
    Test::BookFixture fixture(
        {{u"Shop"_s, Environment::Production}, {u"try"_s, Environment::Development}});
    TenantsModel model(fixture.book);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(u" sHo"_s);
    QCOMPARE(rowsOf(model), QStringList({u"PRODUCTION"_s, u"Shop"_s}));
    model.setFilter(u"127.0.0.1"_s); // by domain, too
    QCOMPARE(model.rowCount(), 4);
    model.setFilter(u"nothing"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 4);
}

void TestTenantsModel::tellsStates()
{
    Test::BookFixture fixture({{u"shop"_s, Environment::Production}});
    const TenantsModel model(fixture.book);
    Session::KnownTenant &shop = *fixture.book.find(u"shop");
    QCOMPARE(stateOf(model, 1), u"Not connected"_s);
    shop.open();
    QCOMPARE(stateOf(model, 1), u"Waiting for your keychain…"_s);
    QTRY_VERIFY(OAuth::tokenOf(shop.session().tokenState()));
    QCOMPARE(stateOf(model, 1), u"24 h 0 min"_s);
    QCOMPARE(model.index(1).data(TenantsModel::StateToneRole).toInt(), int(PlainLabel::Tone::Ok));
    shop.signOut();
    QCOMPARE(stateOf(model, 1), u"Not connected"_s);
    fixture.secrets.problem = Secrets::KeychainProblem::absent;
    shop.open();
    QTRY_COMPARE(stateOf(model, 1), u"No secret"_s);
}

void TestTenantsModel::countsDown()
{
    Test::BookFixture fixture({{u"shop"_s, Environment::Production}});
    TenantsModel model(fixture.book);
    QVERIFY(!model.tick()); // nothing changes by the time alone
    Session::KnownTenant &shop = *fixture.book.find(u"shop");
    shop.open();
    QTRY_VERIFY(OAuth::tokenOf(shop.session().tokenState()));
    const QString before = stateOf(model, 1);
    const auto next = model.tick();
    QVERIFY(next && *next <= fixture.clock.now() + 1min);
    fixture.clock.advance(61s);
    QVERIFY(stateOf(model, 1) != before);
}

void TestTenantsModel::followsTheBook()
{
    Test::BookFixture fixture(
        {{u"one"_s, Environment::Development}, {u"two"_s, Environment::Development}});
    TenantsModel model(fixture.book);
    const QAbstractItemModelTester tester(&model);
    const QPersistentModelIndex two = model.indexOf(fixture.book.find(u"two"));
    QVERIFY(fixture.book.move(*fixture.book.find(u"two"), -1));
    QCOMPARE(rowsOf(model), QStringList({u"DEVELOPMENT"_s, u"two"_s, u"one"_s}));
    QCOMPARE(two.row(), 1);
    QVERIFY(fixture.book.remove(*fixture.book.find(u"two")));
    QCOMPARE(rowsOf(model), QStringList({u"DEVELOPMENT"_s, u"one"_s}));
    fixture.book.addUnsaved();
    QCOMPARE(
        rowsOf(model), QStringList({u"DEVELOPMENT"_s, u"one"_s, u"NOT SAVED"_s, u"New tenant"_s}));
}

void TestTenantsModel::spokenTextDoesNotTick()
{
    Test::BookFixture fixture({{u"shop"_s, Environment::Production}});
    const TenantsModel model(fixture.book);
    Session::KnownTenant &shop = *fixture.book.find(u"shop");
    shop.open();
    QTRY_VERIFY(OAuth::tokenOf(shop.session().tokenState()));
    QCOMPARE(
        model.index(1).data(Qt::AccessibleTextRole).toString(), u"shop, PRODUCTION, Token valid"_s);
}

QTEST_MAIN(TestTenantsModel)
#include "tst_tenantsmodel.moc"
