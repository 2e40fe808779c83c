// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/random.h"
#include "app/session/tenantsession.h"
#include "ui/applications/applicationspane.h"
#include "ui/applications/findingspage.h"
#include "ui/applications/overviewpage.h"
#include "ui/applications/secretpanel.h"
#include "ui/settings/settingskeeper.h"
#include "ui/shared/presentation.h"
#include "ui/shared/secretbox.h"
#include "ui/shared/secretclipboard.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;

namespace {

const QString secret = u"Hush_7b0fq9-48characters-of-it-XYZ"_s;
const QString announcement = u"Auth0 will log this read as mgmt_api_read."_s;

/// A window with the pane of a tenant whose applications have secrets.
struct Scene
{
    explicit Scene(const QByteArray &scope = "read:clients read:client_keys")
    {
        tenant.tokenScope = scope;
        tenant.applications = ScriptedTenant::makeApplications(5);
        tenant.script = [this](const SeenRequest &request) { return answer(request); };
        (new QVBoxLayout(&window))->addWidget(&pane);
        QObject::connect(&reveal, &QAction::triggered, &pane, &ApplicationsPane::revealSecret);
        QObject::connect(&compare, &QAction::triggered, &pane, &ApplicationsPane::compareSecret);
        window.resize(1'300, 700);
        Test::showActive(window);
        session.signIn(tenant.credentials());
        isLoaded = QTest::qWaitFor([this] {
            return std::holds_alternative<Applications::ListLoaded>(session.applications().state());
        });
        choose(1);
    }
    ~Scene() { delete &pane; } // as the window does, while there is what it refers to

    std::optional<ScriptedAnswer> answer(const SeenRequest &request) const
    {
        if (!request.path.startsWith(u"/api/v2/clients/"_s))
            return std::nullopt;
        if (special)
            return special;
        return ScriptedTenant::json(
            {{u"client_id"_s, request.path.section(u'/', -1)}, {u"client_secret"_s, secret}});
    }
    [[nodiscard]] int reads() const
    {
        return int(std::count_if(
            tenant.requests().begin(), tenant.requests().end(), [](const SeenRequest &request) {
                return request.path.startsWith(u"/api/v2/clients/"_s);
            }));
    }
    void holdReads()
    {
        tenant.holds = [](const SeenRequest &request) {
            return request.path.startsWith(u"/api/v2/clients/"_s);
        };
    }
    void choose(int row) const
    {
        auto *table = pane.findChild<QTableView *>();
        table->selectionModel()->setCurrentIndex(
            table->model()->index(row, 0),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    [[nodiscard]] SecretPanel &panel() const { return *pane.findChild<SecretPanel *>(); }
    [[nodiscard]] SecretBox &box() const { return *pane.findChild<SecretBox *>(); }
    [[nodiscard]] QLineEdit &field() const { return *panel().findChild<QLineEdit *>(); }
    void press(const QString &button) const
    {
        QPushButton *found = Test::buttonIn(panel(), button);
        QVERIFY2(found && found->isEnabled(), qPrintable(button));
        found->click();
    }
    [[nodiscard]] bool says(const QString &text) const { return Test::says(panel(), text); }
    /// Asks, agrees, and waits until it is there.
    void revealIt()
    {
        reveal.trigger();
        press(u"Reveal"_s);
        QTRY_COMPARE(box().toPlainText(), secret);
        QVERIFY(box().isVisible());
    }
    void compareWith(const QString &mine)
    {
        compare.trigger();
        field().setText(mine);
        press(u"Compare"_s);
        QTRY_VERIFY(Test::buttonIn(panel(), u"Close"_s));
    }
    /// All that is written on any widget, shown or hidden, and all that is read out.
    [[nodiscard]] QString everything()
    {
        QStringList texts;
        const QList<QWidget *> widgets = window.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            texts << widget->toolTip() << widget->statusTip() << widget->whatsThis()
                  << widget->accessibleName() << widget->accessibleDescription();
            for (const char *property : {"text", "displayText", "plainText", "windowTitle"})
                texts << widget->property(property).toString();
        }
        texts << Test::everythingHeard(*QAccessible::queryAccessibleInterface(&window));
        return texts.join(u'\n');
    }
    [[nodiscard]] QString log()
    {
        QString text;
        for (int i = 0; i < session.requestLog().size(); ++i) {
            const Http::Exchange &exchange = session.requestLog().at(i);
            text += exchange.path + QString::fromUtf8(exchange.requestBody)
                + QString::fromUtf8(exchange.responseBody);
            for (const Http::Headers &headers : {exchange.requestHeaders, exchange.responseHeaders})
                for (const Http::Header &header : headers.fields())
                    text += QString::fromLatin1(header.name + header.value);
        }
        return text;
    }

    Test::ManualClock clock;
    Test::FixedRandom random;
    ScriptedTenant tenant;
    std::optional<ScriptedAnswer> special; ///< to the read
    Session::TenantSession session{clock, random};
    SecretClipboard clipboard{clock};
    QTemporaryDir folder;
    QSettings file{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    SettingsKeeper settings{file};
    QAction reveal{u"Reveal secret…"_s};
    QAction compare{u"Compare secret…"_s};
    QWidget window;
    Presentation presentation{window};
    bool isLoaded = false;
    ApplicationsPane &pane = *new ApplicationsPane(
        session, {.clipboard = clipboard, .settings = settings},
        {.revealSecret = &reveal, .compareSecret = &compare}, &window);
};

using Way = std::function<void(Scene &)>;

/// What hides a secret, and keeps one from being shown that has been asked for.
void addWays()
{
    QTest::addColumn<Way>("way");
    const auto row = [](const char *name, const Way &way) { QTest::newRow(name) << way; };
    row("Esc", [](Scene &scene) { scene.pane.leaveSecret(); });
    row("the window loses the focus", [](Scene &scene) {
        QEvent away(QEvent::WindowDeactivate);
        QApplication::sendEvent(&scene.panel(), &away);
    });
    row("presentation mode", [](Scene &scene) { scene.presentation.setOn(true); });
    row("another application", [](Scene &scene) { scene.choose(2); });
    row("details closed", [](Scene &scene) { scene.pane.setDetailsVisible(false); });
    row("another tenant", [](Scene &scene) { scene.pane.hide(); });
    row("locked", [](Scene &scene) { scene.session.lock(); });
    row("signed out", [](Scene &scene) { scene.session.signOut(); });
    row("a second wish", [](Scene &scene) { scene.compare.trigger(); });
}

} // namespace

class TestSecretPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { Test::failOnWarnings(); }

    void saysWhatItMeansBeforeItAsks();
    void saysProduction();
    void asksOnceForTheSecretAlone();
    void hidesAgain_data();
    void hidesAgain();
    void staysAsLongAsSet();
    void comesTooLate_data();
    void comesTooLate();
    void cannotBeSelected();
    void isCopiedWithCare();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void isNotOfferedWithoutTheScope_data();
    void isNotOfferedWithoutTheScope();
    void compares_data();
    void compares();
    void comparingShowsAndKeepsNothing();
    void whatAPublicClientShouldNotHaveIsFound_data();
    void whatAPublicClientShouldNotHaveIsFound();
    void lookingLeavesAConfidentialClientsPageAlone();
    void worksByKeyboard();
    void isNeverSquashed_data();
    void isNeverSquashed();
};

void TestSecretPanel::saysWhatItMeansBeforeItAsks()
{
    Scene scene;
    QVERIFY(scene.isLoaded);
    QVERIFY(!scene.pane.areDetailsVisible());
    scene.reveal.trigger();
    QVERIFY(scene.panel().isVisible()); // and so the details with it
    QVERIFY(scene.says(announcement));
    QVERIFY(!scene.says(u"PRODUCTION"_s));
    QVERIFY(!scene.field().isVisible());
    scene.press(u"Cancel"_s);
    QVERIFY(!scene.panel().isVisible());
    scene.compare.trigger();
    QVERIFY(scene.says(announcement));
    QVERIFY(scene.field().isVisible());
    QVERIFY(!Test::buttonIn(scene.panel(), u"Compare"_s)->isEnabled());
    QVERIFY(scene.pane.leaveSecret()); // Esc
    QVERIFY(!scene.panel().isVisible());
    QVERIFY(!scene.pane.leaveSecret());
    QTest::qWait(20);
    QCOMPARE(scene.reads(), 0);
}

void TestSecretPanel::saysProduction()
{
    Scene scene;
    Presentation::markProduction(scene.pane, true);
    scene.reveal.trigger();
    QVERIFY(scene.says(u"PRODUCTION"_s));
    scene.compare.trigger();
    QVERIFY(scene.says(u"PRODUCTION"_s));
}

void TestSecretPanel::asksOnceForTheSecretAlone()
{
    Scene scene;
    scene.revealIt();
    QCOMPARE(scene.reads(), 1);
    const SeenRequest &request = scene.tenant.requests().last();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.path, u"/api/v2/clients/id00001"_s);
    QCOMPARE(request.query.toString(), u"fields=client_secret,client_id&include_fields=true"_s);
    QVERIFY(scene.log().contains(u"/api/v2/clients/id00001?fields=client_secret"_s));
    QVERIFY(!scene.log().contains(secret));
    QVERIFY(!Test::says(scene.window, secret)); // in the box alone
    QVERIFY(scene.says(u"Hides again after 30 s"_s));
    QVERIFY(!scene.session.applications().store().json(1).contains("Hush"));
}

void TestSecretPanel::hidesAgain_data()
{
    addWays();
    QTest::newRow("its button") << Way([](Scene &scene) { scene.press(u"Hide"_s); });
    QTest::newRow("its time") << Way(
        [](Scene &scene) { scene.clock.advance(Settings{}.revealStay); });
}

void TestSecretPanel::hidesAgain()
{
    Scene scene;
    scene.revealIt();
    scene.clock.advance(Settings{}.revealStay - 1ms);
    QVERIFY(scene.box().isVisible());
    QVERIFY(scene.everything().contains(secret));
    QFETCH(Way, way);
    way(scene);
    QVERIFY(!scene.box().isVisible());
    QVERIFY(!scene.everything().contains(secret));
    scene.pane.show();
    QTest::qWait(20);
    QVERIFY(!scene.everything().contains(secret));
    QCOMPARE(scene.reads(), 1);
}

void TestSecretPanel::staysAsLongAsSet()
{
    Scene scene;
    Settings settings;
    settings.revealStay = 5s;
    scene.settings.set(settings);
    scene.revealIt();
    scene.clock.advance(5s - 1ms);
    QVERIFY(scene.box().isVisible());
    scene.clock.advance(1ms);
    QVERIFY(!scene.panel().isVisible());
}

void TestSecretPanel::comesTooLate_data()
{
    addWays();
    QTest::newRow("Cancel") << Way([](Scene &scene) { scene.press(u"Cancel"_s); });
}

/// What happens while the tenant is asked counts as well.
void TestSecretPanel::comesTooLate()
{
    Scene scene;
    scene.holdReads();
    scene.reveal.trigger();
    scene.press(u"Reveal"_s);
    QTRY_COMPARE(scene.tenant.held(), 1);
    QVERIFY(scene.says(u"Asking the tenant…"_s));
    QFETCH(Way, way);
    way(scene);
    scene.tenant.release();
    scene.pane.show();
    QTest::qWait(50);
    QVERIFY(!scene.box().isVisible());
    QVERIFY(!scene.everything().contains(secret));
    QCOMPARE(scene.reads(), 1);
}

void TestSecretPanel::cannotBeSelected()
{
    Scene scene;
    scene.revealIt();
    QApplication::clipboard()->setText(u"untouched"_s);
    SecretBox &box = scene.box();
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&box, Qt::Key_C, Qt::ControlModifier);
    QTest::mouseDClick(box.viewport(), Qt::LeftButton, {}, QPoint(10, 10));
    QCOMPARE(QApplication::clipboard()->text(), u"untouched"_s);
    QVERIFY(!box.textCursor().hasSelection()); // and so nothing for PRIMARY
    QCOMPARE(box.contextMenuPolicy(), Qt::NoContextMenu);
}

