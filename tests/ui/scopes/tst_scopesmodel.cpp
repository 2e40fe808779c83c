// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/endpointcatalogue.h"
#include "ui/scopes/openedmodel.h"
#include "ui/scopes/scopesmodel.h"
#include "ui/shared/cellpainter.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Ui;
using OAuth::ScopeSet;

namespace {

struct Fixture
{
    explicit Fixture(const QString &granted) { show(granted); }

    void show(const QString &granted)
    {
        model.setHolders({.here = {.name = u"me"_s, .scopes = ScopeSet::fromText(granted)}});
    }
    void compare(const QString &granted, const QString &with)
    {
        model.setHolders(
            {.here = {.name = u"me"_s, .scopes = ScopeSet::fromText(granted)},
             .there = NamedScopes{.name = u"Contoso"_s, .scopes = ScopeSet::fromText(with)}});
    }
    /// A row as text: an icon stands as its name, a risk as !.
    [[nodiscard]] QString printed(int row) const
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            const auto style = index.data(cellStyleRole).value<CellStyle>();
            QString text = QString::fromLatin1(style.icon ? style.icon : "");
            if (!index.data().toString().isEmpty())
                text += (text.isEmpty() ? u""_s : u" "_s) + index.data().toString();
            if (index.data(scopeKindRole).isValid())
                text += index.data(scopeHeldRole).toBool() ? u"!!"_s : u"!"_s;
            cells.append(text);
        }
        return cells.join(u'|');
    }
    [[nodiscard]] QString printed(const QString &resource) const
    {
        return printed(model.rowOf(resource));
    }
    [[nodiscard]] QStringList resources() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.resourceAt(row));
        return names;
    }

    const Management::ScopeCatalogue known = Management::ScopeCatalogue::read();
    ScopesModel model{known};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

/// The matrix of scopes, and the endpoints that some of them open.
class TestScopesModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void showsWhoHoldsWhat();
    void comparesTwo();
    void tellsNothingOfUnknownScopes();
    void neverDropsAScope();
    void filters_data();
    void filters();
    void searches_data();
    void searches();
    void speaks();
    void bearsHostileNames();
    void showsOpenedEndpoints();
};

void TestScopesModel::showsWhoHoldsWhat()
{
    Fixture fixture(u"read:clients read:client_keys delete:clients"_s);
    QCOMPARE(fixture.printed(u"clients"_s), u"clients|check|–!|–!|check!!|"_s);
    QCOMPARE(fixture.printed(u"client_keys"_s), u"client_keys|check!!|–|–!|–|"_s);
    QCOMPARE(fixture.printed(u"tokens"_s), u"tokens|||||–"_s);
    const int row = fixture.model.rowOf(u"clients"_s);
    QCOMPARE(
        fixture.model.scopesAt(fixture.model.index(row, int(ScopeColumn::Update))),
        QStringList{u"update:clients"_s});
    QCOMPARE(fixture.model.scopesAt(fixture.model.index(row, 0)).size(), 4);
    QVERIFY(fixture.model.scopesAt({}).isEmpty());
}

void TestScopesModel::comparesTwo()
{
    Fixture fixture(u""_s);
    fixture.compare(u"read:clients update:clients"_s, u"read:clients create:clients zebra"_s);
    QCOMPARE(
        fixture.printed(u"clients"_s),
        u"clients|check Both|circle-dashed There!!|check Here!!|–!|"_s);
    QCOMPARE(fixture.printed(u"zebra"_s), u"zebra|||||circle-dashed There"_s);
}

void TestScopesModel::tellsNothingOfUnknownScopes()
{
    Fixture fixture(u""_s);
    fixture.model.setHolders({.here = {.name = u"me"_s, .scopes = ScopeSet()}});
    QCOMPARE(fixture.printed(u"clients"_s), u"clients|?|?!|?!|?!|"_s);
    fixture.model.setFilter(ScopeFilter::Granted);
    QCOMPARE(fixture.model.rowCount(), 0);
}

void TestScopesModel::neverDropsAScope()
{
    Fixture fixture(u"openid read:clients rotate:clients"_s);
    QCOMPARE(fixture.printed(u"openid"_s), u"openid|||||check"_s);
    QCOMPARE(fixture.printed(u"clients"_s), u"clients|check|–!|–!|–!|check"_s);
    fixture.model.setFilter(ScopeFilter::Granted);
    QCOMPARE(fixture.resources(), (QStringList{u"clients"_s, u"openid"_s}));
    fixture.show(u""_s);
    QCOMPARE(fixture.model.rowCount(), 0);
    fixture.model.setFilter(ScopeFilter::All);
    QCOMPARE(fixture.model.rowOf(u"openid"_s), -1);
}

