// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/applications/applicationspane.h"
#include "ui/applications/detailsview.h"
#include "ui/applications/fieldstree.h"
#include "ui/applications/searchfield.h"
#include "ui/applications/searchmenu.h"
#include "ui/applications/secretpanel.h"
#include "ui/doctor/doctordialog.h"
#include "ui/requests/requestspane.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shared/banner.h"
#include "ui/shared/secretbox.h"
#include "ui/signin/connectionmore.h"
#include "ui/signin/formfield.h"
#include "ui/signin/signinpane.h"
#include "ui/tenants/tenantspane.h"
#include "ui/token/tokenpane.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticebar.h"
#include "ui/window/screenlock.h"
#include "ui/window/statusline.h"
#include "ui/window/tenantstate.h"
#include "ui/window/tenantview.h"
#include "ui/window/theme.h"
#include "ui/window/windowstate.h"

#include "tests/support/certificates.h"
#include "tests/support/keypair.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorysecrets.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/requests/exchanges.h"
#include "tests/ui/uitest.h"

#include <QAbstractItemView>
#include <QActionGroup>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSplitter>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A window beside the tenant it talks to.
struct Scene
{
    /// \a names: tenants that are saved already.
    explicit Scene(const QString &stateFile = {}, const QStringList &names = {})
        : state(stateFile.isEmpty() ? directory.filePath(u"window.ini"_s) : stateFile)
    {
        tenant.applications = Test::ScriptedTenant::makeApplications(230);
        for (const QString &name : names)
            save(name, tenant);
        if (!book.load())
            qFatal("the profiles could not be loaded");
        window = std::make_unique<MainWindow>(book, theme, state);
        window->show();
    }

    void save(
        const QString &name, const Test::ScriptedTenant &of,
        Tenant::Environment environment = Tenant::Environment::Development)
    {
        const Tenant::Credentials credentials = of.credentials();
        Tenant::Profile profile{
            .name = name,
            .domain = credentials.domain,
            .clientId = credentials.clientId,
            .audience = credentials.audience,
            .caFile = {},
            .environment = environment,
            .isSecretSaved = true};
        if (!store.add(profile))
            qFatal("a profile could not be added");
        secrets.entries.insert(name, credentials.clientSecret);
    }
    void fillForm()
    {
        const Tenant::Credentials credentials = tenant.credentials();
        SignInValues values;
        values.domain = credentials.domain.text();
        values.clientId = credentials.clientId;
        values.secret = credentials.clientSecret;
        values.source = SecretSource::Environment;
        window->fillForm(values);
    }
    void signIn()
    {
        fillForm();
        QTest::keyClick(&edit(SignInForm::Field::Domain), Qt::Key_Return);
    }
    /// Connects to the saved tenant called \a name.
    void open(const QString &name) { window->openTenant(*book.find(name)); }

    [[nodiscard]] Session::TenantSession &session() const { return window->tenant().session(); }
    [[nodiscard]] const WindowActions &actions() const { return window->actions(); }
    [[nodiscard]] TenantView &view() const
    {
        const QList<TenantView *> views = window->findChildren<TenantView *>();
        for (TenantView *view : views) {
            if (&view->tenant() == &window->tenant())
                return *view;
        }
        qFatal("no view is shown");
    }
    [[nodiscard]] QLineEdit &edit(SignInForm::Field field) const
    {
        return view().findChild<SignInForm *>()->field(field).edit();
    }
    /// The shown tenant's, or the window's own.
    template<typename Pane>
    [[nodiscard]] Pane &pane() const
    {
        Pane *ofTenant = view().findChild<Pane *>();
        return ofTenant ? *ofTenant : *window->findChild<Pane *>();
    }
    template<typename Pane>
    [[nodiscard]] bool isShown() const
    {
        const Pane *made = view().findChild<Pane *>();
        if (!made)
            made = window->findChild<Pane *>();
        return made && made->isVisible();
    }
    [[nodiscard]] bool hasToken() const
    {
        return OAuth::tokenOf(session().tokenState()) != nullptr;
    }
    [[nodiscard]] bool isLoaded() const
    {
        return std::holds_alternative<Applications::ListLoaded>(session().applications().state());
    }

    /// The state as the file has it.
    [[nodiscard]] QByteArray savedState()
    {
        state.settings().sync();
        QFile file(state.settings().fileName());
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// How much is kept in that group of the state.
    [[nodiscard]] qsizetype keysIn(const QString &group)
    {
        state.settings().beginGroup(group);
        const qsizetype count = state.settings().allKeys().size();
        state.settings().endGroup();
        return count;
    }

    QTemporaryDir directory;
    Test::ManualClock clock;
    Test::FixedRandom random;
    Test::ScriptedTenant tenant;
    Test::MemorySecrets secrets;
    Session::CredentialsReceiver demoReceiver;
    Tenant::ProfileStore store{directory.filePath(u"profiles.json"_s)};
    Session::TenantBook book{
        {.clock = clock,
         .random = random,
         .secrets = secrets,
         .demo = [this](const Session::CredentialsReceiver &receiver) { demoReceiver = receiver; },
         .isReady = false},
        store};
    WindowState state;
    Theme theme;
    std::unique_ptr<MainWindow> window;
};

/// Saves the scene's tenant as \a name, searches it for "unmistakable", and goes on to another one, which keeps that.
void keepASearch(Scene &scene, const QString &name)
{
    scene.save(name, scene.tenant);
    if (!scene.book.load())
        qFatal("the profiles could not be loaded");
    scene.open(name);
    QTRY_VERIFY(scene.isLoaded());
    auto *search = scene.view().findChild<SearchField *>();
    QTest::keyClicks(search, u"unmistakable"_s);
    QTest::keyClick(search, Qt::Key_Return);
    scene.window->showTenant(scene.book.addUnsaved());
}

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("a file could not be written");
}

} // namespace

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { Test::failOnWarnings(); }

    void firstRun();
    void aSavedTenantNeedsNoForm();
    void signInShowsTheTenant();
    void wrongSecretStaysInTheForm();
    void forgetTokenGoesBackToTheForm();
    void editKeepsTheSecret();
    void editKeepsTheRareValues();
    void demoIsMarked();
    void demoThatDoesNotStartIsTold();
    void profileConnectsAtOnce();
    void profileWithoutItsSecretLeadsToTheForm();
    void profileWithoutASavedSecretSaysSo();
    void aMissingKeyFileIsTold();
    void nobodyHasToWaitForAKeychain();
    void aSecretForThisSessionEndsTheWait();
    void aDamagedFileIsTold();
    void clipboardIsCountedAndCleared();
    void copyTokenByKey();
    void escapeCancelsTheNewestWork();
    void aSecretIsReadOnPurpose();
    void actionsSayWhyNot();
    void panesCycle();
    void stateSurvives();
    void stateHoldsNothingSecret();
    void searchesAreKeptButOfProduction_data();
    void searchesAreKeptButOfProduction();
    void clientsOfOneTenantKeepTheirOwnState();
    void unreadableStateIsTold();
    void rateIsShown();
    void closeClearsTheClipboard();
    void severalTenantsAtOnce();
    void nothingOfOneShowsUnderAnother();
    void aTenantIsSavedFromItsForm();
    void aSavedOneIsEditedWithoutItsSecret();
    void withoutKeychainItGoesOn();
    void removalCanBeUndone();
    void aRemovedTenantLeavesNoState();
    void undoBringsBackItsState();
    void whatTwoTenantsShareStays();
    void removalIsEndedAtQuit();
    void productionAsksOnce();
    void lockMasksAndForgets();
    void lockForgetsWhatAFormHolds();
    void locksAndUnlocksWithTheScreen();
    void theScreenUnlocksNothingItsUserLocked();
    void locksWhenIdleIfAsked();
    void lockClosesDialogs();
    void settingsHoldAtOnce();
    void copyTakesWhatHasTheFocus();
    void copyAsByKey();
    void copyAsIsAboutRowsWithoutAToken();
    void copiedTokensAreCounted();
    void unsavedOnesOutliveALock();
    void aShownTenantMayVanishFromTheFile();
    void aCopyEndsWithItsTenant();
    void consentGoesWithProduction();
    void presentationHidesNames();
    void presentationCopiesRequestsAsTheyAre();
    void keysWorkInTheInspector();
    void columnsAreSortedAndSizedByKey();
    void newNamesAreMaskedAtOnce();
    void aSaveIsEndedAtQuit();
    void escapeClearsTheFilter();
    void formHidesTheCardsActions();
    void theLastTenantIsSelectedNotConnected();
    void canBeDeletedInEveryState_data();
    void canBeDeletedInEveryState();
};

