// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/endpointcatalogue.h"
#include "app/management/scopecatalogue.h"
#include "app/oauth/scopeset.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Management::Endpoint;
using Management::EndpointCatalogue;
using Management::Lifecycle;
using OAuth::ScopeSet;

namespace {

QStringList namesOf(const QList<Endpoint> &endpoints)
{
    QStringList names;
    for (const Endpoint &endpoint : endpoints)
        names.append(endpoint.name());
    return names;
}

} // namespace

/// The table of endpoints that is part of the program, and the questions it answers.
class TestEndpointCatalogue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void holdsEveryRow();
    void isSound();
    void knowsEveryScope();
    void tellsLifecycles();
    void findsRequests_data();
    void findsRequests();
    void opensByScopes_data();
    void opensByScopes();
    void tellsWhatAScopeOpens();
    void searches_data();
    void searches();

private:
    const EndpointCatalogue m_catalogue = EndpointCatalogue::read();
};

void TestEndpointCatalogue::holdsEveryRow()
{
    QFile file(u":/catalogue/endpoints.tsv"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList rows = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    rows.removeIf([](const QString &line) { return line.startsWith(u'#'); });
    QCOMPARE(m_catalogue.all().size(), rows.size() - 1); // the first names the columns
    QCOMPARE(m_catalogue.all().size(), 469);
}

void TestEndpointCatalogue::isSound()
{
    const QRegularExpression path(u"^/api/v2(/([a-z0-9_-]+|\\{[A-Za-z_]+\\}))+$"_s);
    const QSet<QString> methods{u"GET"_s, u"POST"_s, u"PATCH"_s, u"PUT"_s, u"DELETE"_s};
    QSet<QString> seen;
    for (const Endpoint &endpoint : m_catalogue.all()) {
        const QByteArray name = endpoint.name().toUtf8();
        QVERIFY2(methods.contains(endpoint.method), name.constData());
        QVERIFY2(path.match(endpoint.path).hasMatch(), name.constData());
        QVERIFY2(!endpoint.group.isEmpty(), name.constData());
        QVERIFY2(!endpoint.ways.isEmpty(), name.constData());
        for (const QStringList &way : endpoint.ways)
            QVERIFY2(!way.isEmpty() && !way.contains(QString()), name.constData());
        QVERIFY2(!seen.contains(endpoint.name()), name.constData());
        seen.insert(endpoint.name());
        QCOMPARE(m_catalogue.find(endpoint.method, endpoint.path), std::optional(endpoint));
    }
}

void TestEndpointCatalogue::knowsEveryScope()
{
    const auto scopes = Management::ScopeCatalogue::read();
    for (const Endpoint &endpoint : m_catalogue.all()) {
        for (const QString &scope : endpoint.scopes())
            QVERIFY2(scopes.find(scope), qPrintable(endpoint.name() + u' ' + scope));
    }
}

void TestEndpointCatalogue::tellsLifecycles()
{
    QHash<Lifecycle, int> counts;
    for (const Endpoint &endpoint : m_catalogue.all())
        ++counts[endpoint.lifecycle];
    QCOMPARE(counts.value(Lifecycle::GeneralAvailability), 386);
    QCOMPARE(counts.value(Lifecycle::EarlyAccess), 52);
    QCOMPARE(counts.value(Lifecycle::Beta), 24);
    QCOMPARE(counts.value(Lifecycle::Unknown), 7);
}

void TestEndpointCatalogue::findsRequests_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found"); // empty: none
    const auto row = [](const char *typed, const char *found) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(found);
    };
    row("GET /api/v2/clients", "GET /api/v2/clients");
    row("get /api/v2/clients", "GET /api/v2/clients");
    row("  GET   /api/v2/clients  ", "GET /api/v2/clients");
    row("GET /api/v2/clients/", "GET /api/v2/clients");
    row("GET /api/v2/clients?page=0&per_page=100", "GET /api/v2/clients");
    row("GET clients", "GET /api/v2/clients");
    row("GET /clients", "GET /api/v2/clients");
    row("/api/v2/clients", "GET /api/v2/clients");
    row("https://contoso.eu.auth0.com/api/v2/clients?page=1", "GET /api/v2/clients");
    row("GET /api/v2/users?q=https://x.example/a", "GET /api/v2/users");
    row("/api/v2/clients#https://x.example/a", "GET /api/v2/clients");
    row("https://contoso.eu.auth0.com/api/v2/clients?q=https://x.example/a", "GET /api/v2/clients");
    row("GET /api/v2/connections/https://x.example", "");
    row("POST /api/v2/clients", "POST /api/v2/clients");
    row("GET /api/v2/users/auth0|123/roles", "GET /api/v2/users/{id}/roles");
    row("GET /api/v2/users/auth0%7C123/roles", "GET /api/v2/users/{id}/roles");
    row("GET /api/v2/users/{id}/roles", "GET /api/v2/users/{id}/roles");
    row("GET /api/v2/clients/abc", "GET /api/v2/clients/{id}");
    // What is written out is closer than a template.
    row("GET /api/v2/clients/search", "GET /api/v2/clients/search");
    row("GET /api/v2/branding/themes/default", "GET /api/v2/branding/themes/default");
    row("GET /api/v2/branding/themes/blue", "GET /api/v2/branding/themes/{themeId}");
    row("/api/v2/tickets/password-change", "POST /api/v2/tickets/password-change");
    row("GET /api/v2/users//roles", "GET /api/v2/users/{id}"); // an ID that is empty is none
    row("DELETE /api/v2/stats/daily", "");
    row("GET /api/v2", "");
    row("GET", "");
    row("clients", "");
    row("GET /api/v2/clients now", "");
    row("GET /api/v2/users/a/b/c/d/e", "");
    row("", "");
}

