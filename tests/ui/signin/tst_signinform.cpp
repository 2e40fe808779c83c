// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/connectionmore.h"
#include "ui/signin/formfield.h"
#include "ui/signin/signinform.h"

#include "tests/ui/uitest.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
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
    values.secret = Base::Secret(QByteArrayView("open-sesame"));
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
    void aKeyThatCannotBeReadIsToldAtItsField();
    void anOrganizationIsToldAtItsField();
    void errorsStandAtTheirFields_data();
    void errorsStandAtTheirFields();
    void hintsStandAtTheirFields_data();
    void hintsStandAtTheirFields();
    void repairs_data();
    void repairs();
    void repairsByKeyboard();
    void offersNoRepair_data();
    void offersNoRepair();
    void swapsOnlyWhatMayBeShown();
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
    QCOMPARE(credentials->clientSecret, Base::Secret(QByteArrayView("open-sesame")));
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

    QVERIFY(!edit(form, Field::ClientSecret).isEnabled());
    form.focusField(Field::ClientSecret); // as a refusal leads there
    QLineEdit &keyFile = form.more().field(ConnectionMore::Field::KeyFile).edit();
    QCOMPARE(QApplication::focusWidget(), &keyFile);
    keyFile.setText({});
    QVERIFY(edit(form, Field::ClientSecret).isEnabled());
    QVERIFY(edit(form, Field::ClientSecret).placeholderText().isEmpty());
    type(form, Field::ClientSecret, u"another"_s);
    const auto bySecret = form.take();
    QVERIFY(bySecret);
    QVERIFY(!bySecret->privateKey);
    QCOMPARE(bySecret->clientSecret, Base::Secret(QByteArrayView("another")));
    form.forgetSecret();
    QVERIFY(!form.take());
}

void TestSignInForm::aKeyThatCannotBeReadIsToldAtItsField()
{
    SignInForm form;
    Test::showActive(form);
    form.fill(usual());
    type(form, Field::ClientSecret, u"typed"_s);
    FormField &key = form.more().field(ConnectionMore::Field::KeyFile);
    key.edit().setText(u"/none/key.pem"_s);
    QVERIFY(edit(form, Field::ClientSecret).text().isEmpty());
    QVERIFY(!form.take());
    QVERIFY(key.isWrong());
    QVERIFY(!form.field(Field::ClientSecret).isWrong());
    QCOMPARE(QApplication::focusWidget(), &key.edit());
    key.edit().setText({});
    QCOMPARE(form.take()->clientSecret, usual().secret); // which was held all the while
}

