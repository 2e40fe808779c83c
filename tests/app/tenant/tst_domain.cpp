// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/domain.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Tenant;
using Tenantscope::Base::ErrorKind;
using Note = Domain::Note;

namespace {

QString ruleOf(const Tenantscope::Base::Result<Domain::Parsed> &parsed)
{
    return parsed ? u"(accepted)"_s : parsed.error().detail;
}

} // namespace

class DomainTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void dashboard_data();
    void dashboard();
    void makesUrls_data();
    void makesUrls();
    void emptyDomainIsEmpty();
    void namesOneHostToEveryReader();
};

void DomainTest::accepted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("isLoopback");
    QTest::addColumn<QList<Note>>("notes");
    const auto tenant = [](const char *name, const QString &text, const QString &host,
                           const QList<Note> &notes = {}) {
        QTest::newRow(name) << text << host << host << -1 << false << notes;
    };
    tenant("region", u"contoso.eu.auth0.com"_s, u"contoso.eu.auth0.com"_s);
    tenant("old US", u"contoso.auth0.com"_s, u"contoso.auth0.com"_s);
    tenant("custom", u"login.example.com"_s, u"login.example.com"_s);
    tenant("two labels", u"example.com"_s, u"example.com"_s);
    tenant("digits, hyphens", u"1-a--b.2c-3.x0"_s, u"1-a--b.2c-3.x0"_s);
    tenant(
        "blanks", u" \t contoso.eu.auth0.com \r\n"_s, u"contoso.eu.auth0.com"_s,
        {Note::BlanksDropped});
    tenant(
        "no-break space", u"\u00a0contoso.eu.auth0.com"_s, u"contoso.eu.auth0.com"_s,
        {Note::BlanksDropped});
    tenant(
        "scheme", u"https://contoso.eu.auth0.com"_s, u"contoso.eu.auth0.com"_s,
        {Note::SchemeDropped});
    tenant(
        "scheme's case", u"HtTpS://contoso.eu.auth0.com"_s, u"contoso.eu.auth0.com"_s,
        {Note::SchemeDropped});
    tenant("slash", u"contoso.eu.auth0.com/"_s, u"contoso.eu.auth0.com"_s, {Note::SlashDropped});
    tenant(
        "pasted", u" https://Contoso.EU.Auth0.com/ "_s, u"contoso.eu.auth0.com"_s,
        {Note::BlanksDropped, Note::SchemeDropped, Note::SlashDropped, Note::LowerCased});
    tenant("IDN", u"münchen.example"_s, u"xn--mnchen-3ya.example"_s, {Note::Punycode});
    tenant(
        "IDN upper case", u"MÜNCHEN.example"_s, u"xn--mnchen-3ya.example"_s,
        {Note::LowerCased, Note::Punycode});
    tenant(
        "IDN decomposed", u"mu\u0308nchen.example"_s, u"xn--mnchen-3ya.example"_s,
        {Note::Punycode});
    tenant(
        "punycode typed", u"xn--mnchen-3ya.example"_s, u"xn--mnchen-3ya.example"_s,
        {Note::Punycode});
    tenant(
        "Cyrillic look-alike", u"c\u043entoso.eu.auth0.com"_s, u"xn--cntoso-wqf.eu.auth0.com"_s,
        {Note::Punycode});
    tenant("other script", u"例え.jp"_s, u"xn--r8jz45g.jp"_s, {Note::Punycode});
    tenant("looks local", u"localhost.evil.com"_s, u"localhost.evil.com"_s);
    tenant("looks like an address", u"127.0.0.1.nip.io"_s, u"127.0.0.1.nip.io"_s);
    tenant("hex-like label, a name", u"example.0xyz"_s, u"example.0xyz"_s);
    tenant(
        "63 in a label", QString(63, u'a') + u".example.com", QString(63, u'a') + u".example.com");
    const QString longest = QString(u"a."_s).repeated(126) + u'a';
    tenant("253 characters", longest, longest);

    const auto local = [](const char *name, const QString &text, const QString &host, int port,
                          const QString &shown = {}, const QList<Note> &notes = {}) {
        QTest::newRow(name) << text << (shown.isNull() ? text : shown) << host << port << true
                            << notes;
    };
    local("localhost", u"localhost"_s, u"localhost"_s, -1);
    local("localhost, port", u"localhost:8443"_s, u"localhost"_s, 8443);
    local(
        "localhost, https", u"https://localhost:8443/"_s, u"localhost"_s, 8443, u"localhost:8443"_s,
        {Note::SchemeDropped, Note::SlashDropped});
    local("localhost, http", u"http://localhost:8080"_s, u"localhost"_s, 8080);
    local("LOCALHOST", u"LOCALHOST"_s, u"localhost"_s, -1, u"localhost"_s, {Note::LowerCased});
    local("127.0.0.1", u"127.0.0.1"_s, u"127.0.0.1"_s, -1);
    local("127/8", u"127.255.0.9:1"_s, u"127.255.0.9"_s, 1);
    local("http, address", u"http://127.0.0.1:65535"_s, u"127.0.0.1"_s, 65535);
    local("IPv6", u"[::1]"_s, u"::1"_s, -1);
    local("IPv6, port", u"[::1]:8443"_s, u"::1"_s, 8443);
    local("IPv6, http", u"http://[::1]:8080"_s, u"::1"_s, 8080);
    local("IPv6 in full", u"[0:0:0:0:0:0:0:1]"_s, u"::1"_s, -1, u"[::1]"_s);
}

