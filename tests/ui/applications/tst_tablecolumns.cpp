// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/fieldpaths.h"
#include "ui/applications/applicationsmodel.h"
#include "ui/applications/columnchooser.h"
#include "ui/applications/tablecolumns.h"
#include "ui/shared/cellpainter.h"

#include "tests/support/manualclock.h"
#include "tests/ui/applications/pages.h"
#include "tests/ui/uitest.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Test;
using Applications::Column;
using Applications::fieldColumn;
using Ui::ColumnLayout;

namespace {

/// A table of applications and its columns, alive together.
struct Fixture
{
    Fixture()
    {
        table.setModel(&model);
        columns = new Ui::TableColumns(table, model, &table);
        table.resize(1'000, 400);
        table.show();
    }
    void add(const QJsonArray &clients)
    {
        model.add(store.add(pageOf(clients)));
        model.flush();
    }
    [[nodiscard]] QString names() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(store.text(model.storeRowAt(row), Column::Name));
        return names.join(u' ');
    }
    [[nodiscard]] QStringList heads() const
    {
        QStringList heads;
        for (const Column column : columns->shown())
            heads.append(model.headerData(model.sectionOf(column), Qt::Horizontal, Qt::DisplayRole)
                             .toString());
        return heads;
    }
    void sortBy(Column column, Qt::SortOrder order)
    {
        table.sortByColumn(model.sectionOf(column), order);
    }

    ManualClock clock;
    Applications::ApplicationStore store;
    Ui::ApplicationsModel model{store, clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    Ui::RowTable table{u"Applications"_s};
    Ui::TableColumns *columns = nullptr;
};

/// Applications named a to z whose logo_uri sorts them the other way round.
QJsonArray letters()
{
    QJsonArray clients;
    for (int i = 0; i < 26; ++i) {
        const QString name(QChar(u'a' + i));
        clients.append(
            client(u"id"_s + name, name, u"spa"_s, {{u"logo_uri"_s, QString(QChar(u'z' - i))}}));
    }
    return clients;
}

const QStringList usualHeads{u"Name"_s,      u"Type"_s,        u"Client ID"_s, u"First party"_s,
                             u"Callbacks"_s, u"Grant types"_s, u"Findings"_s};

} // namespace

class TestTableColumns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void layoutsAreKept_data()
    {
        QTest::addColumn<ColumnLayout>("layout");
        QTest::newRow("none") << ColumnLayout{};
        QTest::newRow("kept ones, sorted") << ColumnLayout{
            {{Column::Name, 0}, {Column::Callbacks, 90}}, {Column::Callbacks, true}};
        QTest::newRow("fields") << ColumnLayout{
            {{fieldColumn(u"callbacks"_s), 300}, {fieldColumn(u"client_metadata.a b"_s), 0}},
            {fieldColumn(u"-x"_s), false}};
    }
    void layoutsAreKept()
    {
        QFETCH(ColumnLayout, layout);
        QCOMPARE(Ui::layoutOf(layoutTexts(layout)), layout);
    }

