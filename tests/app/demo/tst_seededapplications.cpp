// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/seededapplications.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::Demo::Field;
using Tenantscope::Demo::Projection;
using Tenantscope::Demo::SeededApplications;

namespace Demo = Tenantscope::Demo;

namespace {

constexpr int usualCount = 1'240;

QByteArray bytes(
    const SeededApplications &applications, int index,
    const Projection &projection = Projection::all())
{
    QByteArray json;
    applications.append(json, index, projection);
    return json;
}

QByteArray hash(quint64 seed, int count)
{
    const SeededApplications applications(seed, count);
    QByteArray all;
    for (int i = 0; i < applications.size(); ++i)
        all.append(bytes(applications, i)).append('\n');
    return QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex();
}

QJsonObject object(
    const SeededApplications &applications, int index,
    const Projection &projection = Projection::all())
{
    return QJsonDocument::fromJson(bytes(applications, index, projection)).object();
}

using Condition = bool (*)(const QJsonObject &);

} // namespace

class TestSeededApplications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void sameSeedSameBytes();
    void otherSeedOtherBytes();
    void everyObjectIsJson();
    void projectionChangesNothingElse();
    void countDoesNotChangeAnApplication();
    void findsByClientId();
    void globalClientIsLast();
    void firstIsTheDemosOwn();
    void hasTheOddities_data();
    void hasTheOddities();
    void namesAreRepeatedAndHostile();
    void sizeIsRealistic();
    void noApplicationsAtAll();

private:
    QList<QJsonObject> m_objects; // all of the usual tenant
};

void TestSeededApplications::initTestCase()
{
    const SeededApplications applications(1, usualCount);
    for (int i = 0; i < applications.size(); ++i)
        m_objects.append(object(applications, i));
}

void TestSeededApplications::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

/// The literal pins the bytes over machines, compilers and runs. Whoever changes the data changes it, too.
void TestSeededApplications::sameSeedSameBytes()
{
    QCOMPARE(hash(1, 300), hash(1, 300));
    QCOMPARE(
        hash(1, 300),
        QByteArray("2575532235237b1a1fc78f053f591dfe7d0029c5142792ff289eb238d25bf18c"));
}

void TestSeededApplications::otherSeedOtherBytes()
{
    QVERIFY(hash(1, 20) != hash(2, 20));
    QVERIFY(
        object(SeededApplications(1, 3), 1).value("client_id"_L1)
        != object(SeededApplications(2, 3), 1).value("client_id"_L1));
}

void TestSeededApplications::everyObjectIsJson()
{
    QCOMPARE(m_objects.size(), usualCount + 1);
    for (const QJsonObject &application : std::as_const(m_objects)) {
        QVERIFY(!application.value("client_id"_L1).toString().isEmpty());
        QVERIFY(!application.value("name"_L1).toString().isEmpty());
    }
}

void TestSeededApplications::projectionChangesNothingElse()
{
    const SeededApplications applications(7, 60);
    for (int field = 0; field < Demo::fieldCount; ++field) {
        const QByteArrayView name = Demo::fieldName(static_cast<Field>(field));
        const Projection only = Projection::named(name);
        const Projection others = Projection::all().without(only);
        for (int index = 0; index < applications.size(); ++index) {
            const QJsonObject whole = object(applications, index);
            QJsonObject sum = object(applications, index, others);
            QVERIFY(!sum.contains(QString::fromLatin1(name)));
            const QJsonObject part = object(applications, index, only);
            QVERIFY(part.size() <= 1);
            for (auto member = part.begin(); member != part.end(); ++member)
                sum.insert(member.key(), member.value());
            QCOMPARE(sum, whole);
        }
    }
}