void TestMainWindow::firstRun()
{
    Scene scene;
    QCOMPARE(scene.window->windowTitle(), u"Tenantscope"_s);
    QVERIFY(scene.isShown<SignInPane>());
    QVERIFY(!scene.view().findChild<TokenPane *>()); // the first paint does not wait for it
    QTRY_VERIFY(scene.view().findChild<TokenPane *>());
    QVERIFY(!scene.isShown<TokenPane>());
    QVERIFY(!scene.actions().find->isEnabled());
    QCOMPARE(scene.tenant.requests().size(), 0);
}

/// The first paint waits for nothing that is not shown.
void TestMainWindow::aSavedTenantNeedsNoForm()
{
    Scene scene({}, {u"one"_s});
    QVERIFY(scene.isShown<TokenPane>());
    QVERIFY(!scene.view().findChild<SignInPane *>());
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(!scene.view().findChild<SignInPane *>());
    scene.actions().editCredentials->trigger();
    QVERIFY(scene.isShown<SignInPane>());
    QCOMPARE(scene.edit(SignInForm::Field::Domain).text(), scene.tenant.domain().text());
    QCOMPARE(scene.edit(SignInForm::Field::ClientId).text(), u"machine"_s);
    QTest::keyClick(scene.window.get(), Qt::Key_Escape);
    QVERIFY(scene.isShown<TokenPane>());
}

void TestMainWindow::signInShowsTheTenant()
{
    Scene scene;
    scene.signIn();
    QVERIFY(scene.isShown<SignInPane>()); // until there is a token
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(scene.isShown<TokenPane>());
    QCOMPARE(scene.window->windowTitle(), scene.session().domain().text() + u" – Tenantscope"_s);
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(Test::says(scene.pane<StatusLine>(), u"230"_s));
    QVERIFY(!scene.window->findChild<RequestsPane *>()); // which is made when it is asked for
    scene.actions().requestLog->trigger();
    QVERIFY(scene.isShown<RequestsPane>());
    const auto *requests = scene.pane<RequestsPane>().findChild<QAbstractItemView *>();
    QCOMPARE(requests->model()->rowCount(), int(scene.session().requestLog().size()));
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
    QVERIFY(scene.isShown<SignInPane>());
    scene.tenant.script = {};
    QTest::keyClick(&scene.edit(SignInForm::Field::ClientSecret), Qt::Key_Return);
    QTRY_VERIFY(scene.isShown<TokenPane>());
}

void TestMainWindow::forgetTokenGoesBackToTheForm()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().copyToken->trigger();
    scene.actions().forgetToken->trigger();
    QVERIFY(scene.isShown<SignInPane>());
    QVERIFY(!scene.session().isSignedIn());
    QCOMPARE(scene.window->windowTitle(), u"Tenantscope"_s);
    QCOMPARE(scene.edit(SignInForm::Field::Domain).text(), scene.tenant.domain().text());
    QCOMPARE(scene.edit(SignInForm::Field::ClientId).text(), u"machine"_s);
    QVERIFY(scene.edit(SignInForm::Field::ClientSecret)
                .placeholderText()
                .isEmpty()); // the secret is gone
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QCOMPARE(scene.session().applications().store().size(), 0);
}

void TestMainWindow::editKeepsTheSecret()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().editCredentials->trigger();
    QVERIFY(scene.isShown<SignInPane>());
    QVERIFY(!scene.edit(SignInForm::Field::ClientSecret).placeholderText().isEmpty());
    QVERIFY(scene.hasToken()); // nothing is lost by looking
    scene.actions().escape->trigger();
    QVERIFY(scene.isShown<TokenPane>());
    scene.actions().editCredentials->trigger();
    QTest::keyClick(&scene.edit(SignInForm::Field::ClientId), Qt::Key_Return);
    QTRY_COMPARE(scene.tenant.tokensGiven(), 2);
    QTRY_VERIFY(scene.isShown<TokenPane>());
}

void TestMainWindow::editKeepsTheRareValues()
{
    using Rare = ConnectionMore::Field;
    Scene scene;
    const QString caFile = scene.directory.filePath(u"ca.pem"_s);
    const QString keyFile = scene.directory.filePath(u"key.pem"_s);
    write(caFile, Test::CertificateAuthority(u"root"_s).pem());
    write(keyFile, Test::privateKeyPem);
    scene.fillForm();
    const auto edit = [&scene](Rare field) -> QLineEdit & {
        return scene.view().findChild<ConnectionMore *>()->field(field).edit();
    };
    edit(Rare::CaFile).setText(caFile);
    edit(Rare::KeyFile).setText(keyFile);
    QTest::keyClick(&edit(Rare::KeyFile), Qt::Key_Return);
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(scene.session().keeper().credentials()->privateKey);
    scene.actions().editCredentials->trigger();
    QCOMPARE(edit(Rare::CaFile).text(), caFile);
    QCOMPARE(edit(Rare::KeyFile).text(), keyFile);
    QVERIFY(edit(Rare::CaFile).isVisible());
    // What is saved has them, and offers them again where nobody is signed in.
    scene.view().offerSaving();
    Test::buttonIn(scene.pane<SignInPane>(), u"Save"_s)->click();
    QTRY_COMPARE(scene.window->tenant().profile().privateKeyFile, keyFile);
    QCOMPARE(scene.window->tenant().profile().caFile, caFile);
    scene.actions().forgetToken->trigger();
    scene.actions().editCredentials->trigger();
    QCOMPARE(edit(Rare::KeyFile).text(), keyFile);
    QCOMPARE(edit(Rare::CaFile).text(), caFile);
}

void TestMainWindow::demoIsMarked()
{
    Scene scene;
    scene.window->openDemo();
    QVERIFY(scene.isShown<TokenPane>());
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"Starting the demo tenant…"_s));
    QTRY_VERIFY(scene.demoReceiver); // after the first paint
    scene.demoReceiver(scene.tenant.credentials());
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(scene.window->windowTitle().startsWith(u"DEMO "_s));
    QVERIFY(scene.window->windowTitle().contains(scene.session().domain().text()));
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"DEMO"_s));
    QVERIFY(!scene.actions().openDemo->isEnabled());
    scene.actions().forgetToken->trigger();
    QVERIFY(
        scene.edit(SignInForm::Field::Domain).text().isEmpty()); // nobody types the demo's values
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(!Test::says(scene.pane<TokenPane>(), u"DEMO"_s));
}

void TestMainWindow::demoThatDoesNotStartIsTold()
{
    Scene scene;
    scene.window->openDemo();
    QTRY_VERIFY(scene.demoReceiver);
    Base::Error error{};
    error.kind = Base::ErrorKind::ConnectionFailed;
    scene.demoReceiver(Base::failure(error));
    QTRY_VERIFY(scene.isShown<SignInPane>());
    QVERIFY(scene.pane<SignInPane>().findChild<Banner *>()->isShowing());
    QVERIFY(scene.actions().openDemo->isEnabled());
}

void TestMainWindow::profileConnectsAtOnce()
{
    Scene scene({}, {u"Contoso"_s});
    scene.open(u"contoso"_s);
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"Waiting for your keychain…"_s));
    QVERIFY(Test::says(scene.pane<TokenPane>(), scene.tenant.domain().text()));
    QVERIFY(scene.actions().cancelToken->isEnabled());
    QTRY_VERIFY(scene.isLoaded()); // after the first paint
    QVERIFY(!Test::says(scene.pane<TokenPane>(), u"DEMO"_s));
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"DEVELOPMENT"_s));
}