void DomainTest::accepted()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    const auto parsed = Domain::parse(text);
    QVERIFY2(parsed, qPrintable(ruleOf(parsed)));
    QTEST(parsed->domain.text(), "shown");
    QCOMPARE(parsed->domain.host(), host);
    QTEST(parsed->domain.port(), "port");
    QTEST(parsed->domain.isLoopback(), "isLoopback");
    QTEST(parsed->notes, "notes");
    QCOMPARE(parsed->domain.isEncrypted(), !text.trimmed().startsWith("http:"_L1));
    QVERIFY(!parsed->domain.isEmpty());
    QCOMPARE(parsed->domain.url(u"/"_s).host(QUrl::FullyEncoded), host);

    const auto again = Domain::parse(parsed->domain.text());
    QVERIFY2(again, "what is shown cannot be typed");
    QCOMPARE(again->domain, parsed->domain);
}

void DomainTest::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QLatin1StringView>("rule");
    const auto row = [](const char *name, const QString &text, QLatin1StringView rule) {
        QTest::newRow(name) << text << rule;
    };
    row("nothing", {}, DomainRule::empty);
    row("blanks only", u" \t\n"_s, DomainRule::empty);
    row("scheme only", u"https://"_s, DomainRule::empty);
    row("port only", u":443"_s, DomainRule::empty);

    row("backslash userinfo", u"tenant.auth0.com\\@evil.com"_s, DomainRule::character);
    row("the same with scheme", u"https://tenant.auth0.com\\@evil.com"_s, DomainRule::character);
    row("userinfo", u"x@evil.com"_s, DomainRule::userinfo);
    row("password", u"tenant.auth0.com:x@evil.com"_s, DomainRule::userinfo);
    row("userinfo with scheme", u"https://tenant.auth0.com@evil.com/"_s, DomainRule::userinfo);
    row("percent dot", u"evil%2ecom"_s, DomainRule::percent);
    row("percent at", u"tenant.auth0.com%40evil.com"_s, DomainRule::percent);
    row("scope id", u"[::1%25lo]"_s, DomainRule::percent);
    row("path", u"tenant.auth0.com/authorize"_s, DomainRule::path);
    row("two slashes", u"tenant.auth0.com//"_s, DomainRule::path);
    row("api", u"https://tenant.auth0.com/api/v2/"_s, DomainRule::path);
    row("query", u"tenant.auth0.com?x=1"_s, DomainRule::path);
    row("fragment", u"tenant.auth0.com#x"_s, DomainRule::path);
    row("protocol-relative", u"//tenant.auth0.com"_s, DomainRule::path);
    row("backslashes", u"\\\\tenant.auth0.com"_s, DomainRule::character);

    row("ftp", u"ftp://tenant.auth0.com"_s, DomainRule::scheme);
    row("file", u"file:///etc/passwd"_s, DomainRule::scheme);
    row("one slash", u"https:/tenant.auth0.com"_s, DomainRule::scheme);
    row("no slash", u"https:tenant.auth0.com"_s, DomainRule::scheme);
    row("scheme twice", u"https://https://tenant.auth0.com"_s, DomainRule::path);
    row("blank in scheme", u"https ://tenant.auth0.com"_s, DomainRule::scheme);
    row("tab in scheme", u"ht\ttps://tenant.auth0.com"_s, DomainRule::scheme);
    row("plain http", u"http://tenant.auth0.com"_s, DomainRule::plainHttp);
    row("plain http, looks local", u"http://localhost.evil.com"_s, DomainRule::plainHttp);
    row("script", u"javascript:alert(1)"_s, DomainRule::oneLabel);

    row("inner blank", u"tenant .auth0.com"_s, DomainRule::character);
    row("inner tab", u"tenant\t.auth0.com"_s, DomainRule::character);
    row("inner newline", u"tenant.auth0\n.com"_s, DomainRule::character);
    row("header injection", u"tenant.auth0.com\r\nHost: evil.com"_s, DomainRule::character);
    row("NUL", u"tenant.auth0.com\0.evil.com"_s, DomainRule::character);
    row("underscore", u"my_tenant.auth0.com"_s, DomainRule::character);
    row("quote", u"\"tenant.auth0.com\""_s, DomainRule::character);
    row("list", u"tenant.auth0.com,evil.com"_s, DomainRule::character);
    row("full-width dot", u"evil\uff0ecom"_s, DomainRule::character);
    row("ideographic dot", u"evil\u3002com"_s, DomainRule::character);
    row("half-width dot", u"evil\uff61com"_s, DomainRule::character);
    row("full-width letters", u"\uff45vil.com"_s, DomainRule::character);
    row("full-width slash", u"evil.com\uff0fx.auth0.com"_s, DomainRule::character);
    row("fraction slash", u"evil.com\u2044x.auth0.com"_s, DomainRule::character);
    row("Kelvin", u"\u212aontoso.auth0.com"_s, DomainRule::character);
    row("ligature", u"o\ufb03ce.auth0.com"_s, DomainRule::character);
    row("superscript", u"tenant\u00b2.auth0.com"_s, DomainRule::character);
    row("soft hyphen", u"ten\u00adant.auth0.com"_s, DomainRule::character);
    row("zero width space", u"ten\u200bant.auth0.com"_s, DomainRule::character);
    row("zero width joiner", u"ten\u200dant.auth0.com"_s, DomainRule::character);
    row("byte order mark", u"\ufefftenant.auth0.com"_s, DomainRule::character);
    row("right-to-left override", u"\u202emoc.0htua.tnanet"_s, DomainRule::character);
    row("lone surrogate", QString(QChar(0xd800)) + u".com", DomainRule::character);
    row("emoji", u"\U0001f600.com"_s, DomainRule::character);
    row("sharp s", u"stra\u00dfe.de\u2024com"_s, DomainRule::character);
    row("no punycode", u"xn--\u0430.com"_s, DomainRule::character);

    row("trailing dot", u"tenant.auth0.com."_s, DomainRule::label);
    row("leading dot", u".auth0.com"_s, DomainRule::label);
    row("two dots", u"tenant..com"_s, DomainRule::label);
    row("dot", u"."_s, DomainRule::label);
    row("leading hyphen", u"-tenant.auth0.com"_s, DomainRule::label);
    row("trailing hyphen", u"tenant-.auth0.com"_s, DomainRule::label);
    row("64 in a label", QString(64, u'a') + u".com", DomainRule::label);
    row("254 characters", QString(u"a."_s).repeated(126) + u"aa", DomainRule::tooLong);
    row("a million", QString(1'000'000, u'a'), DomainRule::tooLong);
    row("one label", u"tenant"_s, DomainRule::oneLabel);
    row("local name", u"intranet"_s, DomainRule::oneLabel);

    row("port", u"tenant.auth0.com:443"_s, DomainRule::port);
    row("port, looks local", u"localhost.evil.com:8443"_s, DomainRule::port);
    row("empty port", u"localhost:"_s, DomainRule::portNumber);
    row("port 0", u"localhost:0"_s, DomainRule::portNumber);
    row("port 65536", u"localhost:65536"_s, DomainRule::portNumber);
    row("port 2^32 + 443", u"localhost:4294967739"_s, DomainRule::portNumber);
    row("port with zero", u"localhost:0443"_s, DomainRule::portNumber);
    row("signed port", u"localhost:+443"_s, DomainRule::portNumber);
    row("Arabic port", u"localhost:\u0664\u0664\u0663"_s, DomainRule::portNumber);
    row("IPv6 port", u"[::1]:x"_s, DomainRule::portNumber);

    row("IPv4", u"192.0.2.1"_s, DomainRule::address);
    row("any", u"0.0.0.0"_s, DomainRule::address);
    row("zero", u"0"_s, DomainRule::address);
    row("short loopback", u"127.1"_s, DomainRule::address);
    row("hex loopback", u"0x7f.1"_s, DomainRule::address);
    row("hex last", u"127.0.0.0x1"_s, DomainRule::address);
    row("bare 0x", u"127.0x"_s, DomainRule::address);
    row("octal loopback", u"0177.0.0.1"_s, DomainRule::address);
    row("octal in 127/8", u"127.0.0.010"_s, DomainRule::address);
    row("decimal", u"2130706433"_s, DomainRule::address);
    row("hex", u"0x7f000001"_s, DomainRule::address);
    row("256", u"127.0.0.256"_s, DomainRule::address);
    row("five parts", u"127.0.0.1.1"_s, DomainRule::address);
    row("number last", u"tenant.auth0.1"_s, DomainRule::address);
    row("IPv6 bare", u"::1"_s, DomainRule::address);
    row("IPv6 other", u"[::2]"_s, DomainRule::address);
    row("IPv6 any", u"[::]"_s, DomainRule::address);
    row("IPv6 mapped", u"[::ffff:127.0.0.1]"_s, DomainRule::address);
    row("bracketed IPv4", u"[127.0.0.1]"_s, DomainRule::address);
    row("bracketed name", u"[localhost]"_s, DomainRule::address);
    row("bracket open", u"[::1"_s, DomainRule::address);
    row("bracket and more", u"[::1].evil.com"_s, DomainRule::address);
    row("bracket empty", u"[]"_s, DomainRule::address);
}

