// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/shared/banner.h"
#include "ui/signin/connectionmore.h"
#include "ui/signin/formfield.h"
#include "ui/signin/importbar.h"
#include "ui/signin/signinpane.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

/// A pane beside the session and the tenant it talks to.
struct Scene
{
    Scene()
    {
        QObject::connect(
            &pane, &SignInPane::credentialsEntered, &session,
            [this](const Tenant::Credentials &credentials) { session.signIn(credentials, false); });
        QObject::connect(
            &pane, &SignInPane::cancelRequested, &session, [this] { session.cancelToken(); });
        pane.resize(900, 800);
        pane.show();
    }

    void fill()
    {
        const Tenant::Credentials credentials = tenant.credentials();
        SignInValues values;
        values.domain = credentials.domain.text();
        values.clientId = credentials.clientId;
        values.secret = credentials.clientSecret;
        values.source = SecretSource::StandardInput;
        pane.fill(values);
    }

    [[nodiscard]] QLineEdit &edit(SignInForm::Field field) const
    {
        return pane.findChild<SignInForm *>()->field(field).edit();
    }
    [[nodiscard]] const Banner &banner() const { return *pane.findChild<Banner *>(); }

    Test::ManualClock clock;
    Test::FixedRandom random;
    Test::ScriptedTenant tenant;
    Session::TenantSession session{clock, random};
    QAction openDemo{u"Open the demo tenant"_s};
    SignInPane pane{session, &openDemo};
};

Test::ScriptedAnswer refusal(int status, const QString &error, const QString &description)
{
    return Test::ScriptedTenant::json(
        QJsonObject{{u"error"_s, error}, {u"error_description"_s, description}}, status);
}

} // namespace

class TestSignInPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void nothingIsSentWhileSomethingIsWrong();
    void asksAndShowsIt();
    void cancelEndsTheRequest();
    void refusalIsTold_data();
    void refusalIsTold();
    void failureIsTold();
    void offersTheDemoTenant();
    void helpUnfolds();
    void pastingKeepsTheCaFile();
    void canBeDeletedWhileAsking();
};

void TestSignInPane::nothingIsSentWhileSomethingIsWrong()
{
    Scene scene;
    Test::buttonIn(scene.pane, u"Get token"_s)->click();
    QVERIFY(scene.pane.findChild<SignInForm *>()->field(SignInForm::Field::Domain).isWrong());
    QTest::qWait(0);
    QCOMPARE(scene.tenant.requests().size(), 0);
    QVERIFY(!scene.session.isSignedIn());
}

void TestSignInPane::asksAndShowsIt()
{
    Scene scene;
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.fill();
    QTest::keyClick(&scene.edit(SignInForm::Field::Domain), Qt::Key_Return);
    QVERIFY(
        Test::says(scene.pane, u"Asking "_s + scene.session.domain().text() + u" for a token…"_s));
    QVERIFY(!scene.edit(SignInForm::Field::Domain).isEnabled());
    QVERIFY(Test::buttonIn(scene.pane, u"Cancel"_s));
    QVERIFY(!Test::buttonIn(scene.pane, u"Get token"_s));
    QTRY_COMPARE(scene.tenant.held(), 1);
    scene.tenant.release();
    QTRY_VERIFY(OAuth::tokenOf(scene.session.tokenState()));
    QVERIFY(scene.edit(SignInForm::Field::Domain).isEnabled());
    QVERIFY(!scene.banner().isShowing());
}

void TestSignInPane::cancelEndsTheRequest()
{
    Scene scene;
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.fill();
    Test::buttonIn(scene.pane, u"Get token"_s)->click();
    QTRY_COMPARE(scene.tenant.held(), 1);
    Test::buttonIn(scene.pane, u"Cancel"_s)->click();
    QVERIFY(Test::buttonIn(scene.pane, u"Get token"_s));
    QVERIFY(!Test::says(scene.pane, u"Asking"_s));
    QVERIFY(!scene.banner().isShowing()); // its user knows
    QTRY_COMPARE(scene.tenant.held(), 0);
}

