// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "app/session/tokenledger.h"
#include "ui/settings/settingskeeper.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/badge.h"
#include "ui/shared/banner.h"
#include "ui/shared/secretclipboard.h"
#include "ui/shared/tickinglabel.h"
#include "ui/token/lifering.h"
#include "ui/token/scoperow.h"
#include "ui/token/tokenpane.h"

#include "tests/support/manualclock.h"
#include "tests/support/publictenant.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A shown pane beside its session.
struct Scene
{
    explicit Scene(std::chrono::seconds life = 1h)
    {
        reveal.setCheckable(true);
        tenant.tokenLife = life.count();
        pane.resize(1100, 200);
        pane.show();
    }

    void signIn() { session.signIn(tenant.credentials(), false); }
    [[nodiscard]] bool hasToken() const { return OAuth::tokenOf(session.tokenState()) != nullptr; }
    [[nodiscard]] const TickingLabel &state() const { return *pane.findChild<TickingLabel *>(); }
    [[nodiscard]] const LifeRing &ring() const { return *pane.findChild<LifeRing *>(); }
    [[nodiscard]] const QPlainTextEdit &box() const { return *pane.findChild<QPlainTextEdit *>(); }
    [[nodiscard]] bool says(const QString &text) const
    {
        const QList<QLabel *> labels = pane.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&text](const QLabel *label) {
            return !label->isHidden() && label->text().contains(text);
        });
    }

    Test::ManualClock clock;
    Test::FixedRandom random;
    Test::ScriptedTenant tenant;
    Session::TenantSession session{clock, random};
    SecretClipboard clipboard{clock};
    QTemporaryDir folder;
    QSettings file{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    SettingsKeeper settings{file};
    Session::TokenLedger ledger{clock};
    QAction renew{u"Get new token"_s};
    QAction copy{u"Copy token"_s};
    QAction copyAs{u"Copy as"_s};
    QAction reveal{u"Reveal token"_s};
    QAction cancel{u"Cancel"_s};
    TokenPane pane{
        session,
        {.clipboard = clipboard, .settings = settings, .ledger = ledger},
        {.renew = &renew, .copy = &copy, .copyAs = &copyAs, .reveal = &reveal, .cancel = &cancel}};
};

} // namespace

class TestTokenPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void emptyLook();
    void showsALivingToken();
    void countsDownButSpeaksAtMilestones();
    void doesNotTickUnseen();
    void ringIsAProgressBar();
    void revealHidesByItself();
    void revealStaysAsLongAsSet();
    void revealHidesWithTheWindow();
    void revealedTextCannotBeTaken();
    void renewalShowsTheNextToken();
    void refusalIsToldInTheBanner();
    void refusalLinksToTheDashboard();
    void scopesFold();
    void scopesUnknown();
    void waitingTextStandsIn();
    void buttonsHaveTheirNames();
    void whatComesFirstStandsOut();
    void theCopyMenuOpensAtItsButton();
    void copiesAreToldToTheWindow();
    void canBeDeletedInEveryState_data();
    void canBeDeletedInEveryState();
};

void TestTokenPane::emptyLook()
{
    Scene scene;
    QCOMPARE(scene.pane.stateText(), u"No tenant selected"_s);
    QVERIFY(!scene.says(u"Scopes"_s));
    QVERIFY(!scene.says(u"SHA-256"_s));
}

void TestTokenPane::showsALivingToken()
{
    Scene scene;
    scene.tenant.tokenScope = "read:clients read:connections";
    scene.signIn();
    QCOMPARE(
        scene.pane.stateText(), u"Asking %1 for a token…"_s.arg(scene.session.domain().text()));
    QTRY_VERIFY(scene.hasToken());
    QCOMPARE(scene.pane.stateText(), u"Token valid · expires 13:00"_s);
    QVERIFY(scene.says(u"Tue 24 Nov 13:00 (13:00 UTC) · renews at"_s));
    QVERIFY(scene.says(u"7 characters · SHA-256 "_s)); // of "token-1"
    QVERIFY(scene.says(u"Scopes 2"_s));
    QCOMPARE(
        scene.pane.findChild<ScopeRow *>()->shownScopes(),
        QStringList({u"read:clients"_s, u"read:connections"_s}));
    QVERIFY(!scene.says(u"token-1"_s));
    QVERIFY(!scene.box().isVisible());
    scene.session.signOut();
    QVERIFY(!scene.says(u"SHA-256"_s));
    QVERIFY(scene.pane.findChild<ScopeRow *>()->shownScopes().isEmpty());
}