void DomainTest::refused()
{
    QFETCH(QString, text);
    const auto parsed = Domain::parse(text);
    QTEST(QLatin1StringView(ruleOf(parsed).toLatin1()), "rule");
    QCOMPARE(parsed.error().kind, ErrorKind::InvalidDomain);
    QVERIFY2(parsed.error().subject.isEmpty(), "an error repeats no password");
}

void DomainTest::dashboard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("suggestion");
    QTest::newRow("applications") << u"https://manage.auth0.com/dashboard/eu/contoso/applications"_s
                                  << u"contoso.eu.auth0.com"_s;
    QTest::newRow("us, upper case")
        << u" HTTPS://MANAGE.auth0.com/dashboard/US/Contoso "_s << u"contoso.us.auth0.com"_s;
    QTest::newRow("no scheme, sub-locality")
        << u"manage.auth0.com/dashboard/us-3/contoso/"_s << u"contoso.us-3.auth0.com"_s;
    QTest::newRow("no tenant") << u"https://manage.auth0.com/dashboard/eu"_s << QString();
    QTest::newRow("host only") << u"https://manage.auth0.com/"_s << QString();
    QTest::newRow("query") << u"manage.auth0.com?x"_s << QString();
    QTest::newRow("hostile") << u"manage.auth0.com/dashboard/evil.com%2f/contoso@x/"_s << QString();
}