void TestSecretPanel::isCopiedWithCare()
{
    Scene scene;
    scene.revealIt();
    scene.press(u"Copy"_s);
    QCOMPARE(QApplication::clipboard()->text(), secret);
    QCOMPARE(scene.clipboard.what(), u"Client secret"_s);
    QVERIFY(QApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
    scene.clock.advance(30s);
    QVERIFY(!scene.clipboard.isHolding());
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void TestSecretPanel::saysWhyThereIsNone_data()
{
    QTest::addColumn<bool>("areScopesKnown");
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<QString>("words");
    const QString none = u"This application has no client secret."_s;
    QTest::newRow("null") << true << QJsonObject{{u"client_secret"_s, QJsonValue()}} << none;
    QTest::newRow("empty") << false << QJsonObject{{u"client_secret"_s, u""_s}} << none;
    QTest::newRow("absent") << true << QJsonObject() << none;
    QTest::newRow("absent, scopes unknown")
        << false << QJsonObject()
        << u"Either this application has none, or the token may not see it"_s;
}

void TestSecretPanel::saysWhyThereIsNone()
{
    QFETCH(bool, areScopesKnown);
    QFETCH(QJsonObject, members);
    QFETCH(QString, words);
    Scene scene;
    if (!areScopesKnown) {
        scene.tenant.script = [&scene](const SeenRequest &request) {
            if (request.path != ScriptedTenant::tokenPath())
                return scene.answer(request);
            return std::optional(ScriptedTenant::json(
                {{u"access_token"_s, u"opaque"_s},
                 {u"token_type"_s, u"Bearer"_s},
                 {u"expires_in"_s, 3'600}}));
        };
        const int tokens = scene.tenant.count(ScriptedTenant::tokenPath());
        scene.session.renewToken();
        QTRY_COMPARE(scene.tenant.count(ScriptedTenant::tokenPath()), tokens + 1);
        QTRY_VERIFY(!OAuth::tokenOf(scene.session.tokenState())->scopes.isKnown());
    }
    members.insert(u"client_id"_s, u"id00001"_s);
    scene.special = ScriptedTenant::json(members);
    for (QAction *wish : {&scene.reveal, &scene.compare}) {
        wish->trigger();
        scene.field().setText(u"mine"_s);
        scene.press(wish == &scene.reveal ? u"Reveal"_s : u"Compare"_s);
        QTRY_VERIFY2(scene.says(words), qPrintable(words));
        QVERIFY(!scene.box().isVisible());
        scene.press(u"Close"_s);
    }
}

void TestSecretPanel::saysWhatWentWrong_data()
{
    QTest::addColumn<ScriptedAnswer>("answer");
    QTest::addColumn<QString>("words");
    QTest::newRow("403") << ScriptedTenant::apiError(
        403, u"insufficient_scope"_s,
        u"Insufficient scope, expected any of: read:client_keys,read:client_credentials"_s)
                         << u"The token lacks read:client_keys or read:client_credentials"_s;
    QTest::newRow("403 of a field") << ScriptedTenant::apiError(
        403, u"insufficient_scope"_s,
        u"Some fields cannot be read with the permissions granted by the bearer token scopes"_s)
                                    << u"read:client_keys for the client secret"_s;
    QTest::newRow("deleted") << ScriptedTenant::apiError(
        404, u"inexistent_client"_s, u"The client does not exist"_s)
                             << u"The application no longer exists"_s;
    QTest::newRow("another application's")
        << ScriptedTenant::json({{u"client_id"_s, u"id00002"_s}, {u"client_secret"_s, secret}})
        << u"The client secret could not be read."_s;
}

void TestSecretPanel::saysWhatWentWrong()
{
    QFETCH(ScriptedAnswer, answer);
    QFETCH(QString, words);
    Scene scene;
    scene.special = answer;
    scene.reveal.trigger();
    scene.press(u"Reveal"_s);
    QTRY_VERIFY2(scene.says(words), qPrintable(words));
    QVERIFY(scene.says(u"The client secret could not be read."_s));
    QVERIFY(!scene.box().isVisible());
    QVERIFY(!scene.everything().contains(secret) && !scene.log().contains(secret));
    QCOMPARE(scene.reads(), 1);
    scene.press(u"Close"_s);
    QVERIFY(!scene.panel().isVisible());
}

void TestSecretPanel::isNotOfferedWithoutTheScope_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("neither") << "read:clients"_ba << false;
    QTest::newRow("keys") << "read:clients read:client_keys"_ba << true;
    QTest::newRow("credentials") << "read:client_summary read:client_credentials"_ba << true;
}

void TestSecretPanel::isNotOfferedWithoutTheScope()
{
    QFETCH(QByteArray, scope);
    QFETCH(bool, isOffered);
    Scene scene(scope);
    QCOMPARE(
        scene.pane.whyNoSecret(),
        isOffered ? QString()
                  : u"The token may not see client secrets: it needs read:client_keys or "
                    "read:client_credentials"_s);
    scene.reveal.trigger();
    QCOMPARE(scene.panel().isVisible(), isOffered);
    scene.session.signOut();
    QVERIFY(!scene.pane.whyNoSecret().isEmpty());
}

void TestSecretPanel::compares_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("words");
    QTest::newRow("same") << secret << u"The same."_s;
    QTest::newRow("different") << u"hush"_s << u"Different."_s;
    QTest::newRow("line end") << QString(secret + u'\n')
                              << u"Different: yours has a blank or a line end around it."_s;
    QTest::newRow("quotes") << QString(u'"' + secret + u'"')
                            << u"Different: yours has quotes around it."_s;
    QTest::newRow(".env") << QString(
        u"AUTH0_CLIENT_SECRET="
        + secret) << u"Yours looks like a line of a .env file. The value in it is the same."_s;
    QTest::newRow(".env, different")
        << u"AUTH0_CLIENT_SECRET=hush"_s << u"the value in it is different, too."_s;
}

void TestSecretPanel::compares()
{
    QFETCH(QString, mine);
    QFETCH(QString, words);
    Scene scene;
    scene.compareWith(mine);
    QVERIFY2(scene.says(words), qPrintable(scene.everything()));
    QCOMPARE(scene.reads(), 1);
    QVERIFY(!scene.log().contains(secret));
}

void TestSecretPanel::whatAPublicClientShouldNotHaveIsFound_data()
{
    QTest::addColumn<Way>("look");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("compared") << Way([](Scene &scene) { scene.compareWith(u"another"_s); }) << true;
    QTest::newRow("revealed") << Way([](Scene &scene) { scene.revealIt(); }) << true;
    QTest::newRow("none") << Way([](Scene &scene) {
        scene.special = ScriptedTenant::json(QJsonObject{{u"client_id"_s, u"id00001"_s}});
        scene.compareWith(u"another"_s);
    }) << false;
}

void TestSecretPanel::whatAPublicClientShouldNotHaveIsFound()
{
    QFETCH(Way, look);
    QFETCH(bool, isThere);
    Scene scene;
    QJsonObject browserOne = scene.tenant.applications.at(1).toObject();
    browserOne.insert(u"app_type"_s, u"spa"_s);
    scene.tenant.applications.replace(1, browserOne);
    const QString finding = u"Public client that has a secret"_s;
    const QString notLooked = u"Not looked at: whether this public client has a client secret."_s;
    const auto reload = [&scene] {
        const QSignalSpy added(
            &scene.session.applications(), &Applications::ApplicationList::added);
        scene.session.loadApplications();
        return QTest::qWaitFor([&added] { return !added.isEmpty(); });
    };
    QVERIFY(reload());
    scene.pane.setDetailsVisible(true);
    auto *tabs = scene.pane.findChild<QTabWidget *>();
    auto *page = scene.pane.findChild<FindingsPage *>();
    tabs->setCurrentWidget(page);
    QVERIFY(Test::says(*page, notLooked) && !Test::says(*page, finding));
    look(scene);
    QCOMPARE(Test::says(*page, finding), isThere);
    QVERIFY(!Test::says(*page, notLooked));
    scene.choose(2);
    QVERIFY(!Test::says(*page, finding) && !Test::says(*page, notLooked)); // it is no public one
    scene.choose(1);
    QCOMPARE(Test::says(*page, finding), isThere);
    QVERIFY(reload()); // what was seen is as old as the list was
    QTRY_VERIFY(Test::says(*page, notLooked) && !Test::says(*page, finding));
}

/// Nothing follows from it, so nothing moves under its reader.
void TestSecretPanel::lookingLeavesAConfidentialClientsPageAlone()
{
    Scene scene;
    scene.pane.setDetailsVisible(true);
    const QPointer<QWidget> content = scene.pane.findChild<OverviewPage *>()->widget();
    QVERIFY(content);
    scene.revealIt();
    QVERIFY(content);
}

void TestSecretPanel::comparingShowsAndKeepsNothing()
{
    Scene scene;
    scene.compare.trigger();
    QCOMPARE(scene.field().accessibleName(), u"Secret to compare"_s);
    QCOMPARE(scene.field().echoMode(), QLineEdit::Password);
    QVERIFY(scene.field().inputMethodHints().testFlag(Qt::ImhSensitiveData));
    scene.field().setText(u"of-mine-4711"_s);
    scene.field().selectAll();
    scene.field().copy();
    QVERIFY(!QApplication::clipboard()->text().contains(u"4711"_s));
    scene.holdReads();
    scene.press(u"Compare"_s);
    QVERIFY(scene.field().text().isEmpty()); // before the answer
    QVERIFY(!scene.field().isUndoAvailable());
    QTRY_COMPARE(scene.tenant.held(), 1);
    QEvent away(
        QEvent::WindowDeactivate); // to look for the other one: nothing is shown, so it goes on
    QApplication::sendEvent(&scene.panel(), &away);
    scene.tenant.release();
    QTRY_VERIFY(scene.says(u"Different."_s));
    const QString everything = scene.everything();
    QVERIFY(!everything.contains(secret) && !everything.contains(u"4711"_s));
    QVERIFY(!scene.box().isVisible());
    QVERIFY(!scene.clipboard.isHolding());

    scene.compare.trigger();
    scene.field().setText(u"of-mine-4711"_s);
    scene.choose(2);
    QVERIFY(!scene.panel().isVisible());
    QVERIFY(scene.field().text().isEmpty());
}

void TestSecretPanel::worksByKeyboard()
{
    Scene scene;
    scene.reveal.trigger();
    QCOMPARE(QApplication::focusWidget(), Test::buttonIn(scene.panel(), u"Reveal"_s));
    QCOMPARE(QApplication::focusWidget()->accessibleDescription(), announcement);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(scene.box().toPlainText(), secret);
    QCOMPARE(QApplication::focusWidget(), Test::buttonIn(scene.panel(), u"Copy"_s));
    scene.pane.leaveSecret();
    QVERIFY(QApplication::focusWidget());
    QVERIFY(!scene.panel().isAncestorOf(QApplication::focusWidget()));

    scene.compare.trigger();
    QCOMPARE(QApplication::focusWidget(), &scene.field());
    QTest::keyClick(&scene.field(), Qt::Key_Return); // with nothing in it: nothing
    QTest::keyClicks(&scene.field(), secret);
    QTest::keyClick(&scene.field(), Qt::Key_Return);
    QTRY_VERIFY(scene.says(u"The same."_s));
    QCOMPARE(QApplication::focusWidget(), Test::buttonIn(scene.panel(), u"Close"_s));
    QCOMPARE(scene.reads(), 2);
}

void TestSecretPanel::isNeverSquashed_data()
{
    QTest::addColumn<bool>("isRevealed");
    QTest::addColumn<bool>("isProduction");
    for (const bool isProduction : {false, true}) {
        const char *where = isProduction ? " on production" : "";
        QTest::addRow("revealed%s", where) << true << isProduction;
        QTest::addRow("to compare%s", where) << false << isProduction;
    }
}

/// In a low window the pages below give way.
void TestSecretPanel::isNeverSquashed()
{
    QFETCH(bool, isRevealed);
    QFETCH(bool, isProduction);
    Scene scene;
    Presentation::markProduction(scene.pane, isProduction);
    scene.window.resize(1'000, 440);
    if (isRevealed)
        scene.revealIt();
    else
        scene.compare.trigger();
    QTRY_VERIFY(scene.panel().isVisible() && scene.panel().height() > 0);
    QCoreApplication::processEvents();
    const QPushButton *fetch = Test::buttonIn(scene.pane, u"Fetch the rest"_s);
    QVERIFY(!fetch->isVisible()); // what that takes is needed here
    QList<QRect> taken;
    const QList<QWidget *> parts = scene.panel().findChildren<QWidget *>();
    for (const QWidget *part : parts) {
        const bool isTarget = qobject_cast<const QPushButton *>(part)
            || qobject_cast<const QLineEdit *>(part) || qobject_cast<const SecretBox *>(part);
        if (!part->isVisible() || !isTarget || part->focusPolicy() == Qt::NoFocus)
            continue;
        QVERIFY(
            part->height() >= std::min(part->minimumSizeHint().height(), part->maximumHeight()));
        QCOMPARE(part->visibleRegion().boundingRect(), part->rect()); // all of it is seen
        const QRect place(part->mapTo(&scene.panel(), QPoint()), part->size());
        for (const QRect &other : std::as_const(taken))
            QVERIFY(!place.intersects(other));
        taken.append(place);
    }
    QCOMPARE(taken.size(), 3);
    scene.pane.leaveSecret();
    QVERIFY(fetch->isVisible());
}

QTEST_MAIN(TestSecretPanel)
#include "tst_secretpanel.moc"
