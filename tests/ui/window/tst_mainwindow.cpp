// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/applications/applicationspane.h"
#include "ui/requests/requestspane.h"
#include "ui/shared/banner.h"
#include "ui/signin/formfield.h"
#include "ui/signin/signinpane.h"
#include "ui/token/tokenpane.h"
#include "ui/window/mainwindow.h"
#include "ui/window/statusline.h"
#include "ui/window/theme.h"
#include "ui/window/windowstate.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A window beside the tenant it talks to.
struct Scene
{
    explicit Scene(const QString &stateFile = {})
        : state(stateFile.isEmpty() ? directory.filePath(u"window.ini"_s) : stateFile)
    {
        tenant.applications = Test::ScriptedTenant::makeApplications(230);
        window.show();
    }

    void fillForm()
    {
        const Tenant::Credentials credentials = tenant.credentials();
        SignInValues values;
        values.domain = credentials.domain.text();
        values.clientId = credentials.clientId;
        values.secret = credentials.clientSecret;
        values.source = SecretSource::Environment;
        window.fillForm(values);
    }
    void signIn()
    {
        fillForm();
        QTest::keyClick(&edit(SignInForm::Field::Domain), Qt::Key_Return);
    }

    [[nodiscard]] QLineEdit &edit(SignInForm::Field field) const
    {
        return window.findChild<SignInForm *>()->field(field).edit();
    }
    template<typename Pane>
    [[nodiscard]] Pane &pane() const
    {
        return *window.findChild<Pane *>();
    }
    [[nodiscard]] bool hasToken() const { return OAuth::tokenOf(session.tokenState()) != nullptr; }
    [[nodiscard]] bool isLoaded() const
    {
        return std::holds_alternative<Applications::ListLoaded>(session.applications().state());
    }

    QTemporaryDir directory;
    Test::ManualClock clock;
    Test::FixedRandom random;
    Test::ScriptedTenant tenant;
    Session::TenantSession session{clock, random};
    WindowState state;
    Theme theme;
    MainWindow::CredentialsReceiver demoReceiver;
    MainWindow window{
        session, theme, state,
        [this](const MainWindow::CredentialsReceiver &receiver) { demoReceiver = receiver; }};
};

} // namespace

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { Test::failOnWarnings(); }

    void firstRun();
    void signInShowsTheTenant();
    void wrongSecretStaysInTheForm();
    void forgetTokenGoesBackToTheForm();
    void editKeepsTheSecret();
    void demoIsMarked();
    void demoThatDoesNotStartIsTold();
    void profileConnectsAtOnce();
    void profileWithoutItsSecretLeadsToTheForm();
    void nobodyHasToWaitForAKeychain();
    void aDamagedFileIsTold();
    void clipboardIsCountedAndCleared();
    void copyTokenByKey();
    void escapeCancelsTheNewestWork();
    void actionsSayWhyNot();
    void panesCycle();
    void stateSurvives();
    void stateHoldsNothingSecret();
    void unreadableStateIsTold();
    void rateIsShown();
    void closeClearsTheClipboard();
    void canBeDeletedInEveryState_data();
    void canBeDeletedInEveryState();
};

void TestMainWindow::firstRun()
{
    Scene scene;
    QCOMPARE(scene.window.windowTitle(), u"Tenantscope"_s);
    QVERIFY(scene.pane<SignInPane>().isVisible());
    QVERIFY(!scene.pane<TokenPane>().isVisible());
    QVERIFY(!scene.window.actions().find->isEnabled());
    QCOMPARE(scene.tenant.requests().size(), 0);
}

void TestMainWindow::signInShowsTheTenant()
{
    Scene scene;
    scene.signIn();
    QVERIFY(scene.pane<SignInPane>().isVisible()); // until there is a token
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(scene.pane<TokenPane>().isVisible());
    QCOMPARE(scene.window.windowTitle(), scene.session.domain().text() + u" – Tenantscope"_s);
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(Test::says(scene.pane<StatusLine>(), u"230"_s));
    QVERIFY(!scene.pane<RequestsPane>().isVisible()); // folded at first
    scene.window.actions().requestLog->trigger();
    QVERIFY(scene.pane<RequestsPane>().isVisible());
}

