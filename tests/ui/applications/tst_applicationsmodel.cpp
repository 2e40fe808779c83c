// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationsmodel.h"
#include "ui/shared/cellpainter.h"
#include "ui/shared/presentation.h"

#include "tests/support/manualclock.h"
#include "tests/ui/applications/pages.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using namespace Tenantscope::Applications;
using namespace Tenantscope::Test;
using Tenantscope::Ui::ApplicationsModel;
using Tenantscope::Ui::CellStyle;

namespace {

const OAuth::ScopeSet readsClients = OAuth::ScopeSet::fromText(u"read:clients");
const OAuth::ScopeSet readsSummary = OAuth::ScopeSet::fromText(u"read:client_summary");

/// A store, its model and the judge of models, alive together.
struct Fixture
{
    void add(const QJsonArray &clients) { model.add(store.add(pageOf(clients))); }
    /// All that comes later is shown by itself only once the clock moves.
    void addNow(const QJsonArray &clients)
    {
        add(clients);
        model.flush();
    }

    ManualClock clock;
    ApplicationStore store;
    ApplicationsModel model{store, clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

QString printed(const ApplicationsModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines.join(u'\n');
}

QString names(const ApplicationsModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result.append(model.index(row, 0).data().toString());
    return result.join(u' ');
}

QString copied(const ApplicationsModel &model, int row, int section)
{
    return model.copyText(model.storeRowAt(row), model.columnAt(section));
}

QJsonArray letters(const QString &ids)
{
    QJsonArray clients;
    for (const QChar id : ids)
        clients.append(client(QString(id).repeated(4), id));
    return clients;
}

/// \a count applications from \a first, each second one of which has `sso` true, the others false.
QJsonArray signedOn(int first, int count)
{
    QJsonArray clients;
    for (int i = first; i < first + count; ++i)
        clients.append(
            client(QString::number(i), u"App %1"_s.arg(i), {}, {{u"sso"_s, i % 2 == 0}}));
    return clients;
}

const Column ssoField = ownColumn(u"sso"_s);

QJsonArray oddities()
{
    return {
        client(
            u"idA"_s, u"Shop 10"_s, u"spa"_s,
            {{u"is_first_party"_s, true},
             {u"callbacks"_s, QJsonArray{u"https://a"_s, u"https://b"_s}},
             {u"grant_types"_s, QJsonArray{u"authorization_code"_s, u"refresh_token"_s}}}),
        client(
            u"idB"_s, u"Shop 9"_s, u"non_interactive"_s,
            {{u"is_first_party"_s, false},
             {u"callbacks"_s, QJsonArray()},
             {u"grant_types"_s, QJsonValue()}}),
        client(u"idC"_s, u"Ärger"_s),
        client(u"idD"_s, u"zoom"_s, u"sso_integration"_s, {{u"callbacks"_s, QJsonValue()}}),
    };
}

/// Three findings, all of them low.
QJsonObject manySmall()
{
    return {
        {u"sso"_s, true},
        {u"oidc_conformant"_s, false},
        {u"callbacks"_s, QJsonArray{u"nowhere"_s}}};
}

QJsonArray risky()
{
    const QJsonArray local{u"http://localhost:3000/cb"_s};
    return {
        client(
            u"idA"_s, u"Worst"_s, u"spa"_s,
            {{u"callbacks"_s, local}, {u"grant_types"_s, QJsonArray{u"password"_s}}}),
        client(u"idB"_s, u"Bad"_s, u"spa"_s, {{u"callbacks"_s, local}}),
        client(u"idC"_s, u"None"_s, u"spa"_s, {{u"callbacks"_s, QJsonArray()}}),
        client(u"idD"_s, u"Summary"_s, u"spa"_s),
    };
}

} // namespace

class TestApplicationsModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void printsWhatCame()
    {
        Fixture fixture;
        fixture.model.setScopes(readsClients);
        fixture.add(oddities());
        QCOMPARE(
            printed(fixture.model),
            u"Shop 10 | Single page | idA | Yes | 2 | authorization_code, refresh_token | None\n"
            "Shop 9 | Machine to machine | idB | No | [ ] | [ ] | None\n"
            "Ärger | Generic | idC | – | – | – | –\n"
            "zoom | sso_integration | idD | – | [ ] | – | None"_s);
    }