void TestEndpointCatalogue::findsRequests()
{
    QFETCH(const QString, typed);
    const auto endpoint = m_catalogue.findRequest(typed);
    QTEST(endpoint ? endpoint->name() : QString(), "found");
    QVERIFY(!m_catalogue.findRequest(QString(1'000'000, u'/')));
}

void TestEndpointCatalogue::opensByScopes_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("granted");
    QTest::addColumn<bool>("isOpen");
    const auto row = [](const char *request, const char *granted, bool isOpen) {
        QTest::addRow("%s by %s", request, granted)
            << QString::fromUtf8(request) << QString::fromUtf8(granted) << isOpen;
    };
    row("GET /api/v2/clients", "read:clients", true);
    row("GET /api/v2/clients", "read:client_summary", true); // any one of them
    row("GET /api/v2/clients", "update:clients read:users", false);
    row("GET /api/v2/clients", "", false);
    // Needed together.
    row("POST /api/v2/keys/signing/rotate", "create:signing_keys", false);
    row("POST /api/v2/keys/signing/rotate", "create:signing_keys update:signing_keys", true);
    row("GET /api/v2/users/{id}/roles", "read:users read:roles", false);
    row("GET /api/v2/users/{id}/roles", "read:users read:roles read:role_members", true);
    row("GET /api/v2/roles/{id}/users", "read:users", false);
    row("GET /api/v2/roles/{id}/users", "read:users read:roles", true);
    row("GET /api/v2/roles/{id}/users", "read:role_members", true);
}

void TestEndpointCatalogue::opensByScopes()
{
    QFETCH(const QString, request);
    QFETCH(const QString, granted);
    const auto endpoint = m_catalogue.findRequest(request);
    QVERIFY(endpoint.has_value());
    QTEST(endpoint->isOpenTo(ScopeSet::fromText(granted)), "isOpen");
    QVERIFY(!endpoint->isOpenTo(ScopeSet()));
}

void TestEndpointCatalogue::tellsWhatAScopeOpens()
{
    QCOMPARE(
        namesOf(m_catalogue.openedBy(u"read:client_summary"_s)),
        (QStringList{
            u"GET /api/v2/clients"_s, u"GET /api/v2/clients/search"_s,
            u"GET /api/v2/clients/{id}"_s, u"GET /api/v2/clients/{id}/connections"_s}));
    QVERIFY(namesOf(m_catalogue.openedBy(u"create:signing_keys"_s))
                .contains(u"POST /api/v2/keys/signing/rotate"_s)); // with another
    QVERIFY(m_catalogue.openedBy(u"read:client"_s).isEmpty());
    QVERIFY(m_catalogue.openedBy({}).isEmpty());
}

void TestEndpointCatalogue::searches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("hits");
    QTest::addColumn<QString>("first");
    QTest::newRow("all") << QString() << 469 << u"DELETE /api/v2/actions/actions/{id}"_s;
    QTest::newRow("blanks") << u"  "_s << 469 << u"DELETE /api/v2/actions/actions/{id}"_s;
    QTest::newRow("group and method")
        << u"anomaly get"_s << 1 << u"GET /api/v2/anomaly/blocks/ips/{id}"_s;
    QTest::newRow("scope") << u"READ:ENTITLEMENTS"_s
                           << int(m_catalogue.openedBy(u"read:entitlements"_s).size())
                           << m_catalogue.openedBy(u"read:entitlements"_s).value(0).name();
    QTest::newRow("a request") << u"get /api/v2/users/auth0|1/roles"_s << 1
                               << u"GET /api/v2/users/{id}/roles"_s;
    QTest::newRow("nothing") << u"zebra"_s << 0 << u" "_s;
}

void TestEndpointCatalogue::searches()
{
    QFETCH(const QString, query);
    const QList<Endpoint> found = m_catalogue.search(query);
    QTEST(int(found.size()), "hits");
    QTEST(found.value(0).name(), "first");
}

QTEST_GUILESS_MAIN(TestEndpointCatalogue)
#include "tst_endpointcatalogue.moc"
