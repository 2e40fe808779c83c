// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/formfield.h"
#include "ui/signin/signinform.h"

#include "tests/ui/uitest.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Field = SignInForm::Field;

namespace {

constexpr Field allFields[] = {
    Field::Domain, Field::ClientId, Field::ClientSecret, Field::Audience};

SignInValues usual()
{
    SignInValues values;
    values.domain = u"contoso.eu.auth0.com"_s;
    values.clientId = u"machine"_s;
    values.secret = Base::Secret(QByteArrayView("open sesame"));
    values.source = SecretSource::Environment;
    return values;
}

QLineEdit &edit(const SignInForm &form, Field field)
{
    return form.field(field).edit();
}

/// Types over what is there, as a user does.
void type(const SignInForm &form, Field field, const QString &text)
{
    edit(form, field).setFocus();
    edit(form, field).selectAll();
    if (text.isEmpty())
        QTest::keyClick(&edit(form, field), Qt::Key_Delete);
    else
        QTest::keyClicks(&edit(form, field), text);
}

} // namespace

class TestSignInForm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void accessibleNames();
    void secretFieldKeepsItsSecret();
    void domainIsTidiedVisibly_data();
    void domainIsTidiedVisibly();
    void wrongDomainIsToldAtOnce_data();
    void wrongDomainIsToldAtOnce();
    void audienceFollowsUntilEdited();
    void heldSecretIsNeverShown();
    void typedSecretWins();
    void heldKeyStandsForTheSecret();
    void errorsStandAtTheirFields_data();
    void errorsStandAtTheirFields();
    void hintsStandAtTheirFields_data();
    void hintsStandAtTheirFields();
    void takesWhatIsRight();
    void enterSubmits();
    void focusGoesToWhatIsMissing();
};

void TestSignInForm::accessibleNames()
{
    const SignInForm form;
    const QStringList names{u"Domain"_s, u"Client ID"_s, u"Client secret"_s, u"Audience"_s};
    for (const Field field : allFields) {
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(
            &edit(form, field));
        QVERIFY(interface);
        QCOMPARE(interface->text(QAccessible::Name), names[qsizetype(field)]);
    }
}

void TestSignInForm::secretFieldKeepsItsSecret()
{
    SignInForm form;
    Test::showActive(form);
    QLineEdit &secret = edit(form, Field::ClientSecret);
    QCOMPARE(secret.echoMode(), QLineEdit::Password);
    const Qt::InputMethodHints wanted = Qt::ImhSensitiveData | Qt::ImhHiddenText
        | Qt::ImhNoPredictiveText;
    QCOMPARE(secret.inputMethodHints() & wanted, wanted);
    QVERIFY(!secret.dragEnabled());
    type(form, Field::ClientSecret, u"first"_s);
    type(form, Field::ClientSecret, u"second"_s);
    secret.undo();
    QVERIFY(secret.text() != u"first"_s);
    QApplication::clipboard()->setText(u"untouched"_s);
    secret.selectAll();
    secret.copy();
    secret.cut();
    QCOMPARE(QApplication::clipboard()->text(), u"untouched"_s);
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&secret);
    QCOMPARE(interface->text(QAccessible::Value), QString());
}

void TestSignInForm::domainIsTidiedVisibly_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("note");
    QTest::newRow("scheme and slash")
        << u"https://contoso.eu.auth0.com/"_s << u"contoso.eu.auth0.com"_s << u"https://"_s;
    QTest::newRow("blanks") << u"  contoso.eu.auth0.com "_s << u"contoso.eu.auth0.com"_s
                            << u"Blanks"_s;
    QTest::newRow("case") << u"Contoso.EU.auth0.com"_s << u"contoso.eu.auth0.com"_s
                          << u"lower case"_s;
    QTest::newRow("nothing to tidy")
        << u"contoso.eu.auth0.com"_s << u"contoso.eu.auth0.com"_s << QString();
}

void TestSignInForm::domainIsTidiedVisibly()
{
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    QFETCH(QString, note);
    SignInForm form;
    Test::showActive(form);
    type(form, Field::Domain, typed);
    QCOMPARE(edit(form, Field::Domain).text(), typed); // not while typing
    edit(form, Field::ClientId).setFocus();
    QCOMPARE(edit(form, Field::Domain).text(), shown);
    const QString remark = form.field(Field::Domain).remarkText();
    QVERIFY2(note.isEmpty() ? remark.isEmpty() : remark.contains(note), qPrintable(remark));
    QVERIFY(!form.field(Field::Domain).isWrong());
}