    void tellsFindings()
    {
        Fixture fixture;
        fixture.model.setScopes(readsSummary);
        fixture.add(risky());
        const int section = fixture.model.sectionOf(Column::Findings);
        const auto cell = [&](int row, int role) {
            return fixture.model.index(row, section).data(role);
        };
        const auto styleAt = [&](int row) {
            return cell(row, Ui::cellStyleRole).value<CellStyle>();
        };
        QCOMPARE(cell(0, Qt::DisplayRole), u"High · 2"_s);
        QCOMPARE(
            cell(0, Qt::ToolTipRole), u"High: Password grant\nMedium: Callback to localhost"_s);
        QCOMPARE(cell(0, Qt::AccessibleTextRole), cell(0, Qt::ToolTipRole));
        QCOMPARE(styleAt(0).tone, CellStyle::Tone::Error);
        QCOMPARE(QLatin1StringView(styleAt(0).icon), "circle-alert"_L1);
        QCOMPARE(cell(1, Qt::DisplayRole), u"Medium · 1"_s);
        QCOMPARE(cell(2, Qt::DisplayRole), u"None"_s);
        QCOMPARE(cell(2, Qt::ToolTipRole), u"Nothing found"_s);
        QCOMPARE(cell(3, Qt::DisplayRole), u"read:clients"_s); // it shows its name and type only
        QVERIFY(cell(3, Qt::ToolTipRole).toString().startsWith(u"Not visible: needs read:clients"));
        QCOMPARE(fixture.model.copyText(0, Column::Findings), u"High · 2"_s);
    }

    void sortsByFindings()
    {
        Fixture fixture;
        fixture.add(risky());
        fixture.add({client(u"idE"_s, u"Many"_s, u"spa"_s, manySmall())});
        const int section = fixture.model.sectionOf(Column::Findings);
        fixture.model.flush();
        fixture.model.sort(section, Qt::DescendingOrder);
        QCOMPARE(names(fixture.model), u"Worst Bad Many None Summary"_s); // severity before number
        fixture.model.sort(section, Qt::AscendingOrder);
        QCOMPARE(names(fixture.model), u"Many Bad Worst None Summary"_s); // nothing comes last
    }

    void weighsAnewInAnotherEnvironment()
    {
        Fixture fixture;
        fixture.add(risky());
        fixture.addNow({client(u"idE"_s, u"Many"_s, u"spa"_s, manySmall())});
        const int section = fixture.model.sectionOf(Column::Findings);
        fixture.model.sort(section, Qt::DescendingOrder);
        QSignalSpy changed(&fixture.model, &QAbstractItemModel::dataChanged);
        fixture.store.setEnvironment(Tenant::Environment::Development);
        fixture.model.weighAnew();
        QCOMPARE(changed.count(), 1);
        // The callback to localhost is nothing there: the second one has none left.
        QCOMPARE(names(fixture.model), u"Worst Many Bad None Summary"_s);
        QCOMPARE(fixture.model.index(0, section).data().toString(), u"High · 1"_s);
        QCOMPARE(fixture.model.index(2, section).data().toString(), u"None"_s);
    }

    void sorts_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QString>("ids");
        QTest::newRow("names, digits by value") << 0 << Qt::AscendingOrder << u"idC idB idA idD"_s;
        QTest::newRow("names, down") << 0 << Qt::DescendingOrder << u"idD idA idB idC"_s;
        QTest::newRow("client IDs") << 2 << Qt::DescendingOrder << u"idD idC idB idA"_s;
        QTest::newRow("source order") << -1 << Qt::AscendingOrder << u"idA idB idC idD"_s;
    }
    void sorts()
    {
        QFETCH(const int, column);
        QFETCH(const Qt::SortOrder, order);
        Fixture fixture;
        fixture.add(oddities());
        fixture.model.sort(1);
        fixture.model.sort(column, order);
        QStringList ids;
        for (int row = 0; row < fixture.model.rowCount(); ++row)
            ids.append(fixture.model.clientIdAt(row));
        QTEST(ids.join(u' '), "ids");
    }