void TestMainWindow::profileWithoutItsSecretLeadsToTheForm()
{
    Scene scene({}, {u"Contoso"_s});
    scene.secrets.problem = Secrets::KeychainProblem::absent;
    scene.open(u"Contoso"_s);
    QTRY_VERIFY(scene.isShown<SignInPane>());
    QVERIFY(scene.pane<SignInPane>().findChild<Banner *>()->isShowing());
    QCOMPARE(scene.edit(SignInForm::Field::Domain).text(), scene.tenant.domain().text());
    QCOMPARE(scene.edit(SignInForm::Field::ClientId).text(), u"machine"_s);
    // It goes on without the keychain.
    scene.edit(SignInForm::Field::ClientSecret).setText(u"open sesame"_s);
    QTest::keyClick(&scene.edit(SignInForm::Field::ClientSecret), Qt::Key_Return);
    QTRY_VERIFY(scene.isLoaded());
}

void TestMainWindow::profileWithoutASavedSecretSaysSo()
{
    Scene scene({}, {u"Contoso"_s});
    Tenant::Profile profile = *scene.store.find(u"Contoso");
    profile.isSecretSaved = false;
    QVERIFY(scene.store.replace(u"Contoso", profile));
    QVERIFY(scene.book.load());
    scene.open(u"Contoso"_s);
    QVERIFY(scene.isShown<SignInPane>());
    const Banner &banner = *scene.pane<SignInPane>().findChild<Banner *>();
    QVERIFY(banner.isShowing());
    QVERIFY2(banner.text().contains(u"None was saved with it."_s), qPrintable(banner.text()));
    QCOMPARE(scene.window->focusWidget(), &scene.edit(SignInForm::Field::ClientSecret));
    QCOMPARE(scene.secrets.asked, 0); // whose keychain would say that it is locked, or has no entry
    scene.edit(SignInForm::Field::ClientSecret).setText(u"open sesame"_s);
    QTest::keyClick(&scene.edit(SignInForm::Field::ClientSecret), Qt::Key_Return);
    QTRY_VERIFY(scene.isLoaded());
}

void TestMainWindow::aMissingKeyFileIsTold()
{
    Scene scene({}, {u"Signer"_s});
    Tenant::Profile profile = *scene.store.find(u"Signer");
    profile.isSecretSaved = false;
    profile.privateKeyFile = scene.directory.filePath(u"none.pem"_s);
    QVERIFY(scene.store.replace(u"Signer", profile));
    QVERIFY(scene.book.load());
    for (int time = 0; time < 2; ++time) { // the second time as well as the first
        scene.actions().renewToken->trigger();
        QVERIFY(scene.isShown<SignInPane>());
        const Banner &banner = *scene.pane<SignInPane>().findChild<Banner *>();
        QVERIFY(banner.isShowing());
        QVERIFY(banner.text().contains(u"none.pem"_s));
        scene.actions().escape->trigger();
        QVERIFY(scene.isShown<TokenPane>());
    }
    QCOMPARE(scene.tenant.requests().size(), 0);
}

void TestMainWindow::nobodyHasToWaitForAKeychain()
{
    Scene scene({}, {u"Contoso"_s});
    scene.secrets.isSilent = true;
    scene.open(u"Contoso"_s);
    QTRY_COMPARE(scene.secrets.asked, 1);
    scene.actions().cancelToken->trigger();
    QVERIFY(scene.isShown<SignInPane>());
    QVERIFY(!scene.pane<SignInPane>().findChild<Banner *>()->isShowing());
    QCOMPARE(scene.edit(SignInForm::Field::Domain).text(), scene.tenant.domain().text());
    QVERIFY(!scene.session().isSignedIn());
}

void TestMainWindow::aSecretForThisSessionEndsTheWait()
{
    Scene scene({}, {u"Contoso"_s});
    scene.secrets.isSilent = true;
    scene.open(u"Contoso"_s);
    QTRY_COMPARE(scene.secrets.asked, 1);
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"Waiting for your keychain…"_s));
    Test::buttonIn(scene.pane<TokenPane>(), u"Use a secret for this session only"_s)->click();
    QVERIFY(scene.isShown<SignInPane>());
    scene.edit(SignInForm::Field::ClientSecret).setText(u"open sesame"_s);
    QTest::keyClick(&scene.edit(SignInForm::Field::ClientSecret), Qt::Key_Return);
    QTRY_VERIFY(scene.isLoaded());
    QCOMPARE(scene.secrets.asked, 1); // and the keychain is left alone
    QVERIFY(!Test::buttonIn(scene.pane<TokenPane>(), u"Use a secret for this session only"_s));
}

void TestMainWindow::aDamagedFileIsTold()
{
    Scene scene;
    scene.window->tellDamage(u"/some/profiles.json.unreadable"_s);
    QVERIFY(scene.pane<NoticeBar>().text().contains(u"/some/profiles.json.unreadable"_s));
}

void TestMainWindow::clipboardIsCountedAndCleared()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(!scene.actions().clearClipboard->isEnabled());
    scene.actions().copyToken->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"token-1"_s);
    QVERIFY(Test::says(scene.pane<StatusLine>(), u"Token on clipboard"_s));
    QVERIFY(scene.actions().clearClipboard->isEnabled());
    scene.pane<StatusLine>().findChild<QPushButton *>()->click(); // Clear now
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QVERIFY(!Test::says(scene.pane<StatusLine>(), u"Token on clipboard"_s));
}

void TestMainWindow::copyTokenByKey()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.window->activateWindow();
    QTest::keyClick(scene.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
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
    scene.actions().reload->trigger();
    scene.actions().renewToken->trigger();
    QVERIFY(OAuth::isAsking(scene.session().tokenState()));
    scene.actions().escape->trigger();
    QVERIFY(!OAuth::isAsking(scene.session().tokenState()));
    QVERIFY(scene.hasToken());
    QVERIFY(
        std::holds_alternative<Applications::ListLoading>(scene.session().applications().state()));
    scene.actions().escape->trigger();
    QVERIFY(
        std::holds_alternative<Applications::ListStopped>(scene.session().applications().state()));
    scene.actions().escape->trigger(); // nothing left: nothing happens
    QVERIFY(scene.hasToken());
}

void TestMainWindow::aSecretIsReadOnPurpose()
{
    Scene scene;
    scene.tenant.script = [](const Test::SeenRequest &request) {
        return request.query.hasQueryItem(u"take"_s) || !request.path.contains(u"/clients/"_s)
            ? std::nullopt
            : std::optional(Test::ScriptedTenant::json(
                {{u"client_id"_s, request.path.section(u'/', -1)},
                 {u"client_secret"_s, u"hush-4711-hush"_s}}));
    };
    const WindowActions &actions = scene.actions();
    QVERIFY(!actions.revealSecret->isEnabled());
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.window->activateWindow();
    scene.pane<ApplicationsPane>().focusTable();
    QTRY_VERIFY(actions.revealSecret->isEnabled() && actions.compareSecret->isEnabled());
    actions.revealSecret->trigger();
    auto &panel = scene.pane<SecretPanel>();
    QTRY_VERIFY(panel.isVisible());
    QVERIFY(Test::says(panel, u"mgmt_api_read"_s));
    QTest::keyClick(scene.window.get(), Qt::Key_Escape);
    QVERIFY(!panel.isVisible());

    // Presentation mode and another tenant take it away.
    const auto reveal = [&] {
        actions.revealSecret->trigger();
        Test::buttonIn(panel, u"Reveal"_s)->click();
        return QTest::qWaitFor([&] { return panel.findChild<SecretBox *>()->isVisible(); });
    };
    QVERIFY(reveal());
    actions.present->setChecked(true);
    QVERIFY(!panel.isVisible());
    QVERIFY(!actions.revealSecret->isEnabled() && actions.compareSecret->isEnabled());
    actions.present->setChecked(false);
    QVERIFY(reveal());
    Test::buttonIn(panel, u"Copy"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), u"hush-4711-hush"_s);
    scene.window->showTenant(scene.book.addUnsaved());
    QVERIFY(panel.findChild<SecretBox *>()->toPlainText().isEmpty());
    QVERIFY(!actions.revealSecret->isEnabled());
    scene.window->lock();
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void TestMainWindow::actionsSayWhyNot()
{
    Scene scene;
    const WindowActions &actions = scene.actions();
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
    scene.window->activateWindow();
    scene.actions().requestLog->setChecked(true);
    const auto inPane = [](const QWidget &pane) {
        return pane.isAncestorOf(QApplication::focusWidget());
    };
    scene.pane<ApplicationsPane>().focusTable();
    QTRY_VERIFY(inPane(scene.pane<ApplicationsPane>()));
    scene.actions().nextPane->trigger();
    QVERIFY(inPane(scene.pane<RequestsPane>()));
    scene.actions().nextPane->trigger();
    QVERIFY(inPane(scene.pane<TokenPane>()));
    scene.actions().previousPane->trigger();
    QVERIFY(inPane(scene.pane<RequestsPane>()));
    scene.actions().find->trigger();
    QVERIFY(inPane(scene.pane<ApplicationsPane>()));
}