void TestMainWindow::wrongSecretStaysInTheForm()
{
    Scene scene;
    scene.tenant.script = [](const Test::SeenRequest &) {
        return std::optional(Test::ScriptedAnswer{
            .status = 401, .body = R"({"error":"access_denied"})", .headers = {}});
    };
    scene.signIn();
    QTRY_VERIFY(scene.pane<SignInPane>().findChild<Banner *>()->isShowing());
    QVERIFY(scene.pane<SignInPane>().isVisible());
    scene.tenant.script = {};
    QTest::keyClick(&scene.edit(SignInForm::Field::ClientSecret), Qt::Key_Return);
    QTRY_VERIFY(scene.pane<TokenPane>().isVisible());
}

void TestMainWindow::forgetTokenGoesBackToTheForm()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.window.actions().copyToken->trigger();
    scene.window.actions().forgetToken->trigger();
    QVERIFY(scene.pane<SignInPane>().isVisible());
    QVERIFY(!scene.session.isSignedIn());
    QCOMPARE(scene.window.windowTitle(), u"Tenantscope"_s);
    QCOMPARE(scene.edit(SignInForm::Field::Domain).text(), scene.tenant.domain().text());
    QCOMPARE(scene.edit(SignInForm::Field::ClientId).text(), u"machine"_s);
    QVERIFY(scene.edit(SignInForm::Field::ClientSecret)
                .placeholderText()
                .isEmpty()); // the secret is gone
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QCOMPARE(scene.session.applications().store().size(), 0);
}

void TestMainWindow::editKeepsTheSecret()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.window.actions().editCredentials->trigger();
    QVERIFY(scene.pane<SignInPane>().isVisible());
    QVERIFY(!scene.edit(SignInForm::Field::ClientSecret).placeholderText().isEmpty());
    QVERIFY(scene.hasToken()); // nothing is lost by looking
    scene.window.actions().escape->trigger();
    QVERIFY(scene.pane<TokenPane>().isVisible());
    scene.window.actions().editCredentials->trigger();
    QTest::keyClick(&scene.edit(SignInForm::Field::ClientId), Qt::Key_Return);
    QTRY_COMPARE(scene.tenant.tokensGiven(), 2);
    QTRY_VERIFY(scene.pane<TokenPane>().isVisible());
}

void TestMainWindow::demoIsMarked()
{
    Scene scene;
    scene.window.openDemo();
    QVERIFY(scene.pane<TokenPane>().isVisible());
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"Starting the demo tenant…"_s));
    QTRY_VERIFY(scene.demoReceiver); // after the first paint
    scene.demoReceiver(scene.tenant.credentials());
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(scene.window.windowTitle().startsWith(u"DEMO "_s));
    QVERIFY(scene.window.windowTitle().contains(scene.session.domain().text()));
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"DEMO"_s));
    QVERIFY(!scene.window.actions().openDemo->isEnabled());
    scene.window.actions().forgetToken->trigger();
    QVERIFY(
        scene.edit(SignInForm::Field::Domain).text().isEmpty()); // nobody types the demo's values
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(!Test::says(scene.pane<TokenPane>(), u"DEMO"_s));
}

void TestMainWindow::demoThatDoesNotStartIsTold()
{
    Scene scene;
    scene.window.openDemo();
    QTRY_VERIFY(scene.demoReceiver);
    Base::Error error{};
    error.kind = Base::ErrorKind::ConnectionFailed;
    scene.demoReceiver(Base::failure(error));
    QVERIFY(scene.pane<SignInPane>().isVisible());
    QVERIFY(scene.pane<SignInPane>().findChild<Banner *>()->isShowing());
    QVERIFY(scene.window.actions().openDemo->isEnabled());
}

void TestMainWindow::profileConnectsAtOnce()
{
    Scene scene;
    MainWindow::CredentialsReceiver keychain;
    scene.window.openProfile(
        {.domain = scene.tenant.domain().text()},
        [&keychain](const MainWindow::CredentialsReceiver &receiver) { keychain = receiver; });
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"Waiting for your keychain…"_s));
    QVERIFY(Test::says(scene.pane<TokenPane>(), scene.tenant.domain().text()));
    QVERIFY(scene.window.actions().cancelToken->isEnabled());
    QTRY_VERIFY(keychain); // after the first paint
    keychain(scene.tenant.credentials());
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(!Test::says(scene.pane<TokenPane>(), u"DEMO"_s));
}

void TestMainWindow::profileWithoutItsSecretLeadsToTheForm()
{
    Scene scene;
    MainWindow::CredentialsReceiver keychain;
    scene.window.openProfile(
        {.domain = u"contoso.eu.auth0.com"_s, .clientId = u"abc"_s},
        [&keychain](const MainWindow::CredentialsReceiver &receiver) { keychain = receiver; });
    QTRY_VERIFY(keychain);
    keychain(Base::failure(
        {.kind = Base::ErrorKind::KeychainFailed, .subject = u"Contoso"_s, .detail = u"busy"_s}));
    QVERIFY(scene.pane<SignInPane>().isVisible());
    QVERIFY(scene.pane<SignInPane>().findChild<Banner *>()->isShowing());
    QCOMPARE(scene.edit(SignInForm::Field::Domain).text(), u"contoso.eu.auth0.com"_s);
    QCOMPARE(scene.edit(SignInForm::Field::ClientId).text(), u"abc"_s);
}