    void tellsWhyACellIsEmpty_data()
    {
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<OAuth::ScopeSet>("scopes");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("hasLock");
        const QJsonObject none;
        const OAuth::ScopeSet unknown;
        QTest::newRow("not set") << none << readsClients << u"–"_s << u"Not set"_s << false;
        QTest::newRow("not visible")
            << none << readsSummary << u"read:clients"_s
            << u"Not visible: needs read:clients or read:client_keys"_s << true;
        QTest::newRow("unknown") << none << unknown << u"?"_s
                                 << u"Unknown: the token does not tell its scopes"_s << false;
        QTest::newRow("empty list") << QJsonObject{{u"callbacks"_s, QJsonArray()}} << readsSummary
                                    << u"[ ]"_s << u"Empty list"_s << false;
        QTest::newRow("null") << QJsonObject{{u"callbacks"_s, QJsonValue()}} << unknown << u"[ ]"_s
                              << u"Empty list"_s << false;
    }
    void tellsWhyACellIsEmpty()
    {
        QFETCH(const QJsonObject, members);
        QFETCH(const OAuth::ScopeSet, scopes);
        QFETCH(const bool, hasLock);
        Fixture fixture;
        fixture.add({client(u"id"_s, u"name"_s, {}, members)});
        fixture.model.setScopes(scopes);
        const QModelIndex cell = fixture.model.index(0, 4);
        QTEST(cell.data().toString(), "mark");
        QTEST(cell.data(Qt::ToolTipRole).toString(), "words");
        QTEST(cell.data(Qt::AccessibleTextRole).toString(), "words");
        QCOMPARE(cell.data(Ui::cellStyleRole).value<CellStyle>().icon != nullptr, hasLock);
        QVERIFY(!fixture.model.index(0, 0).data(Qt::ToolTipRole).isValid());
    }

    void copiesWhatIsSeenButNoScopeAsAValue()
    {
        Fixture fixture;
        fixture.add(oddities());
        fixture.model.setScopes(readsSummary);
        QCOMPARE(copied(fixture.model, 0, 1), u"Single page"_s);
        QCOMPARE(copied(fixture.model, 0, 3), u"Yes"_s);
        QCOMPARE(copied(fixture.model, 1, 4), u"[ ]"_s);
        QCOMPARE(
            copied(fixture.model, 2, 4), u"Not visible: needs read:clients or read:client_keys"_s);
    }

