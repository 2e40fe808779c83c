// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/sign.h"
#include "app/session/tokenledger.h"
#include "ui/inspector/claimspage.h"
#include "ui/inspector/inspectordialog.h"
#include "ui/scopes/scopespage.h"
#include "ui/shared/presentation.h"

#include "tests/support/keypair.h"
#include "tests/ui/tenants/bookfixture.h"
#include "tests/ui/uitest.h"

#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Session::KnownTenant;
using Tenant::Environment;

namespace {

/// A book whose tenant signs its tokens and tells its keys.
struct Scene : Test::BookFixture
{
    Scene()
        : BookFixture({{u"shop"_s, Environment::Development}, {u"stage"_s, Environment::Staging}})
        , key(*Jwt::SigningKey::fromPem(QByteArrayView(Test::privateKeyPem)))
    {
        tenant.applications = Test::ScriptedTenant::makeApplications(3);
        tenant.script = [this](const Test::SeenRequest &request) { return answer(request); };
        dialog = std::make_unique<InspectorDialog>(book, ledger);
        dialog->show();
    }

    [[nodiscard]] QJsonObject claims() const
    {
        const qint64 seconds = clock.wallNow().toSecsSinceEpoch();
        return {
            {u"iss"_s, tenant.domain().url(u"/"_s).toString()},
            {u"aud"_s, tenant.domain().defaultAudience()},
            {u"azp"_s, u"machine"_s},
            {u"iat"_s, seconds},
            {u"exp"_s, seconds + 86'400},
            {u"scope"_s, u"read:clients read:users"_s}};
    }
    [[nodiscard]] QByteArray signedToken(const QJsonObject &claims) const
    {
        return *key.sign({{u"kid"_s, key.keyId()}}, claims);
    }
    std::optional<Test::ScriptedAnswer> answer(const Test::SeenRequest &request)
    {
        if (request.path == u"/.well-known/jwks.json") {
            ++keysAsked;
            keysBearer = request.bearer;
            return keysAnswer.value_or(
                Test::ScriptedTenant::json(QJsonObject{{u"keys"_s, QJsonArray{key.publicJwk()}}}));
        }
        if (request.path != Test::ScriptedTenant::tokenPath())
            return std::nullopt;
        const QString token = QString::fromLatin1(signedToken(ownClaims.value_or(claims())));
        return Test::ScriptedTenant::json(QJsonObject{
            {u"access_token"_s, token},
            {u"expires_in"_s, 86'400},
            {u"scope"_s, u"read:clients read:users"_s},
            {u"token_type"_s, u"Bearer"_s}});
    }
    KnownTenant &opened(const QString &name)
    {
        KnownTenant &known = *book.find(name);
        known.open();
        [&] { QTRY_VERIFY(OAuth::tokenOf(known.session().tokenState())); }();
        return known;
    }
    void press(const QString &name) const { Test::buttonIn(*dialog, name)->click(); }
    [[nodiscard]] QString verdict() const { return dialog->claims().verdictText(); }
    [[nodiscard]] QComboBox &source() const { return *dialog->findChild<QComboBox *>(); }

    Jwt::SigningKey key;
    std::optional<QJsonObject> ownClaims;
    std::optional<Test::ScriptedAnswer> keysAnswer;
    int keysAsked = 0;
    QByteArray keysBearer;
    Session::TokenLedger ledger{clock};
    std::unique_ptr<InspectorDialog> dialog;
};

} // namespace

class TestInspectorDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void isEmptyAtFirst();
    void decodedIsNotVerified();
    void verifiesByTheTenantsKeys();
    void tellsWhyKeysCannotBeHad();
    void anAlteredTokenIsInvalid();
    void aVerdictIsOfItsTokenOnly();
    void aVerdictEndsWithTheToken();
    void anEndThatIsNoTimeIsTold();
    void aCheckEndsWithTheSession();
    void damagedTokensAreStillTokens();
    void pasteIsOffline_data();
    void pasteIsOffline();
    void foreignTokensCannotBeVerified();
    void differencesAreTold();
    void anotherIssuerIsNotCalledTheTenant();
    void namesTheApplication();
    void whatIsNoJwtIsNamed();
    void textWithoutTokenChangesNothing();
    void tenantsComeAndGo();
    void neverShowsTheTokenItself();
    void aPastedTokenIsForgottenWhenClosed();
    void aDropLeavesTheTokenWhereItWas();
    void presentationHidesProductionsNames();
};

void TestInspectorDialog::isEmptyAtFirst()
{
    Scene scene;
    QVERIFY(Test::says(*scene.dialog, u"There is no token here"_s));
    QVERIFY(!scene.source().isEnabled());
    scene.dialog->showTenant(*scene.book.find(u"shop"));
    QVERIFY(Test::says(*scene.dialog, u"There is no token here"_s));
}

void TestInspectorDialog::decodedIsNotVerified()
{
    Scene scene;
    scene.dialog->showTenant(scene.opened(u"shop"_s));
    QVERIFY(scene.verdict().startsWith(u"Decoded, not verified"_s));
    QVERIFY(Test::says(*scene.dialog, u"your tenant “shop”"_s));
    const QStringList heard = Test::everythingHeard(
        *QAccessible::queryAccessibleInterface(scene.dialog.get()));
    QVERIFY(heard.filter(u"in 24 h 0 min"_s).size() == 1);    // the claim
    QVERIFY(Test::says(*scene.dialog, u"It lives until "_s)); // which does not tick aloud
    QCOMPARE(scene.keysAsked, 0);
}

void TestInspectorDialog::verifiesByTheTenantsKeys()
{
    Scene scene;
    scene.dialog->showTenant(scene.opened(u"shop"_s));
    scene.press(u"Verify signature"_s);
    QVERIFY(scene.verdict().startsWith(u"Decoded. Asking the tenant"_s));
    QTRY_VERIFY2(scene.verdict().startsWith(u"Verified: "_s), qPrintable(scene.verdict()));
    QVERIFY(scene.keysBearer.isEmpty());
    scene.press(u"Verify signature"_s); // the keys are kept
    QTRY_VERIFY(scene.verdict().startsWith(u"Verified: "_s));
    QCOMPARE(scene.keysAsked, 1);
    // Renewed: it is another token now.
    scene.clock.advance(1s);
    scene.ownClaims = scene.claims();
    scene.book.find(u"shop")->session().renewToken();
    QTRY_VERIFY(scene.verdict().startsWith(u"Decoded, not verified"_s));
}

void TestInspectorDialog::tellsWhyKeysCannotBeHad()
{
    Scene scene;
    scene.keysAnswer = Test::ScriptedTenant::json(QJsonObject(), 404);
    scene.dialog->showTenant(scene.opened(u"shop"_s));
    scene.press(u"Verify signature"_s);
    QTRY_VERIFY2(
        scene.verdict().startsWith(u"Decoded, not verified: "_s)
            && !scene.verdict().contains(u"nobody"_s),
        qPrintable(scene.verdict()));
}

void TestInspectorDialog::anAlteredTokenIsInvalid()
{
    Scene scene;
    QByteArray token = scene.signedToken(scene.claims());
    QList<QByteArray> parts = token.split('.');
    QJsonObject claims = scene.claims();
    claims.insert(u"scope"_s, u"delete:users"_s);
    parts[1] = scene.signedToken(claims).split('.')[1];
    scene.dialog->take(parts.join('.'));
    scene.press(u"Verify signature"_s);
    QTRY_VERIFY2(scene.verdict().startsWith(u"Invalid: "_s), qPrintable(scene.verdict()));
}

void TestInspectorDialog::aVerdictIsOfItsTokenOnly()
{
    Scene scene;
    scene.dialog->showTenant(scene.opened(u"shop"_s));
    scene.press(u"Verify signature"_s);
    // Before the keys arrive another token is looked at.
    scene.dialog->take("eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.");
    QVERIFY(scene.verdict().startsWith(u"Decoded, not verified"_s));
    QTRY_COMPARE(scene.keysAsked, 1);
    QTest::qWait(100);
    QVERIFY(scene.verdict().startsWith(u"Decoded, not verified"_s));
}

void TestInspectorDialog::aVerdictEndsWithTheToken()
{
    Scene scene;
    scene.dialog->take(scene.signedToken(scene.claims()));
    scene.press(u"Verify signature"_s);
    QTRY_VERIFY(scene.verdict().startsWith(u"Verified: "_s));
    scene.clock.advance(24h + 1s);
    QTRY_VERIFY2(scene.verdict().startsWith(u"Invalid: "_s), qPrintable(scene.verdict()));
    QVERIFY(Test::says(*scene.dialog, u"It has expired"_s));
}

void TestInspectorDialog::anEndThatIsNoTimeIsTold()
{
    Scene scene;
    QJsonObject claims = scene.claims();
    claims.insert(u"exp"_s, 1e300);
    scene.dialog->take(scene.signedToken(claims));
    QVERIFY(Test::says(*scene.dialog, u"exp is no time"_s));
    claims.remove(u"exp"_s);
    scene.dialog->take(scene.signedToken(claims));
    QVERIFY(Test::says(*scene.dialog, u"It does not say when it expires."_s));
}

void TestInspectorDialog::aCheckEndsWithTheSession()
{
    Scene scene;
    scene.tenant.holds = [](const Test::SeenRequest &request) {
        return request.path == u"/.well-known/jwks.json";
    };
    scene.dialog->take(scene.signedToken(scene.claims()));
    scene.press(u"Verify signature"_s);
    QTRY_COMPARE(scene.tenant.held(), 1);
    QVERIFY(scene.verdict().startsWith(u"Decoded. Asking"_s));
    scene.opened(u"shop"_s); // signs in: what was under way before is dropped
    QVERIFY2(scene.verdict().startsWith(u"Decoded, not verified"_s), qPrintable(scene.verdict()));
    scene.press(u"Verify signature"_s);
    QTRY_COMPARE(scene.tenant.held(), 1);
    scene.book.lock();
    QVERIFY(scene.verdict().startsWith(u"Decoded, not verified"_s));
    QTRY_COMPARE(scene.tenant.held(), 0);
}

void TestInspectorDialog::damagedTokensAreStillTokens()
{
    Scene scene;
    const QByteArray token = scene.signedToken(scene.claims());
    scene.dialog->take(token.chopped(1));
    QVERIFY(Test::says(*scene.dialog, u"your tenant “shop”"_s));
    scene.press(u"Verify signature"_s);
    QTRY_VERIFY2(scene.verdict().startsWith(u"Invalid: "_s), qPrintable(scene.verdict()));
    scene.dialog->take("eyJhbGciOiJSUzI1NiJ9.bm8ganNvbg.c2ln");
    QVERIFY(Test::says(*scene.dialog, u"what was signed is no JSON object"_s));
}

void TestInspectorDialog::pasteIsOffline_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("bare") << QByteArray("\n ") << QByteArray("\n");
    QTest::newRow("header") << QByteArray("Authorization: Bearer ") << QByteArray("\n");
    QTest::newRow("curl") << QByteArray("curl -H 'Authorization: Bearer ")
                          << QByteArray("' https://contoso.eu.auth0.com/api/v2/users");
    QTest::newRow("export") << QByteArray("export AUTH0_TOKEN='") << QByteArray("'\n");
}

