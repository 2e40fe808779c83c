// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/profilestore.h"

#include "cliprocess.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Test::CliProcess;
using Test::CliResult;

namespace {

std::unique_ptr<Demo::DemoTenant> tenant(const Demo::DemoOptions &options)
{
    auto started = Demo::DemoTenant::start(options);
    if (!started)
        qFatal("no demo tenant");
    return std::move(*started);
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    if (!file.open(QFile::WriteOnly))
        qFatal("cannot write");
    file.write(content);
}

/// \a snapshot with its time taken out.
QByteArray withoutTime(QByteArray snapshot)
{
    const qsizetype from = snapshot.indexOf("\"taken_at\"");
    return snapshot.remove(from, snapshot.indexOf('\n', from) - from);
}

CliResult compared(const QString &before, const QString &after, const QString &format = u"text"_s)
{
    return CliProcess({u"compare"_s, before, after, u"--format"_s, format}).run();
}

} // namespace

/// `snapshot` and `compare` as scripts run them.
class TestSnapshotProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isTheSameEveryTime();
    void savesForItsUserOnly();
    void holdsNoSecret();
    void writesNoHalfList();
    void saysWhereItCannotWrite();
    void findsWhatChanged();
    void comparesTenants();
    void namesWhatItDoesNotKnow_data();
    void namesWhatItDoesNotKnow();
    void sendsASecretToItsOwnTenantOnly();

private:
    /// Saves a profile of \a tenant whose secret is nowhere.
    void addProfile(const QString &name, const Demo::DemoTenant &tenant);

    QTemporaryDir m_folder;
};

void TestSnapshotProcess::addProfile(const QString &name, const Demo::DemoTenant &demo)
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"config/tenantscope"_s));
    Tenant::ProfileStore store(m_folder.filePath(u"config/tenantscope/profiles.json"_s));
    QVERIFY(store.load());
    QVERIFY(store.add(
        {.name = name,
         .domain = Tenant::Domain::parse(demo.domain())->domain,
         .clientId = demo.clientId(),
         .audience = demo.audience(),
         .caFile = {}}));
}

void TestSnapshotProcess::isTheSameEveryTime()
{
    const auto demo = tenant({.applications = 250});
    const CliResult first = CliProcess({u"snapshot"_s}).signedInto(*demo).run();
    QCOMPARE(first.err, "");
    QCOMPARE(first.code, 0);
    const QJsonObject root = QJsonDocument::fromJson(first.out).object();
    QCOMPARE(root.value("domain"_L1).toString(), demo->domain());
    QCOMPARE(root.value("complete"_L1).toBool(), true);
    QCOMPARE(root.value("applications"_L1).toArray().size(), 250);
    const CliResult second = CliProcess({u"snapshot"_s}).signedInto(*demo).run();
    QCOMPARE(withoutTime(second.out), withoutTime(first.out));
}

void TestSnapshotProcess::savesForItsUserOnly()
{
    const auto demo = tenant({.applications = 5});
    const QString file = m_folder.filePath(u"a.json"_s);
    const CliResult result = CliProcess({u"snapshot"_s, u"--out"_s, file}).signedInto(*demo).run();
    QCOMPARE(result.err, "");
    QCOMPARE(result.out, "");
    QCOMPARE(result.code, 0);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(file).permissions() & others, QFile::Permissions());
    const CliResult same = compared(file, file);
    QCOMPARE(same.code, 0);
    QCOMPARE(same.out, "");
    // Found from where the program was started, though it leaves that folder.
    const CliResult relative = CliProcess({}).signedInto(*demo).shell(
        u"cd '%1' && \"$CLI\" snapshot --out r.json && \"$CLI\" compare r.json a.json"_s.arg(
            m_folder.path()));
    QVERIFY2(relative.code == 0, relative.err.constData());
}

