// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/demotenant.h"
#include "ui/applications/detailspage.h"
#include "ui/applications/detailsview.h"
#include "ui/applications/fieldfiller.h"
#include "ui/applications/findingspage.h"
#include "ui/applications/searchfield.h"
#include "ui/applications/secretflow.h"
#include "ui/applications/tablecolumns.h"
#include "ui/shared/presentation.h"

#include "tests/support/scriptedtenant.h"
#include "tests/ui/applications/marks.h"
#include "tests/ui/applications/panefixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Test;

namespace {

/// A pane whose session talks to a scripted tenant.
class Scripted : public PaneFixture
{
public:
    /// Signs in and waits until \a count applications are here.
    [[nodiscard]] bool load(int count)
    {
        tenant.applications = ScriptedTenant::makeApplications(count);
        session.signIn(tenant.credentials());
        return QTest::qWaitFor([this] { return isComplete(); });
    }

    ScriptedTenant tenant;
};

class BroughtPage final : public Ui::DetailsPage
{
public:
    void showApplication(const QString &) override {}
};

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class TestApplicationsPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        // What the offscreen platform cannot do is no fault of ours.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void signedOutItSaysSo()
    {
        PaneFixture fixture;
        QVERIFY(fixture.shows(u"Sign in to see"_s));
        QVERIFY(!fixture.table().isVisible());
        QCOMPARE(fixture.pane.countText(), u"0 applications"_s);
    }

    void showsTheWholeList()
    {
        Scripted fixture;
        QSignalSpy counted(&fixture.pane, &Ui::ApplicationsPane::countTextChanged);
        QVERIFY(fixture.load(250));
        QVERIFY(fixture.table().isVisible());
        QCOMPARE(fixture.table().model()->rowCount(), 250);
        QVERIFY(fixture.shows(u"250 applications · complete"_s));
        QCOMPARE(fixture.pane.countText(), u"250 applications"_s);
        QVERIFY(!counted.isEmpty());
        QVERIFY(fixture.table().currentIndex().isValid());
        QVERIFY(!fixture.button(u"Cancel"_s));
        QVERIFY(!fixture.table().tabKeyNavigation());
        QCOMPARE(fixture.cell(9, 0), u"App 9"_s); // digits by value
    }