void TestMainWindow::nobodyHasToWaitForAKeychain()
{
    Scene scene;
    MainWindow::CredentialsReceiver keychain;
    scene.window.openProfile(
        {.domain = u"contoso.eu.auth0.com"_s},
        [&keychain](const MainWindow::CredentialsReceiver &receiver) { keychain = receiver; });
    QTRY_VERIFY(keychain);
    scene.window.actions().cancelToken->trigger();
    QVERIFY(scene.pane<SignInPane>().isVisible());
    QVERIFY(!scene.pane<SignInPane>().findChild<Banner *>()->isShowing());
    QCOMPARE(scene.edit(SignInForm::Field::Domain).text(), u"contoso.eu.auth0.com"_s);
    keychain(scene.tenant.credentials()); // too late: somebody may be typing
    QVERIFY(scene.pane<SignInPane>().isVisible());
    QVERIFY(!scene.session.isSignedIn());
}

void TestMainWindow::aDamagedFileIsTold()
{
    Scene scene;
    scene.window.tellDamage(u"/some/profiles.json.unreadable"_s);
    QVERIFY(
        scene.pane<StatusLine>().currentMessage().contains(u"/some/profiles.json.unreadable"_s));
}

void TestMainWindow::clipboardIsCountedAndCleared()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(!scene.window.actions().clearClipboard->isEnabled());
    scene.window.actions().copyToken->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"token-1"_s);
    QVERIFY(Test::says(scene.pane<StatusLine>(), u"Token on clipboard"_s));
    QVERIFY(scene.window.actions().clearClipboard->isEnabled());
    scene.pane<StatusLine>().findChild<QPushButton *>()->click(); // Clear now
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QVERIFY(!Test::says(scene.pane<StatusLine>(), u"Token on clipboard"_s));
}

void TestMainWindow::copyTokenByKey()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.window.activateWindow();
    QTest::keyClick(&scene.window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"token-1"_s);
    scene.clock.advance(30s);
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void TestMainWindow::escapeCancelsTheNewestWork()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.window.actions().reload->trigger();
    scene.window.actions().renewToken->trigger();
    QVERIFY(OAuth::isAsking(scene.session.tokenState()));
    scene.window.actions().escape->trigger();
    QVERIFY(!OAuth::isAsking(scene.session.tokenState()));
    QVERIFY(scene.hasToken());
    QVERIFY(
        std::holds_alternative<Applications::ListLoading>(scene.session.applications().state()));
    scene.window.actions().escape->trigger();
    QVERIFY(
        std::holds_alternative<Applications::ListStopped>(scene.session.applications().state()));
    scene.window.actions().escape->trigger(); // nothing left: nothing happens
    QVERIFY(scene.hasToken());
}

void TestMainWindow::actionsSayWhyNot()
{
    Scene scene;
    const WindowActions &actions = scene.window.actions();
    for (QAction *action :
         {actions.copyToken, actions.revealToken, actions.renewToken, actions.cancelToken,
          actions.forgetToken, actions.editCredentials, actions.reload, actions.stop,
          actions.resume, actions.find, actions.details, actions.clearClipboard}) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        QVERIFY2(action->statusTip() != action->toolTip(), qPrintable(action->text()));
    }
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    for (QAction *action :
         {actions.copyToken, actions.revealToken, actions.renewToken, actions.forgetToken,
          actions.editCredentials, actions.reload, actions.find, actions.details}) {
        QVERIFY2(action->isEnabled(), qPrintable(action->text()));
        QCOMPARE(action->statusTip(), action->toolTip());
    }
    QCOMPARE(actions.renewToken->iconText(), u"Get new token"_s);
}

void TestMainWindow::panesCycle()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.window.activateWindow();
    scene.window.actions().requestLog->setChecked(true);
    const auto inPane = [](const QWidget &pane) {
        return pane.isAncestorOf(QApplication::focusWidget());
    };
    scene.pane<ApplicationsPane>().focusTable();
    QTRY_VERIFY(inPane(scene.pane<ApplicationsPane>()));
    scene.window.actions().nextPane->trigger();
    QVERIFY(inPane(scene.pane<RequestsPane>()));
    scene.window.actions().nextPane->trigger();
    QVERIFY(inPane(scene.pane<TokenPane>()));
    scene.window.actions().previousPane->trigger();
    QVERIFY(inPane(scene.pane<RequestsPane>()));
    scene.window.actions().find->trigger();
    QVERIFY(inPane(scene.pane<ApplicationsPane>()));
}