void TestTokenPane::countsDownButSpeaksAtMilestones()
{
    Scene scene(30min);
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    const QString spoken = scene.ring().spokenWords();
    const QString state = scene.state().text();
    scene.clock.advance(90s);
    QCOMPARE(scene.ring().look().text, u"28:30"_s);
    QCOMPARE(scene.ring().spokenWords(), spoken);
    QCOMPARE(scene.state().text(), state);
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.clock.advance(14min);
    QVERIFY(scene.ring().spokenWords() != spoken); // 15 minutes are past
    QCOMPARE(scene.state().text(), state);
}

void TestTokenPane::doesNotTickUnseen()
{
    Scene scene(30min);
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(*scene.clock.nextWake() - scene.clock.now() < 2s);
    scene.pane.hide();
    QVERIFY(!scene.clock.nextWake() || *scene.clock.nextWake() - scene.clock.now() > 1min);
    scene.clock.advance(90s);
    scene.pane.show();
    QCOMPARE(scene.ring().look().text.section(u':', 0, 0), u"28"_s);
}

void TestTokenPane::ringIsAProgressBar()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(
        scene.pane.findChild<LifeRing *>());
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::ProgressBar);
    QVERIFY(!interface->text(QAccessible::Name).isEmpty());
    QCOMPARE(interface->text(QAccessible::Value), u"1 h 0 min"_s);
    const QAccessibleValueInterface *value = interface->valueInterface();
    QVERIFY(value);
    QCOMPARE(value->currentValue().toInt(), 100);
    QCOMPARE(value->maximumValue().toInt(), 100);
}

void TestTokenPane::revealHidesByItself()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    scene.reveal.setChecked(true);
    QCOMPARE(scene.box().toPlainText(), u"token-1"_s);
    scene.clock.advance(Settings{}.revealStay - 1ms);
    QVERIFY(scene.box().isVisible());
    scene.clock.advance(1ms);
    QVERIFY(!scene.box().isVisible());
    QVERIFY(scene.box().toPlainText().isEmpty());
    QVERIFY(!scene.reveal.isChecked());
}

void TestTokenPane::revealStaysAsLongAsSet()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    Settings settings;
    settings.revealStay = 5s;
    scene.settings.set(settings);
    scene.reveal.setChecked(true);
    scene.clock.advance(5s - 1ms);
    QVERIFY(scene.box().isVisible());
    scene.clock.advance(1ms);
    QVERIFY(!scene.box().isVisible());
}

void TestTokenPane::revealHidesWithTheWindow()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    scene.reveal.setChecked(true);
    QEvent away(QEvent::WindowDeactivate);
    QApplication::sendEvent(&scene.pane, &away);
    QVERIFY(!scene.reveal.isChecked());
    QVERIFY(scene.box().toPlainText().isEmpty());
    scene.reveal.setChecked(true);
    scene.session.signOut();
    QVERIFY(!scene.reveal.isChecked());
    scene.reveal.setChecked(true); // without a token there is nothing to reveal
    QVERIFY(!scene.reveal.isChecked());
}

void TestTokenPane::revealedTextCannotBeTaken()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    scene.reveal.setChecked(true);
    QApplication::clipboard()->setText(u"untouched"_s);
    auto *box = scene.pane.findChild<QPlainTextEdit *>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(box, Qt::Key_C, Qt::ControlModifier);
    QTest::mouseDClick(box->viewport(), Qt::LeftButton, {}, QPoint(10, 10));
    QCOMPARE(QApplication::clipboard()->text(), u"untouched"_s);
    QVERIFY(!box->textCursor().hasSelection()); // and so nothing for PRIMARY
    QCOMPARE(box->contextMenuPolicy(), Qt::NoContextMenu);
}