    void copiesRealValuesInPresentationMode()
    {
        QWidget window;
        Ui::Presentation presentation(window);
        Ui::Presentation::markProduction(window, true);
        ManualClock clock;
        ApplicationStore store;
        ApplicationsModel model(store, clock, &window);
        const QString id = u"k158aBcDeFgHiJkLmNoPqRsTuVwXyZc7"_s;
        model.add(store.add(pageOf({client(id, u"Shop"_s), client(u"b"_s, QString())})));
        const auto texts = [&model](auto text) {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row) {
                for (int column = 0; column < model.columnCount(); ++column)
                    all.append(text(model.index(row, column)));
            }
            return all;
        };
        const auto copied = [&] {
            return texts([&model](const QModelIndex &index) {
                return model.copyText(
                    model.storeRowAt(index.row()), model.columnAt(index.column()));
            });
        };
        const QStringList real = copied();
        QVERIFY(real.contains(u"Shop"_s) && real.contains(id));
        presentation.setOn(true);
        QCOMPARE(copied(), real);
        const QStringList shown = texts(
            [](const QModelIndex &index) { return index.data().toString(); });
        QVERIFY(!shown.contains(u"Shop"_s) && !shown.contains(id));
    }

    void presentationMasksDescriptions_data()
    {
        QTest::addColumn<bool>("isProduction");
        QTest::addColumn<QString>("shown");
        const QString dots = Ui::Presentation::mask.toString();
        QTest::newRow("production") << true << dots;
        QTest::newRow("not production") << false << u"Guests of %1"_s.arg(dots);
    }
    void presentationMasksDescriptions()
    {
        QFETCH(const bool, isProduction);
        QWidget window;
        Ui::Presentation presentation(window);
        Ui::Presentation::markProduction(window, isProduction);
        ManualClock clock;
        ApplicationStore store;
        ApplicationsModel model(store, clock, &window);
        const QString description = u"Guests of contoso.eu.auth0.com"_s;
        model.add(
            store.add(pageOf({client(u"a"_s, u"Shop"_s, {}, {{u"description"_s, description}})})));
        model.addColumn(Column::Description);
        const auto cell = [&model](int role) {
            return model.index(0, model.sectionOf(Column::Description)).data(role).toString();
        };
        QCOMPARE(cell(Qt::DisplayRole), description);
        presentation.setOn(true);
        QTEST(cell(Qt::DisplayRole), "shown");
        for (const int role : {Qt::ToolTipRole, Qt::AccessibleTextRole})
            QVERIFY2(!cell(role).contains(u"uests"_s), qPrintable(cell(role)));
        QCOMPARE(model.copyText(0, Column::Description), description);
    }

    void showsFirstRowsAtOnceThenTenTimesASecond()
    {
        Fixture fixture;
        QSignalSpy inserted(&fixture.model, &QAbstractItemModel::rowsInserted);
        fixture.add(letters(u"ab"_s));
        QCOMPARE(fixture.model.rowCount(), 2);
        for (int page = 0; page < 5; ++page)
            fixture.add({client(QString::number(page), u"x"_s)});
        QCOMPARE(fixture.model.rowCount(), 2);
        fixture.clock.advance(99ms);
        QCOMPARE(fixture.model.rowCount(), 2);
        fixture.clock.advance(1ms);
        QCOMPARE(fixture.model.rowCount(), 7);
        QCOMPARE(inserted.size(), 2); // all five pages as one block
        QVERIFY(!fixture.clock.nextWake());
        fixture.clock.advance(5s);
        fixture.add(letters(u"z"_s));
        QCOMPARE(fixture.model.rowCount(), 8); // long after the last: no wait
    }

    void mixesArrivalsIntoTheOrder()
    {
        Fixture fixture;
        fixture.model.sort(0);
        fixture.addNow(letters(u"bdf"_s));
        QSignalSpy inserted(&fixture.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy laidOut(&fixture.model, &QAbstractItemModel::layoutChanged);
        fixture.addNow(letters(u"e"_s));
        QCOMPARE(names(fixture.model), u"b d e f"_s);
        QCOMPARE(inserted.size(), 1);
        fixture.addNow(letters(u"ac"_s));
        QCOMPARE(names(fixture.model), u"a b c d e f"_s);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(laidOut.size(), 1);
    }

    void filtersInOneLayoutChange()
    {
        Fixture fixture;
        fixture.add(letters(u"abcabc"_s.left(3)));
        QSignalSpy laidOut(&fixture.model, &QAbstractItemModel::layoutChanged);
        QSignalSpy reset(&fixture.model, &QAbstractItemModel::modelReset);
        fixture.model.setQuery(SearchQuery::parse(u"b"));
        QCOMPARE(names(fixture.model), u"b"_s);
        QCOMPARE(laidOut.size(), 1);
        fixture.model.setQuery(SearchQuery::parse(u"b"));
        QCOMPARE(laidOut.size(), 1);
        QVERIFY(fixture.model.isFiltered());
        QVERIFY(!fixture.model.rowOf(u"aaaa"));
        fixture.model.setQuery({});
        QCOMPARE(names(fixture.model), u"a b c"_s);
        QVERIFY(!fixture.model.isFiltered());
        QCOMPARE(reset.size(), 0);
    }

    void searchesAFieldInTurns()
    {
        Fixture fixture;
        ApplicationsModel &model = fixture.model;
        constexpr int rows = 10 * Ui::FieldFiller::filledATurn;
        fixture.addNow(signedOn(0, rows));
        QSignalSpy arranged(&model, &ApplicationsModel::arranged);
        model.setQuery(SearchQuery::parse(u"field:sso=true"));
        QVERIFY(model.isSearching());
        QCOMPARE(model.rowCount(), rows); // as before, until all is known
        QCoreApplication::processEvents();
        QVERIFY(model.isSearching()); // no turn does it all
        int size = rows;
        while (model.isSearching()) { // pages arrive meanwhile, and one comes twice
            fixture.addNow(signedOn(size, 100));
            fixture.addNow(signedOn(0, 1));
            size += 100;
            QCoreApplication::processEvents();
        }
        QCOMPARE(arranged.size(), 1);
        QCOMPARE(model.rowCount(), size / 2);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(model.clientIdAt(row).toInt() % 2, 0);

        fixture.addNow(signedOn(size, 100)); // they are looked at as they come
        size += 100;
        QCOMPARE(model.rowCount(), size / 2);
        model.setQuery(SearchQuery::parse(u"field:sso=f")); // the next key finds at once
        QVERIFY(!model.isSearching());
        QCOMPARE(model.rowCount(), size / 2);
        QCOMPARE(model.clientIdAt(0), u"1"_s);
        model.setQuery(SearchQuery::parse(u"-field:sso"));
        QVERIFY(!model.isSearching());
        QCOMPARE(model.rowCount(), 0);
    }

    void theLastSearchCounts()
    {
        Fixture fixture;
        ApplicationsModel &model = fixture.model;
        fixture.addNow(signedOn(0, 3 * Ui::FieldFiller::filledATurn));
        model.setQuery(SearchQuery::parse(u"name:\"App 7\""));
        const int found = model.rowCount();
        model.setQuery(SearchQuery::parse(u"field:ss"));
        model.setQuery(SearchQuery::parse(u"field:sso=true"));
        QVERIFY(model.isSearching());
        QCOMPARE(model.rowCount(), found);
        model.setQuery(SearchQuery::parse(u"name:\"App 7\"")); // back before it was found
        QVERIFY(!model.isSearching());
        QTest::qWait(1);
        QCOMPARE(model.rowCount(), found);
        model.setQuery(SearchQuery::parse(u"field:sso=true"));
        fixture.store.clear();
        model.clear();
        QTRY_VERIFY(!model.isSearching());
        fixture.addNow(signedOn(0, 10));
        QCOMPARE(model.rowCount(), 5); // what waited holds of what came later
    }

    void keepsAtHandOnlyWhatIsLookedAt()
    {
        Fixture fixture;
        ApplicationsModel &model = fixture.model;
        fixture.addNow(signedOn(0, 10));
        const auto isKept = [&] { return fixture.store.hasField(ssoField); };
        model.setQuery(SearchQuery::parse(u"field:sso=true"));
        QVERIFY(isKept());
        model.addColumn(ssoField);
        model.setQuery({});
        QVERIFY(isKept());
        model.sort(model.sectionOf(ssoField), Qt::DescendingOrder);
        QCOMPARE(model.clientIdAt(0), u"0"_s);
        model.removeColumn(ssoField);
        QVERIFY(isKept()); // it is sorted by it still
        model.setQuery(SearchQuery::parse(u"field:sso=false"));
        model.sort(-1);
        QVERIFY(isKept());
        model.setQuery(SearchQuery::parse(u"field:name"));
        QVERIFY(!isKept());
        model.addColumn(ssoField);
        model.sort(model.sectionOf(ssoField), Qt::DescendingOrder); // worked out anew
        fixture.addNow(signedOn(20, 1));
        QCOMPARE(model.clientIdAt(5), u"20"_s);
    }

    void takesInWhatWaitsBeforeItFilters()
    {
        Fixture fixture;
        fixture.add(letters(u"ab"_s));
        fixture.add(letters(u"cd"_s)); // not shown yet
        fixture.model.setQuery(SearchQuery::parse(u"d"));
        QCOMPARE(names(fixture.model), u"d"_s);
        fixture.clock.advance(1s);
        QCOMPARE(names(fixture.model), u"d"_s);
        fixture.model.setQuery({});
        QCOMPARE(names(fixture.model), u"a b c d"_s); // each once
    }

    void filtersByType()
    {
        Fixture fixture;
        fixture.add(oddities());
        QCOMPARE(
            fixture.model.typeCounts(),
            (QMap<QString, int>{
                {u""_s, 1}, {u"non_interactive"_s, 1}, {u"spa"_s, 1}, {u"sso_integration"_s, 1}}));
        fixture.model.setType(u""_s);
        QCOMPARE(names(fixture.model), u"Ärger"_s);
        fixture.model.setType(std::nullopt);
        QCOMPARE(fixture.model.rowCount(), 4);
    }

    void persistentIndexesFollowTheClientId()
    {
        Fixture fixture;
        fixture.model.sort(0);
        fixture.addNow(letters(u"bdf"_s));
        const QPersistentModelIndex d(fixture.model.index(1, 2));
        const QPersistentModelIndex f(fixture.model.index(2, 0));
        const auto idOf = [&](const QPersistentModelIndex &index) {
            return fixture.model.clientIdAt(index.row());
        };
        fixture.addNow(letters(u"ace"_s));
        QCOMPARE(idOf(d), u"dddd"_s);
        QCOMPARE(d.row(), 3);
        fixture.model.sort(0, Qt::DescendingOrder);
        QCOMPARE(idOf(d), u"dddd"_s);
        QCOMPARE(d.row(), 2);
        QCOMPARE(d.column(), 2);
        fixture.model.setQuery(SearchQuery::parse(u"f"));
        QVERIFY(!d.isValid());
        QCOMPARE(idOf(f), u"ffff"_s);
        QCOMPARE(f.row(), 0);
    }

    void showsWhatReplacedARow()
    {
        Fixture fixture;
        fixture.addNow({client(u"id1"_s, u"old"_s, u"spa"_s), client(u"id2"_s, u"other"_s)});
        QSignalSpy changed(&fixture.model, &QAbstractItemModel::dataChanged);
        fixture.addNow({client(u"id1"_s, u"new"_s, u"native"_s), client(u"id3"_s, u"third"_s)});
        QCOMPARE(names(fixture.model), u"new other third"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(fixture.model.typeCounts(), (QMap<QString, int>{{u""_s, 2}, {u"native"_s, 1}}));
    }

    void startsAnewWhenTheStoreIsCleared()
    {
        Fixture fixture;
        fixture.addNow(letters(u"abc"_s));
        fixture.add(letters(u"d"_s)); // waits to be shown
        fixture.store.clear();
        // In this moment the store has nothing and the model still rows.
        QVERIFY(!fixture.model.index(0, 0).data().isValid());
        QCOMPARE(fixture.model.clientIdAt(0), QString());
        fixture.model.clear();
        QCOMPARE(fixture.model.rowCount(), 0);
        fixture.add(letters(u"xy"_s));
        QCOMPARE(names(fixture.model), u"x y"_s);
        QCOMPARE(fixture.model.typeCounts().value(u""_s), 2);
        fixture.clock.advance(1s);
        QCOMPARE(fixture.model.rowCount(), 2);
    }

    void neutralisesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("shown");
        QTest::newRow("markup") << u"<img src=file:///x>"_s << u"<img src=file:///x>"_s;
        QTest::newRow("right-to-left override") << u"a\u202Egpj.exe"_s << u"a\uFFFDgpj.exe"_s;
        QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << u"a\u2400b"_s;
        QTest::newRow("line end") << u"a\nb"_s << u"a\u240Ab"_s;
    }
    void neutralisesNames()
    {
        QFETCH(const QString, name);
        Fixture fixture;
        fixture.add({client(u"id"_s, name)});
        QTEST(fixture.model.index(0, 0).data().toString(), "shown");
        QCOMPARE(copied(fixture.model, 0, 0), name); // a copy is the real value
    }

    void cutsAMegabyte()
    {
        Fixture fixture;
        fixture.add({client(u"id"_s, QString(1'000'000, u'x'))});
        const QString shown = fixture.model.index(0, 0).data().toString();
        QVERIFY(shown.size() <= 301);
        QVERIFY(shown.endsWith(u'…'));
        QCOMPARE(copied(fixture.model, 0, 0).size(), 1'000'000);
    }

    void holdsAHundredThousandRows()
    {
        ManualClock clock;
        ApplicationStore store;
        ApplicationsModel model(store, clock);
        model.sort(0);
        for (int page = 0; page < 1'000; ++page) {
            QJsonArray clients;
            for (int i = 0; i < 100; ++i) {
                const int number = (page * 100 + i) * 7'919 % 100'000;
                clients.append(client(u"id%1"_s.arg(number), u"Application %1"_s.arg(number)));
            }
            model.add(store.add(pageOf(clients)));
        }
        QSignalSpy laidOut(&model, &QAbstractItemModel::layoutChanged);
        model.flush();
        QCOMPARE(laidOut.size(), 1);
        QCOMPARE(model.rowCount(), 100'000);
        QCOMPARE(model.index(0, 0).data().toString(), u"Application 0"_s);
        QCOMPARE(model.index(99'999, 0).data().toString(), u"Application 99999"_s);
        const QPersistentModelIndex kept(model.index(4'242, 0));
        model.setQuery(SearchQuery::parse(u"application 4242"));
        QCOMPARE(model.rowCount(), 20); // 4242, 14242 … 94242, 42420 … 42429
        QCOMPARE(model.clientIdAt(kept.row()), u"id4242"_s);
        model.sort(-1);
        model.setQuery({});
        QCOMPARE(model.rowCount(), 100'000);
        QCOMPARE(model.clientIdAt(kept.row()), u"id4242"_s);
    }
};

QTEST_MAIN(TestApplicationsModel)
#include "tst_applicationsmodel.moc"