void TestMainWindow::stateSurvives()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    int height = 0;
    {
        Scene scene(file);
        scene.signIn();
        QTRY_VERIFY(scene.isLoaded());
        scene.window->resize(1000, 640);
        scene.actions().requestLog->setChecked(true);
        scene.actions().details->setChecked(true);
        auto *splitter = qobject_cast<QSplitter *>(scene.pane<RequestsPane>().parentWidget());
        splitter->setSizes({400, 120});
        height = scene.pane<RequestsPane>().height();
        const QList<QAction *> themes = scene.actions().themes->actions();
        themes.constLast()->trigger(); // dark
        scene.actions().largerText->trigger();
        scene.window->close();
    }
    Theme theme;
    const WindowState state(file);
    MainWindow::restoreTheme(theme, state);
    QCOMPARE(theme.choice(), Theme::Choice::Dark);
    QCOMPARE(theme.textStep(), 1);
    theme.setTextStep(0);
    Scene again(file);
    QCOMPARE(again.window->size(), QSize(1000, 640));
    QVERIFY(again.actions().requestLog->isChecked());
    again.signIn();
    QTRY_VERIFY(again.isLoaded());
    const auto isAsHigh = [height](const Scene &scene) { // the text above it was larger then
        return qAbs(scene.pane<RequestsPane>().height() - height) < 10;
    };
    QVERIFY(isAsHigh(again));
    QVERIFY(again.pane<ApplicationsPane>().areDetailsVisible());
    again.actions().details->setChecked(false);
    again.actions().requestLog->setChecked(false);
    again.window->close();
    Scene folded(file); // it is not even made, so nothing of it may be saved anew
    folded.window->close();
    Scene last(file);
    last.signIn();
    QTRY_VERIFY(last.isLoaded());
    QVERIFY(!last.pane<ApplicationsPane>().areDetailsVisible());
    last.actions().requestLog->setChecked(true);
    QVERIFY(isAsHigh(last));
}

void TestMainWindow::stateHoldsNothingSecret()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    {
        Scene scene(file);
        scene.signIn();
        QTRY_VERIFY(scene.isLoaded());
        scene.window->close();
    }
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    const QByteArray content = saved.readAll();
    QVERIFY(content.contains("geometry"));
    for (const char *never : {"token-1", "open sesame", "machine", "127.0.0.1", "App 1"})
        QVERIFY2(!content.contains(never), never);
}

void TestMainWindow::searchesAreKeptButOfProduction_data()
{
    using Environment = Tenant::Environment;
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("development") << Environment::Development << true;
    QTest::newRow("staging") << Environment::Staging << true;
    QTest::newRow("production") << Environment::Production << false;
}

void TestMainWindow::searchesAreKeptButOfProduction()
{
    QFETCH(const Tenant::Environment, environment);
    QFETCH(const bool, isKept);
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    {
        Scene scene(file);
        scene.save(u"shop"_s, scene.tenant, environment);
        QVERIFY(scene.book.load());
        scene.open(u"shop"_s);
        QTRY_VERIFY(scene.isLoaded());
        QCOMPARE(scene.actions().saveView->isEnabled(), isKept);
        QLineEdit *search = scene.view().findChild<SearchField *>();
        QTest::keyClicks(search, u"unmistakable"_s);
        QTest::keyClick(search, Qt::Key_Return);
        scene.window->close();
    }
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll().contains("unmistakable"), isKept);
}

void TestMainWindow::clientsOfOneTenantKeepTheirOwnState()
{
    Scene scene;
    keepASearch(scene, u"one"_s);
    Tenant::Profile other = scene.book.find(u"one")->profile();
    other.name = u"two"_s;
    other.clientId = u"another"_s;
    QVERIFY(scene.store.add(other) && scene.book.load());
    QVERIFY(stateGroup(*scene.book.find(u"one")) != stateGroup(*scene.book.find(u"two")));
    const auto offered = [&scene](const QString &name) {
        scene.window->showTenant(*scene.book.find(name));
        auto *menu = scene.view().findChild<SearchMenu *>();
        Q_EMIT menu->aboutToShow();
        return std::ranges::any_of(menu->actions(), [](const QAction *action) {
            return action->text() == u"unmistakable";
        });
    };
    QVERIFY(!offered(u"two"_s));
    QVERIFY(offered(u"one"_s));
    for (const char *never : {"machine", "another", "127.0.0.1"})
        QVERIFY2(!scene.savedState().contains(never), never);
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
    scene.actions().forgetToken->trigger();
    QVERIFY(!Test::says(scene.pane<StatusLine>(), u"Rate"_s));
}

void TestMainWindow::closeClearsTheClipboard()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().copyToken->trigger();
    scene.actions().quit->trigger();
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void TestMainWindow::severalTenantsAtOnce()
{
    Scene scene({}, {u"one"_s, u"two"_s});
    QVERIFY(scene.isShown<TenantsPane>());
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.isLoaded());
    Session::TenantSession &one = scene.session();
    QTest::keyClick(scene.window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(scene.window->tenant().profile().name, u"two"_s);
    QVERIFY(!scene.session().isSignedIn()); // looked at, not connected
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"No token yet"_s));
    scene.actions().renewToken->trigger();
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(OAuth::tokenOf(one.tokenState()));
    QVERIFY(one.keeper().credentials() != std::nullopt);
    scene.actions().forgetToken->trigger();
    QVERIFY(!scene.session().isSignedIn());
    QVERIFY(OAuth::tokenOf(one.tokenState())); // the other one's is its own
}