void TestSignInPane::refusalIsTold_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("description");
    QTest::addColumn<SignInForm::Field>("field");
    QTest::newRow("client") << 401 << u"access_denied"_s << u"Unauthorized"_s
                            << SignInForm::Field::ClientSecret;
    QTest::newRow("audience")
        << 403 << u"access_denied"_s
        << u"Service not enabled within domain: https://login.example.com/api/v2/"_s
        << SignInForm::Field::Audience;
}

void TestSignInPane::refusalIsTold()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, description);
    QFETCH(SignInForm::Field, field);
    Scene scene;
    scene.tenant.script = [&](const Test::SeenRequest &) {
        return std::optional(refusal(status, code, description));
    };
    scene.fill();
    Test::buttonIn(scene.pane, u"Get token"_s)->click();
    QTRY_VERIFY(scene.banner().isShowing());
    QVERIFY2(scene.banner().text().contains(description), qPrintable(scene.banner().text()));
    QCOMPARE(QApplication::focusWidget(), &scene.edit(field));
    QVERIFY(Test::buttonIn(scene.pane, u"Get token"_s));
    for (const QString &way : {u"Edit credentials"_s, u"Edit domain"_s, u"Edit audience"_s})
        QVERIFY2(!Test::buttonIn(scene.pane, way), qPrintable(way)); // one is there already
    QCOMPARE(scene.tenant.requests().size(), 1);                     // never tried again by itself

    scene.tenant.script = {};
    Test::buttonIn(scene.pane, u"Get token"_s)->click();
    QVERIFY(!scene.banner().isShowing());
    QTRY_VERIFY(OAuth::tokenOf(scene.session.tokenState()));
}

void TestSignInPane::failureIsTold()
{
    Scene scene;
    scene.tenant.script = [](const Test::SeenRequest &) {
        return std::optional(Test::ScriptedAnswer{
            .status = 200, .body = "<html>", .headers = {}, .contentType = "text/html"});
    };
    scene.fill();
    Test::buttonIn(scene.pane, u"Get token"_s)->click();
    QTRY_VERIFY(scene.banner().isShowing());
    QVERIFY(Test::buttonIn(scene.pane, u"Details"_s));
    QVERIFY(scene.edit(SignInForm::Field::Domain).isEnabled());
}

void TestSignInPane::offersTheDemoTenant()
{
    Scene scene;
    const QSignalSpy triggered(&scene.openDemo, &QAction::triggered);
    Test::buttonIn(scene.pane, u"Open the demo tenant"_s)->click();
    QCOMPARE(triggered.count(), 1);
    const SignInPane without(scene.session, nullptr);
    QVERIFY(!Test::buttonIn(without, u"Open the demo tenant"_s));
}

void TestSignInPane::helpUnfolds()
{
    Scene scene;
    QVERIFY(!Test::says(scene.pane, u"Auth0 Dashboard"_s));
    Test::buttonIn(scene.pane, u"Where are these values?"_s)->click();
    QVERIFY(Test::says(scene.pane, u"Auth0 Dashboard"_s));
}

void TestSignInPane::pastingKeepsTheCaFile()
{
    Scene scene;
    scene.pane.fill({.organization = u"org_old"_s, .caFile = u"/ca.pem"_s});
    scene.pane.findChild<ImportBar *>()->take(
        u"AUTH0_DOMAIN=contoso.eu.auth0.com\nAUTH0_CLIENT_ID=machine"_s);
    QCOMPARE(scene.edit(SignInForm::Field::ClientId).text(), u"machine"_s);
    QCOMPARE(scene.pane.caFile(), u"/ca.pem"_s);
    const ConnectionMore &more = *scene.pane.findChild<ConnectionMore *>();
    QVERIFY(more.values().organization.isEmpty());
}

void TestSignInPane::canBeDeletedWhileAsking()
{
    auto scene = std::make_unique<Scene>();
    scene->tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene->fill();
    Test::buttonIn(scene->pane, u"Get token"_s)->click();
    QTRY_COMPARE(scene->tenant.held(), 1);
    scene.reset(); // the sanitizers look on
}

QTEST_MAIN(TestSignInPane)
#include "tst_signinpane.moc"