void TestSeededApplications::countDoesNotChangeAnApplication()
{
    const SeededApplications few(1, 50);
    const SeededApplications many(1, 5'000);
    for (int index = 0; index < 50; ++index)
        QCOMPARE(bytes(few, index), bytes(many, index));
}

void TestSeededApplications::findsByClientId()
{
    const SeededApplications applications(1, usualCount);
    QSet<QString> seen;
    for (int index = 0; index < applications.size(); ++index) {
        const QString id = m_objects.at(index).value("client_id"_L1).toString();
        seen.insert(id);
        QCOMPARE(applications.indexOf(id.toLatin1()), index);
    }
    QCOMPARE(seen.size(), usualCount + 1);
    QCOMPARE(applications.indexOf("nobody"), std::nullopt);
}

void TestSeededApplications::globalClientIsLast()
{
    const QJsonObject global = m_objects.last();
    QCOMPARE(global.value("name"_L1).toString(), u"All Applications"_s);
    QVERIFY(global.value("global"_L1).toBool());
    QVERIFY(!global.contains("app_type"_L1));
    QCOMPARE(global.value("client_secret"_L1).toString().size(), 64);
    for (int index = 0; index < usualCount; ++index)
        QVERIFY(!m_objects.at(index).value("global"_L1).toBool());
}

void TestSeededApplications::firstIsTheDemosOwn()
{
    const QJsonObject own = m_objects.first();
    QCOMPARE(
        own.value("client_id"_L1).toString().toLatin1(),
        Demo::clientIdOf(1, 0, Demo::traitsOf(1, 0)));
    QCOMPARE(own.value("client_secret"_L1).toString().toLatin1(), Demo::clientSecretOf(1, 0));
    QCOMPARE(own.value("app_type"_L1).toString(), u"non_interactive"_s);
    QCOMPARE(own.value("grant_types"_L1).toArray(), QJsonArray{u"client_credentials"_s});
}

void TestSeededApplications::hasTheOddities_data()
{
    const auto row = [](const char *name, Condition condition) {
        QTest::newRow(name) << condition;
    };
    QTest::addColumn<Condition>("isOdd");
    row("no app_type", [](const QJsonObject &o) { return !o.contains("app_type"_L1); });
    row("app_type beyond the usual four", [](const QJsonObject &o) {
        return o.value("app_type"_L1).toString() == "sso_integration"_L1;
    });
    row("third-party id", [](const QJsonObject &o) {
        return o.value("client_id"_L1).toString().startsWith("tpc_"_L1)
            && o.value("client_id"_L1).toString().size() == 26
            && !o.value("is_first_party"_L1).toBool(true);
    });
    row("callbacks null", [](const QJsonObject &o) { return o.value("callbacks"_L1).isNull(); });
    row("callbacks empty", [](const QJsonObject &o) {
        return o.value("callbacks"_L1).isArray() && o.value("callbacks"_L1).toArray().isEmpty();
    });
    row("callbacks absent", [](const QJsonObject &o) { return !o.contains("callbacks"_L1); });
    row("callback twice https", [](const QJsonObject &o) {
        const QJsonArray urls = o.value("callbacks"_L1).toArray();
        return std::any_of(urls.begin(), urls.end(), [](const QJsonValue &url) {
            return url.toString().startsWith("https://https://"_L1);
        });
    });
    row("callback without scheme", [](const QJsonObject &o) {
        return o.value("callbacks"_L1).toArray().contains(u"localhost:3030/logout"_s);
    });
    row("callback on localhost", [](const QJsonObject &o) {
        return o.value("callbacks"_L1).toArray().contains(u"http://localhost:3000/callback"_s);
    });
    row("allowed_clients null",
        [](const QJsonObject &o) { return o.value("allowed_clients"_L1).isNull(); });
    row("addons {}", [](const QJsonObject &o) {
        return o.value("addons"_L1).isObject() && o.value("addons"_L1).toObject().isEmpty();
    });
    row("addon with a secret", [](const QJsonObject &o) {
        return !o.value("addons"_L1)["azure_blob"_L1]["storageAccessKey"_L1].toString().isEmpty();
    });
    row("mapping to an array", [](const QJsonObject &o) {
        return o.value("addons"_L1)["samlp"_L1]["mappings"_L1]["email"_L1].isArray();
    });
    row("mapping to a text", [](const QJsonObject &o) {
        return o.value("addons"_L1)["samlp"_L1]["mappings"_L1]["email"_L1].isString();
    });
    row("fraction for an integer", [](const QJsonObject &o) {
        const double life = o.value("jwt_configuration"_L1)["lifetime_in_seconds"_L1].toDouble();
        return life != std::floor(life);
    });
    row("member outside the schema",
        [](const QJsonObject &o) { return o.contains("callback_url_template"_L1); });
    row("member nobody has seen",
        [](const QJsonObject &o) { return o.contains("provisioning_lineage"_L1); });
    row("login page", [](const QJsonObject &o) {
        return o.value("custom_login_page"_L1).toString().size() > 2'000;
    });
    row("signing_keys null",
        [](const QJsonObject &o) { return o.value("signing_keys"_L1).isNull(); });
    row("no secret", [](const QJsonObject &o) { return !o.contains("client_secret"_L1); });
    row("refresh_token null",
        [](const QJsonObject &o) { return o.value("refresh_token"_L1).isNull(); });
}

void TestSeededApplications::hasTheOddities()
{
    QFETCH(Condition, isOdd);
    const auto odd = std::count_if(
        m_objects.cbegin(), m_objects.cend() - 1, isOdd); // the global one aside
    QVERIFY(odd > 0);
    QVERIFY(odd < usualCount); // an oddity that all have is none
}

void TestSeededApplications::namesAreRepeatedAndHostile()
{
    QList<QString> names;
    for (const QJsonObject &application : std::as_const(m_objects))
        names.append(application.value("name"_L1).toString());
    QVERIFY(names.count(u"Default App"_s) >= 2);
    QVERIFY(names.contains(u"=1+1"_s));
    QVERIFY(names.contains(u"<img src=x onerror=alert(1)> Marketing"_s));
    QVERIFY(names.contains(u"invoice\u202Egpj.exe"_s));
    QVERIFY(names.contains(u"Line\nbreak"_s));
    QVERIFY(names.contains(u"Zürich Büroportal – Ämter & Behörden"_s));
    const auto isLong = [](const QString &name) { return name.size() > 100; };
    QVERIFY(std::any_of(names.cbegin(), names.cend(), isLong));
}

void TestSeededApplications::sizeIsRealistic() // 100 applications without secrets are about 168 kB
{
    const SeededApplications applications(1, usualCount);
    const Projection listed = Projection::all().without(Projection::named(
        "client_secret,signing_keys,encryption_key,addons,custom_login_page,form_template"));
    qsizetype size = 0;
    for (int index = 0; index < usualCount; ++index)
        size += bytes(applications, index, listed).size();
    QVERIFY2(
        size / usualCount > 1'400 && size / usualCount < 1'900,
        qPrintable(QString::number(size / usualCount)));
}

void TestSeededApplications::noApplicationsAtAll()
{
    const SeededApplications applications(1, 0);
    QCOMPARE(applications.size(), 1);
    QVERIFY(applications.traits(0).isGlobal);
    QCOMPARE(object(applications, 0).value("name"_L1).toString(), u"All Applications"_s);
}

QTEST_APPLESS_MAIN(TestSeededApplications)
#include "tst_seededapplications.moc"
