// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/urlfault.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Applications;

/// What is wrong with a URL as admins, wizards and slips of the mouse leave it.
class TestUrlFault final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void sees_data();
    void sees();
    void survivesAnything();
};

void TestUrlFault::sees_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<UrlFaults>("faults");
    using enum UrlFault;
    const UrlFaults none;
    const auto row = [](const QString &url, UrlFaults faults) {
        QTest::newRow(qPrintable(url.isEmpty() ? u"(empty)"_s : url)) << url << faults;
    };

    row(u"https://shop.example.com"_s, none);
    row(u"https://shop.example.com/"_s, none);
    row(u"HTTPS://Shop.example.com:8443/"_s, none);
    row(u"https://shop.example.com/callback"_s, Path);
    row(u"https://shop.example.com/a?b=c"_s, Path);
    row(u"https://shop.example.com?b=c"_s, Path);
    row(u"https://bücher.example/"_s, none);
    row(u"https://my_host.example/"_s, none);
    row(u"https://intranet/"_s, none);
    row(u"https://localhost.example.com/"_s, none);
    row(u"https://notlocalhost/"_s, none);
    row(u"https://127.example.com/"_s, none);
    row(u"https://[2001:db8::1]:8443/"_s, none);
    row(u"https://{organization_name}.example.com/"_s, none);
    row(u"https://{organization_name}-shop.example.com/cb"_s, Path);

    row(u"http://shop.example.com"_s, Insecure);
    row(u"HTTP://shop.example.com/cb"_s, Insecure | Path);
    row(u"http://10.0.0.5:8080"_s, Insecure);

    row(u"http://localhost"_s, Loopback);
    row(u"https://LOCALHOST:3000/"_s, Loopback);
    row(u"http://app.localhost:3000"_s, Loopback);
    row(u"http://127.0.0.1:8765/callback"_s, Loopback | Path);
    row(u"http://127.1.2.3"_s, Loopback);
    row(u"http://[::1]:3000"_s, Loopback);
    row(u"http://0.0.0.0:3000"_s, Loopback);
    row(u"http://localhost:*"_s, Loopback | Wildcard);

    row(u"https://*.example.com"_s, Wildcard);
    row(u"https://pr-*.preview.example.com/cb"_s, Wildcard | Path);
    row(u"https://example.com/*"_s, Wildcard | Path);
    row(u"http://*.example.com"_s, Wildcard | Insecure);
    row(u"https://*.shop.vercel.app"_s, Wildcard);
    row(u"https://*.vercel.app"_s, SharedWildcard);
    row(u"https://shop-*-team.Vercel.app/cb"_s, SharedWildcard | Path);
    row(u"https://*.com"_s, SharedWildcard);
    row(u"https://*"_s, SharedWildcard);
    row(u"*"_s, SharedWildcard);
    row(u"*.example.com"_s, Wildcard | Malformed);

    row(QString(), Malformed);
    row(u"shop.example.com"_s, Malformed);
    row(u"/callback"_s, Malformed);
    row(u"//shop.example.com"_s, Malformed);
    row(u"localhost:3030/logout"_s, Malformed);
    row(u"shop.example.com:8443/cb"_s, Malformed);
    row(u"https://https://shop.example.com"_s, Malformed);
    row(u"http://http//shop.example.com"_s, Malformed);
    row(u"https:/shop.example.com"_s, Malformed);
    row(u"https:shop.example.com"_s, Malformed);
    row(u"https://"_s, Malformed);
    row(u"https:///cb"_s, Malformed);
    row(u"https://:443"_s, Malformed);
    row(u"https://shop.example.com:"_s, Malformed);
    row(u"https://shop.example.com:0"_s, Malformed);
    row(u"https://shop.example.com:65536"_s, Malformed);
    row(u"https://shop.example.com:+80"_s, Malformed);
    row(u"https://shop..example.com"_s, Malformed);
    row(u"https://.example.com"_s, Malformed);
    row(u"https://shop.example.com."_s, Malformed);
    row(u"https://me@shop.example.com"_s, Malformed);
    row(u"https://me:word@shop.example.com/"_s, Malformed);
    row(u"https://{host}/cb"_s, Malformed);
    row(u"https://${HOST}/cb"_s, Malformed);
    row(u"https://a.example,https://b.example"_s, Malformed);
    row(u" https://shop.example.com"_s, Malformed);
    row(u"https://shop.example.com\n"_s, Malformed);
    row(u"https://shop.example.com/a b"_s, Malformed);
    row(u"https://shop.example.com/<id>"_s, Malformed);
    row(u"https://shop.example.com/\u202egnp"_s, Malformed);
    row(u"https://shop\u200b.example.com/"_s, Malformed);
    row(u"https://[zz]"_s, Malformed);
    row(u"https://[]"_s, Malformed);
    row(u"1st://app"_s, Malformed);
    row(u"com.example.app:"_s, Malformed);

    row(u"https://shop.example.com/#/cb"_s, Path | Fragment);
    row(u"https://shop.example.com#"_s, Path | Fragment);
    row(u"com.example.app://cb#x"_s, CustomScheme | Fragment);

    row(u"com.example.app://demo.eu.auth0.com/ios/callback"_s, CustomScheme);
    row(u"com.example.app:/oauth2redirect"_s, CustomScheme);
    row(u"shop://callback"_s, CustomScheme | ShortScheme);
    row(u"capacitor://localhost"_s, CustomScheme | ShortScheme);
    row(u"file:///etc/passwd"_s, Malformed);
    row(u"FILE:///"_s, Malformed);
    row(u"file:cb"_s, Malformed);
    row(u"file://host/share"_s, Malformed);
    row(u"file://"_s, CustomScheme | ShortScheme); // of Cordova's web view
    row(u"file://*"_s, CustomScheme | ShortScheme | Wildcard);
    row(u"urn:ietf:wg:oauth:2.0:oob"_s, CustomScheme | ShortScheme);
    row(u"javascript:alert(1)"_s, Script);
    row(u"JavaScript:alert(1)"_s, Script);
    row(u"data:text/html,x"_s, Script);
}

void TestUrlFault::sees()
{
    QFETCH(QString, url);
    QFETCH(UrlFaults, faults);
    QCOMPARE(faultsOf(url).toInt(), faults.toInt());
}

void TestUrlFault::survivesAnything()
{
    QString lone = u"https://a"_s;
    lone[8] = QChar(0xd800);
    for (const QString &url :
         {lone, QString(1'000'000, u'*'), QString(u"https://" + QString(1'000'000, u'a')),
          QString(u"https://" + QString(100'000, u':')), QString(10'000, QChar(0)), u"://"_s,
          u"https://["_s, u"https://]"_s, u"https://[:"_s, u"https://{organization_name"_s})
        static_cast<void>(faultsOf(url));
    QVERIFY(faultsOf(QString(10'000, QChar(0))).testFlag(UrlFault::Malformed));
}

QTEST_APPLESS_MAIN(TestUrlFault)
#include "tst_urlfault.moc"
