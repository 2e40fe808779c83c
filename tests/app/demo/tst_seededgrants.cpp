// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/seededgrants.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Demo;

namespace {

const QByteArray managementAudience = "https://localhost:4443/api/v2/";

QJsonDocument asked(const SeededGrants &grants, const QByteArray &query)
{
    const Answer answer = answerGrants(grants, Parameters::fromForm(query));
    return QJsonDocument::fromJson(answer.body);
}

} // namespace

class TestSeededGrants final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void fitTheApplications();
    void areTheSameForASeed();
    void walksEveryPage_data();
    void walksEveryPage();
    void filters();
    void refusesQueries_data();
    void refusesQueries();

private:
    const SeededApplications m_applications{1, 1'240};
    const SeededGrants m_grants{1, m_applications, managementAudience, {u"read:clients"_s}};
};

void TestSeededGrants::fitTheApplications()
{
    QJsonArray all;
    for (int index = 0; index < m_grants.size(); ++index) {
        QByteArray json;
        m_grants.append(json, index);
        const QJsonObject grant = QJsonDocument::fromJson(json).object();
        QVERIFY2(!grant.isEmpty(), json.constData());
        all.append(grant);
    }
    QVERIFY(all.size() > 150);
    QVERIFY(all.size() < 1'240);
    QSet<QString> ids;
    int risky = 0;
    for (const QJsonValue &grant : all) {
        ids.insert(grant["id"_L1].toString());
        const QByteArray client = grant["client_id"_L1].toString().toUtf8();
        QCOMPARE(client.isEmpty(), grant["default_for"_L1].isString());
        QVERIFY(client.isEmpty() || m_applications.indexOf(client));
        risky += grant["scope"_L1].toArray().contains(u"update:client_grants"_s) ? 1 : 0;
    }
    QCOMPARE(ids.size(), all.size());
    QVERIFY(risky > 0);
    // The tenant's own application may do what its token says.
    QCOMPARE(all.at(0)["client_id"_L1].toString(), QString::fromLatin1(m_grants.clientId(0)));
    QCOMPARE(m_applications.indexOf(m_grants.clientId(0)), std::optional(0));
    QCOMPARE(all.at(0)["audience"_L1].toString(), QString::fromLatin1(managementAudience));
    QCOMPARE(all.at(0)["scope"_L1].toArray(), QJsonArray{u"read:clients"_s});
}

void TestSeededGrants::areTheSameForASeed()
{
    const SeededGrants again(1, m_applications, managementAudience, {u"read:clients"_s});
    QCOMPARE(asked(again, "per_page=100"), asked(m_grants, "per_page=100"));
    const SeededApplications others(2, 1'240);
    const SeededGrants other(2, others, managementAudience, {u"read:clients"_s});
    QVERIFY(asked(other, "per_page=100") != asked(m_grants, "per_page=100"));
}

void TestSeededGrants::walksEveryPage_data()
{
    QTest::addColumn<bool>("byCheckpoint");
    QTest::newRow("by number") << false;
    QTest::newRow("by checkpoint") << true;
}

void TestSeededGrants::walksEveryPage()
{
    QFETCH(const bool, byCheckpoint);
    QSet<QString> ids;
    QByteArray from;
    for (int page = 0; page < 100; ++page) {
        const QByteArray query = !byCheckpoint
            ? "include_totals=true&per_page=70&page=" + QByteArray::number(page)
            : from.isEmpty() ? QByteArray("take=70")
                             : "take=70&from=" + from;
        const QJsonObject answer = asked(m_grants, query).object();
        const QJsonArray list = answer.value("client_grants"_L1).toArray();
        for (const QJsonValue &grant : list)
            ids.insert(grant["id"_L1].toString());
        if (!byCheckpoint)
            QCOMPARE(answer.value("total"_L1).toInt(), m_grants.size());
        from = answer.value("next"_L1).toString().toLatin1();
        if (byCheckpoint ? from.isEmpty() : list.isEmpty())
            break;
    }
    QCOMPARE(ids.size(), m_grants.size());
    QCOMPARE(asked(m_grants, {}).array().size(), 50); // silently
}

void TestSeededGrants::filters()
{
    const QByteArray client = m_grants.clientId(3);
    const QJsonArray ofOne = asked(m_grants, "client_id=" + client).array();
    QVERIFY(!ofOne.isEmpty());
    for (const QJsonValue &grant : ofOne)
        QCOMPARE(grant["client_id"_L1].toString().toUtf8(), client);
    const QJsonObject users = asked(m_grants, "subject_type=user&include_totals=true").object();
    QVERIFY(users.value("total"_L1).toInt() > 0);
    QVERIFY(users.value("total"_L1).toInt() < m_grants.size());
    const QByteArray audience = managementAudience.toPercentEncoding();
    const QJsonArray management = asked(m_grants, "audience=" + audience).array();
    QVERIFY(management.size() > 1);
}

void TestSeededGrants::refusesQueries_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("too large") << QByteArray("per_page=101");
    QTest::newRow("no number") << QByteArray("page=x");
    QTest::newRow("unknown") << QByteArray("fields=id");
}

void TestSeededGrants::refusesQueries()
{
    QFETCH(const QByteArray, query);
    QCOMPARE(answerGrants(m_grants, Parameters::fromForm(query)).status, 400);
}

QTEST_APPLESS_MAIN(TestSeededGrants)
#include "tst_seededgrants.moc"