void TestSignInForm::wrongDomainIsToldAtOnce_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"tenant.auth0.com\\@evil.com", "x@evil.com", "tenant%2eauth0.com",
          "tenant.auth0.com/path", "tenant.auth0.com:8443", "192.0.2.1", "tenant",
          "http://tenant.auth0.com"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestSignInForm::wrongDomainIsToldAtOnce()
{
    QFETCH(QString, typed);
    SignInForm form;
    Test::showActive(form);
    type(form, Field::Domain, typed);
    edit(form, Field::ClientId).setFocus();
    QCOMPARE(edit(form, Field::Domain).text(), typed);
    QVERIFY(form.field(Field::Domain).isWrong());
    QVERIFY(!form.field(Field::Domain).remarkText().isEmpty());
    QVERIFY(edit(form, Field::Audience).text().isEmpty()); // nothing to follow
    type(form, Field::Domain, u"t"_s);
    QVERIFY(!form.field(Field::Domain).isWrong()); // being mended
}

void TestSignInForm::audienceFollowsUntilEdited()
{
    SignInForm form;
    Test::showActive(form);
    QLineEdit &audience = edit(form, Field::Audience);
    QVERIFY(form.field(Field::Audience).remarkText().contains(u"Follows the domain"_s));
    type(form, Field::Domain, u"contoso.eu.auth0.com"_s);
    QCOMPARE(audience.text(), u"https://contoso.eu.auth0.com/api/v2/"_s);
    type(form, Field::Audience, u"https://api.example.com/"_s);
    QVERIFY(!form.field(Field::Audience).remarkText().contains(u"Follows"_s));
    type(form, Field::Domain, u"fabrikam.auth0.com"_s);
    QCOMPARE(audience.text(), u"https://api.example.com/"_s);
    type(form, Field::Audience, {});
    QVERIFY(form.field(Field::Audience).remarkText().contains(u"Follows the domain"_s));
    type(form, Field::Domain, u"fourthcoffee.auth0.com"_s);
    QCOMPARE(audience.text(), u"https://fourthcoffee.auth0.com/api/v2/"_s);
}

void TestSignInForm::heldSecretIsNeverShown()
{
    SignInForm form;
    form.fill(usual());
    QVERIFY(edit(form, Field::ClientSecret).text().isEmpty());
    QCOMPARE(
        edit(form, Field::ClientSecret).placeholderText(), u"Taken from AUTH0_CLIENT_SECRET."_s);
    QCOMPARE(form.field(Field::ClientSecret).remarkText(), u"Kept for this session only."_s);
    const auto credentials = form.take();
    QVERIFY(credentials);
    QCOMPARE(credentials->clientSecret, Base::Secret(QByteArrayView("open sesame")));
    form.forgetSecret();
    QVERIFY(edit(form, Field::ClientSecret).placeholderText().isEmpty());
    QVERIFY(!form.take());
    QVERIFY(form.field(Field::ClientSecret).isWrong());
}

void TestSignInForm::heldKeyStandsForTheSecret()
{
    SignInValues values = usual();
    values.secret.clear();
    values.privateKey = Tenant::PrivateKey{
        .pem = Base::Secret(QByteArrayView("pem")), .file = u"/keys/contoso.pem"_s};
    values.organization = u"org_abc"_s;
    SignInForm form;
    Test::showActive(form);
    form.fill(values);
    QCOMPARE(
        edit(form, Field::ClientSecret).placeholderText(),
        u"Signs with the key in /keys/contoso.pem"_s);
    const auto byKey = form.take();
    QVERIFY(byKey);
    QCOMPARE(byKey->privateKey, values.privateKey);
    QCOMPARE(byKey->organization, u"org_abc"_s);
    QVERIFY(byKey->clientSecret.isEmpty());

    type(form, Field::ClientSecret, u"another"_s);
    const auto bySecret = form.take();
    QVERIFY(bySecret);
    QVERIFY(!bySecret->privateKey);
    QCOMPARE(bySecret->clientSecret, Base::Secret(QByteArrayView("another")));
    form.forgetSecret();
    QVERIFY(!form.take());
}

void TestSignInForm::typedSecretWins()
{
    SignInForm form;
    Test::showActive(form);
    form.fill(usual());
    type(form, Field::ClientSecret, u"another"_s);
    QCOMPARE(form.take()->clientSecret, Base::Secret(QByteArrayView("another")));
}