void TestInspectorDialog::pasteIsOffline()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    Scene scene;
    const QByteArray token = scene.signedToken(scene.claims());
    QGuiApplication::clipboard()->setText(QString::fromLatin1(before + token + after));
    QTest::keyClick(scene.dialog.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(scene.source().currentText(), u"Pasted token"_s);
    QVERIFY(scene.verdict().startsWith(u"Decoded, not verified"_s));
    QVERIFY(Test::says(*scene.dialog, u"your tenant “shop”"_s));
    QTest::qWait(50);
    QCOMPARE(scene.tenant.requests().size(), 0);
    scene.press(u"Verify signature"_s); // by the keys of a tenant that is not even signed in
    QTRY_VERIFY2(scene.verdict().startsWith(u"Verified: "_s), qPrintable(scene.verdict()));
    QVERIFY(scene.verdict().contains(u"audience was not checked"_s));
    QCOMPARE(scene.tenant.requests().size(), 1);
    for (const Test::SeenRequest &request : scene.tenant.requests())
        QVERIFY(request.bearer.isEmpty() && !request.body.contains(token.first(40)));
}

void TestInspectorDialog::foreignTokensCannotBeVerified()
{
    Scene scene;
    QJsonObject claims = scene.claims();
    claims.insert(u"iss"_s, u"https://evil.test/"_s);
    scene.dialog->take(scene.signedToken(claims));
    QVERIFY(Test::says(*scene.dialog, u"which is none of your tenants"_s));
    QVERIFY(!Test::buttonIn(*scene.dialog, u"Verify signature"_s)->isEnabled());
}