    void everyFocusableHasAName()
    {
        Scripted fixture;
        QVERIFY(fixture.load(3));
        fixture.pane.setDetailsVisible(true);
        for (QToolButton *button : fixture.search().findChildren<QToolButton *>())
            QVERIFY(
                !QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name).isEmpty());
        for (const QPushButton *button : fixture.pane.findChildren<QPushButton *>())
            QVERIFY(
                !button->isVisible() || !button->text().isEmpty()
                || !button->accessibleName().isEmpty());
        for (const QLabel *label : fixture.pane.findChildren<QLabel *>()) {
            QVERIFY(label->accessibleName().isEmpty()); // it would lose its text
            QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
        }
    }

    void searchesAtEachKeystroke()
    {
        Scripted fixture;
        QVERIFY(fixture.load(120));
        fixture.pane.focusSearch();
        QTest::keyClicks(&fixture.search(), u"app 11"_s);
        QCOMPARE(fixture.table().model()->rowCount(), 11); // 11, 110 … 119
        QCOMPARE(fixture.pane.countText(), u"11 of 120 shown"_s);
        QVERIFY(fixture.shows(u"11 shown"_s));
        QTest::keyClicks(&fixture.search(), u"9"_s);
        QCOMPARE(fixture.cell(0, 0), u"App 119"_s);
        QTest::keyClick(&fixture.search(), Qt::Key_Down);
        QVERIFY(fixture.table().hasFocus());
        QCOMPARE(fixture.selectedId(), u"id00119"_s);
        QCOMPARE(fixture.pane.countText(), u"1 of 120 shown · 1 selected"_s);
    }

    void escapeClearsThenLeaves()
    {
        Scripted fixture;
        QVERIFY(fixture.load(5));
        fixture.pane.focusTable();
        QVERIFY(!fixture.pane.leaveSearch());
        fixture.pane.focusSearch();
        QTest::keyClicks(&fixture.search(), u"app 3"_s);
        QVERIFY(fixture.pane.leaveSearch());
        QCOMPARE(fixture.search().text(), QString());
        QVERIFY(fixture.search().hasFocus());
        QVERIFY(fixture.pane.leaveSearch());
        QVERIFY(fixture.table().hasFocus());
        QVERIFY(!fixture.pane.leaveSearch());
    }

    void offersToClearASearchWithoutMatch()
    {
        Scripted fixture;
        QVERIFY(fixture.load(5));
        QTest::keyClicks(&fixture.search(), u"<b>zebra"_s);
        QVERIFY(!fixture.table().isVisible());
        QVERIFY(fixture.shows(u"No application matches “<b>zebra”."_s));
        QVERIFY(fixture.button(u"Clear search"_s));
        fixture.button(u"Clear search"_s)->click();
        QVERIFY(fixture.table().isVisible());
        QCOMPARE(fixture.table().model()->rowCount(), 5);
        QVERIFY(fixture.search().hasFocus());
    }

    void aSearchForWhatTheTokenMayNotSeeSaysSo()
    {
        Scripted fixture;
        fixture.tenant.tokenScope = "read:client_summary";
        QVERIFY(fixture.load(5));
        const QString told = u"searched without what needs read:clients"_s;
        QTest::keyClicks(&fixture.search(), u"grant:implicit"_s);
        QVERIFY(fixture.shows(
            u"No application matches “grant:implicit” in what this token may see."_s));
        QVERIFY(fixture.shows(u"read:clients or read:client_keys"_s));
        QVERIFY(fixture.shows(told));
        fixture.search().setText(u"-grant:implicit"_s); // five of which nobody knows
        QVERIFY(fixture.table().isVisible());
        QVERIFY(fixture.shows(told));
        fixture.search().setText(u"name:zebra"_s);
        QVERIFY(fixture.shows(u"No application matches “name:zebra”."_s));
        QVERIFY(!fixture.shows(told));
        fixture.search().setText(u"grant:implicit"_s);
        fixture.tenant.tokenScope = "read:clients";
        fixture.session.renewToken();
        QTRY_VERIFY(fixture.shows(u"No application matches “grant:implicit”."_s));
        QVERIFY(!fixture.shows(told));
    }

    void presentationHidesWhatIsSearchedInProduction()
    {
        Scripted fixture;
        QVERIFY(fixture.load(5));
        Ui::Presentation presentation(fixture.pane);
        QTest::keyClicks(&fixture.search(), u"zeb"_s);
        presentation.setOn(true);
        QVERIFY(fixture.shows(u"No application matches “zeb”."_s));
        QCOMPARE(fixture.search().echoMode(), QLineEdit::Normal);
        Ui::Presentation::markProduction(fixture.pane, true);
        QVERIFY(!fixture.shows(u"zeb"_s));
        QVERIFY(fixture.shows(u"No application matches “"_s));
        QCOMPARE(fixture.search().echoMode(), QLineEdit::Password);
        QTest::keyClicks(&fixture.search(), u"ra"_s);
        QVERIFY(!fixture.shows(u"zeb"_s));
        presentation.setOn(false);
        QVERIFY(fixture.shows(u"No application matches “zebra”."_s));
        QCOMPARE(fixture.search().echoMode(), QLineEdit::Normal);
    }

    void filtersByType()
    {
        Scripted fixture;
        QVERIFY(fixture.load(4));
        fixture.tenant.applications.append(QJsonObject{
            {u"client_id"_s, u"spa1"_s}, {u"name"_s, u"Shop"_s}, {u"app_type"_s, u"spa"_s}});
        fixture.reload.trigger();
        auto *types = fixture.pane.findChild<QComboBox *>();
        QTRY_COMPARE(types->count(), 3);
        QCOMPARE(types->itemText(0), u"All (5)"_s);
        QCOMPARE(types->itemText(1), u"Generic (4)"_s);
        QCOMPARE(types->itemText(2), u"Single page (1)"_s);
        types->setCurrentIndex(2);
        QCOMPARE(fixture.table().model()->rowCount(), 1);
        QTRY_VERIFY(fixture.isComplete());
        // One that is gone stays chosen: the list shown is never another than was asked for.
        fixture.tenant.applications.removeLast();
        fixture.reload.trigger();
        QTRY_COMPARE(types->currentText(), u"Single page (0)"_s);
        QTRY_VERIFY(fixture.isComplete());
        QVERIFY(fixture.shows(u"No application is of this type."_s));
        fixture.button(u"Clear search"_s)->click();
        QCOMPARE(types->currentText(), u"All (4)"_s);
        QCOMPARE(fixture.table().model()->rowCount(), 4);
    }

    void headerSortsUpDownAndNotAtAll()
    {
        Scripted fixture;
        QVERIFY(fixture.load(12));
        QHeaderView *header = fixture.table().horizontalHeader();
        const auto click = [&] {
            QTest::mouseClick(
                header->viewport(), Qt::LeftButton, {},
                QPoint(header->sectionViewportPosition(2) + 30, 10));
        };
        click();
        QCOMPARE(fixture.cell(0, 2), u"id00000"_s);
        click();
        QCOMPARE(fixture.cell(0, 2), u"id00011"_s);
        click();
        QCOMPARE(header->sortIndicatorSection(), -1);
        QCOMPARE(fixture.cell(0, 2), u"id00000"_s);
    }

    void selectionFollowsTheClientId()
    {
        Scripted fixture;
        QVERIFY(fixture.load(150));
        fixture.select(5);
        const QString id = fixture.cell(5, 2);
        fixture.table().sortByColumn(0, Qt::DescendingOrder);
        QCOMPARE(fixture.selectedId(), id);
        QTest::keyClicks(&fixture.search(), u"app 14"_s); // hides it
        QVERIFY(fixture.table().currentIndex().isValid());
        QCOMPARE(fixture.selectedId(), QString());
        fixture.search().clear();
        QCOMPARE(fixture.selectedId(), id);
        // A reload in which others came before it.
        fixture.tenant.applications.prepend(
            QJsonObject{{u"client_id"_s, u"first"_s}, {u"name"_s, u"zzz"_s}});
        QSignalSpy reset(fixture.table().model(), &QAbstractItemModel::modelReset);
        fixture.reload.trigger();
        QTRY_COMPARE(reset.size(), 1);
        QTRY_VERIFY(fixture.isComplete());
        QCOMPARE(fixture.table().model()->rowCount(), 151);
        QCOMPARE(fixture.selectedId(), id);
    }

    void placeSurvivesReloadAndRenewal()
    {
        Scripted fixture;
        QVERIFY(fixture.load(450));
        QTRY_VERIFY(
            fixture.table().verticalScrollBar()->maximum() > fixture.table().rowHeight(0) * 400);
        fixture.table().verticalScrollBar()->setValue(fixture.table().rowHeight(0) * 200 + 5);
        const QString top = fixture.topId();
        QCOMPARE(top, u"id00200"_s);
        const int value = fixture.table().verticalScrollBar()->value();
        const int pages = fixture.tenant.pagesAsked();
        fixture.session.renewToken();
        QTRY_COMPARE(fixture.tenant.tokensGiven(), 2);
        QTest::qWait(50);
        QCOMPARE(fixture.tenant.pagesAsked(), pages);
        QCOMPARE(fixture.table().verticalScrollBar()->value(), value);
        fixture.reload.trigger();
        QTRY_VERIFY(fixture.tenant.pagesAsked() >= pages + 5);
        QTRY_VERIFY(fixture.isComplete());
        QCOMPARE(fixture.topId(), top);
        QCOMPARE(fixture.table().verticalScrollBar()->value(), value);
    }

    void cancelKeepsRowsAndContinues()
    {
        Scripted fixture;
        fixture.tenant.rateHeaders.clear(); // one at a time
        fixture.tenant.holds = [](const SeenRequest &request) {
            return request.number(u"page"_s, 0) == 3;
        };
        fixture.tenant.applications = ScriptedTenant::makeApplications(500);
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.shows(u"300 of 500"_s));
        QVERIFY(fixture.button(u"Cancel"_s));
        fixture.button(u"Cancel"_s)->click();
        QTRY_VERIFY(fixture.isStopped());
        QVERIFY(fixture.shows(u"300 of 500 loaded · incomplete"_s));
        QCOMPARE(fixture.table().model()->rowCount(), 300);
        QCOMPARE(fixture.pane.countText(), u"300 of 500 applications"_s);
        QVERIFY(!fixture.button(u"Cancel"_s));
        fixture.tenant.holds = {};
        fixture.button(u"Continue"_s)->click();
        QTRY_VERIFY(fixture.isComplete());
        QCOMPARE(fixture.table().model()->rowCount(), 500);
        QVERIFY(fixture.shows(u"500 applications · complete"_s));
    }

    void missingScopeIsToldWithItsRemedy()
    {
        Scripted fixture;
        fixture.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (request.path != ScriptedTenant::clientsPath())
                return {};
            return ScriptedTenant::apiError(
                403, u"insufficient_scope"_s,
                u"Insufficient scope, expected any of: read:clients <b>"_s);
        };
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.isStopped());
        QVERIFY(fixture.shows(u"read:clients"_s));
        QVERIFY(fixture.shows(u"No applications could be loaded."_s));
        QVERIFY(fixture.button(u"Copy scope"_s));
        fixture.button(u"Copy scope"_s)->click();
        QCOMPARE(clipboard(), u"read:clients"_s);
        fixture.tenant.script = {};
        fixture.reload.trigger();
        QTRY_VERIFY(fixture.isComplete());
        QVERIFY(!fixture.button(u"Copy scope"_s));
    }

    void aFailingReloadKeepsTheRows()
    {
        Scripted fixture;
        QVERIFY(fixture.load(20));
        fixture.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (request.path != ScriptedTenant::clientsPath())
                return {};
            return ScriptedTenant::apiError(404, {}, u"Not Found"_s);
        };
        fixture.reload.trigger();
        QTRY_VERIFY(fixture.isStopped());
        QCOMPARE(fixture.table().model()->rowCount(), 20);
        QVERIFY(fixture.table().isVisible());
    }

    void waitsForTheTenantAreCountedDown()
    {
        Scripted fixture;
        fixture.tenant.rateHeaders.clear(); // a full bucket that refuses would be waited for
        bool refused = false;
        fixture.tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (request.path != ScriptedTenant::clientsPath() || request.number(u"page"_s, 0) != 1
                || std::exchange(refused, true))
                return {};
            ScriptedAnswer answer = ScriptedTenant::apiError(
                429, u"too_many_requests"_s, u"Slow down"_s);
            answer.headers = {{"Retry-After", "1"}};
            return answer;
        };
        fixture.tenant.applications = ScriptedTenant::makeApplications(150);
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.shows(
            u"The tenant asks us to wait (429). Loading goes on in 1 s; 100 of 150 are here."_s));
        QTRY_VERIFY(fixture.isComplete());
        QVERIFY(!fixture.shows(u"asks us to wait"_s));
    }

    void copies()
    {
        Scripted fixture;
        QVERIFY(fixture.load(3));
        fixture.select(1);
        fixture.table().selectionModel()->setCurrentIndex(
            fixture.table().model()->index(1, 2), QItemSelectionModel::NoUpdate);
        fixture.pane.copySelection();
        QCOMPARE(clipboard(), u"id00001"_s);
        fixture.table().setFocus();
        fixture.table().selectAll();
        QTest::keyClick(&fixture.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard().count(u'\n'), 2);
        QVERIFY(clipboard().startsWith(u"App 0\tGeneric\tid00000\t"_s));
        fixture.pane.copyRows(Applications::RowFormat::IdLines);
        QCOMPARE(clipboard(), u"id00000\nid00001\nid00002"_s);
        QCOMPARE(fixture.pane.countText(), u"3 applications · 3 selected"_s);
    }

    void copiesManyInTurns()
    {
        Scripted fixture;
        QVERIFY(fixture.load(3'000));
        fixture.table().selectAll();
        QSignalSpy noted(&fixture.pane, &Ui::ApplicationsPane::noted);
        const auto said = [&noted] { return noted.last().first().toString(); };
        QGuiApplication::clipboard()->setText(u"before"_s);
        fixture.pane.copyRows(Applications::RowFormat::Json);
        QCOMPARE(noted.count(), 1);
        QVERIFY2(
            said().startsWith(u"Copying… "_s) && said().contains(u" of 3,000 · "_s),
            qPrintable(said()));
        QCOMPARE(clipboard(), u"before"_s);
        QVERIFY(fixture.pane.leaveCopy());
        QVERIFY(!fixture.pane.leaveCopy());
        QCOMPARE(said(), u"Nothing was copied."_s);

        fixture.pane.copyRows(Applications::RowFormat::Json);
        fixture.session.lock();
        QCOMPARE(said(), u"Nothing was copied."_s);
        for (int turn = 0; turn < 500; ++turn)
            QCoreApplication::processEvents();
        QCOMPARE(clipboard(), u"before"_s);

        fixture.pane.copyRows(Applications::RowFormat::Json);
        QTRY_COMPARE(said(), u"3,000 applications copied."_s);
        QCOMPARE(clipboard().count(u'\n'), 3'002);
        QVERIFY(!fixture.pane.leaveCopy());
    }

    void copiesAndExportsWhatIsSeen()
    {
        Scripted fixture;
        QVERIFY(fixture.load(3));
        fixture.search().setText(u"App"_s); // all of them, by a search
        fixture.table().sortByColumn(0, Qt::DescendingOrder);
        fixture.table().horizontalHeader()->moveSection(2, 0);
        fixture.table().selectAll();
        fixture.pane.copyRows(Applications::RowFormat::Csv);
        QVERIFY(clipboard().startsWith(u"Client ID,Name,Type,"_s));
        QCOMPARE(clipboard().count(u'\n'), 4);
        QVERIFY(clipboard().contains(u"\r\nid00002,App 2,Generic,"_s));

        const QTemporaryDir folder;
        const QString name = folder.filePath(u"list.csv"_s);
        QSignalSpy noted(&fixture.pane, &Ui::ApplicationsPane::noted);
        fixture.pane.exportRows();
        auto *dialog = fixture.pane.findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(name);
        QTRY_COMPARE(noted.count(), 1);
        QCOMPARE(noted.first().first().toString(), u"3 applications exported to %1."_s.arg(name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), clipboard());
        QCOMPARE(
            file.permissions() & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
            QFileDevice::ReadOwner | QFileDevice::WriteOwner);

        Q_EMIT dialog->fileSelected(folder.filePath(u"nowhere/list.csv"_s));
        QTRY_COMPARE(noted.count(), 2);
        QVERIFY(noted.last().first().toString().startsWith(u"Nothing was exported to "_s));
    }

    void filtersByACell()
    {
        Scripted fixture;
        fixture.tenant.applications = {
            QJsonObject{
                {u"client_id"_s, u"a"_s},
                {u"name"_s, u"Say \"hi\""_s},
                {u"grant_types"_s, QJsonArray{u"implicit"_s, u"password"_s}}},
            QJsonObject{
                {u"client_id"_s, u"b"_s},
                {u"name"_s, u"Say hi"_s},
                {u"grant_types"_s, QJsonArray{u"implicit"_s}}},
            QJsonObject{{u"client_id"_s, u"c"_s}, {u"name"_s, u"Other"_s}},
        };
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.isComplete());
        const auto choose = [&fixture](const QString &id, int column) {
            for (int row = 0; row < fixture.table().model()->rowCount(); ++row) {
                if (fixture.cell(row, 2) == id)
                    fixture.table().setCurrentIndex(fixture.table().model()->index(row, column));
            }
        };
        const auto ids = [&fixture] {
            QStringList found;
            for (int row = 0; row < fixture.table().model()->rowCount(); ++row)
                found.append(fixture.cell(row, 2));
            found.sort();
            return found.join(u' ');
        };
        choose(u"a"_s, 0);
        fixture.pane.filterByCell(Applications::TermUse::Filter);
        QCOMPARE(ids(), u"a"_s);
        fixture.search().clear();
        choose(u"b"_s, 5);
        fixture.pane.filterByCell(Applications::TermUse::Filter);
        QCOMPARE(ids(), u"a b"_s);
        choose(u"b"_s, 0);
        fixture.pane.filterByCell(
            Applications::TermUse::Exclude); // beside what is searched for already
        QCOMPARE(ids(), u"a"_s);
        fixture.search().clear();
        choose(u"a"_s, 5); // a list: all of it
        fixture.pane.filterByCell(Applications::TermUse::Filter);
        QCOMPARE(ids(), u"a"_s);
        fixture.search().clear();
        choose(u"c"_s, 5); // nothing there
        QCOMPARE(fixture.cell(fixture.table().currentIndex().row(), 5), u"–"_s);
        fixture.pane.filterByCell(Applications::TermUse::Filter);
        QCOMPARE(fixture.search().text(), u"-field:\"grant_types\""_s);
        QCOMPARE(ids(), u"c"_s);
    }

    void filtersByAField_data()
    {
        QTest::addColumn<QString>("field"); // shown as a column
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("filtered");
        QTest::addColumn<QString>("excluded");
        const QString sso = u"sso"_s;
        const QString alg = u"jwt_configuration.alg"_s;
        QTest::newRow("false") << sso << u"b"_s << u"b"_s << u"a c d"_s;
        QTest::newRow("not set") << sso << u"d"_s << u"d"_s << u"a b c"_s;
        QTest::newRow("null") << sso << u"c"_s << u"c"_s << u"a b d"_s;
        QTest::newRow("inside") << alg << u"a"_s << u"a d"_s << u"b c"_s;
        QTest::newRow("an empty list") << u"callbacks"_s << u"b"_s << u"b"_s << u"a c d"_s;
        QTest::newRow("how many: none") << QString() << u"b"_s << u"b"_s << u"a c d"_s;
        QTest::newRow("how many: not set") << QString() << u"c"_s << u"c d"_s << u"a b"_s;
        QTest::newRow("a number") << u"par_request_expiry"_s << u"a"_s << u"a"_s << u"b c d"_s;
        QTest::newRow("an object") << u"jwt_configuration"_s << u"a"_s << u"a d"_s << u"b c"_s;
    }
    void filtersByAField()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, id);
        Scripted fixture;
        const QJsonObject rs{{u"alg"_s, u"RS256"_s}};
        fixture.tenant.applications = {
            QJsonObject{
                {u"client_id"_s, u"a"_s},
                {u"sso"_s, true},
                {u"description"_s, u"RS256 36 false"_s},
                {u"callbacks"_s, QJsonArray{u"https://a.example"_s}},
                {u"par_request_expiry"_s, 36},
                {u"jwt_configuration"_s, rs}},
            QJsonObject{
                {u"client_id"_s, u"b"_s},
                {u"sso"_s, false},
                {u"description"_s, u"RS256 36"_s},
                {u"callbacks"_s, QJsonArray()},
                {u"par_request_expiry"_s, 360},
                {u"jwt_configuration"_s, QJsonObject{{u"alg"_s, u"RS256x"_s}}}},
            QJsonObject{{u"client_id"_s, u"c"_s}, {u"sso"_s, QJsonValue::Null}},
            QJsonObject{{u"client_id"_s, u"d"_s}, {u"jwt_configuration"_s, rs}}};
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.isComplete());
        if (!field.isEmpty())
            fixture.pane.findChild<Ui::TableColumns *>()->setShown(
                Applications::ownColumn(field), true);
        const QAbstractItemModel &model = *fixture.table().model();
        const int column = field.isEmpty() ? 4 : model.columnCount() - 1;
        const auto ids = [&] {
            QStringList found;
            for (int row = 0; row < model.rowCount(); ++row)
                found.append(fixture.cell(row, 2));
            found.sort();
            return found.join(u' ');
        };
        const auto choose = [&] {
            for (int row = 0; row < model.rowCount(); ++row) {
                if (fixture.cell(row, 2) == id)
                    fixture.table().setCurrentIndex(model.index(row, column));
            }
        };
        choose();
        QCOMPARE(fixture.pane.whyNoFilterByCell(), QString());
        fixture.pane.filterByCell(Applications::TermUse::Filter);
        QTEST(ids(), "filtered");
        fixture.search().clear();
        choose();
        fixture.pane.filterByCell(Applications::TermUse::Exclude);
        QTEST(ids(), "excluded");
    }

    void whatACellDoesNotTellIsNoFilter_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("why"); // empty: it is one
        const QByteArray reads = "read:clients";
        const QJsonObject none;
        const QJsonObject two{{u"callbacks"_s, QJsonArray{u"https://a"_s, u"https://b"_s}}};
        QTest::newRow("a count") << reads << two << 4 << u"The current cell counts"_s;
        QTest::newRow("not set") << reads << none << 4 << QString();
        QTest::newRow("not visible") << QByteArray("read:client_summary") << none << 4
                                     << u"does not tell whether there is a value"_s;
        QTest::newRow("unknown") << QByteArray() << none << 4
                                 << u"does not tell whether there is a value"_s;
        QTest::newRow("findings of a summary")
            << reads << none << 6 << u"does not tell whether there is a value"_s;
        QTest::newRow("too long") << reads << QJsonObject{{u"name"_s, QString(501, u'n')}} << 0
                                  << u"more than a search can say"_s;
    }
    void whatACellDoesNotTellIsNoFilter()
    {
        QFETCH(const QByteArray, scope);
        QFETCH(QJsonObject, members);
        QFETCH(const int, column);
        QFETCH(const QString, why);
        Scripted fixture;
        fixture.tenant.tokenScope = scope;
        if (scope.isEmpty()) // it does not tell
            fixture.tenant.script =
                [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
                if (request.path != ScriptedTenant::tokenPath())
                    return {};
                return ScriptedTenant::json(
                    {{u"access_token"_s, u"opaque"_s},
                     {u"token_type"_s, u"Bearer"_s},
                     {u"expires_in"_s, 3'600}});
            };
        members.insert(u"client_id"_s, u"a"_s);
        fixture.tenant.applications = {members};
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.isComplete());
        fixture.table().setCurrentIndex(fixture.table().model()->index(0, column));
        QVERIFY2(
            fixture.pane.whyNoFilterByCell().contains(why),
            qPrintable(fixture.pane.whyNoFilterByCell()));
        QCOMPARE(fixture.pane.whyNoFilterByCell().isEmpty(), why.isEmpty());
        fixture.pane.filterByCell(Applications::TermUse::Filter);
        QCOMPARE(fixture.search().text().isEmpty(), !why.isEmpty());
    }

    void tellsThatItSearches()
    {
        Scripted fixture;
        constexpr int rows = 5 * Ui::FieldFiller::filledATurn;
        QVERIFY(fixture.load(rows));
        fixture.search().setText(u"name:nobody"_s);
        QVERIFY(fixture.shows(u"No application matches “name:nobody”."_s));
        fixture.search().setText(u"field:description"_s);
        QVERIFY(!fixture.shows(u"No application matches"_s)); // nobody knows yet
        QVERIFY(fixture.shows(u"Searching…"_s));
        QTRY_VERIFY(!fixture.shows(u"Searching…"_s));
        fixture.search().setText(u"field:client_id"_s);
        QVERIFY(fixture.shows(u"Searching…"_s));
        fixture.search().clear();
        QVERIFY(!fixture.shows(u"Searching…"_s));
        QCOMPARE(fixture.table().model()->rowCount(), rows);
    }

    void saysThatNobodyHasAField()
    {
        Scripted fixture;
        QVERIFY(fixture.load(5));
        const QString told = u"No application has this field"_s;
        fixture.search().setText(u"-field:no.such"_s);
        QVERIFY(fixture.shows(told));
        fixture.search().setText(u"-field:client_id"_s);
        QVERIFY(!fixture.shows(told));
    }

    void aFieldThatTheTokenMayNotSeeIsNotSaidToBeUnset()
    {
        Scripted fixture;
        fixture.tenant.tokenScope = "read:client_summary";
        QVERIFY(fixture.load(5));
        const QString told = u"searched without what needs read:clients"_s;
        fixture.search().setText(u"-field:sso"_s);
        QVERIFY(fixture.shows(told));
        QVERIFY(!fixture.shows(u"No application has this field"_s));
        fixture.search().setText(u"-field:description"_s);
        QVERIFY(!fixture.shows(told)); // which every scope shows
    }

    void aLongListIsNoFilter()
    {
        Scripted fixture;
        const auto withCallbacks = [](const QString &id, int count) {
            QJsonArray callbacks;
            for (int i = 0; i < count; ++i)
                callbacks.append(u"https://a.example/%1"_s.arg(i));
            return QJsonObject{{u"client_id"_s, id}, {u"name"_s, id}, {u"callbacks"_s, callbacks}};
        };
        fixture.tenant.applications = {withCallbacks(u"a"_s, 10), withCallbacks(u"b"_s, 11)};
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.isComplete());
        fixture.pane.findChild<Ui::TableColumns *>()->setShown(
            Applications::fieldColumn(u"callbacks"_s), true);
        for (int row = 0; row < 2; ++row) {
            const QAbstractItemModel &model = *fixture.table().model();
            fixture.table().setCurrentIndex(model.index(row, model.columnCount() - 1));
            QCOMPARE(fixture.pane.whyNoFilterByCell().isEmpty(), fixture.cell(row, 0) == u"a");
        }
    }

    void aFilterTooLongIsNotOffered()
    {
        Scripted fixture;
        const QString name(400, u'n');
        fixture.tenant.applications = {
            QJsonObject{{u"client_id"_s, u"a"_s}, {u"name"_s, name}},
            QJsonObject{{u"client_id"_s, u"b"_s}, {u"name"_s, u"Other"_s}}};
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.isComplete());
        const QString term = u"name:=\"%1\""_s.arg(name);
        fixture.table().setCurrentIndex(fixture.table().model()->index(0, 0));
        QVERIFY(fixture.pane.whyNoFilterByCell().isEmpty());
        // As long as the field takes, a blank between, and then one more.
        const qsizetype room = Ui::SearchField::longestSearch - term.size() - 1;
        for (const bool fits : {true, false}) {
            const QString search = u"-"_s + QString(room - (fits ? 1 : 0), u'x');
            fixture.search().setText(search);
            fixture.table().setCurrentIndex(fixture.table().model()->index(0, 0));
            QCOMPARE(fixture.pane.whyNoFilterByCell().isEmpty(), fits);
            fixture.pane.filterByCell(Applications::TermUse::Filter);
            QCOMPARE(fixture.search().text(), fits ? QString(search + u' ' + term) : search);
        }
    }

    void copiedFormulasAreDefused()
    {
        Scripted fixture;
        fixture.tenant.applications = {
            QJsonObject{{u"client_id"_s, u"-id"_s}, {u"name"_s, u"=1+1"_s}},
            QJsonObject{{u"client_id"_s, u"id2"_s}, {u"name"_s, u"a\tb"_s}},
        };
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.isComplete());
        fixture.table().selectAll();
        fixture.pane.copySelection();
        QVERIFY(clipboard().startsWith(u"'=1+1\tGeneric\t-id\t"_s));
        QVERIFY(clipboard().contains(u"\na b\t"_s));
    }

    void findingsFollowTheEnvironmentAtOnce()
    {
        Scripted fixture;
        fixture.session.setEnvironment(Tenant::Environment::Development);
        fixture.tenant.applications = {QJsonObject{
            {u"client_id"_s, u"a"_s}, {u"callbacks"_s, QJsonArray{u"http://localhost/"_s}}}};
        fixture.session.signIn(fixture.tenant.credentials());
        QTRY_VERIFY(fixture.isComplete());
        fixture.pane.setDetailsVisible(true);
        const auto *tabs = fixture.pane.findChild<QTabWidget *>();
        const int tab = tabs->indexOf(fixture.pane.findChild<Ui::FindingsPage *>());
        QCOMPARE(fixture.cell(0, 6), u"None"_s);
        QCOMPARE(tabs->tabText(tab), u"Findings"_s);
        QSignalSpy changed(fixture.table().model(), &QAbstractItemModel::dataChanged);
        fixture.session.setEnvironment(Tenant::Environment::Production);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(fixture.cell(0, 6), u"Medium · 1"_s);
        QCOMPARE(tabs->tabText(tab), u"Findings (1)"_s);

        fixture.table().setCurrentIndex(fixture.table().model()->index(0, 6));
        fixture.pane.filterByCell(Applications::TermUse::Filter);
        QCOMPARE(fixture.search().text().trimmed(), u"finding:medium"_s);
        QCOMPARE(fixture.table().model()->rowCount(), 1);
        fixture.session.setEnvironment(Tenant::Environment::Development);
        QCOMPARE(fixture.table().model()->rowCount(), 0); // it is none there
    }

    /// They know by then what happened meanwhile.
    void detailsAreMadeWhenTheyAreFirstShown()
    {
        Scripted fixture;
        int made = 0;
        fixture.pane.addDetailsPage(
            [&made]() -> Ui::DetailsPage * {
                ++made;
                return new BroughtPage;
            },
            u"Behind"_s);
        fixture.file.setValue(u"applications/detailsTab"_s, 2);
        fixture.pane.restoreState(fixture.file, u"tenants/x"_s);
        QVERIFY(fixture.load(3));
        fixture.search().setText(u"App"_s);
        fixture.select(1);
        QVERIFY(!fixture.pane.findChild<Ui::DetailsView *>());
        QCOMPARE(made, 0);
        fixture.pane.saveState(fixture.file, u"tenants/x"_s);
        QCOMPARE(fixture.file.value(u"applications/detailsTab"_s), 2);

        fixture.pane.setDetailsVisible(true);
        auto *view = fixture.pane.findChild<Ui::DetailsView *>();
        QVERIFY(view && view->isVisible());
        QCOMPARE(made, 1);
        const auto *tabs = view->findChild<QTabWidget *>();
        QCOMPARE(tabs->currentIndex(), 2);
        QCOMPARE(tabs->tabText(tabs->count() - 1), u"Behind"_s);
        const QString json = qobject_cast<QPlainTextEdit *>(tabs->currentWidget())->toPlainText();
        QVERIFY2(json.contains(fixture.selectedId()), qPrintable(json));
        QVERIFY(fixture.shows(fixture.cell(1, 0)));
        QTRY_VERIFY(marks(*view) > 0); // of what was searched for before
    }

    void detailsGoUnderTheTableWhereItIsNarrow()
    {
        Scripted fixture;
        QVERIFY(fixture.load(3));
        QSignalSpy visibility(&fixture.pane, &Ui::ApplicationsPane::detailsVisibleChanged);
        fixture.pane.setDetailsVisible(true);
        QCOMPARE(visibility.size(), 1);
        const auto *splitter = fixture.pane.findChild<QSplitter *>();
        QCOMPARE(splitter->orientation(), Qt::Horizontal);
        fixture.pane.resize(1'024, 700);
        QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
        fixture.pane.resize(1'025, 700);
        QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
    }

    void keysOpenAndToggleDetails()
    {
        Scripted fixture;
        QVERIFY(fixture.load(3));
        fixture.pane.focusTable();
        QTest::keyClick(&fixture.table(), Qt::Key_Space);
        QVERIFY(fixture.pane.areDetailsVisible());
        QVERIFY(fixture.table().hasFocus());
        QTest::keyClick(&fixture.table(), Qt::Key_Space);
        QVERIFY(!fixture.pane.areDetailsVisible());
        QTest::keyClick(&fixture.table(), Qt::Key_Return);
        QVERIFY(fixture.pane.areDetailsVisible());
        QTRY_VERIFY(!fixture.table().hasFocus());
        QVERIFY(fixture.shows(u"App 0"_s));
        fixture.named<QPushButton>(u"Close details"_s)->click();
        QVERIFY(!fixture.pane.areDetailsVisible());
        QTRY_VERIFY(fixture.table().hasFocus());
    }

    void fetchesTheRest()
    {
        Scripted fixture;
        QVERIFY(fixture.load(3));
        bool fails = true;
        fixture.tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (request.path != u"/api/v2/clients/id00001"_s)
                return {};
            if (std::exchange(fails, false))
                return ScriptedTenant::apiError(404, {}, u"The client <b>is gone"_s);
            return ScriptedTenant::json(QJsonObject{
                {u"client_id"_s, u"id00001"_s},
                {u"name"_s, u"App 1"_s},
                {u"addons"_s, QJsonObject{{u"slack"_s, QJsonObject{{u"team"_s, u"acme"_s}}}}}});
        };
        fixture.select(1);
        fixture.pane.setDetailsVisible(true);
        QVERIFY(fixture.shows(u"Not fetched: "_s));
        fixture.button(u"Fetch the rest"_s)->click();
        QTRY_VERIFY(fixture.shows(u"The client <b>is gone"_s));
        QVERIFY(fixture.shows(u"App 1"_s)); // what is known stays
        fixture.button(u"Fetch the rest"_s)->click();
        QTRY_VERIFY(!fixture.button(u"Fetch the rest"_s));
        QTRY_VERIFY(fixture.shows(u"slack"_s));
        QVERIFY(!fixture.shows(u"is gone"_s));
        QCOMPARE(fixture.tenant.count(u"/api/v2/clients/id00001"_s), 2);
        fixture.select(2);
        QVERIFY(fixture.button(u"Fetch the rest"_s));
        QVERIFY(!fixture.shows(u"slack"_s));
        fixture.select(1);
        fixture.button(u"Fetch the rest"_s)->click();
        QTRY_VERIFY(fixture.shows(u"slack"_s));
        fixture.reload.trigger(); // what was fetched is as old as the list was
        QTRY_VERIFY(fixture.button(u"Fetch the rest"_s));
        QVERIFY(!fixture.shows(u"slack"_s));
    }

    void keepsItsState()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"state.ini"_s), QSettings::IniFormat);
        {
            Scripted fixture;
            fixture.table().setColumnWidth(0, 333);
            fixture.pane.saveState(settings, u"tenants/x"_s);
        }
        Scripted fixture;
        fixture.pane.restoreState(settings, u"tenants/x"_s);
        QCOMPARE(fixture.table().columnWidth(0), 333);
        QVERIFY(fixture.load(3));
        QCOMPARE(fixture.table().columnWidth(0), 333);
    }

    /// What a field is called may be the tenant's own business.
    void otherTenantsBeginWithoutItsFields()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"state.ini"_s), QSettings::IniFormat);
        const auto columnsOf = [](const Scripted &fixture) {
            return fixture.pane.findChild<Ui::TableColumns *>();
        };
        const auto field = Applications::fieldColumn(u"client_metadata.acme"_s);
        {
            Scripted fixture;
            auto *columns = columnsOf(fixture);
            columns->setShown(Applications::Column::Type, false);
            columns->setShown(field, true);
            fixture.table().sortByColumn(
                fixture.table().model()->columnCount() - 1, Qt::DescendingOrder);
            QCOMPARE(columns->layout().order.column, std::optional(field));
            fixture.pane.saveState(settings, u"tenants/x"_s);
        }
        Scripted other;
        other.pane.restoreState(settings, u"tenants/y"_s);
        QVERIFY(!columnsOf(other)->isShown(field));
        QVERIFY(!columnsOf(other)->isShown(Applications::Column::Type)); // no field: a taste
        QCOMPARE(
            columnsOf(other)->layout().order,
            (Applications::SortOrder{Applications::Column::Name, false}));
        Scripted same;
        same.pane.restoreState(settings, u"tenants/x"_s);
        QVERIFY(columnsOf(same)->isShown(field));
        QCOMPARE(columnsOf(same)->layout().order, (Applications::SortOrder{field, true}));
        for (const QString &key : settings.allKeys()) {
            const bool isItsOwn = key.startsWith(u"tenants/x/"_s);
            QVERIFY2(
                isItsOwn || !settings.value(key).toStringList().join(u' ').contains(u"acme"_s),
                qPrintable(key));
        }
    }

    void anotherTenantsRowsAreGone()
    {
        Scripted fixture;
        QVERIFY(fixture.load(30));
        fixture.select(3);
        fixture.pane.setDetailsVisible(true);
        QVERIFY(fixture.shows(u"id00003"_s));
        fixture.session.signOut();
        QCOMPARE(fixture.table().model()->rowCount(), 0);
        QVERIFY(fixture.shows(u"Sign in to see"_s));
        QVERIFY(!fixture.shows(u"id00003"_s));
    }

    void diesInEveryState_data()
    {
        QTest::addColumn<int>("heldPage");
        QTest::newRow("first page under way") << 0;
        QTest::newRow("second page under way") << 1;
        QTest::newRow("loaded") << 99;
    }
    void diesInEveryState()
    {
        QFETCH(const int, heldPage);
        Scripted fixture;
        fixture.tenant.holds = [heldPage](const SeenRequest &request) {
            return request.path == ScriptedTenant::clientsPath()
                && request.number(u"page"_s, 0) == heldPage;
        };
        fixture.tenant.applications = ScriptedTenant::makeApplications(300);
        fixture.session.signIn(fixture.tenant.credentials());
        if (heldPage == 99)
            QTRY_VERIFY(fixture.isComplete());
        else
            QTRY_VERIFY(fixture.tenant.held() > 0);
        fixture.pane.setDetailsVisible(true);
    }

    void journeyThroughTheDemoTenant()
    {
        const auto tenant = Demo::DemoTenant::start({});
        QVERIFY(tenant.has_value());
        PaneFixture fixture;
        Tenant::Credentials credentials;
        credentials.domain = Tenant::Domain::parse((*tenant)->domain())->domain;
        credentials.clientId = (*tenant)->clientId();
        credentials.clientSecret = Base::Secret::fromText((*tenant)->clientSecret());
        credentials.audience = (*tenant)->audience();
        fixture.session.signIn(credentials);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isComplete(), 20'000);
        QCOMPARE(fixture.table().model()->rowCount(), 1'240);
        QVERIFY(fixture.shows(u"1,240 applications · complete"_s));
        QTest::keyClicks(&fixture.search(), u"localhost"_s);
        const int found = fixture.table().model()->rowCount();
        QVERIFY(found > 0 && found < 1'240);
        QTest::keyClick(&fixture.search(), Qt::Key_Down);
        QTest::keyClick(&fixture.table(), Qt::Key_Return);
        QTRY_VERIFY(fixture.shows(u"localhost"_s)); // in the overview, among the URLs
        fixture.button(u"Fetch the rest"_s)->click();
        QTRY_VERIFY(!fixture.button(u"Cancel"_s));
        QTRY_VERIFY(!fixture.button(u"Fetch the rest"_s));
        QCOMPARE(Ui::SecretFlow::whyNone(fixture.session), QString()); // to be tried here first
    }
};

QTEST_MAIN(TestApplicationsPane)
#include "tst_applicationspane.moc"