void TestMainWindow::stateSurvives()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    {
        Scene scene(file);
        scene.signIn();
        QTRY_VERIFY(scene.isLoaded());
        scene.window.resize(1000, 640);
        scene.window.actions().requestLog->setChecked(true);
        const QList<QAction *> themes = scene.window.actions().themes->actions();
        themes.constLast()->trigger(); // dark
        scene.window.actions().largerText->trigger();
        scene.window.close();
    }
    Theme theme;
    const WindowState state(file);
    MainWindow::restoreTheme(theme, state);
    QCOMPARE(theme.choice(), Theme::Choice::Dark);
    QCOMPARE(theme.textStep(), 1);
    theme.setTextStep(0);
    Scene again(file);
    QCOMPARE(again.window.size(), QSize(1000, 640));
    QVERIFY(again.window.actions().requestLog->isChecked());
}

void TestMainWindow::stateHoldsNothingSecret()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    {
        Scene scene(file);
        scene.signIn();
        QTRY_VERIFY(scene.isLoaded());
        scene.window.close();
    }
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray content = saved.readAll();
    QVERIFY(content.contains("geometry"));
    for (const char *never : {"token-1", "open sesame", "machine", "127.0.0.1", "App 1"})
        QVERIFY2(!content.contains(never), never);
}

void TestMainWindow::unreadableStateIsTold()
{
    const QTemporaryDir directory;
    const QString name = directory.filePath(u"window.ini"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("garbage");
    file.close();
    Scene scene(name);
    QVERIFY(scene.pane<StatusLine>().currentMessage().contains(name + u".unreadable"_s));
}

void TestMainWindow::rateIsShown()
{
    Scene scene;
    scene.tenant.rateHeaders = {{"x-ratelimit-limit", "50"}, {"x-ratelimit-remaining", "43"}};
    scene.signIn();
    QTRY_VERIFY(Test::says(scene.pane<StatusLine>(), u"Rate 43/50"_s));
    scene.window.actions().forgetToken->trigger();
    QVERIFY(!Test::says(scene.pane<StatusLine>(), u"Rate"_s));
}

void TestMainWindow::closeClearsTheClipboard()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.window.actions().copyToken->trigger();
    scene.window.actions().quit->trigger();
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void TestMainWindow::canBeDeletedInEveryState_data()
{
    QTest::addColumn<QByteArray>("state");
    for (const char *state :
         {"first run", "asking", "loading", "loaded", "renewing", "stopped", "demo starting",
          "refused"})
        QTest::newRow(state) << QByteArray(state);
}

void TestMainWindow::canBeDeletedInEveryState()
{
    QFETCH(QByteArray, state);
    auto scene = std::make_unique<Scene>();
    const auto holdAll = [&scene] {
        scene->tenant.holds = [](const Test::SeenRequest &) { return true; };
    };
    if (state == "first run")
        return;
    if (state == "demo starting") {
        scene->window.openDemo();
        QTRY_VERIFY(scene->demoReceiver);
        return;
    }
    if (state == "refused")
        scene->tenant.script = [](const Test::SeenRequest &) {
            return std::optional(Test::ScriptedAnswer{
                .status = 401, .body = R"({"error":"access_denied"})", .headers = {}});
        };
    else if (state == "asking")
        holdAll();
    else if (state == "loading" || state == "stopped")
        scene->tenant.holds = [](const Test::SeenRequest &request) {
            return request.number(u"page"_s, 0) > 0;
        };
    scene->signIn();
    if (state == "asking") {
        QTRY_COMPARE(scene->tenant.held(), 1);
        return;
    }
    if (state == "refused") {
        QTRY_VERIFY(std::holds_alternative<OAuth::Refused>(scene->session.tokenState()));
        return;
    }
    if (state == "loading" || state == "stopped") {
        QTRY_VERIFY(scene->session.applications().store().size() > 0);
        if (state == "stopped")
            scene->session.stopApplications();
        return;
    }
    QTRY_VERIFY(scene->isLoaded());
    if (state == "renewing") {
        holdAll();
        scene->session.renewToken();
        QTRY_COMPARE(scene->tenant.held(), 1);
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