void TestSnapshotProcess::holdsNoSecret()
{
    const auto demo = tenant({.applications = 100});
    const CliResult result = CliProcess({u"snapshot"_s}).signedInto(*demo).run();
    QCOMPARE(result.code, 0);
    for (const char *name : {"\"client_secret\"", "\"signing_keys\"", "\"credentials\""})
        QVERIFY2(!result.out.contains(name), name);
    QVERIFY(!result.out.contains(demo->clientSecret().toUtf8()));
}

void TestSnapshotProcess::writesNoHalfList()
{
    const auto demo = tenant(
        {.applications = 500, .faults = {{.kind = Demo::FaultKind::Shrink, .every = 3}}});
    const QString file = m_folder.filePath(u"old.json"_s);
    write(file, "of yesterday");
    const CliResult result = CliProcess({u"snapshot"_s, u"--out"_s, file}).signedInto(*demo).run();
    QCOMPARE(result.code, 7);
    QVERIFY2(result.err.contains("incomplete"), result.err.constData());
    QCOMPARE(contentOf(file), "of yesterday");
    const CliResult printed = CliProcess({u"snapshot"_s}).signedInto(*demo).run();
    QCOMPARE(printed.code, 7);
    QCOMPARE(printed.out, "");
    const auto blind = tenant({.applications = 5, .scopes = {u"read:users"_s}});
    const CliResult refused = CliProcess({u"snapshot"_s}).signedInto(*blind).run();
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.err.contains("read:clients"), refused.err.constData());
}

void TestSnapshotProcess::saysWhereItCannotWrite()
{
    const auto demo = tenant({.applications = 5});
    const QString file = m_folder.filePath(u"none/a.json"_s);
    const CliResult result = CliProcess({u"snapshot"_s, u"--out"_s, file}).signedInto(*demo).run();
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains(file.toUtf8()), result.err.constData());
}

void TestSnapshotProcess::findsWhatChanged()
{
    const auto demo = tenant({.applications = 20});
    const QByteArray text = CliProcess({u"snapshot"_s}).signedInto(*demo).run().out;
    QJsonObject root = QJsonDocument::fromJson(text).object();
    QJsonArray applications = root.value("applications"_L1).toArray();
    const QString gone = applications.takeAt(4).toObject().value("client_id"_L1).toString();
    QJsonObject changed = applications.at(0).toObject();
    changed.insert(u"jwt_configuration"_s, QJsonObject{{u"alg"_s, u"NEW"_s}});
    changed.insert(u"client_secret"_s, u"geheim"_s);
    applications.replace(0, changed);
    root.insert(u"applications"_s, applications);
    const QString before = m_folder.filePath(u"before.json"_s);
    const QString after = m_folder.filePath(u"after.json"_s);
    write(before, text);
    write(after, QJsonDocument(root).toJson());

    const CliResult forth = compared(before, after, u"json"_s);
    QCOMPARE(forth.code, 1);
    QVERIFY(!forth.out.contains("geheim"));
    const QJsonObject found = QJsonDocument::fromJson(forth.out).object();
    QCOMPARE(found.keys(), (QStringList{u"added"_s, u"changed"_s, u"removed"_s}));
    QCOMPARE(found.value("added"_L1).toArray().size(), 0);
    QCOMPARE(found.value("removed"_L1).toArray().at(0)["client_id"_L1].toString(), gone);
    QCOMPARE(found.value("changed"_L1).toArray().size(), 1);
    const QJsonValue first = found.value("changed"_L1).toArray().at(0);
    QCOMPARE(first["client_id"_L1], changed.value("client_id"_L1));
    QVERIFY(first["fields"_L1].toArray().size() > 0);
    const CliResult back = compared(after, before);
    QCOMPARE(back.code, 1);
    QVERIFY2(back.out.startsWith("+ "), back.out.constData());
    QVERIFY(back.out.contains("jwt_configuration.alg: \"NEW\" → "));
}