/// Three tenants whose every name, token and ID tells whose it is; then 200 switches, renewals and reloads.
void TestMainWindow::nothingOfOneShowsUnderAnother()
{
    std::array<Test::ScriptedTenant, 3> tenants;
    const QStringList names{u"red"_s, u"green"_s, u"blue"_s};
    Scene scene;
    for (size_t i = 0; i < tenants.size(); ++i) {
        const QString marker = names[qsizetype(i)];
        for (int n = 0; n < 30; ++n)
            tenants[i].applications.append(QJsonObject{
                {u"client_id"_s, u"%1%2"_s.arg(marker).arg(n)},
                {u"name"_s, u"%1 app %2"_s.arg(marker).arg(n)}});
        tenants[i].script =
            [tenant = &tenants[i],
             marker](const Test::SeenRequest &request) -> std::optional<Test::ScriptedAnswer> {
            if (request.path != Test::ScriptedTenant::tokenPath())
                return std::nullopt;
            return Test::ScriptedTenant::json(QJsonObject{
                {u"access_token"_s, u"%1-token-%2"_s.arg(marker).arg(tenant->requests().size())},
                {u"token_type"_s, u"Bearer"_s},
                {u"expires_in"_s, 86'400},
                {u"scope"_s, u"read:clients"_s}});
        };
        scene.save(marker, tenants[i]);
    }
    QVERIFY(scene.book.load());
    const auto showsOnly = [&](const QString &marker) {
        const QList<QAbstractItemView *> views = scene.view().findChildren<QAbstractItemView *>();
        for (const QAbstractItemView *view : views) {
            const QAbstractItemModel *model = view->model();
            for (int row = 0; model && row < model->rowCount(); ++row) {
                for (int column = 0; column < model->columnCount(); ++column) {
                    const QString cell = model->index(row, column).data().toString();
                    for (const QString &name : names) {
                        if (name != marker && cell.contains(name))
                            return false;
                    }
                }
            }
        }
        const OAuth::AccessToken *token = OAuth::tokenOf(scene.session().tokenState());
        return !token || token->value.reveal().startsWith(marker.toLatin1());
    };
    QRandomGenerator dice(20261125);
    for (int step = 0; step < 200; ++step) {
        const QString marker = names[dice.bounded(3)];
        Session::KnownTenant *chosen = scene.book.find(marker);
        scene.window->showTenant(*chosen);
        if (!scene.session().isSignedIn())
            scene.window->openTenant(*chosen);
        else if (dice.bounded(2))
            scene.actions().renewToken->trigger();
        else
            scene.actions().reload->trigger();
        QCoreApplication::processEvents(); // answers arrive while another one is shown
        if (dice.bounded(4) == 0)
            QTRY_VERIFY(scene.isLoaded());
        QCOMPARE(scene.window->tenant().profile().name, marker);
        QVERIFY2(showsOnly(marker), qPrintable(marker));
        if (scene.hasToken()) {
            scene.actions().copyToken->trigger();
            QVERIFY(QApplication::clipboard()->text().startsWith(marker));
        }
    }
    for (const QString &marker : names) {
        scene.window->showTenant(*scene.book.find(marker));
        QTRY_VERIFY(scene.isLoaded());
        QCOMPARE(scene.session().applications().store().size(), 30);
        QVERIFY(showsOnly(marker));
    }
    for (size_t i = 0; i < tenants.size(); ++i) { // and no server heard of another one's token
        const QList<Test::SeenRequest> &requests = tenants[i].requests();
        for (const Test::SeenRequest &request : requests)
            QVERIFY(
                request.bearer.isEmpty()
                || request.bearer.startsWith(names[qsizetype(i)].toLatin1()));
    }
}

void TestMainWindow::aTenantIsSavedFromItsForm()
{
    Scene scene;
    scene.actions().addTenant->trigger();
    scene.edit(SignInForm::Field::Domain).setText(scene.tenant.domain().text());
    scene.edit(SignInForm::Field::ClientId).setText(u"machine"_s);
    scene.edit(SignInForm::Field::ClientSecret).setText(u"open sesame"_s);
    QLineEdit *name = nullptr;
    const QList<QLineEdit *> edits = scene.view().findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->accessibleName() == u"Name"_s)
            name = edit;
    }
    QVERIFY(name && name->isVisible());
    name->setText({});
    QTest::keyClicks(name, u"Shop"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(scene.isLoaded());
    QTRY_COMPARE(scene.window->tenant().kind(), Session::KnownTenant::Kind::Saved);
    QVERIFY(scene.secrets.keeps(u"Shop"_s, "open sesame"));
    QVERIFY(scene.pane<NoticeBar>().text().contains(u"“Shop” is saved"_s));
    QVERIFY(scene.isShown<TenantsPane>());
    QVERIFY(scene.store.find(u"Shop")->isSecretSaved);
    scene.actions().addTenant->trigger();
    QVERIFY(scene.pane<NoticeBar>().text().isEmpty()); // it was of the other one
}

void TestMainWindow::aSavedOneIsEditedWithoutItsSecret()
{
    Scene scene({}, {u"Shop"_s});
    scene.actions().editCredentials->trigger();
    QVERIFY(scene.isShown<SignInPane>());
    QVERIFY(scene.edit(SignInForm::Field::ClientSecret).placeholderText().contains(u"keychain"_s));
    QCOMPARE(scene.secrets.asked, 0);
    QTest::keyClick(&scene.edit(SignInForm::Field::Domain), Qt::Key_Return); // Get token
    QTRY_VERIFY(scene.isLoaded());
    QTRY_COMPARE(scene.window->tenant().kind(), Session::KnownTenant::Kind::Saved);
    QVERIFY(scene.secrets.keeps(u"Shop"_s, "open sesame"));
}

void TestMainWindow::withoutKeychainItGoesOn()
{
    Scene scene;
    scene.secrets.problem = Secrets::KeychainProblem::absent;
    scene.actions().addTenant->trigger();
    scene.edit(SignInForm::Field::Domain).setText(scene.tenant.domain().text());
    scene.edit(SignInForm::Field::ClientId).setText(u"machine"_s);
    scene.edit(SignInForm::Field::ClientSecret).setText(u"open sesame"_s);
    QTest::keyClick(&scene.edit(SignInForm::Field::Domain), Qt::Key_Return);
    QTRY_VERIFY(scene.isLoaded());
    QTRY_VERIFY(scene.pane<NoticeBar>().text().contains(u"for this session only"_s));
    QVERIFY(!scene.window->tenant().profile().isSecretSaved);
    QVERIFY(scene.hasToken());
}

void TestMainWindow::removalCanBeUndone()
{
    Scene scene({}, {u"one"_s, u"two"_s});
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().removeTenant->trigger();
    QCOMPARE(scene.window->tenant().profile().name, u"two"_s);
    QVERIFY(scene.pane<NoticeBar>().text().contains(u"“one” is removed"_s));
    QVERIFY(scene.actions().undoRemoval->isEnabled());
    QTest::keyClick(scene.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(scene.window->tenant().profile().name, u"one"_s);
    QVERIFY(scene.pane<NoticeBar>().text().isEmpty());
    scene.clock.advance(1min);
    QVERIFY(scene.secrets.keeps(u"one"_s, "open sesame"));
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.hasToken());
}

void TestMainWindow::aRemovedTenantLeavesNoState()
{
    Scene scene;
    const Test::ScriptedTenant other;
    scene.save(u"two"_s, other);
    keepASearch(scene, u"one"_s);
    QVERIFY(scene.savedState().contains("unmistakable"));
    const QString group = stateGroup(*scene.book.find(u"one"));
    QVERIFY(scene.keysIn(group) > 0);
    scene.state.settings().setValue(u"window/lastTenant"_s, u"one"_s);
    scene.window->showTenant(*scene.book.find(u"one"));
    scene.actions().removeTenant->trigger();
    QVERIFY(!scene.savedState().contains("unmistakable")); // before it cannot be undone any more
    QCOMPARE(scene.keysIn(group), 0);
    QVERIFY(!scene.savedState().contains("=one"));
    scene.clock.advance(1min);
    scene.window->close();
    QVERIFY(!scene.savedState().contains("unmistakable"));
    QCOMPARE(scene.keysIn(group), 0);
}

void TestMainWindow::undoBringsBackItsState()
{
    Scene scene;
    const Test::ScriptedTenant other;
    scene.save(u"two"_s, other);
    keepASearch(scene, u"one"_s);
    const QByteArray before = scene.savedState();
    scene.window->showTenant(*scene.book.find(u"one"));
    scene.actions().removeTenant->trigger();
    scene.actions().undoRemoval->trigger();
    QCOMPARE(scene.window->tenant().profile().name, u"one"_s);
    QCOMPARE(scene.savedState().count("unmistakable"), before.count("unmistakable"));
    scene.window->showTenant(*scene.book.find(u"two"));
    QCOMPARE(scene.savedState().count("unmistakable"), before.count("unmistakable"));
}