void TestSignInForm::anOrganizationIsToldAtItsField()
{
    SignInForm form;
    Test::showActive(form);
    form.fill(usual());
    FormField &organization = form.more().field(ConnectionMore::Field::Organization);
    organization.edit().setText(u"org abc"_s);
    QVERIFY(!form.take());
    QVERIFY(organization.isWrong() && organization.isVisible());
    for (const Field field : allFields)
        QVERIFY(!form.field(field).isWrong());
    organization.edit().setText(u" org_abc "_s);
    QCOMPARE(form.take()->organization, u"org_abc"_s);
    QCOMPARE(organization.edit().text(), u"org_abc"_s);
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
                                  << u"another tenant"_s;
    QTest::newRow("custom domain's")
        << Field::Audience << u"https://login.example.com/api/v2/"_s << u"another host"_s;
    QTest::newRow("two slashes") << Field::Audience << u"https://contoso.eu.auth0.com/api/v2//"_s
                                 << u"two slashes"_s;
    QTest::newRow("a blank in the secret") << Field::ClientSecret << u"two words"_s << u"blank"_s;
    QTest::newRow("a quote in the secret") << Field::ClientSecret << u"'sesame"_s << u"a quote"_s;
    QTest::newRow("client ID as secret")
        << Field::ClientSecret << QString(32, u'i') << u"looks like a client ID"_s;
    QTest::newRow("secret as client ID")
        << Field::ClientId << QString(64, u's') << u"looks like a client secret"_s;
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

void TestSignInForm::repairs_data()
{
    QTest::addColumn<SignInForm::Field>("field");
    QTest::addColumn<QStringList>("typed"); // as the fields stand
    QTest::addColumn<QString>("button");
    QTest::addColumn<QStringList>("repaired");
    const QString domain = u"contoso.eu.auth0.com"_s;
    const QString audience = u"https://contoso.eu.auth0.com/api/v2/"_s;
    const QString id(32, u'i');
    const QString secret(64, u's');
    const auto domainRow = [&](const char *typed, const QString &host) {
        QTest::newRow(typed) << Field::Domain
                             << QStringList{QString::fromLatin1(typed), id, secret, {}}
                             << QString(u"Use "_s + host)
                             << QStringList{host, id, secret, u"https://"_s + host + u"/api/v2/"_s};
    };
    domainRow("contoso.eu.auth0.com/", domain); // mended by itself
    domainRow("https://contoso.eu.auth0.com/api/v2/", domain);
    domainRow("contoso.eu.auth0.com/oauth/token", domain);
    domainRow("contoso.eu.auth0.com?x=1", domain);
    domainRow("contoso.eu.auth0.com:443", domain);
    domainRow("http://contoso.eu.auth0.com", domain);
    domainRow("https:/contoso.eu.auth0.com", domain);
    domainRow("ftp://Contoso.eu.auth0.com/x", domain);
    domainRow("https://manage.auth0.com/dashboard/eu/contoso/applications", domain);
    const auto audienceRow = [&](const char *name, const QString &typed) {
        QTest::newRow(name) << Field::Audience << QStringList{domain, id, secret, typed}
                            << QString(u"Use "_s + audience)
                            << QStringList{domain, id, secret, audience};
    };
    audienceRow("no slash", audience.chopped(1));
    audienceRow("two slashes", audience + u'/');
    audienceRow("another tenant's", u"https://fabrikam.auth0.com/api/v2/"_s);
    audienceRow("another tenant's without slash", u"https://fabrikam.auth0.com/api/v2"_s);
    audienceRow("the custom domain's", u"https://login.example.com/api/v2/"_s);
    const QStringList right{domain, id, secret, audience};
    const QString swap = u"Swap client ID and secret"_s;
    QTest::newRow("swapped") << Field::ClientId << QStringList{domain, secret, id, {}} << swap
                             << right;
    QTest::newRow("ID in the secret's field")
        << Field::ClientSecret << QStringList{domain, u"x"_s, id, {}} << swap
        << QStringList{domain, id, u"x"_s, audience};
    QTest::newRow("secret in the ID's field")
        << Field::ClientId << QStringList{domain, secret, {}, {}} << swap
        << QStringList{domain, {}, secret, audience};
}

namespace {

void typeAll(const SignInForm &form, const QStringList &texts)
{
    for (const Field field : allFields) {
        if (!texts[qsizetype(field)].isEmpty())
            type(form, field, texts[qsizetype(field)]);
    }
    edit(form, Field::Domain).setFocus();
}

QPushButton *repairButton(const FormField &field)
{
    QPushButton *button = field.findChild<QPushButton *>();
    return button->isHidden() ? nullptr : button;
}

} // namespace

void TestSignInForm::repairs()
{
    QFETCH(const SignInForm::Field, field);
    QFETCH(const QStringList, typed);
    QFETCH(const QString, button);
    QFETCH(const QStringList, repaired);
    SignInForm form;
    Test::showActive(form);
    typeAll(form, typed);
    QPushButton *repair = repairButton(form.field(field));
    if (typed.first().endsWith(u"com/"_s)) {
        QVERIFY(!repair);
    } else {
        QVERIFY2(repair, qPrintable(form.field(field).remarkText()));
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(repair);
        QCOMPARE(interface->text(QAccessible::Name), button);
        QTest::mouseClick(repair, Qt::LeftButton);
        QVERIFY(!repairButton(form.field(field)));
        QVERIFY(!form.field(field).isWrong());
        QCOMPARE(QApplication::focusWidget(), &edit(form, field));
    }
    for (const Field each : allFields)
        QCOMPARE(edit(form, each).text(), repaired[qsizetype(each)]);
}

void TestSignInForm::repairsByKeyboard()
{
    SignInForm form;
    Test::showActive(form);
    typeAll(form, {u"contoso.eu.auth0.com/x"_s, u"id"_s, u"secret"_s, {}});
    QVERIFY(!form.take());
    QCOMPARE(QApplication::focusWidget(), &edit(form, Field::Domain));
    QTest::keyClick(&form, Qt::Key_Tab);
    QPushButton *repair = repairButton(form.field(Field::Domain));
    QCOMPARE(QApplication::focusWidget(), repair);
    QTest::keyClick(repair, Qt::Key_Space);
    QCOMPARE(edit(form, Field::Domain).text(), u"contoso.eu.auth0.com"_s);
    QCOMPARE(QApplication::focusWidget(), &edit(form, Field::Domain));
    QTest::keyClick(&form, Qt::Key_Tab); // the button is gone from the order
    QCOMPARE(QApplication::focusWidget(), &edit(form, Field::ClientId));
    QVERIFY(form.take());
}

void TestSignInForm::offersNoRepair_data()
{
    QTest::addColumn<QStringList>("typed");
    const QString id(32, u'i');
    const QString secret(64, u's');
    const auto row = [](const char *name, const QStringList &typed) {
        QTest::newRow(name) << typed;
    };
    row("all is right", {u"contoso.eu.auth0.com"_s, id, secret, {}});
    row("another host behind an @", {u"contoso.eu.auth0.com@evil.com/x"_s, id, secret, {}});
    row("an @ after the path", {u"evil.com/@contoso.eu.auth0.com"_s, id, secret, {}});
    row("a backslash", {u"contoso.eu.auth0.com\\x"_s, id, secret, {}});
    row("a tenant's name", {u"contoso"_s, id, secret, {}});
    row("the Dashboard, no tenant", {u"https://manage.auth0.com/"_s, id, secret, {}});
    row("custom domain", {u"login.example.com"_s, id, secret, {}});
    row("custom domain, tenant's audience",
        {u"login.example.com"_s, id, secret, u"https://contoso.eu.auth0.com/api/v2/"_s});
    row("another API", {u"contoso.eu.auth0.com"_s, id, secret, u"https://api.example.com//x"_s});
    row("client ID twice", {u"contoso.eu.auth0.com"_s, id, id, {}});
    row("secret twice", {u"contoso.eu.auth0.com"_s, secret, secret, {}});
}

void TestSignInForm::offersNoRepair()
{
    QFETCH(const QStringList, typed);
    SignInForm form;
    Test::showActive(form);
    typeAll(form, typed);
    edit(form, Field::ClientId).setFocus();
    for (const Field field : allFields)
        QVERIFY2(!repairButton(form.field(field)), qPrintable(form.field(field).remarkText()));
}

/// A held secret is never seen: it becomes the client ID only when it looks like one, which is no secret.
void TestSignInForm::swapsOnlyWhatMayBeShown()
{
    SignInValues values = usual();
    values.clientId = QString(64, u's');
    SignInForm form;
    form.fill(values);
    QVERIFY(form.field(Field::ClientId).remarkText().contains(u"looks like a client secret"_s));
    QVERIFY(!repairButton(form.field(Field::ClientId)));
    values.secret = Base::Secret::fromText(QString(32, u'i'));
    form.fill(values);
    QPushButton *repair = repairButton(form.field(Field::ClientId));
    QVERIFY(repair);
    repair->click();
    QCOMPARE(edit(form, Field::ClientId).text(), QString(32, u'i'));
    const auto credentials = form.take();
    QVERIFY(credentials);
    QCOMPARE(credentials->clientSecret, Base::Secret::fromText(QString(64, u's')));
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
