// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/startoptions.h"

#include <QDir>
#include <QTest>

using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Action = StartOptions::Action;

namespace {

StartOptions read(const QStringList &arguments, const QHash<QString, QString> &variables = {})
{
    QProcessEnvironment environment;
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    return readStartOptions(QStringList(u"tenantscope"_s) + arguments, environment);
}

} // namespace

// No QCoreApplication here: none of it needs one.
class TestStartOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void secretOnTheCommandLineIsRefused_data();
    void secretOnTheCommandLineIsRefused();
    void wrongUseIsRefused_data();
    void wrongUseIsRefused();
    void helpAndVersion();
    void optionsFillTheForm();
    void environmentFillsTheForm();
    void optionsWinOverTheEnvironment();
    void demo();
    void profileLeavesTheEnvironmentAlone();
    void qtOptionsAreLeftToQt();
    void caFileIsMadeAbsolute();
    void keyAndOrganizationAreTaken();
};

void TestStartOptions::secretOnTheCommandLineIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("apart") << QStringList{u"--client-secret"_s, u"hunter2"_s};
    QTest::newRow("with =") << QStringList{u"--client-secret=hunter2"_s};
    QTest::newRow("one dash") << QStringList{u"-client-secret"_s, u"hunter2"_s};
    QTest::newRow("short name") << QStringList{u"--secret"_s, u"hunter2"_s};
    QTest::newRow("among others") << QStringList{
        u"--domain"_s, u"a.b"_s, u"--client-secret"_s, u"hunter2"_s};
    QTest::newRow("beside --help") << QStringList{u"--help"_s, u"--client-secret=hunter2"_s};
}

void TestStartOptions::secretOnTheCommandLineIsRefused()
{
    QFETCH(QStringList, arguments);
    const StartOptions options = read(arguments);
    QCOMPARE(options.action, Action::Refuse);
    QVERIFY(options.message.contains(u"AUTH0_CLIENT_SECRET"_s));
    QVERIFY(options.message.contains(u"--secret-stdin"_s));
    QVERIFY(!options.message.contains(u"hunter2"_s));
}

void TestStartOptions::wrongUseIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
    QTest::newRow("missing value") << QStringList{u"--domain"_s};
    QTest::newRow("stray argument") << QStringList{u"contoso.eu.auth0.com"_s};
    QTest::newRow("demo and domain") << QStringList{u"--demo"_s, u"--domain"_s, u"a.b"_s};
    QTest::newRow("profile and domain")
        << QStringList{u"--profile"_s, u"a"_s, u"--domain"_s, u"a.b"_s};
    QTest::newRow("profile and demo") << QStringList{u"--profile"_s, u"a"_s, u"--demo"_s};
    QTest::newRow("demo and a key") << QStringList{u"--demo"_s, u"--private-key"_s, u"k"_s};
    QTest::newRow("profile and organization")
        << QStringList{u"--profile"_s, u"a"_s, u"--organization"_s, u"o"_s};
    QTest::newRow("key and stdin") << QStringList{u"--private-key"_s, u"k"_s, u"--secret-stdin"_s};
    QTest::newRow("algorithm without a key") << QStringList{u"--signing-alg"_s, u"RS256"_s};
    QTest::newRow("no such algorithm")
        << QStringList{u"--private-key"_s, u"k"_s, u"--signing-alg"_s, u"HS256"_s};
    QTest::newRow("demo and stdin") << QStringList{u"--demo"_s, u"--secret-stdin"_s};
}

void TestStartOptions::wrongUseIsRefused()
{
    QFETCH(QStringList, arguments);
    const StartOptions options = read(arguments);
    QCOMPARE(options.action, Action::Refuse);
    QVERIFY(!options.message.isEmpty());
}

void TestStartOptions::helpAndVersion()
{
    const StartOptions help = read({u"--help"_s});
    QCOMPARE(help.action, Action::PrintHelp);
    QVERIFY2(help.message.startsWith(u"Usage: tenantscope [options]\n"), qPrintable(help.message));
    for (const QString &option :
         {u"--domain"_s, u"--client-id"_s, u"--audience"_s, u"--demo"_s, u"--ca-file"_s,
          u"--secret-stdin"_s, u"--private-key"_s, u"--signing-alg"_s, u"--organization"_s,
          u"--version"_s})
        QVERIFY2(help.message.contains(option), qPrintable(option));
    QCOMPARE(read({u"--version"_s}).action, Action::PrintVersion);
}

