// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/scopelens.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Management;
using OAuth::ScopeSet;

namespace {

QStringList words(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// What a token lacks, what it has too much of, and the least it needs.
class TestScopeLens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void tellsWhatIsMissing_data();
    void tellsWhatIsMissing();
    void doesNotGuessAtUnknownScopes();
    void makesTheSmallestList_data();
    void makesTheSmallestList();
    void opensEverythingWithFew();
    void isNoWorseThanAnyOther();
    void judgesATokenThatLists_data();
    void judgesATokenThatLists();
    void putsTheGravestFirst();
    void compares();

private:
    [[nodiscard]] QList<Endpoint> endpoints(const QString &requests) const;

    const Catalogues m_catalogues = Catalogues::read();
};

/// \a requests: parted by commas.
QList<Endpoint> TestScopeLens::endpoints(const QString &requests) const
{
    QList<Endpoint> found;
    for (const QString &request : requests.split(u',', Qt::SkipEmptyParts)) {
        const auto endpoint = m_catalogues.endpoints.findRequest(request);
        if (!endpoint)
            qFatal("%s is no endpoint", qPrintable(request));
        found.append(*endpoint);
    }
    return found;
}

void TestScopeLens::tellsWhatIsMissing_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<QString>("granted");
    QTest::addColumn<QString>("missing");
    const auto row = [](const char *request, const char *granted, const char *missing) {
        QTest::addRow("%s with %s", request, granted)
            << QString::fromUtf8(request) << QString::fromUtf8(granted)
            << QString::fromUtf8(missing);
    };
    row("GET /api/v2/clients", "read:clients", "");
    row("GET /api/v2/clients", "read:client_credentials", "");
    row("GET /api/v2/clients", "read:users", "read:clients"); // not the one that answers with less
    row("GET /api/v2/clients", "", "read:clients");
    row("GET /api/v2/users", "", "read:users");           // not the one that reveals tokens
    row("DELETE /api/v2/users/{id}", "", "delete:users"); // not the one that only users may have
    row("POST /api/v2/keys/signing/rotate", "", "create:signing_keys update:signing_keys");
    row("POST /api/v2/keys/signing/rotate", "update:signing_keys", "create:signing_keys");
    row("GET /api/v2/users/{id}/roles", "read:roles", "read:users read:role_members");
    row("GET /api/v2/roles/{id}/users", "", "read:role_members"); // no personal data needed
    row("GET /api/v2/roles/{id}/users", "read:users",
        "read:role_members"); // opens less than read:roles
}

void TestScopeLens::tellsWhatIsMissing()
{
    QFETCH(const QString, request);
    QFETCH(const QString, granted);
    QFETCH(const QString, missing);
    const auto lacks = missingFor(
        endpoints(request).constFirst(), ScopeSet::fromText(granted), m_catalogues);
    QVERIFY(lacks.has_value());
    QCOMPARE(*lacks, words(missing));
}

void TestScopeLens::doesNotGuessAtUnknownScopes()
{
    const QList<Endpoint> listing = listingApplications(m_catalogues);
    QCOMPARE(listing.size(), 1);
    QVERIFY(!missingFor(listing.constFirst(), ScopeSet(), m_catalogues));
    QVERIFY(!privilegeFor(listing, ScopeSet(), m_catalogues));
    QVERIFY(!compareScopes(ScopeSet(), ScopeSet::fromText(u"a"_s)));
    QVERIFY(!compareScopes(ScopeSet::fromText(u"a"_s), ScopeSet()));
}

void TestScopeLens::makesTheSmallestList_data()
{
    QTest::addColumn<QString>("requests");
    QTest::addColumn<QString>("scopes");
    const auto row = [](const char *requests, const char *scopes) {
        QTest::newRow(requests) << QString::fromUtf8(requests) << QString::fromUtf8(scopes);
    };
    row("", "");
    row("GET /api/v2/clients", "read:clients");
    row("GET /api/v2/clients,GET /api/v2/clients/{id}", "read:clients");
    row("GET /api/v2/users", "read:users");
    // One that is needed anyhow serves both.
    row("GET /api/v2/clients/{id}/connections,GET /api/v2/clients", "read:clients");
    row("GET /api/v2/clients/{id}/connections,GET /api/v2/connections", "read:connections");
    row("GET /api/v2/clients/{id}/connections,GET /api/v2/clients,GET /api/v2/connections",
        "read:clients read:connections");
    row("POST /api/v2/organizations", "create:organizations");
    row("GET /api/v2/jobs/{id}", "read:users");
    row("GET /api/v2/users/{id}/roles", "read:role_members read:roles read:users");
    row("GET /api/v2/users/{id}/roles,GET /api/v2/roles/{id}/users",
        "read:role_members read:roles read:users");
    row("PATCH /api/v2/users/{id}", "update:users_app_metadata"); // opens less than update:users
    row("PATCH /api/v2/users/{id},POST /api/v2/users/{id}/identities", "update:users");
}