void TestMainWindow::whatTwoTenantsShareStays()
{
    Scene scene;
    keepASearch(scene, u"one"_s);
    scene.window->showTenant(*scene.book.find(u"one"));
    scene.actions().duplicateTenant->trigger();
    scene.actions().removeTenant->trigger();
    QCOMPARE(scene.book.tenants().size(), 1);
    QVERIFY(scene.savedState().contains("unmistakable"));
}

void TestMainWindow::removalIsEndedAtQuit()
{
    Scene scene({}, {u"one"_s, u"two"_s});
    scene.actions().removeTenant->trigger();
    QVERIFY(!scene.window->close()); // the keychain comes first
    QVERIFY(!scene.window->isVisible());
    QTRY_VERIFY(!scene.secrets.entries.contains(u"one"_s));
    QTRY_VERIFY(!scene.book.isBusy());
}

void TestMainWindow::productionAsksOnce()
{
    Scene scene;
    scene.save(u"shop"_s, scene.tenant, Tenant::Environment::Production);
    scene.save(u"try"_s, scene.tenant);
    QVERIFY(scene.book.load());
    scene.open(u"shop"_s);
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(scene.window->windowTitle().startsWith(u"PRODUCTION "_s));
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"PRODUCTION"_s));
    QApplication::clipboard()->clear();
    scene.actions().copyToken->trigger();
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QPushButton *confirm = Test::buttonIn(scene.pane<TokenPane>(), u"Copy the production token"_s);
    QVERIFY(confirm);
    confirm->click();
    QCOMPARE(QApplication::clipboard()->text(), u"token-1"_s);
    QApplication::clipboard()->clear();
    scene.actions().copyToken->trigger(); // once a run
    QCOMPARE(QApplication::clipboard()->text(), u"token-1"_s);
    scene.open(u"try"_s);
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(!scene.window->windowTitle().contains(u"PRODUCTION"_s));
}

void TestMainWindow::lockMasksAndForgets()
{
    Scene scene({}, {u"one"_s});
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().copyToken->trigger();
    scene.actions().lock->trigger();
    QVERIFY(!scene.view().isVisible());
    QVERIFY(!scene.hasToken() && !scene.session().isSignedIn());
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QVERIFY(!scene.actions().addTenant->isEnabled() && !scene.actions().find->isEnabled());
    QVERIFY(scene.actions().quit->isEnabled());
    scene.actions().unlock->trigger();
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(scene.view().isVisible());
    QVERIFY(scene.actions().addTenant->isEnabled() && scene.actions().find->isEnabled());
}

void TestMainWindow::lockForgetsWhatAFormHolds()
{
    Scene scene;
    scene.fillForm();
    QVERIFY(!scene.edit(SignInForm::Field::ClientSecret).placeholderText().isEmpty());
    scene.actions().lock->trigger();
    scene.actions().unlock->trigger();
    QVERIFY(scene.edit(SignInForm::Field::ClientSecret).placeholderText().isEmpty());
    QTest::keyClick(&scene.edit(SignInForm::Field::Domain), Qt::Key_Return);
    QVERIFY(
        scene.view().findChild<SignInForm *>()->field(SignInForm::Field::ClientSecret).isWrong());
    QVERIFY(scene.tenant.requests().isEmpty());
}

void TestMainWindow::locksAndUnlocksWithTheScreen()
{
    Scene scene({}, {u"one"_s});
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().copyToken->trigger();
    auto *screen = scene.window->findChild<ScreenLock *>();
    Q_EMIT screen->locked();
    QVERIFY(scene.window->isLocked() && !scene.view().isVisible());
    QVERIFY(!scene.hasToken() && !scene.session().isSignedIn());
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    const int asked = scene.secrets.asked;
    Q_EMIT screen->locked(); // told twice
    Q_EMIT screen->unlocked();
    QVERIFY(!scene.window->isLocked());
    QTRY_VERIFY(scene.hasToken());
    QCOMPARE(scene.secrets.asked, asked + 1);
    QVERIFY(scene.view().isVisible());
}

void TestMainWindow::theScreenUnlocksNothingItsUserLocked()
{
    Scene scene;
    auto *screen = scene.window->findChild<ScreenLock *>();
    scene.actions().lock->trigger();
    Q_EMIT screen->locked();
    Q_EMIT screen->unlocked();
    QVERIFY(scene.window->isLocked());
    scene.actions().unlock->trigger();
    QVERIFY(!scene.window->isLocked());
    // Nor one that its user unlocked behind a screensaver, and locked again.
    Q_EMIT screen->locked();
    scene.actions().unlock->trigger();
    scene.actions().lock->trigger();
    Q_EMIT screen->unlocked();
    QVERIFY(scene.window->isLocked());
}

void TestMainWindow::locksWhenIdleIfAsked()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    {
        Scene scene(file);
        QVERIFY(!scene.actions().lockWhenIdle->isChecked());
        scene.clock.advance(1h);
        QVERIFY(!scene.window->isLocked());
        scene.actions().lockWhenIdle->trigger();
        scene.clock.advance(15min);
        QVERIFY(scene.window->isLocked());
        scene.window->close();
    }
    Scene again(file);
    QVERIFY(again.actions().lockWhenIdle->isChecked());
    again.clock.advance(15min);
    QVERIFY(again.window->isLocked());
    Q_EMIT again.window->findChild<ScreenLock *>()->unlocked();
    QVERIFY(again.window->isLocked());
}

void TestMainWindow::lockClosesDialogs()
{
    Scene scene({}, {u"one"_s});
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.isLoaded());
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.actions().testConnection->trigger();
    QVERIFY(scene.window->findChild<DoctorDialog *>());
    scene.actions().lock->trigger();
    QVERIFY(!scene.window->findChild<DoctorDialog *>()); // it had the secret
    QCOMPARE(scene.window->windowTitle(), u"Tenantscope"_s);
    QVERIFY(!scene.actions().tenants[0]->text().contains(u"one"_s));
    scene.tenant.release();
    scene.actions().unlock->trigger();
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(scene.actions().tenants[0]->text().contains(u"one"_s));
    QVERIFY(!scene.actions().addTenant->statusTip().contains(u"locked"_s));
}

void TestMainWindow::settingsHoldAtOnce()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().copyToken->trigger();
    scene.actions().settings->trigger();
    scene.actions().settings->trigger(); // the same one comes to the front
    const QList<SettingsDialog *> dialogs = scene.window->findChildren<SettingsDialog *>();
    QCOMPARE(dialogs.size(), 1);
    QVERIFY(dialogs.constFirst()->isVisible() && !dialogs.constFirst()->isModal());
    auto *clears = dialogs.constFirst()->findChild<QCheckBox *>();
    QVERIFY(clears->isChecked());
    clears->click();
    scene.clock.advance(10min);
    QCOMPARE(QApplication::clipboard()->text(), u"token-1"_s);
    QVERIFY(Test::says(scene.pane<StatusLine>(), u"Token on clipboard"_s));
    QVERIFY(scene.actions().clearClipboard->isEnabled());
    scene.actions().lock->trigger();
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QVERIFY(scene.window->findChildren<SettingsDialog *>().isEmpty());
    QVERIFY(!scene.actions().settings->isEnabled());
}

/// Edit > Copy, whose key a tree takes for itself.
void TestMainWindow::copyTakesWhatHasTheFocus()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    Test::showActive(*scene.window);
    scene.actions().details->setChecked(true);
    scene.pane<ApplicationsPane>().focusTable();
    auto &details = scene.pane<DetailsView>();
    details.setTab(1);
    auto *tree = details.findChild<FieldsTree *>();
    QTRY_VERIFY(!tree->findItems(u"client_id"_s, Qt::MatchExactly).isEmpty());
    tree->setCurrentItem(tree->findItems(u"client_id"_s, Qt::MatchExactly).constFirst());
    tree->setFocus();
    scene.actions().copy->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"id00000"_s);
}

