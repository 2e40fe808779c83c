// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/credentials.h"
#include "app/tenant/profile.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Tenant;

namespace {

Profile contoso()
{
    return {
        .name = u"Contoso (EU)"_s,
        .domain = Domain::parse(u"contoso.eu.auth0.com")->domain,
        .clientId = u"k158Zc7abcdEFGH"_s,
        .audience = u"https://contoso.eu.auth0.com/api/v2/"_s,
        .caFile = u"/etc/ssl/contoso.pem"_s,
        .environment = Environment::Production,
        .isSecretSaved = true};
}

} // namespace

class ProfileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void namesEnvironments();
    void takesNames_data();
    void takesNames();
    void refusesNames_data();
    void refusesNames();
    void takesASecretFor_data();
    void takesASecretFor();
    void goesToJsonAndBack();
    void caFileMayBeMissing();
    void keepsKeyFileAndOrganization();
    void refusesJson_data();
    void refusesJson();
};

void ProfileTest::namesEnvironments()
{
    for (const Environment environment :
         {Environment::Development, Environment::Staging, Environment::Production})
        QCOMPARE(environmentFrom(QString(nameOf(environment))), std::optional(environment));
    QCOMPARE(nameOf(Environment::Production), "production"_L1);
    QCOMPARE(environmentFrom(u"Production"), std::nullopt);
    QCOMPARE(environmentFrom(u""), std::nullopt);
}

void ProfileTest::takesNames_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Contoso"_s << u"Contoso"_s;
    QTest::newRow("blanks around") << u"  Contoso EU\t"_s << u"Contoso EU"_s;
    QTest::newRow("other scripts") << u"東京 ★ тест"_s << u"東京 ★ тест"_s;
    QTest::newRow("an emoji") << u"🚀"_s << u"🚀"_s;
    QTest::newRow("like a path") << u"../../etc/passwd"_s << u"../../etc/passwd"_s;
    QTest::newRow("100 characters") << QString(100, u'x') << QString(100, u'x');
}

void ProfileTest::takesNames()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    const Base::Result<QString> checked = checkedProfileName(typed);
    QVERIFY(checked);
    QCOMPARE(*checked, name);
}

void ProfileTest::refusesNames_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("rule");
    QTest::newRow("empty") << QString() << QString(ProfileRule::nameEmpty);
    QTest::newRow("blank") << u" \t "_s << QString(ProfileRule::nameEmpty);
    QTest::newRow("101 characters") << QString(101, u'x') << QString(ProfileRule::nameTooLong);
    const QString character = ProfileRule::nameCharacter;
    QTest::newRow("like an option") << u"-x"_s << character;
    QTest::newRow("two lines") << u"a\nb"_s << character;
    QTest::newRow("NUL") << u"a\0b"_s << character;
    QTest::newRow("right to left override") << u"a\u202Eb"_s << character;
    QTest::newRow("zero width") << u"a\u200Bb"_s << character;
    QTest::newRow("lone surrogate") << QString(u'a') + QChar(0xD800) << character;
    QTest::newRow("line separator") << u"a\u2028b"_s << character;
}

void ProfileTest::refusesNames()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, rule);
    const Base::Result<QString> checked = checkedProfileName(typed);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, Base::ErrorKind::InvalidProfile);
    QCOMPARE(checked.error().detail, rule);
}

void ProfileTest::takesASecretFor_data()
{
    QTest::addColumn<bool>("isSaved");
    QTest::addColumn<QString>("keyFile");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<bool>("takes");
    QTest::newRow("nobody's") << false << QString() << QString() << true;
    QTest::newRow("its client's") << false << QString() << contoso().clientId << true;
    QTest::newRow("another client's") << false << QString() << u"other"_s << false;
    QTest::newRow("it has one") << true << QString() << contoso().clientId << false;
    QTest::newRow("it signs") << false << u"/key.pem"_s << QString() << false;
}

void ProfileTest::takesASecretFor()
{
    QFETCH(const bool, isSaved);
    QFETCH(const QString, keyFile);
    QFETCH(const QString, clientId);
    Profile profile = contoso();
    profile.isSecretSaved = isSaved;
    profile.privateKeyFile = keyFile;
    QTEST(takesSecretFor(profile, clientId), "takes");
}

void ProfileTest::goesToJsonAndBack()
{
    QCOMPARE(profileFrom(toJson(contoso())), std::optional(contoso()));
}

void ProfileTest::caFileMayBeMissing()
{
    Profile profile = contoso();
    profile.caFile.clear();
    QVERIFY(!toJson(profile).contains(u"ca_file"_s));
    QCOMPARE(profileFrom(toJson(profile)), std::optional(profile));
}

void ProfileTest::keepsKeyFileAndOrganization()
{
    QVERIFY(!toJson(contoso()).contains(u"private_key_file"_s));
    QVERIFY(!toJson(contoso()).contains(u"signing_alg"_s));
    QVERIFY(!toJson(contoso()).contains(u"organization"_s));
    Profile profile = contoso();
    profile.privateKeyFile = u"/keys/contoso.pem"_s;
    profile.signingAlgorithm = Base::SigningAlgorithm::Ps256;
    profile.organization = u"org_abc"_s;
    QJsonObject json = toJson(profile);
    QCOMPARE(json.value(u"private_key_file"_s).toString(), profile.privateKeyFile);
    QCOMPARE(json.value(u"signing_alg"_s).toString(), u"PS256"_s);
    QCOMPARE(json.value(u"organization"_s).toString(), u"org_abc"_s);
    QCOMPARE(profileFrom(json), std::optional(profile));
    json.remove(u"signing_alg"_s);
    QCOMPARE(profileFrom(json)->signingAlgorithm, Base::SigningAlgorithm::Rs256);
}

void ProfileTest::refusesJson_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *member, const QJsonValue &value) {
        QTest::addRow("%s: %s", member, qPrintable(value.toVariant().toString()))
            << QString::fromLatin1(member) << value;
    };
    row("name", {});
    row("name", 7);
    row("domain", {});
    row("domain", u"contoso.eu.auth0.com\\@evil.example"_s);
    row("domain", u"http://contoso.eu.auth0.com"_s);
    row("client_id", u"two words"_s);
    row("client_id", u""_s);
    row("audience", u"https://contoso.eu.auth0.com/\u200B"_s);
    row("environment", u"Production"_s);
    row("environment", {});
    row("ca_file", u"relative.pem"_s);
    row("private_key_file", u"relative.pem"_s);
    row("signing_alg", u"HS256"_s);
    row("organization", u"two words"_s);
}

void ProfileTest::refusesJson()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    QJsonObject json = toJson(contoso());
    json.insert(member, value);
    QCOMPARE(profileFrom(json), std::nullopt);
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