void TestScopeLens::makesTheSmallestList()
{
    QFETCH(const QString, requests);
    QTEST(smallestList(endpoints(requests), m_catalogues).join(u' '), "scopes");
}

void TestScopeLens::opensEverythingWithFew()
{
    QList<Endpoint> all = m_catalogues.endpoints.all();
    const QStringList scopes = smallestList(all, m_catalogues);
    const ScopeSet granted = ScopeSet::fromText(scopes.join(u' '));
    for (const Endpoint &endpoint : all)
        QVERIFY2(endpoint.isOpenTo(granted), qPrintable(endpoint.name()));
    // Of no use to a machine, but nothing else opens `POST /api/v2/device-credentials`.
    QStringList own = scopes;
    own.removeIf([this](const QString &scope) {
        return m_catalogues.scopes.kindOf(scope) != ScopeKind::Own;
    });
    QCOMPARE(own, QStringList{u"create:current_user_device_credentials"_s});
    // The hardest set: every one that leaves a choice.
    all.removeIf([](const Endpoint &endpoint) { return endpoint.ways.size() < 2; });
    QVERIFY(all.size() > 20);
    const ScopeSet chosen = ScopeSet::fromText(smallestList(all, m_catalogues).join(u' '));
    for (const Endpoint &endpoint : all)
        QVERIFY2(endpoint.isOpenTo(chosen), qPrintable(endpoint.name()));
}

void TestScopeLens::isNoWorseThanAnyOther()
{
    // Taking any one scope away closes something: the list holds nothing that is not needed.
    QList<Endpoint> all = m_catalogues.endpoints.all();
    all.removeIf([](const Endpoint &endpoint) { return endpoint.ways.size() < 2; });
    const QStringList scopes = smallestList(all, m_catalogues);
    for (const QString &scope : scopes) {
        QStringList rest = scopes;
        rest.removeOne(scope);
        const ScopeSet granted = ScopeSet::fromText(rest.join(u' '));
        QVERIFY2(
            std::any_of(
                all.begin(), all.end(),
                [&granted](const Endpoint &endpoint) { return !endpoint.isOpenTo(granted); }),
            qPrintable(scope));
    }
}

void TestScopeLens::judgesATokenThatLists_data()
{
    QTest::addColumn<QString>("granted");
    QTest::addColumn<bool>("enough");
    QTest::addColumn<QString>("beyond");
    QTest::addColumn<int>("risky");
    QTest::newRow("just right") << u"read:clients"_s << true << QString() << 0;
    QTest::newRow("none") << u""_s << false << QString() << 0;
    QTest::newRow("of the demo") << u"read:clients read:connections read:client_keys read:users"_s
                                 << true << u"read:client_keys read:connections read:users"_s << 2;
    QTest::newRow("by another") << u"read:client_keys"_s << true << u"read:client_keys"_s << 1;
    QTest::newRow("names only") << u"read:client_summary"_s << true << u"read:client_summary"_s
                                << 0;
    QTest::newRow("not at all") << u"read:logs zebra"_s << false << u"read:logs zebra"_s << 1;
}

void TestScopeLens::judgesATokenThatLists()
{
    QFETCH(const QString, granted);
    const auto privilege = privilegeFor(
        listingApplications(m_catalogues), ScopeSet::fromText(granted), m_catalogues);
    QVERIFY(privilege.has_value());
    QCOMPARE(privilege->needed, QStringList{u"read:clients"_s});
    QTEST(privilege->isEnough, "enough");
    QCOMPARE(privilege->isPartial, granted == u"read:client_summary"_s);
    QTEST(privilege->beyond.join(u' '), "beyond");
    QTEST(int(privilege->risky.size()), "risky");
}

void TestScopeLens::putsTheGravestFirst()
{
    const auto privilege = privilegeFor(
        {}, ScopeSet::fromText(u"read:users delete:users read:client_keys create:client_grants"_s),
        m_catalogues);
    QStringList names;
    for (const KnownScope &scope : privilege->risky)
        names.append(scope.name);
    QCOMPARE(
        names,
        (QStringList{
            u"create:client_grants"_s, u"read:client_keys"_s, u"delete:users"_s, u"read:users"_s}));
}

void TestScopeLens::compares()
{
    const auto comparison = compareScopes(
        ScopeSet::fromText(u"b a c"_s), ScopeSet::fromText(u"c d b"_s));
    const ScopeComparison expected{
        .onlyHere = {u"a"_s}, .onlyThere = {u"d"_s}, .both = {u"b"_s, u"c"_s}};
    QVERIFY(comparison == expected);
    QVERIFY(
        compareScopes(ScopeSet::fromText(u""_s), ScopeSet::fromText(u""_s)) == ScopeComparison{});
}

QTEST_GUILESS_MAIN(TestScopeLens)
#include "tst_scopelens.moc"