void TestMainWindow::copyAsIsAboutRowsWithoutAToken()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    Test::showActive(*scene.window);
    scene.tenant.script = [](const Test::SeenRequest &request) {
        return request.path == Test::ScriptedTenant::tokenPath() ? std::optional(
                   Test::ScriptedTenant::json(QJsonObject{{u"error"_s, u"access_denied"_s}}, 401))
                                                                 : std::nullopt;
    };
    scene.clock.advance(48h);
    QTRY_VERIFY(!scene.hasToken());
    QVERIFY(scene.actions().copyAs->isEnabled());
    const auto press = [&scene] {
        Test::expectPopup();
        QTest::keyClick(scene.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    };
    scene.pane<ApplicationsPane>().focusTable(); // the rows outlive the token
    press();
    QMenu *rows = scene.actions().copyRows->menu<QMenu *>();
    QTRY_VERIFY(rows->isVisible());
    QTest::keyClick(rows, Qt::Key_I);
    QCOMPARE(QApplication::clipboard()->text(), u"id00000"_s);

    scene.pane<TokenPane>().focusFirst();
    press();
    QMenu *shapes = scene.actions().copyAs->menu<QMenu *>();
    QTRY_VERIFY(shapes->isVisible());
    QTest::keyClick(shapes, Qt::Key_H); // says why not, and copies nothing
    shapes->close();
    QCOMPARE(QApplication::clipboard()->text(), u"id00000"_s);

    scene.actions().forgetToken->trigger(); // with the rows, the action goes
    QVERIFY(!scene.actions().copyAs->isEnabled());
}

void TestMainWindow::copyAsByKey()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    Test::showActive(*scene.window);
    scene.pane<ApplicationsPane>().focusTable(); // there it is about rows
    Test::expectPopup();
    QTest::keyClick(scene.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QMenu *rows = scene.actions().copyRows->menu<QMenu *>();
    QTRY_VERIFY(rows->isVisible());
    QTest::keyClick(rows, Qt::Key_I);
    QCOMPARE(QApplication::clipboard()->text(), u"id00000"_s);

    scene.pane<TokenPane>().focusFirst();
    Test::expectPopup();
    QTest::keyClick(scene.window.get(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    QMenu *menu = scene.actions().copyAs->menu<QMenu *>();
    QTRY_VERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_H);
    QCOMPARE(QApplication::clipboard()->text(), u"Authorization: Bearer token-1"_s);
    QVERIFY(!menu->isVisible());
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"Copied as header · valid until"_s));
    QVERIFY(Test::says(scene.pane<StatusLine>(), u"Token on clipboard"_s));
    for (const WindowActions::CopyShape &shape : scene.actions().copyShapes)
        QVERIFY(shape.action->isEnabled());
    scene.actions().forgetToken->trigger();
    for (const WindowActions::CopyShape &shape : scene.actions().copyShapes)
        QVERIFY(!shape.action->isEnabled());
}

void TestMainWindow::copiedTokensAreCounted()
{
    Scene scene({}, {u"one"_s});
    Test::ScriptedTenant other;
    scene.save(u"two"_s, other);
    QVERIFY(scene.book.load());
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().copyToken->trigger();
    scene.actions().renewToken->trigger();
    QTRY_COMPARE(OAuth::tokenOf(scene.session().tokenState())->serial, 2u);
    scene.actions().copyToken->trigger();
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"2 copied tokens still alive"_s));
    Test::buttonIn(scene.pane<TokenPane>(), u"Show"_s)->click();
    auto *inspector = scene.window->findChild<InspectorDialog *>();
    QVERIFY(inspector && inspector->isVisible());
    QCOMPARE(
        inspector->findChild<QComboBox *>()->currentText(), u"one"_s); // of the pages beside it
    inspector->close();
    scene.open(u"two"_s);
    QVERIFY(!Test::says(scene.pane<TokenPane>(), u"still alive"_s));
    scene.open(u"one"_s);
    scene.actions().lock->trigger();
    scene.actions().unlock->trigger();
    scene.actions().forgetToken->trigger(); // none of which ends a token
    QVERIFY(Test::says(scene.pane<TokenPane>(), u"2 copied tokens still alive"_s));
    scene.clock.advance(25h);
    QVERIFY(!Test::says(scene.pane<TokenPane>(), u"still alive"_s));
}

void TestMainWindow::unsavedOnesOutliveALock()
{
    Scene scene({}, {u"one"_s});
    scene.window->fillForm({});
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    Session::KnownTenant *typed = &scene.window->tenant();
    scene.actions().lock->trigger();
    scene.actions().unlock->trigger();
    scene.window->showTenant(*scene.book.find(u"one"));
    QVERIFY(scene.book.tenants().contains(typed));
    QCOMPARE(typed->session().applications().store().size(), 230);
    scene.window->showTenant(*typed);
    scene.actions().removeTenant->trigger();
    QCOMPARE(scene.book.tenants().size(), 1);
}

void TestMainWindow::aShownTenantMayVanishFromTheFile()
{
    for (const bool isLocked : {false, true}) {
        Scene scene({}, {u"one"_s, u"two"_s});
        scene.window->showTenant(*scene.book.find(u"two"));
        if (isLocked)
            scene.window->lock();
        Tenant::ProfileStore another(scene.store.file());
        QVERIFY(another.remove(u"two"));
        QTRY_COMPARE(scene.window->tenant().profile().name, u"one"_s);
        QVERIFY(another.remove(u"one"));
        QTRY_COMPARE(scene.window->tenant().kind(), Session::KnownTenant::Kind::Unsaved);
        QCOMPARE(scene.book.tenants().size(), 1);
    }
}

void TestMainWindow::aCopyEndsWithItsTenant()
{
    Scene scene({}, {u"one"_s, u"two"_s});
    scene.tenant.tokenLife = 600; // copied, it is to have ten minutes: a new one is asked for
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.isLoaded());
    scene.clock.advance(400s);
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    QApplication::clipboard()->clear();
    scene.actions().copyToken->trigger();
    QTRY_VERIFY(scene.tenant.held() > 0);
    scene.window->showTenant(*scene.book.find(u"two"));
    const int given = scene.tenant.tokensGiven();
    scene.tenant.release();
    QTRY_VERIFY(scene.tenant.tokensGiven() > given);
    QTest::qWait(50); // the answer arrives
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

/// Whatever of \a words can be seen or heard in \a window; what is painted is what is heard.
static QStringList leaked(QWidget &window, const QStringList &words)
{
    QStringList found;
    QStringList heard = Test::everythingHeard(*QAccessible::queryAccessibleInterface(&window));
    heard.append(window.windowTitle());
    for (const QString &text : std::as_const(heard)) {
        for (const QString &word : words) {
            if (text.contains(word, Qt::CaseInsensitive))
                found.append(word + u" in "_s + text);
        }
    }
    return found;
}

void TestMainWindow::presentationHidesNames()
{
    Scene scene;
    scene.save(u"our shop"_s, scene.tenant, Tenant::Environment::Production);
    QVERIFY(scene.book.load());
    scene.open(u"our shop"_s);
    const auto &applications = scene.session().applications();
    QTRY_VERIFY(scene.isLoaded());
    const QStringList words{
        scene.tenant.domain().text().section(u'/', -1), u"our shop"_s,
        applications.store().text(0, Applications::Column::Name), applications.store().clientId(0)};
    scene.actions().requestLog->setChecked(true);
    scene.actions().details->setChecked(true);
    auto &details = scene.pane<DetailsView>();
    for (int tab = 0; tab < 3; ++tab) {
        details.setTab(tab);
        scene.actions().present->setChecked(false);
        for (const QString &word : words)
            QTRY_VERIFY2(!leaked(*scene.window, {word}).isEmpty(), qPrintable(word));
        QTest::keyClick(scene.window.get(), Qt::Key_F8);
        QVERIFY(scene.actions().present->isChecked());
        QCOMPARE(leaked(*scene.window, words).join(u'\n'), QString());
    }
    QVERIFY(!scene.actions().revealToken->isEnabled());
    QVERIFY(scene.window->windowTitle().startsWith(u"PRODUCTION "));
    auto &panes = scene.view();
    for (QLineEdit *search : panes.findChildren<QLineEdit *>()) {
        if (search->isVisible())
            search->setText(u"zebra"_s);
    }
    QCOMPARE(leaked(*scene.window, words + QStringList{u"zebra"_s}).join(u'\n'), QString());
    scene.actions().editCredentials->trigger();
    QCOMPARE(leaked(*scene.window, words + QStringList{u"machine"_s}).join(u'\n'), QString());
    QCOMPARE(scene.edit(SignInForm::Field::Domain).text(), scene.tenant.domain().text());
}