void TestInspectorDialog::differencesAreTold()
{
    Scene scene;
    scene.ownClaims = scene.claims();
    scene.ownClaims->insert(u"azp"_s, u"somebody-else"_s);
    scene.ownClaims->insert(u"exp"_s, scene.clock.wallNow().toSecsSinceEpoch() + 3600);
    scene.dialog->showTenant(scene.opened(u"shop"_s));
    QVERIFY(Test::says(*scene.dialog, u"azp is “somebody-else”"_s));
    QVERIFY(Test::says(*scene.dialog, u"exp is 23 h 0 min earlier"_s));
    QVERIFY(Test::says(*scene.dialog, u"your tenant"_s));
}

void TestInspectorDialog::anotherIssuerIsNotCalledTheTenant()
{
    Scene scene;
    scene.ownClaims = scene.claims();
    scene.ownClaims->insert(u"iss"_s, u"https://evil.example/"_s);
    scene.dialog->showTenant(scene.opened(u"shop"_s));
    QVERIFY(Test::says(*scene.dialog, u"evil.example/ issued it, which is none of your tenants"_s));
    QVERIFY(!Test::says(*scene.dialog, u"your tenant “"_s));
}

void TestInspectorDialog::namesTheApplication()
{
    Scene scene;
    KnownTenant &shop = scene.opened(u"shop"_s);
    const auto &store = shop.session().applications().store();
    QTRY_COMPARE(store.size(), 3);
    QJsonObject claims = scene.claims();
    claims.insert(u"azp"_s, store.clientId(1));
    scene.dialog->take(scene.signedToken(claims));
    QVERIFY(Test::says(*scene.dialog, u"“%1”"_s.arg(store.text(1, Applications::Column::Name))));
}

