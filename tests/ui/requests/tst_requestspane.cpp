// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/requests/requestspane.h"
#include "ui/shared/presentation.h"

#include "tests/support/manualclock.h"
#include "tests/ui/requests/exchanges.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using namespace Tenantscope::Test;

namespace {

class Fixture
{
public:
    Fixture()
    {
        pane.resize(1'200, 260);
        pane.show();
        pane.activateWindow();
    }

    void record(const Http::Exchange &exchange) { session.requestLog().record(exchange); }
    [[nodiscard]] QTableView &table() const
    {
        for (QTableView *table : pane.findChildren<QTableView *>()) {
            if (table->accessibleName() == u"Requests"_s)
                return *table;
        }
        qFatal("no table");
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : pane.findChildren<QPushButton *>()) {
            if (each->text() == text && each->isVisible())
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] bool shows(const QString &text) const
    {
        const QList<QLabel *> labels = pane.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    ManualClock clock;
    FixedRandom random;
    Session::TenantSession session{clock, random};
    Ui::RequestsPane pane{session};
};

} // namespace

class TestRequestsPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        // What the offscreen platform cannot do is no fault of ours.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void emptyThenContent()
    {
        Fixture fixture;
        QVERIFY(fixture.shows(u"No requests yet."_s));
        QVERIFY(!fixture.button(u"Clear"_s)->isEnabled());
        fixture.record(exchange(1, 200, u"/api/v2/clients?page=0"_s));
        QVERIFY(fixture.table().isVisible());
        QVERIFY(fixture.table().currentIndex().isValid());
        fixture.button(u"Clear"_s)->click();
        QVERIFY(fixture.shows(u"No requests yet."_s));
    }

    void filterWithoutMatchOffersAll()
    {
        Fixture fixture;
        fixture.record(exchange(1, 200, u"/a"_s));
        fixture.pane.findChild<QCheckBox *>()->setChecked(true);
        QVERIFY(fixture.shows(u"No request matches the filter."_s));
        fixture.record(exchange(2, 500, u"/b"_s));
        QVERIFY(fixture.table().isVisible());
        QVERIFY(fixture.shows(u"1 of 2 shown"_s));
        QTest::keyClicks(fixture.pane.findChild<QLineEdit *>(), u"zebra"_s);
        QVERIFY(fixture.button(u"Show all requests"_s));
        fixture.button(u"Show all requests"_s)->click();
        QCOMPARE(fixture.table().model()->rowCount(), 2);
        QVERIFY(!fixture.pane.findChild<QCheckBox *>()->isChecked());
    }

    void showsAndCopiesTheSelected()
    {
        Fixture fixture;
        Http::Exchange refused = exchange(1, 403, u"/api/v2/clients?page=0"_s);
        refused.responseBody = R"({"message":"<b>no"})";
        fixture.record(refused);
        Http::Exchange token = exchange(2, 200, u"/oauth/token"_s);
        token.method = u"POST"_s;
        fixture.record(token);
        QVERIFY(
            !fixture.button(u"Copy as curl"_s)); // nothing is selected: the table has all the room
        fixture.table().selectRow(0);
        QVERIFY(fixture.shows(u"GET https://contoso.eu.auth0.com/api/v2/clients?page=0"_s));
        const auto edits = fixture.pane.findChildren<QPlainTextEdit *>();
        QVERIFY(std::any_of(edits.begin(), edits.end(), [](const QPlainTextEdit *edit) {
            return edit->toPlainText().contains(u"\"message\": \"<b>no\""_s);
        }));
        fixture.button(u"Copy as curl"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(u"curl"_s));
        QVERIFY(copied.contains(u"$TOKEN"_s));
        fixture.table().selectRow(1);
        QVERIFY(!fixture.button(u"Copy as curl"_s)->isEnabled());
        // News of the selected one is seen.
        token.status = 401;
        fixture.record(token);
        QVERIFY(fixture.shows(u"· 401 ·"_s));
        for (QPushButton *button : fixture.pane.findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Close request"_s)
                button->click();
        }
        QVERIFY(!fixture.button(u"Copy as curl"_s));
        QTRY_VERIFY(fixture.table().hasFocus());
    }

    void copiesRealValuesInPresentationMode()
    {
        const QString path = u"/api/v2/clients/k158aBcDeFgHiJkLmNoPqRsTuVwXyZc7"_s;
        Fixture fixture;
        Ui::Presentation presentation(fixture.pane);
        presentation.setOn(true);
        fixture.record(exchange(1, 200, path));
        const QModelIndex cell = fixture.table().model()->index(0, 2);
        QVERIFY(!cell.data().toString().contains(u"k158"_s));
        fixture.table().setCurrentIndex(cell);
        QTest::keySequence(&fixture.table(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), path);
        QGuiApplication::clipboard()->clear();
        fixture.pane.copyCurrent();
        QCOMPARE(QGuiApplication::clipboard()->text(), path);
        fixture.button(u"Clear"_s)->click();
        fixture.pane.copyCurrent(); // nothing is there: what was copied stays
        QCOMPARE(QGuiApplication::clipboard()->text(), path);
    }