void TestMainWindow::presentationCopiesRequestsAsTheyAre()
{
    const QString path = u"/api/v2/clients/k158aBcDeFgHiJkLmNoPqRsTuVwXyZc7"_s;
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.session().requestLog().record(Test::exchange(1'000'000, 200, path));
    scene.actions().requestLog->setChecked(true);
    scene.actions().present->setChecked(true);
    scene.pane<RequestsPane>().focusTable();
    auto *table = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    QVERIFY(table && scene.pane<RequestsPane>().isAncestorOf(table));
    const QModelIndex cell = table->model()->index(table->model()->rowCount() - 1, 2);
    QVERIFY(!cell.data().toString().contains(u"k158"_s));
    table->setCurrentIndex(cell);
    scene.actions().copy->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), path);
}

void TestMainWindow::columnsAreSortedAndSizedByKey()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    scene.pane<ApplicationsPane>().focusTable();
    auto *table = scene.pane<ApplicationsPane>().findChild<QTableView *>();
    table->setCurrentIndex(table->model()->index(0, 2));
    const QHeaderView &header = *table->horizontalHeader();
    const auto press = [&](Qt::Key key, Qt::KeyboardModifier modifier) {
        QTest::keyClick(scene.window.get(), key, Qt::ShiftModifier | modifier);
    };
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(header.sortIndicatorSection(), 2);
    QCOMPARE(header.sortIndicatorOrder(), Qt::DescendingOrder);
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(header.sortIndicatorOrder(), Qt::AscendingOrder);
    const int width = header.sectionSize(2);
    press(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(header.sectionSize(2) > width);
    press(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(header.sectionSize(2), width);
}

/// Somebody walks up while the inspector has the focus.
void TestMainWindow::keysWorkInTheInspector()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.isLoaded());
    QTest::keyClick(scene.window.get(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QPointer<InspectorDialog> inspector = scene.window->findChild<InspectorDialog *>();
    QVERIFY(inspector && inspector->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(inspector));
    QVERIFY(qobject_cast<QAbstractItemView *>(inspector->focusWidget()));
    QTest::keyClick(inspector, Qt::Key_F8);
    QVERIFY(scene.actions().present->isChecked());
    QCOMPARE(leaked(*inspector, {scene.tenant.domain().text().section(u'/', -1)}), QStringList());
    QTest::keyClick(inspector, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(scene.window->isLocked());
    QTRY_VERIFY(!inspector);
}

/// A tenant that another program saves while others look on.
void TestMainWindow::newNamesAreMaskedAtOnce()
{
    Scene scene({}, {u"try"_s});
    scene.actions().present->setChecked(true);
    scene.save(u"acme live"_s, scene.tenant, Tenant::Environment::Production);
    QVERIFY(scene.book.load());
    QTRY_COMPARE(scene.book.tenants().size(), 2);
    QCOMPARE(leaked(*scene.window, {u"acme live"_s}), QStringList());
    scene.actions().present->setChecked(false);
    QVERIFY(!leaked(*scene.window, {u"acme live"_s}).isEmpty());
}

void TestMainWindow::consentGoesWithProduction()
{
    Scene scene;
    scene.save(u"shop"_s, scene.tenant, Tenant::Environment::Production);
    QVERIFY(scene.book.load());
    scene.open(u"shop"_s);
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().copyToken->trigger();
    Tenant::Profile profile = scene.window->tenant().profile();
    profile.environment = Tenant::Environment::Staging;
    Tenant::ProfileStore another(scene.store.file());
    QVERIFY(another.replace(u"shop", profile));
    QTRY_VERIFY(!scene.window->tenant().isProduction());
    QVERIFY(!Test::buttonIn(scene.pane<TokenPane>(), u"Copy the production token"_s));
    // One that another program removes is production's as long as its token is in use.
    profile.environment = Tenant::Environment::Production;
    QVERIFY(another.replace(u"shop", profile));
    QTRY_VERIFY(scene.window->tenant().isProduction());
    QVERIFY(another.remove(u"shop"));
    QTRY_COMPARE(scene.window->tenant().kind(), Session::KnownTenant::Kind::Unsaved);
    QVERIFY(scene.window->tenant().isProduction());
    QVERIFY(scene.window->windowTitle().startsWith(u"PRODUCTION "_s));
}

void TestMainWindow::aSaveIsEndedAtQuit()
{
    Scene scene;
    scene.secrets.isSilent = true;
    scene.actions().addTenant->trigger();
    scene.edit(SignInForm::Field::Domain).setText(scene.tenant.domain().text());
    scene.edit(SignInForm::Field::ClientId).setText(u"machine"_s);
    scene.edit(SignInForm::Field::ClientSecret).setText(u"opensesame"_s);
    Test::buttonIn(scene.view(), u"Save"_s)->click();
    QVERIFY(!scene.window->close());
    QTRY_COMPARE(scene.secrets.asked, 1);
    scene.secrets.release();
    QTRY_VERIFY(!scene.book.isBusy());
    QCOMPARE(scene.store.profiles().size(), 1);
}

void TestMainWindow::escapeClearsTheFilter()
{
    Scene scene({}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s});
    scene.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
    auto *filter = scene.pane<TenantsPane>().findChild<QLineEdit *>();
    filter->setFocus();
    QTest::keyClicks(filter, u"4"_s);
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
}

void TestMainWindow::formHidesTheCardsActions()
{
    Scene scene({}, {u"one"_s});
    scene.open(u"one"_s);
    QTRY_VERIFY(scene.isLoaded());
    scene.actions().editCredentials->trigger();
    QVERIFY(!scene.actions().copyToken->isEnabled() && !scene.actions().revealToken->isEnabled());
    // What is typed stays, whatever becomes of the token meanwhile.
    scene.edit(SignInForm::Field::ClientSecret).setText(u"a new secret"_s);
    scene.session().renewToken();
    QTRY_COMPARE(scene.tenant.tokensGiven(), 2);
    QTRY_VERIFY(!OAuth::isAsking(scene.session().tokenState()));
    QCOMPARE(scene.edit(SignInForm::Field::ClientSecret).text(), u"a new secret"_s);
    scene.actions().escape->trigger();
    QVERIFY(scene.actions().copyToken->isEnabled());
}

void TestMainWindow::theLastTenantIsSelectedNotConnected()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    {
        Scene scene(file, {u"one"_s, u"two"_s});
        scene.actions().tenants[1]->trigger();
        scene.window->close();
    }
    Scene again(file, {u"one"_s, u"two"_s});
    QCOMPARE(again.window->tenant().profile().name, u"two"_s);
    QTest::qWait(0);
    QCOMPARE(again.secrets.asked, 0);
    QVERIFY(!again.session().isSignedIn());
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
        scene->window->openDemo();
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
        QTRY_VERIFY(std::holds_alternative<OAuth::Refused>(scene->session().tokenState()));
        return;
    }
    if (state == "loading" || state == "stopped") {
        QTRY_VERIFY(scene->session().applications().store().size() > 0);
        if (state == "stopped")
            scene->session().stopApplications();
        return;
    }
    QTRY_VERIFY(scene->isLoaded());
    if (state == "renewing") {
        holdAll();
        scene->session().renewToken();
        QTRY_COMPARE(scene->tenant.held(), 1);
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