void TestStartOptions::optionsFillTheForm()
{
    const StartOptions options = read(
        {u"--domain"_s, u"contoso.eu.auth0.com"_s, u"--client-id=machine"_s, u"--audience"_s,
         u"urn:api"_s, u"--secret-stdin"_s});
    QCOMPARE(options.action, Action::Show);
    QCOMPARE(options.values.domain, u"contoso.eu.auth0.com"_s);
    QCOMPARE(options.values.clientId, u"machine"_s);
    QCOMPARE(options.values.audience, u"urn:api"_s);
    QVERIFY(options.secretFromStdin);
    QVERIFY(!options.demo);
    QVERIFY(options.values.secret.isEmpty());
}

void TestStartOptions::environmentFillsTheForm()
{
    const StartOptions options = read(
        {},
        {{u"AUTH0_DOMAIN"_s, u"contoso.eu.auth0.com"_s},
         {u"AUTH0_CLIENT_ID"_s, u"machine"_s},
         {u"AUTH0_AUDIENCE"_s, u"urn:api"_s},
         {u"TENANTSCOPE_CA_FILE"_s, u"/etc/ca.pem"_s}});
    QCOMPARE(options.values.domain, u"contoso.eu.auth0.com"_s);
    QCOMPARE(options.values.clientId, u"machine"_s);
    QCOMPARE(options.values.audience, u"urn:api"_s);
    QCOMPARE(options.caFile, u"/etc/ca.pem"_s);
}

void TestStartOptions::optionsWinOverTheEnvironment()
{
    const StartOptions options = read(
        {u"--domain"_s, u"fabrikam.auth0.com"_s}, {{u"AUTH0_DOMAIN"_s, u"contoso.eu.auth0.com"_s}});
    QCOMPARE(options.values.domain, u"fabrikam.auth0.com"_s);
}

void TestStartOptions::demo()
{
    const StartOptions options = read(
        {u"--demo"_s}, {{u"AUTH0_DOMAIN"_s, u"contoso.eu.auth0.com"_s}});
    QCOMPARE(options.action, Action::Show);
    QVERIFY(options.demo);
}

void TestStartOptions::profileLeavesTheEnvironmentAlone()
{
    const StartOptions options = read(
        {u"--profile"_s, u"Contoso EU"_s},
        {{u"AUTH0_DOMAIN"_s, u"other.auth0.com"_s},
         {u"AUTH0_CLIENT_ID"_s, u"other"_s},
         {u"TENANTSCOPE_CA_FILE"_s, u"/other.pem"_s}});
    QCOMPARE(options.action, Action::Show);
    QCOMPARE(options.profile, u"Contoso EU"_s);
    QVERIFY(options.values.domain.isEmpty() && options.values.clientId.isEmpty());
    QCOMPARE(options.environmentClientId, u"other"_s); // tells whose AUTH0_CLIENT_SECRET is
    QVERIFY(options.caFile.isEmpty());
}

void TestStartOptions::qtOptionsAreLeftToQt()
{
    const StartOptions options = read({u"-platform"_s, u"offscreen"_s, u"-reverse"_s, u"--demo"_s});
    QCOMPARE(options.action, Action::Show);
    QVERIFY(options.demo);
}

void TestStartOptions::caFileIsMadeAbsolute()
{
    QCOMPARE(read({u"--ca-file"_s, u"ca.pem"_s}).caFile, QDir::currentPath() + u"/ca.pem"_s);
}

void TestStartOptions::keyAndOrganizationAreTaken()
{
    using Tenantscope::Base::SigningAlgorithm;
    const StartOptions options = read(
        {u"--private-key"_s, u"keys/contoso.pem"_s, u"--signing-alg=PS256"_s, u"--organization"_s,
         u"org_abc"_s});
    QCOMPARE(options.action, Action::Show);
    QCOMPARE(options.privateKeyFile, QDir::current().absoluteFilePath(u"keys/contoso.pem"_s));
    QCOMPARE(options.signingAlgorithm, SigningAlgorithm::Ps256);
    QCOMPARE(options.values.organization, u"org_abc"_s);
    QVERIFY(!options.values.privateKey); // it is main's to read
    const StartOptions none = read({});
    QVERIFY(none.privateKeyFile.isEmpty());
    QCOMPARE(none.signingAlgorithm, SigningAlgorithm::Rs256);
}

QTEST_APPLESS_MAIN(TestStartOptions)
#include "tst_startoptions.moc"