void TestTokenPane::renewalShowsTheNextToken()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    scene.reveal.setChecked(true);
    scene.session.renewToken();
    QVERIFY(scene.pane.stateText().startsWith(u"Token valid"_s));
    QTRY_COMPARE(scene.box().toPlainText(), u"token-2"_s);
}

void TestTokenPane::refusalIsToldInTheBanner()
{
    Scene scene;
    scene.tenant.script = [](const Test::SeenRequest &) {
        return std::optional(Test::ScriptedAnswer{
            .status = 401,
            .body = R"({"error":"access_denied","error_description":"<b>Unauthorized</b>"})",
            .headers = {}});
    };
    scene.signIn();
    QTRY_COMPARE(scene.pane.stateText(), u"Refused: client ID or client secret is wrong"_s);
    const Banner &banner = *scene.pane.findChild<Banner *>();
    QVERIFY(banner.isShowing());
    QVERIFY(banner.text().contains(u"<b>Unauthorized</b>"_s));
    scene.tenant.script = {};
    scene.session.renewToken();
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(!banner.isShowing());
}

void TestTokenPane::refusalLinksToTheDashboard()
{
    Test::PublicTenant tenant;
    tenant.server().answer(
        u"/oauth/token"_s,
        Test::Answer::json(R"({"error":"access_denied","error_description":"Unauthorized"})")
            .status(401));
    Scene scene;
    scene.session.setCaFile(tenant.caFile());
    scene.session.signIn(Test::PublicTenant::credentials(), false);
    const Banner &banner = *scene.pane.findChild<Banner *>();
    QTRY_VERIFY(banner.isShowing());
    QVERIFY(Test::buttonIn(banner, u"Open in Dashboard"_s)
                ->toolTip()
                .contains(u"/dashboard/eu/contoso/applications/machine/settings"_s));
}

void TestTokenPane::scopesFold()
{
    Scene scene;
    QByteArray scopes;
    for (int i = 0; i < 60; ++i)
        scopes += "read:resource_" + QByteArray::number(i) + " ";
    scene.tenant.tokenScope = scopes.trimmed();
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    QCoreApplication::processEvents();
    auto *row = scene.pane.findChild<ScopeRow *>();
    QVERIFY(scene.says(u"Scopes 60"_s));
    const int folded = row->sizeHint().height();
    auto *all = row->findChild<QPushButton *>();
    QCOMPARE(all->text(), u"Show all"_s);
    all->click();
    QCOMPARE(all->text(), u"Show fewer"_s);
    QVERIFY(row->sizeHint().height() > 3 * folded);
    QVERIFY(row->sizeHint().height() < 200); // the rest scrolls
    all->click();
    QCOMPARE(row->sizeHint().height(), folded);
    QCOMPARE(row->findChildren<Badge *>().size(), 60);
}

void TestTokenPane::scopesUnknown()
{
    Scene scene;
    scene.tenant.script = [](const Test::SeenRequest &) {
        return std::optional(Test::ScriptedAnswer{
            .body = R"({"access_token":"opaque","token_type":"Bearer","expires_in":3600})",
            .headers = {}});
    };
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    QVERIFY(scene.says(u"Unknown: the token does not tell its scopes"_s));
    QVERIFY(scene.says(u"Neither the answer nor the token tells the scopes."_s));
}

void TestTokenPane::waitingTextStandsIn()
{
    Scene scene;
    scene.pane.setWaiting(u"Starting the demo tenant…"_s);
    QCOMPARE(scene.pane.stateText(), u"Starting the demo tenant…"_s);
    scene.pane.setWaiting({});
    QCOMPARE(scene.pane.stateText(), u"No tenant selected"_s);
}

void TestTokenPane::buttonsHaveTheirNames()
{
    Scene scene;
    QStringList names;
    const QList<QPushButton *> buttons = scene.pane.findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        names.append(QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name));
    QVERIFY(names.contains(u"Copy token"_s));
    QVERIFY(names.contains(u"Copy as"_s));
    QVERIFY(names.contains(u"Reveal token"_s));
    QVERIFY(names.contains(u"Get new token"_s));
}