    void rubbishIsPassedOver()
    {
        const ColumnLayout layout = Ui::layoutOf(
            {u"*"_s,
             {},
             u"12"_s,
             u"12 "_s,
             u"x name"_s,
             u"-5 app_type"_s,
             u"99999999 tenant"_s,
             u"7 name"_s});
        QCOMPARE(
            layout,
            (ColumnLayout{
                {{Column::Name, 0}, {Column::Type, 0}, {fieldColumn(u"tenant"_s), 10'000}}, {}}));
    }

    void showsAnyField()
    {
        Fixture fixture;
        fixture.add(letters());
        QCOMPARE(fixture.heads(), usualHeads);
        const Column logo = fieldColumn(u"logo_uri"_s);
        const Column alg = fieldColumn(u"jwt_configuration.alg"_s);
        fixture.model.setScopes(OAuth::ScopeSet::fromText(u"read:client_summary"));
        QSignalSpy changed(fixture.columns, &Ui::TableColumns::changed);
        fixture.columns->setShown(logo, true);
        fixture.columns->setShown(logo, true);
        QCOMPARE(changed.count(), 1);
        fixture.columns->setShown(alg, true);
        QCOMPARE(
            fixture.heads(), usualHeads + QStringList({u"logo_uri"_s, u"jwt_configuration.alg"_s}));
        const auto cell = [&](Column column, int role = Qt::DisplayRole) {
            return fixture.model.index(0, fixture.model.sectionOf(column)).data(role).toString();
        };
        QCOMPARE(cell(logo), u"z"_s);
        QCOMPARE(cell(alg), u"read:clients"_s); // the scope that would show it
        QCOMPARE(
            cell(alg, Qt::AccessibleTextRole),
            u"Not visible: needs read:clients or read:client_keys"_s);
        QVERIFY(fixture.table.columnWidth(fixture.model.sectionOf(logo)) >= 100);
    }

    void theLastColumnStays()
    {
        Fixture fixture;
        const QList<Column> all = fixture.columns->shown();
        for (const Column column : all)
            fixture.columns->setShown(column, false);
        QCOMPARE(fixture.heads(), QStringList{u"Findings"_s});
    }

    void sortsByAField_data()
    {
        QTest::addColumn<int>("rows"); // more than one turn fills, so that the order waits
        QTest::newRow("few") << 26;
        QTest::newRow("many") << 3 * Ui::FieldFiller::filledATurn;
    }
    void sortsByAField()
    {
        QFETCH(int, rows);
        Fixture fixture;
        QJsonArray clients;
        for (int i = 0; i < rows; ++i) {
            const QString name = QString::number(i);
            clients.append(client(name, name, u"spa"_s, {{u"par_request_expiry"_s, rows - i}}));
        }
        fixture.add(clients);
        const Column expiry = fieldColumn(u"par_request_expiry"_s);
        fixture.columns->setShown(expiry, true);
        fixture.sortBy(expiry, Qt::AscendingOrder);
        QTRY_COMPARE(fixture.model.index(0, 0).data().toString(), QString::number(rows - 1));
        QCOMPARE(fixture.model.index(rows - 1, 0).data().toString(), u"0"_s);

        fixture.add({client(u"new"_s, u"new"_s, u"spa"_s, {{u"par_request_expiry"_s, 0}})});
        QCOMPARE(fixture.model.index(0, 0).data().toString(), u"new"_s);
    }

    void theOrderFollowsItsColumn()
    {
        Fixture fixture;
        fixture.add(letters());
        const Column logo = fieldColumn(u"logo_uri"_s);
        fixture.columns->setShown(logo, true);
        fixture.sortBy(logo, Qt::DescendingOrder);
        const QString before = fixture.names();
        QVERIFY(before.startsWith(u"a b"));
        fixture.sortBy(logo, Qt::AscendingOrder);
        QVERIFY(fixture.names().startsWith(u"z y"));
        fixture.columns->setShown(Column::Type, false); // it moves one to the left
        QVERIFY(fixture.names().startsWith(u"z y"));
        QCOMPARE(fixture.columns->layout().order, (Applications::SortOrder{logo, false}));
        fixture.columns->setShown(logo, false);
        QVERIFY(!fixture.columns->layout().order.column);
        QVERIFY(fixture.names().startsWith(u"a b")); // as the tenant has them
        fixture.sortBy(Column::Name, Qt::DescendingOrder);
        QVERIFY(fixture.names().startsWith(u"z y"));
    }

    void sortsOnceMoreAsTheTenantHasThem()
    {
        Fixture fixture;
        fixture.add({client(u"b"_s, u"b"_s), client(u"a"_s, u"a"_s), client(u"c"_s, u"c"_s)});
        fixture.columns->sort(Column::ClientId, Qt::DescendingOrder);
        QCOMPARE(fixture.names(), u"c b a"_s);
        QCOMPARE(
            fixture.columns->layout().order, (Applications::SortOrder{Column::ClientId, true}));
        fixture.columns->sort(Column::ClientId, Qt::AscendingOrder);
        QCOMPARE(fixture.names(), u"a b c"_s);
        fixture.columns->sort(Column::ClientId, Qt::AscendingOrder);
        QCOMPARE(fixture.names(), u"b a c"_s);
        QVERIFY(!fixture.columns->layout().order.column);
    }

    void widens()
    {
        Fixture fixture;
        const auto width = [&] {
            return fixture.table.columnWidth(fixture.model.sectionOf(Column::Type));
        };
        const int usual = width();
        fixture.columns->widen(Column::Type, 1);
        QVERIFY(width() > usual);
        fixture.columns->widen(Column::Type, -2);
        QVERIFY(width() < usual);
        fixture.columns->widen(Column::Type, -99);
        QCOMPARE(width(), fixture.table.horizontalHeader()->minimumSectionSize());
    }

    void largerTextsHaveWiderColumns()
    {
        Fixture fixture;
        const auto width = [&] {
            return fixture.table.columnWidth(fixture.model.sectionOf(Column::Findings));
        };
        const int usual = width();
        QFont large = fixture.table.font();
        large.setPointSizeF(2 * large.pointSizeF());
        fixture.table.setFont(large);
        const QFontMetrics metrics(large);
        QVERIFY(width() > metrics.horizontalAdvance(u"Medium · 2"_s) + 36); // its icon and edges
        fixture.table.setFont({});
        QCOMPARE(width(), usual);
    }

    /// A column that was taken away and brought back, to the first place, is another one for the model.
    void theFirstColumnSeenStandsFurtherIn()
    {
        Fixture fixture;
        fixture.add({client(u"id"_s, u"a"_s)});
        fixture.columns->setShown(Column::Name, false);
        fixture.columns->setShown(Column::Name, true);
        fixture.columns->move(Column::Name, -9);
        const auto wants = [&](Column column) {
            QStyleOptionViewItem option;
            option.widget = &fixture.table;
            const QModelIndex index = fixture.model.index(0, fixture.model.sectionOf(column));
            const int wide = Ui::CellPainter(option, index).sizeHint().width();
            option.widget = nullptr; // where columns stand as the model has them
            return wide - Ui::CellPainter(option, index).sizeHint().width();
        };
        QCOMPARE(fixture.heads().first(), u"Name"_s);
        QCOMPARE(wants(Column::Name), Ui::firstColumnLead);
        QCOMPARE(wants(fixture.model.columnAt(0)), -Ui::firstColumnLead);
    }

    void moves()
    {
        Fixture fixture;
        fixture.columns->move(Column::Callbacks, -1);
        QCOMPARE(fixture.heads().value(3), u"Callbacks"_s);
        fixture.columns->move(Column::Callbacks, -9);
        QCOMPARE(fixture.heads().value(0), u"Callbacks"_s);
        fixture.columns->move(Column::Callbacks, 1);
        QCOMPARE(fixture.heads().value(1), u"Callbacks"_s);
        fixture.columns->move(Column::Callbacks, 99);
        QCOMPARE(fixture.heads().last(), u"Callbacks"_s);
    }

    void newColumnsBelongToTheSelection()
    {
        Fixture fixture;
        fixture.add(letters());
        fixture.table.selectRow(2);
        fixture.columns->setShown(fieldColumn(u"logo_uri"_s), true);
        QVERIFY(fixture.table.selectionModel()->isRowSelected(2));
        QCOMPARE(fixture.table.selectionModel()->selectedRows().size(), 1);
        QCOMPARE(
            fixture.table.selectionModel()->selectedIndexes().size(), fixture.model.columnCount());
    }

    void takesAndTellsItsLayout()
    {
        Fixture fixture;
        fixture.add(letters());
        const Column logo = fieldColumn(u"logo_uri"_s);
        const ColumnLayout layout{
            {{logo, 222}, {Column::ClientId, 111}, {Column::Name, 123}}, {logo, true}};
        fixture.columns->setLayout(layout);
        QCOMPARE(fixture.columns->layout(), layout);
        QCOMPARE(fixture.model.columnCount(), 3);
        QVERIFY(fixture.names().startsWith(u"a b"));

        fixture.columns->setShown(Column::Type, true); // beside widths that were chosen
        QVERIFY(fixture.columns->layout().columns.last().width > 100);
        QCOMPARE(fixture.columns->layout().columns.first().width, 222);
        fixture.columns->fit();
        QCOMPARE(fixture.columns->layout().columns.first().width, 0);

        fixture.columns->setLayout({});
        QCOMPARE(fixture.heads(), usualHeads);
        QCOMPARE(fixture.columns->layout().order, (Applications::SortOrder{Column::Name, false}));
    }

    void listsFieldPaths()
    {
        Fixture fixture;
        fixture.add({client(
            u"id"_s, u"n"_s, u"spa"_s,
            {{u"client_secret"_s, u"never"_s},
             {u"custom_login_page"_s, u"<html>"_s},
             {u"brand_new"_s, true},
             {u"client_metadata"_s, QJsonObject{{u"team"_s, u"x"_s}}},
             {u"mobile"_s, QJsonObject{{u"ios"_s, QJsonObject{{u"team_id"_s, u"T"_s}}}}}})});
        const QStringList paths = Applications::fieldPaths(fixture.store);
        for (const QString &path :
             {u"brand_new"_s, u"client_metadata"_s, u"client_metadata.team"_s, u"mobile.ios"_s,
              u"jwt_configuration.alg"_s, u"callbacks"_s})
            QVERIFY2(paths.contains(path), qPrintable(path));
        for (const QString &path :
             {u"client_secret"_s, u"custom_login_page"_s, u"signing_keys"_s,
              u"mobile.ios.team_id"_s})
            QVERIFY2(!paths.contains(path), qPrintable(path));
        QVERIFY(std::is_sorted(paths.begin(), paths.end()));
    }

    void isChosenByKeyboard()
    {
        Fixture fixture;
        fixture.add(letters());
        Ui::ColumnChooser chooser(
            *fixture.columns, Applications::fieldPaths(fixture.store), &fixture.table);
        chooser.show();
        auto &search = *chooser.findChild<QLineEdit *>();
        auto &list = *chooser.findChild<QListWidget *>();
        QCOMPARE(search.accessibleName(), u"Search columns"_s);
        QCOMPARE(list.accessibleName(), u"Columns"_s);
        const auto visible = [&list] {
            QStringList texts;
            for (int row = 0; row < list.count(); ++row) {
                if (!list.item(row)->isHidden())
                    texts.append(list.item(row)->text());
            }
            return texts;
        };
        QTest::keyClicks(&search, u"LOGO_"_s);
        QCOMPARE(visible(), QStringList{u"logo_uri"_s});
        QTest::keyClick(&search, Qt::Key_Down); // to what was found, not to what is hidden
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(fixture.heads().last(), u"logo_uri"_s);
        QCoreApplication::processEvents();
        search.clear(); // with others to go to
        QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(fixture.heads().value(6), u"logo_uri"_s);

        search.setText(u"client_metadata.nowhere"_s); // a field of its own
        QCoreApplication::processEvents();
        QCOMPARE(visible(), QStringList{u"The field client_metadata.nowhere"_s});
        QTest::keyClick(&search, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(fixture.heads().last(), u"client_metadata.nowhere"_s);
        QCoreApplication::processEvents();
        QCOMPARE(visible(), QStringList{u"client_metadata.nowhere"_s});
        QCOMPARE(list.currentItem()->text(), u"client_metadata.nowhere"_s); // to be moved at once
        QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(fixture.heads().at(fixture.heads().size() - 2), u"client_metadata.nowhere"_s);

        for (QPushButton *button : chooser.findChildren<QPushButton *>()) {
            if (button->text() == u"&Reset"_s)
                button->click();
        }
        QCOMPARE(fixture.heads(), usualHeads);
    }
};

QTEST_MAIN(TestTableColumns)
#include "tst_tablecolumns.moc"