void TestInspectorDialog::whatIsNoJwtIsNamed()
{
    Scene scene;
    scene.dialog->take("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..aXYxMjM.Y2lwaGVy.dGFn");
    QVERIFY(scene.verdict().startsWith(u"Encrypted (JWE)"_s));
    QVERIFY(Test::everythingHeard(*QAccessible::queryAccessibleInterface(scene.dialog.get()))
                .contains(u"A128GCM"_s));
    QVERIFY(!Test::buttonIn(*scene.dialog, u"Verify signature"_s));
    scene.dialog->take("Authorization: Bearer abcdefghijklmnopqrstuvwxyz0123456789");
    QVERIFY(Test::says(*scene.dialog, u"opaque token"_s));
}

void TestInspectorDialog::textWithoutTokenChangesNothing()
{
    Scene scene;
    scene.dialog->showTenant(scene.opened(u"shop"_s));
    scene.dialog->take("Dear all,\n\nhello.");
    QVERIFY(Test::says(*scene.dialog, u"There is no token in that text."_s));
    scene.dialog->take(QByteArray(80'000, 'a'));
    QVERIFY(Test::says(*scene.dialog, u"That text is too long for a token."_s));
    QCOMPARE(scene.source().currentText(), u"shop"_s);
}

void TestInspectorDialog::tenantsComeAndGo()
{
    Scene scene;
    scene.opened(u"stage"_s);
    scene.dialog->showTenant(scene.opened(u"shop"_s));
    QCOMPARE(scene.source().count(), 2);
    QVERIFY(scene.book.remove(*scene.book.find(u"shop")));
    QTRY_COMPARE(scene.source().count(), 1);
    QVERIFY(Test::says(*scene.dialog, u"There is no token here"_s));
    scene.book.find(u"stage")->signOut();
    QTRY_COMPARE(scene.source().count(), 0);
}

void TestInspectorDialog::neverShowsTheTokenItself()
{
    Scene scene;
    const QByteArray token = scene.signedToken(scene.claims());
    scene.dialog->take(token);
    const QString signature = QString::fromLatin1(token.split('.').constLast());
    const QStringList heard = Test::everythingHeard(
        *QAccessible::queryAccessibleInterface(scene.dialog.get()));
    QVERIFY(heard.size() > 20);
    for (const QString &text : heard)
        QVERIFY2(!text.contains(signature.first(16)), qPrintable(text));
}

void TestInspectorDialog::aPastedTokenIsForgottenWhenClosed()
{
    Scene scene;
    scene.dialog->take(scene.signedToken(scene.claims()));
    QCOMPARE(scene.source().count(), 1);
    QTest::keyClick(scene.dialog.get(), Qt::Key_Escape);
    QVERIFY(scene.dialog->isHidden());
    scene.dialog->show();
    QCOMPARE(scene.source().count(), 0);
    scene.dialog->take(scene.signedToken(scene.claims()));
    scene.dialog->close();
    QCOMPARE(scene.source().count(), 0);
}

void TestInspectorDialog::aDropLeavesTheTokenWhereItWas()
{
    Scene scene;
    QMimeData data;
    data.setText(QString::fromLatin1(scene.signedToken(scene.claims())));
    QDropEvent drop(
        QPointF(100, 100), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    drop.setDropAction(Qt::MoveAction);
    static_cast<QObject *>(scene.dialog.get())->event(&drop);
    QVERIFY(drop.isAccepted());
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QCOMPARE(scene.source().currentText(), u"Pasted token"_s);
}

void TestInspectorDialog::presentationHidesProductionsNames()
{
    Scene scene;
    Tenant::Profile profile = scene.book.find(u"shop")->profile();
    profile.environment = Environment::Production;
    QVERIFY(scene.store.replace(u"shop", profile));
    QVERIFY(scene.book.load());
    KnownTenant &shop = scene.opened(u"shop"_s);
    const auto &store = shop.session().applications().store();
    QTRY_COMPARE(store.size(), 3);
    const QString name = store.text(1, Applications::Column::Name);
    scene.ownClaims = scene.claims();
    scene.ownClaims->insert(u"azp"_s, store.clientId(1));
    Presentation presentation(*scene.dialog);
    presentation.setNames({u"shop"_s});
    scene.clock.advance(1s);
    shop.session().renewToken();
    scene.dialog->showTenant(shop);
    const auto heard = [&scene] {
        return Test::everythingHeard(*QAccessible::queryAccessibleInterface(scene.dialog.get()))
            .join(u'\n');
    };
    QTRY_VERIFY(heard().contains(name));
    presentation.setOn(true);
    QVERIFY2(!heard().contains(name), qPrintable(heard()));
    QVERIFY2(!heard().contains(u"shop"_s), qPrintable(heard()));
}

QTEST_MAIN(TestInspectorDialog)

#include "tst_inspectordialog.moc"