void TestTokenPane::whatComesFirstStandsOut()
{
    Scene scene;
    const QPushButton *renew = Test::buttonIn(scene.pane, u"Get new token"_s);
    QVERIFY(Ui::isPrimary(renew));
    scene.signIn();
    QTRY_VERIFY(OAuth::tokenOf(scene.session.tokenState()));
    QVERIFY(!Ui::isPrimary(renew));
    QVERIFY(Ui::isPrimary(Test::buttonIn(scene.pane, u"Copy token"_s)));
    scene.session.signOut();
    QVERIFY(Ui::isPrimary(renew));
}

void TestTokenPane::theCopyMenuOpensAtItsButton()
{
    Scene scene;
    scene.pane.resize(700, 200); // the offscreen platform's screen is no wider than 800
    scene.pane.openCopyMenu();   // which is not filled yet
    QMenu menu;
    menu.addAction(u"Authorization header"_s);
    scene.copyAs.setMenu(&menu);
    Test::expectPopup();
    scene.pane.openCopyMenu();
    QVERIFY(menu.isVisible());
    const QPushButton *button = Test::buttonIn(scene.pane, u"Copy as"_s);
    QCOMPARE(menu.pos().x(), button->mapToGlobal(QPoint()).x());
    // As assistive technology presses it.
    menu.hide();
    Test::expectPopup();
    connect(&scene.copyAs, &QAction::triggered, &scene.pane, &TokenPane::openCopyMenu);
    QAccessible::queryAccessibleInterface(const_cast<QPushButton *>(button))
        ->actionInterface()
        ->doAction(QAccessibleActionInterface::pressAction());
    QTRY_VERIFY(menu.isVisible());
}

void TestTokenPane::copiesAreToldToTheWindow()
{
    Scene scene;
    scene.signIn();
    QTRY_VERIFY(scene.hasToken());
    const QSignalSpy copied(&scene.pane, &TokenPane::tokenCopied);
    const QSignalSpy wanted(&scene.pane, &TokenPane::ledgerRequested);
    scene.pane.copyToken();
    QCOMPARE(copied.count(), 1);
    QVERIFY(!Test::buttonIn(scene.pane, u"Show"_s)->isVisible()); // the window has not listed it
    scene.ledger.record(
        {.name = {},
         .environment = {},
         .domain = scene.session.domain(),
         .clientId = {},
         .audience = {}},
        *OAuth::tokenOf(scene.session.tokenState()), Session::TokenFormat::Token);
    QVERIFY(scene.says(u"1 copied token still alive, until 13:00"_s));
    Test::buttonIn(scene.pane, u"Show"_s)->click();
    QCOMPARE(wanted.count(), 1);
    scene.session.signOut(); // the token lives on
    scene.pane.setWaiting(u"Not connected"_s, scene.tenant.domain().text());
    QVERIFY(scene.says(u"1 copied token still alive, until 13:00"_s));
}

void TestTokenPane::canBeDeletedInEveryState_data()
{
    QTest::addColumn<QByteArray>("state");
    for (const char *name :
         {"none", "asking", "valid", "renewing", "refused", "expired", "revealed"})
        QTest::newRow(name) << QByteArray(name);
}

void TestTokenPane::canBeDeletedInEveryState()
{
    QFETCH(QByteArray, state);
    auto scene = std::make_unique<Scene>();
    if (state == "none")
        return;
    if (state == "refused")
        scene->tenant.script = [](const Test::SeenRequest &) {
            return std::optional(Test::ScriptedAnswer{
                .status = 401, .body = R"({"error":"access_denied"})", .headers = {}});
        };
    scene->signIn();
    if (state == "asking")
        return;
    if (state == "refused") {
        QTRY_VERIFY(std::holds_alternative<OAuth::Refused>(scene->session.tokenState()));
        return;
    }
    QTRY_VERIFY(scene->hasToken());
    scene->tenant.holds = [](const Test::SeenRequest &) { return true; };
    if (state == "renewing")
        scene->session.renewToken();
    else if (state == "expired")
        scene->clock.advance(2h);
    else if (state == "revealed")
        scene->reveal.setChecked(true);
}

QTEST_MAIN(TestTokenPane)
#include "tst_tokenpane.moc"
