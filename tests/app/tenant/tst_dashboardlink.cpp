// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/dashboardlink.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Tenant;

class TestDashboardLink final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsTheTenant_data();
    void findsTheTenant();
    void findsThePage_data();
    void findsThePage();
};

void TestDashboardLink::findsTheTenant_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<QString>("place"); // empty: no link
    const auto row = [](const char *name, const QString &domain, const QString &audience,
                        const QString &place) {
        QTest::newRow(name) << domain << audience << place;
    };
    const QString own = u"https://contoso.eu.auth0.com/api/v2/"_s;
    row("Europe", u"contoso.eu.auth0.com"_s, own, u"eu/contoso"_s);
    row("old United States", u"contoso.auth0.com"_s, {}, u"us/contoso"_s);
    row("sub-locality", u"contoso.us-3.auth0.com"_s, {}, u"us-3/contoso"_s);
    row("the domain counts, not the audience", u"fabrikam.auth0.com"_s, own, u"us/fabrikam"_s);
    row("custom domain", u"login.example.com"_s, own, u"eu/contoso"_s);
    row("custom domain, own audience", u"login.example.com"_s,
        u"https://login.example.com/api/v2/"_s, {});
    row("custom domain, another API", u"login.example.com"_s, u"https://contoso.eu.auth0.com/x"_s,
        {});
    row("custom domain, hostile audience", u"login.example.com"_s,
        u"https://a/../x.eu.auth0.com/api/v2/"_s, {});
    row("Private Cloud", u"contoso.space.auth0.com"_s, {}, {});
    row("deeper", u"a.b.eu.auth0.com"_s, {}, {});
    row("look-alike", u"contoso.eu.xauth0.com"_s, {}, {});
    row("loopback", u"127.0.0.1:8443"_s, own, {});
}

void TestDashboardLink::findsTheTenant()
{
    QFETCH(const QString, domain);
    QFETCH(const QString, audience);
    QFETCH(const QString, place);
    const QUrl link = dashboardLink(DashboardPage::Apis, Domain::parse(domain)->domain, audience);
    QCOMPARE(
        link.toString(),
        place.isEmpty() ? QString()
                        : u"https://manage.auth0.com/dashboard/"_s + place + u"/apis"_s);
}

void TestDashboardLink::findsThePage_data()
{
    QTest::addColumn<DashboardPage>("page");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("path");
    using enum DashboardPage;
    QTest::newRow("application") << Application << u"k158Zc7"_s
                                 << u"applications/k158Zc7/settings"_s;
    QTest::newRow("application unknown") << Application << QString() << u"applications"_s;
    QTest::newRow("application hostile")
        << Application << u"../a?b#c"_s << u"applications/..%2Fa%3Fb%23c/settings"_s;
    QTest::newRow("applications") << Applications << u"x"_s << u"applications"_s;
    QTest::newRow("APIs") << Apis << u"x"_s << u"apis"_s;
    QTest::newRow("logs") << Logs << u"x"_s << u"logs"_s;
    QTest::newRow("custom domains") << CustomDomains << u"x"_s << u"tenant/custom_domains"_s;
}

void TestDashboardLink::findsThePage()
{
    QFETCH(const DashboardPage, page);
    QFETCH(const QString, clientId);
    QFETCH(const QString, path);
    const QUrl link = dashboardLink(
        page, Domain::parse(u"contoso.eu.auth0.com"_s)->domain, {}, clientId);
    QCOMPARE(
        link.toString(QUrl::FullyEncoded),
        QString(u"https://manage.auth0.com/dashboard/eu/contoso/"_s + path));
}

QTEST_GUILESS_MAIN(TestDashboardLink)
#include "tst_dashboardlink.moc"