    void masksNamesOfProductionInBodies()
    {
        Fixture fixture;
        Ui::Presentation presentation(fixture.pane);
        Http::Exchange details = exchange(1, 200, u"/api/v2/clients/a"_s);
        details.responseBody =
            "{\"name\":\"Caf\\u00e9 \\\"A\\\"\",\"description\":\"For all\\nour guests\","
            "\"inner\":[{\"description\":\"of café \\\"a\\\"\",\"name\":\"ab\"}],"
            "\"logo_uri\":\"https:\\/\\/acme.test\\/x\"}";
        fixture.record(details);
        fixture.table().selectRow(0);
        const auto shown = [&fixture] {
            QStringList texts;
            for (const QPlainTextEdit *edit : fixture.pane.findChildren<QPlainTextEdit *>())
                texts.append(edit->toPlainText());
            return texts.join(u'\n');
        };
        const QString whole = shown();
        QVERIFY(whole.contains(u"\"name\": \"Caf\\u00e9 \\\"A\\\"\""_s));
        presentation.setOn(true);
        QVERIFY(shown().contains(u"Caf"_s)); // names are production's only
        QVERIFY(!shown().contains(u"acme"_s));
        Ui::Presentation::markProduction(fixture.pane, true);
        for (const QString &leaked : {u"Caf"_s, u"caf"_s, u"guests"_s, u"\"ab\""_s, u"acme"_s})
            QVERIFY2(!shown().contains(leaked), qPrintable(leaked + u" in "_s + shown()));
        QVERIFY(shown().contains(u"\"inner\": ["_s));
        presentation.setOn(false);
        QCOMPARE(shown(), whole);
    }

    void hidesWhatIsFilteredByInProduction()
    {
        Fixture fixture;
        Ui::Presentation presentation(fixture.pane);
        auto *filter = fixture.pane.findChild<QLineEdit *>();
        QTest::keyClicks(filter, u"zebra"_s);
        presentation.setOn(true);
        QCOMPARE(filter->displayText(), u"zebra"_s);
        Ui::Presentation::markProduction(fixture.pane, true);
        QVERIFY(!filter->displayText().contains(u"zebra"_s));
    }

    void ticksOnlyWhileVisibleAndWaiting()
    {
        Fixture fixture;
        QVERIFY(!fixture.clock.nextWake());
        fixture.record(waiting(1, fixture.clock.now() + 10s, 10s));
        QVERIFY(fixture.clock.nextWake());
        QSignalSpy changed(fixture.table().model(), &QAbstractItemModel::dataChanged);
        fixture.clock.advance(5s);
        QCOMPARE(changed.size(), 5); // one a second
        QCOMPARE(fixture.table().model()->index(0, 7).data().toString(), u"waits 5 s (429)"_s);
        fixture.pane.hide();
        QVERIFY(!fixture.clock.nextWake());
        fixture.clock.advance(2s);
        QCOMPARE(changed.size(), 5);
        fixture.pane.show();
        QVERIFY(fixture.clock.nextWake());
        fixture.clock.advance(10s);
        QVERIFY(!fixture.clock.nextWake());
        QCOMPARE(fixture.table().model()->index(0, 7).data().toString(), u"waited 10.0 s (429)"_s);
    }

    void opensAtTheNewest()
    {
        Fixture fixture;
        fixture.pane.hide();
        for (int id = 1; id <= 50; ++id)
            fixture.record(exchange(quint64(id), 200, u"/a"_s));
        fixture.pane.show();
        QTRY_COMPARE(fixture.table().rowAt(fixture.table().viewport()->height() - 1), 49);
        QCOMPARE(fixture.table().currentIndex().row(), 49);
    }

    void staysAtTheEndUnlessSomebodyReadsAbove()
    {
        Fixture fixture;
        for (int id = 1; id <= 50; ++id)
            fixture.record(exchange(quint64(id), 200, u"/a"_s));
        QScrollBar *bar = fixture.table().verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), bar->maximum());
        fixture.pane.hide(); // what comes meanwhile is at the end, too
        for (int id = 51; id <= 60; ++id)
            fixture.record(exchange(quint64(id), 200, u"/a"_s));
        fixture.pane.show();
        QTRY_COMPARE(fixture.table().rowAt(fixture.table().viewport()->height() - 1), 59);
        bar->setValue(10);
        fixture.record(exchange(61, 200, u"/a"_s));
        QTest::qWait(20);
        QCOMPARE(bar->value(), 10);
    }
};

QTEST_MAIN(TestRequestsPane)
#include "tst_requestspane.moc"