void DomainTest::dashboard()
{
    QFETCH(QString, text);
    const auto parsed = Domain::parse(text);
    QCOMPARE(ruleOf(parsed), DomainRule::dashboardUrl);
    QTEST(parsed.error().subject, "suggestion");
    QVERIFY2(
        Domain::parse(u"xmanage.auth0.com"_s) && Domain::parse(u"manage.auth0.com.example"_s),
        "only the dashboard's own host is told apart");
}

void DomainTest::makesUrls_data()
{
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("audience");
    QTest::newRow("tenant") << u"contoso.eu.auth0.com"_s << u"/oauth/token"_s
                            << u"https://contoso.eu.auth0.com/oauth/token"_s
                            << u"https://contoso.eu.auth0.com/api/v2/"_s;
    QTest::newRow("port") << u"localhost:8443"_s << u"/a%2Fb%20c"_s
                          << u"https://localhost:8443/a%2Fb%20c"_s
                          << u"https://localhost:8443/api/v2/"_s;
    QTest::newRow("http") << u"http://127.0.0.1:80"_s << u"/"_s << u"http://127.0.0.1:80/"_s
                          << u"https://127.0.0.1:80/api/v2/"_s;
    QTest::newRow("IPv6") << u"[::1]:8443"_s << u"/a"_s << u"https://[::1]:8443/a"_s
                          << u"https://[::1]:8443/api/v2/"_s;
    QTest::newRow("path stays a path")
        << u"a.example"_s << u"//evil.com/?q#f"_s << u"https://a.example//evil.com/%3Fq%23f"_s
        << u"https://a.example/api/v2/"_s;
}

void DomainTest::makesUrls()
{
    QFETCH(QString, domain);
    QFETCH(QString, path);
    const auto parsed = Domain::parse(domain);
    QVERIFY(parsed);
    QTEST(parsed->domain.url(path).toString(QUrl::FullyEncoded), "url");
    QTEST(parsed->domain.defaultAudience(), "audience");
    QUrlQuery query;
    query.addQueryItem(u"page"_s, u"2"_s);
    QCOMPARE(parsed->domain.url(u"/x"_s, query).query(), u"page=2"_s);
}