void TestScopesModel::filters_data()
{
    QTest::addColumn<ScopeFilter>("filter");
    QTest::addColumn<QStringList>("resources");
    QTest::newRow("granted") << ScopeFilter::Granted
                             << QStringList{u"actions"_s, u"clients"_s, u"stats"_s, u"users"_s};
    QTest::newRow("risky") << ScopeFilter::Risky << QStringList{u"actions"_s, u"users"_s};
    QTest::newRow("differences") << ScopeFilter::Differences
                                 << QStringList{u"actions"_s, u"stats"_s};
}

void TestScopesModel::filters()
{
    QFETCH(const ScopeFilter, filter);
    Fixture fixture(u""_s);
    const int all = fixture.model.rowCount();
    fixture.compare(
        u"read:clients read:stats read:users"_s, u"read:clients read:users update:actions"_s);
    fixture.model.setFilter(filter);
    QTEST(fixture.resources(), "resources");
    fixture.model.setFilter(ScopeFilter::All);
    QCOMPARE(fixture.model.rowCount(), all);
}

void TestScopesModel::searches_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("some");  // a resource that is found
    QTest::addColumn<QString>("other"); // and one that is not
    QTest::newRow("resource") << u"CLIENT_G"_s << u"client_grants"_s << u"clients"_s;
    QTest::newRow("scope") << u"blacklist:"_s << u"tokens"_s << u"clients"_s;
    QTest::newRow("risk") << u"runs code"_s << u"actions"_s << u"clients"_s;
    QTest::newRow("two words") << u" secrets  connections "_s << u"connections_options"_s
                               << u"connections"_s;
}

void TestScopesModel::searches()
{
    QFETCH(const QString, search);
    QFETCH(const QString, some);
    QFETCH(const QString, other);
    Fixture fixture(u""_s);
    fixture.model.setSearch(search);
    QVERIFY(fixture.model.rowOf(some) >= 0);
    QCOMPARE(fixture.model.rowOf(other), -1);
    fixture.model.setSearch(u"zebra"_s);
    QCOMPARE(fixture.model.rowCount(), 0);
}

void TestScopesModel::speaks()
{
    Fixture fixture(u"read:client_keys zebra"_s);
    const auto spoken = [&fixture](const QString &resource, ScopeColumn column) {
        return fixture.model.index(fixture.model.rowOf(resource), int(column))
            .data(Qt::AccessibleTextRole)
            .toString();
    };
    QCOMPARE(
        spoken(u"client_keys"_s, ScopeColumn::Read),
        u"read:client_keys, granted, reveals secrets"_s);
    QCOMPARE(spoken(u"clients"_s, ScopeColumn::Read), u"read:clients, not granted"_s);
    QCOMPARE(spoken(u"clients"_s, ScopeColumn::Other), u"No such scope"_s);
    QCOMPARE(spoken(u"zebra"_s, ScopeColumn::Other), u"zebra, granted, not in the catalogue"_s);
    fixture.compare(u"read:users"_s, u"read:clients"_s);
    QCOMPARE(spoken(u"clients"_s, ScopeColumn::Read), u"read:clients, only Contoso"_s);
    QCOMPARE(spoken(u"users"_s, ScopeColumn::Read), u"read:users, only me, shows personal data"_s);
    QCOMPARE(fixture.model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Read"_s);
}

void TestScopesModel::bearsHostileNames()
{
    const QStringList hostile{
        QString(1'000'000, u'a'), u"read:\u202egnp.exe"_s, u"<img-src=x>"_s, u":"_s, u"read:"_s,
        u"\u0000\u001b[2J"_s,     u"read:clients:x"_s};
    Fixture fixture(hostile.join(u' '));
    fixture.model.setFilter(ScopeFilter::Granted);
    QVERIFY(fixture.model.rowCount() >= 6);
    for (int row = 0; row < fixture.model.rowCount(); ++row) {
        for (int column = 0; column < fixture.model.columnCount(); ++column) {
            for (const int role :
                 {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)}) {
                const QString text = fixture.model.index(row, column).data(role).toString();
                QVERIFY(text.size() < 400);
                QVERIFY(!text.contains(u'\u202e') && !text.contains(u'\u001b'));
            }
        }
    }
    fixture.model.setSearch(QString(100'000, u'a'));
    QCOMPARE(fixture.model.rowCount(), 1);
}

void TestScopesModel::showsOpenedEndpoints()
{
    const auto catalogue = Management::EndpointCatalogue::read();
    OpenedModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEndpoints(catalogue.openedBy(u"read:stats"_s), {u"read:stats"_s});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), 2); // nothing to say of other scopes
    QCOMPARE(model.index(1, 0).data().toString(), u"GET"_s);
    QCOMPARE(model.index(1, 1).data().toString(), u"/api/v2/stats/daily"_s);
    model.setEndpoints(catalogue.openedBy(u"read:logs"_s), {u"read:logs"_s});
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.index(0, 2).data().toString(), u"or with read:logs_users"_s);
    model.setEndpoints({}, {});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestScopesModel)
#include "tst_scopesmodel.moc"