void TestSnapshotProcess::comparesTenants()
{
    const auto demo = tenant({.applications = 120});
    addProfile(u"Contoso EU"_s, *demo);
    const QString file = m_folder.filePath(u"c.json"_s);
    QCOMPARE(CliProcess({u"snapshot"_s, u"--out"_s, file}).signedInto(*demo).run().code, 0);
    const auto run = [this](const QStringList &operands, const Demo::DemoTenant &signedInto) {
        return CliProcess(QStringList{u"compare"_s} + operands)
            .signedInto(signedInto)
            .with(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s))
            .run();
    };
    const CliResult same = run({file, u"contoso eu"_s}, *demo);
    QVERIFY2(same.code == 0, same.err.constData());
    QCOMPARE(same.out, "");
    const CliResult twice = run({u"Contoso EU"_s, u"Contoso EU"_s}, *demo);
    QVERIFY2(twice.code == 0, twice.err.constData());
    // Another tenant has the same applications but for the last ones, and a domain of its own.
    const auto larger = tenant({.applications = 123});
    const QString other = m_folder.filePath(u"l.json"_s);
    QCOMPARE(CliProcess({u"snapshot"_s, u"--out"_s, other}).signedInto(*larger).run().code, 0);
    const CliResult one = run(
        {other, u"Contoso EU"_s}, *demo); // under two domains, as far as one can tell
    QVERIFY2(!one.err.contains("matched by name"), one.err.constData());
    write(other, contentOf(other).replace("\"tenant\": \"demo\"", "\"tenant\": \"other\""));
    const CliResult different = run({other, u"Contoso EU"_s}, *demo);
    QCOMPARE(different.code, 1);
    QCOMPARE(different.out.count("\n- ") + int(different.out.startsWith("- ")), 3);
    QVERIFY2(different.err.contains("matched by name"), different.err.constData());
    QVERIFY(!different.out.contains("client_id"));
}

void TestSnapshotProcess::namesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QString>("operand");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("no such file") << u"none.json"_s << QByteArray() << QByteArray("none.json");
    QTest::newRow("no such profile") << u"Fabrikam"_s << QByteArray() << QByteArray("“Fabrikam”");
    QTest::newRow("no snapshot") << u"x.json"_s << QByteArray("[]") << QByteArray("no snapshot");
    QTest::newRow("a snapshot that is cut")
        << u"x.json"_s << QByteArray(R"({"format":"tenantscope-snapshot","version":1,"appl)")
        << QByteArray("no snapshot");
    QTest::newRow("a later one") << u"x.json"_s
                                 << QByteArray(R"({"format":"tenantscope-snapshot","version":2})")
                                 << QByteArray("later version");
}

void TestSnapshotProcess::namesWhatItDoesNotKnow()
{
    QFETCH(const QString, operand);
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, words);
    const QString good = m_folder.filePath(u"good.json"_s);
    write(
        good,
        R"({"format":"tenantscope-snapshot","version":1,"domain":"a","complete":true,"applications":[]})");
    QString name = operand;
    if (operand.endsWith(".json"_L1))
        name = m_folder.filePath(operand);
    if (!content.isEmpty())
        write(name, content);
    for (const QStringList &operands : {QStringList{name, good}, QStringList{good, name}}) {
        const CliResult result = CliProcess(QStringList{u"compare"_s} + operands)
                                     .with(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"empty"_s))
                                     .run();
        QCOMPARE(result.code, 2);
        QCOMPARE(result.out, "");
        QVERIFY2(result.err.contains(words), result.err.constData());
    }
}

/// AUTH0_CLIENT_SECRET alone does not say whose it is.
void TestSnapshotProcess::sendsASecretToItsOwnTenantOnly()
{
    const auto demo = tenant({.applications = 5});
    const auto other = tenant({.applications = 5});
    addProfile(u"one"_s, *demo);
    addProfile(u"other"_s, *other);
    const CliResult result = CliProcess({u"compare"_s, u"one"_s, u"other"_s})
                                 .with(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s))
                                 .with(u"AUTH0_CLIENT_SECRET"_s, demo->clientSecret())
                                 .run();
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains("Profile “one”"), result.err.constData());
    QCOMPARE(demo->counters().requests.size(), 0);
    QCOMPARE(other->counters().requests.size(), 0);
}

QTEST_GUILESS_MAIN(TestSnapshotProcess)
#include "tst_snapshotprocess.moc"