void TestSignInForm::errorsStandAtTheirFields_data()
{
    QTest::addColumn<SignInForm::Field>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("no domain") << Field::Domain << QString();
    QTest::newRow("no client ID") << Field::ClientId << QString();
    QTest::newRow("blank inside") << Field::ClientId << u"two words"_s;
    QTest::newRow("blank in the audience") << Field::Audience << u"https://a b/"_s;
}

void TestSignInForm::errorsStandAtTheirFields()
{
    QFETCH(SignInForm::Field, field);
    QFETCH(QString, text);
    SignInForm form;
    Test::showActive(form);
    form.fill(usual());
    type(form, field, text);
    if (field == Field::Domain)
        type(form, Field::Audience, u"https://contoso.eu.auth0.com/api/v2/"_s);
    QVERIFY(!form.take());
    for (const Field other : allFields)
        QCOMPARE(form.field(other).isWrong(), other == field);
    QVERIFY(!form.field(field).remarkText().isEmpty());
    QCOMPARE(QApplication::focusWidget(), &edit(form, field));
    QCOMPARE(edit(form, field).accessibleDescription(), form.field(field).remarkText());
}

void TestSignInForm::hintsStandAtTheirFields_data()
{
    QTest::addColumn<SignInForm::Field>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hint");
    QTest::newRow("no final slash")
        << Field::Audience << u"https://contoso.eu.auth0.com/api/v2"_s << u"slash"_s;
    QTest::newRow("another host") << Field::Audience << u"https://fabrikam.auth0.com/api/v2/"_s
                                  << u"another host"_s;
    QTest::newRow("another API") << Field::Audience << u"urn:shop"_s << u"no list"_s;
    QTest::newRow("custom domain") << Field::Domain << u"login.example.com"_s << u"custom domain"_s;
    QTest::newRow("quoted secret") << Field::ClientSecret << u"\"quoted\""_s << u"Quotes"_s;
    QTest::newRow("blanks") << Field::ClientId << u" machine "_s << u"Blanks"_s;
}

void TestSignInForm::hintsStandAtTheirFields()
{
    QFETCH(SignInForm::Field, field);
    QFETCH(QString, text);
    QFETCH(QString, hint);
    SignInForm form;
    Test::showActive(form);
    form.fill(usual());
    type(form, field, text);
    edit(form, field == Field::Audience ? Field::ClientId : Field::Audience).setFocus();
    const Field where = field == Field::Domain ? Field::Audience : field;
    const QString remark = form.field(where).remarkText();
    QVERIFY2(remark.contains(hint), qPrintable(remark));
    QVERIFY(!form.field(where).isWrong());
    QVERIFY(form.take()); // a hint holds nothing up
}

void TestSignInForm::takesWhatIsRight()
{
    SignInForm form;
    Test::showActive(form);
    form.fill(usual());
    type(form, Field::ClientId, u" 'machine' "_s);
    const auto credentials = form.take();
    QVERIFY(credentials);
    QCOMPARE(credentials->domain.text(), u"contoso.eu.auth0.com"_s);
    QCOMPARE(credentials->clientId, u"machine"_s);
    QCOMPARE(edit(form, Field::ClientId).text(), u"machine"_s); // cleaned where it can be seen
    QCOMPARE(credentials->audience, u"https://contoso.eu.auth0.com/api/v2/"_s);
}

void TestSignInForm::enterSubmits()
{
    SignInForm form;
    Test::showActive(form);
    const QSignalSpy submitted(&form, &SignInForm::submitted);
    for (const Field field : allFields)
        QTest::keyClick(&edit(form, field), Qt::Key_Return);
    QCOMPARE(submitted.count(), 4);
}

void TestSignInForm::focusGoesToWhatIsMissing()
{
    SignInForm form;
    Test::showActive(form);
    form.focusFirstEmpty();
    QCOMPARE(QApplication::focusWidget(), &edit(form, Field::Domain));
    SignInValues values = usual();
    values.clientId.clear();
    form.fill(values);
    form.focusFirstEmpty();
    QCOMPARE(QApplication::focusWidget(), &edit(form, Field::ClientId));
    values = usual();
    values.secret.clear();
    form.fill(values);
    form.focusFirstEmpty();
    QCOMPARE(QApplication::focusWidget(), &edit(form, Field::ClientSecret));
}

QTEST_MAIN(TestSignInForm)
#include "tst_signinform.moc"