void DomainTest::emptyDomainIsEmpty()
{
    QVERIFY(Domain().isEmpty());
    QVERIFY(
        !Domain().url(u"/oauth/token"_s).isValid()
        || Domain().url(u"/oauth/token"_s).host().isEmpty());
}

void DomainTest::namesOneHostToEveryReader()
{
    const QStringList seeds{
        u"contoso.eu.auth0.com"_s,
        u"https://contoso.eu.auth0.com/"_s,
        u"localhost:8443"_s,
        u"http://127.0.0.1:8080"_s,
        u"[::1]:8443"_s,
        u"münchen.example"_s,
        u"xn--mnchen-3ya.example"_s,
        u"tenant.auth0.com\\@evil.com"_s};
    const QStringList pieces{
        u"@"_s,
        u"\\"_s,
        u"/"_s,
        u":"_s,
        u"%2e"_s,
        u"%40"_s,
        u"%00"_s,
        u"."_s,
        u".."_s,
        u"\uff0e"_s,
        u"\u3002"_s,
        u"\u00ad"_s,
        u"\u200b"_s,
        u"\u200d"_s,
        u"\u0430"_s,
        u"ß"_s,
        u"ſ"_s,
        u"İ"_s,
        u"\u212a"_s,
        u"0x7f"_s,
        u"127"_s,
        u"1"_s,
        u"evil.com"_s,
        u"#"_s,
        u"?"_s,
        u"["_s,
        u"]"_s,
        u" "_s,
        u"\t"_s,
        u"\n"_s,
        u"\r\n"_s,
        u"-"_s,
        u"_"_s,
        u"xn--"_s,
        u"A"_s,
        u"localhost"_s,
        u"https://"_s,
        u"//"_s,
        u"\u0308"_s,
        QString(QChar(0)),
        QString(QChar(0xdc00)),
        u"\U0001d5ba"_s,
        u"٣"_s,
        u"\u0378"_s,
        u"e\u0301"_s};
    constexpr quint32 seed = 20261124;
    QRandomGenerator random(seed);
    const auto below = [&random](qsizetype bound) { return qsizetype(random.bounded(int(bound))); };
    int accepted = 0;
    for (int i = 0; i < 10'000; ++i) {
        QString text = seeds.at(below(seeds.size()));
        for (qsizetype n = 1 + below(3); n > 0; --n) {
            const qsizetype at = below(text.size() + 1);
            switch (below(3)) {
            case 0:
                text.insert(at, pieces.at(below(pieces.size())));
                break;
            case 1:
                text.replace(at, 1, pieces.at(below(pieces.size())));
                break;
            default:
                text.remove(at, 1 + below(3));
            }
        }
        const auto parsed = Domain::parse(text);
        if (!parsed)
            continue;
        ++accepted;
        const QString host = parsed->domain.host();
        const QString what = u"%1: seed %2, input %3: %4"_s.arg(i).arg(seed).arg(text, host);
        QVERIFY2(
            std::all_of(host.begin(), host.end(), [](QChar c) { return c > u' ' && c <= u'~'; }),
            qPrintable(what));
        // What is sent to, and what others make of the text shown, is this host and no other.
        const QUrl url = parsed->domain.url(u"/oauth/token"_s);
        QVERIFY2(url.isValid() && url.host(QUrl::FullyEncoded) == host, qPrintable(what));
        QVERIFY2(
            QUrl(url.toString(QUrl::FullyEncoded)).host(QUrl::FullyEncoded) == host,
            qPrintable(what));
        QVERIFY2(url.userInfo().isEmpty() && url.path() == u"/oauth/token"_s, qPrintable(what));
        // The text as pasted, read by QUrl, where QUrl takes it at all, is the same host.
        const QString pasted = text.trimmed();
        const QUrl read(
            pasted.contains("://"_L1) ? pasted : QString(u"https://"_s + pasted), QUrl::StrictMode);
        if (read.isValid())
            QCOMPARE(read.host(QUrl::FullyEncoded), host);
        QVERIFY2(parsed->domain.isLoopback() || parsed->domain.port() == -1, qPrintable(what));
        QVERIFY2(parsed->domain.isLoopback() || parsed->domain.isEncrypted(), qPrintable(what));
    }
    qInfo("%d of 10,000 mutated inputs accepted", accepted);
    QVERIFY2(accepted > 500, "the mutations are too wild to prove anything");
}

QTEST_GUILESS_MAIN(DomainTest)
#include "tst_domain.moc"
