// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tokenverifier.h"
#include "app/session/verdictwords.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Jwt::Reason;

namespace {

constexpr int lastReason = int(Reason::Encrypted);
constexpr int lastProblem = int(Jwt::KeyProblem::Private);

Jwt::Verdict verdictOf(Reason reason, const QString &detail = u"detail"_s)
{
    Jwt::Verdict verdict;
    verdict.reason = reason;
    verdict.detail = detail;
    verdict.expected = u"expected"_s;
    verdict.algorithm = u"RS256"_s;
    verdict.keyId = u"key-1"_s;
    verdict.keyProblem = Jwt::KeyProblem::TooShort;
    verdict.instant = QDateTime(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);
    return verdict;
}

} // namespace

class TestVerdictWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void wordsEachReasonOnce();
    void wordsEachPart();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void saysWhatWasNotChecked_data();
    void saysWhatWasNotChecked();
    void saysHowLongItIsValid();
    void neutralises();
    void expectsATenantsIssuer();
    void objectsWithoutKeys_data();
    void objectsWithoutKeys();
};

void TestVerdictWords::wordsEachReasonOnce()
{
    QSet<QString> texts;
    QSet<QString> names;
    for (int i = 0; i <= lastReason; ++i) {
        const QString text = Session::verdictText(verdictOf(Reason(i)));
        QVERIFY2(text.endsWith(u'.') && !text.contains(u"%"), qPrintable(text));
        texts.insert(text);
        names.insert(Jwt::nameOf(Reason(i)));
    }
    QCOMPARE(texts.size(), lastReason + 1);
    QCOMPARE(names.size(), lastReason + 1);
    QSet<QString> problems;
    for (int i = 0; i <= lastProblem; ++i)
        problems.insert(Session::keyProblemText(Jwt::KeyProblem(i)));
    QCOMPARE(problems.size(), lastProblem + 1);
}

void TestVerdictWords::wordsEachPart()
{
    QSet<QString> texts;
    const QList<QLatin1StringView> parts{
        Jwt::Part::size,    Jwt::Part::parts,     Jwt::Part::header,
        Jwt::Part::payload, Jwt::Part::signature, Jwt::Part::claims,
        Jwt::Part::alg,     Jwt::Part::kid,       Jwt::Part::crit};
    for (const QLatin1StringView part : parts)
        texts.insert(Session::verdictText(verdictOf(Reason::Malformed, part)));
    texts.insert(Session::verdictText(verdictOf(Reason::Malformed, u"other"_s)));
    QCOMPARE(texts.size(), parts.size() + 1);
    QSet<QString> rules;
    for (const QLatin1StringView rule :
         {Jwt::KeySetRule::tooLong, Jwt::KeySetRule::notJson, Jwt::KeySetRule::noKeys,
          Jwt::KeySetRule::duplicateMember, Jwt::KeySetRule::tooMany})
        rules.insert(Session::keySetRuleText(QString(rule)));
    QCOMPARE(rules.size(), 5);
}

void TestVerdictWords::namesWhatIsWrong_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("expired") << Reason::Expired << QStringList{u"2026-11-25 12:00:00 UTC"_s};
    QTest::newRow("not yet valid")
        << Reason::NotYetValid << QStringList{u"2026-11-25 12:00:00 UTC"_s};
    QTest::newRow("issuer") << Reason::WrongIssuer << QStringList{u"“detail”"_s, u"“expected”"_s};
    QTest::newRow("audience") << Reason::WrongAudience
                              << QStringList{u"“detail”"_s, u"“expected”"_s};
    QTest::newRow("claim") << Reason::MalformedClaim << QStringList{u"“detail”"_s};
    QTest::newRow("twice") << Reason::DuplicateMember << QStringList{u"“detail”"_s};
    QTest::newRow("HMAC") << Reason::SymmetricAlgorithm << QStringList{u"“RS256”"_s};
    QTest::newRow("extension") << Reason::CriticalHeader << QStringList{u"“detail”"_s};
    QTest::newRow("no such key") << Reason::NoSuchKey << QStringList{u"“key-1”"_s};
    QTest::newRow("bad key") << Reason::UnusableKey << QStringList{u"“key-1”"_s, u"2,048"_s};
    QTest::newRow("key for another")
        << Reason::KeyForOtherAlgorithm << QStringList{u"“RS256”"_s, u"“key-1”"_s, u"detail"_s};
}

void TestVerdictWords::namesWhatIsWrong()
{
    QFETCH(const Reason, reason);
    QFETCH(const QStringList, words);
    const QString text = Session::verdictText(verdictOf(reason));
    for (const QString &word : words)
        QVERIFY2(text.contains(word), qPrintable(text));
}

void TestVerdictWords::saysWhatWasNotChecked_data()
{
    QTest::addColumn<bool>("issuer");
    QTest::addColumn<bool>("audience");
    QTest::addColumn<QString>("words");
    QTest::newRow("neither") << false << false << u"Issuer and audience were not checked"_s;
    QTest::newRow("issuer") << true << false << u"The audience was not checked"_s;
    QTest::newRow("audience") << false << true << u"The issuer was not checked"_s;
    QTest::newRow("both") << true << true << QString();
}

void TestVerdictWords::saysWhatWasNotChecked()
{
    QFETCH(const bool, issuer);
    QFETCH(const bool, audience);
    QFETCH(const QString, words);
    Jwt::Verdict verdict = verdictOf(Reason::AllChecked);
    verdict.isIssuerChecked = issuer;
    verdict.isAudienceChecked = audience;
    const QString text = Session::verdictText(verdict);
    QCOMPARE(text.contains(u"not checked"), !words.isEmpty());
    QVERIFY2(text.contains(words), qPrintable(text));
}

void TestVerdictWords::saysHowLongItIsValid()
{
    Jwt::Verdict verdict = verdictOf(Reason::AllChecked);
    const auto says = [&verdict](const QString &words) {
        return Session::verdictText(verdict).contains(words);
    };
    QVERIFY(says(u" It is valid until 2026-11-25 12:00:00 UTC. "_s));
    verdict.expiredFor = std::chrono::seconds(30);
    QVERIFY(says(u" It expired 30 s ago, at 2026-11-25 12:00:00 UTC, which the leeway allows. "_s));
    QVERIFY(!says(u"valid until"_s));
    verdict.instant = {};
    verdict.expiredFor.reset();
    QVERIFY(says(u" It does not say when it expires. "_s));
}

void TestVerdictWords::neutralises()
{
    for (int i = 0; i <= lastReason; ++i) {
        Jwt::Verdict verdict = verdictOf(Reason(i), u"a\x1b\n\x202e"_s);
        verdict.keyId = verdict.expected = verdict.detail;
        if (Reason(i) == Reason::KeyForOtherAlgorithm)
            verdict.detail =
                u"ES256"_s; // the key's algorithms, and with a key the token's: names of ours
        if (Reason(i) != Reason::AllChecked)
            verdict.algorithm = verdict.keyId;
        const QString text = Session::verdictText(verdict);
        QVERIFY2(
            !text.contains(u'\x1b') && !text.contains(u'\n') && !text.contains(QChar(0x202e)),
            qPrintable(text));
    }
}

void TestVerdictWords::expectsATenantsIssuer()
{
    const QDateTime now(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);
    const Tenant::Domain domain = Tenant::Domain::parse(u"Contoso.eu.auth0.com")->domain;
    const Jwt::Expected expected = Session::expectedOf(domain, u"a"_s, now);
    QCOMPARE(expected.issuers, QStringList{u"https://contoso.eu.auth0.com/"_s});
    QCOMPARE(expected.audience, u"a"_s);
    QVERIFY(Session::expectedOf({}, {}, now).issuers.isEmpty());
    const Tenant::Domain foreign = Tenant::Domain::parse(u"login.xn--bcher-kva.de")->domain;
    QCOMPARE(
        Session::expectedOf(foreign, {}, now).issuers,
        QStringList{u"https://login.xn--bcher-kva.de/"_s});
    const Tenant::Domain loopback = Tenant::Domain::parse(u"http://localhost:8080")->domain;
    QCOMPARE(
        Session::expectedOf(loopback, {}, now).issuers,
        (QStringList{u"http://localhost:8080/"_s, u"https://localhost:8080/"_s}));
    QVERIFY(!Session::expectedOf({}, {}, now).audience);
}

void TestVerdictWords::objectsWithoutKeys_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("says"); // empty: a key has to tell
    QTest::newRow("RS256") << QByteArray(R"({"alg":"RS256"})") << QString();
    QTest::newRow("ES256 and a key") << QByteArray(R"({"alg":"ES256","kid":"1"})") << QString();
    QTest::newRow("none") << QByteArray(R"({"alg":"none"})") << u"It is not signed"_s;
    QTest::newRow("HS256") << QByteArray(R"({"alg":"HS256"})") << u"HS256"_s;
    QTest::newRow("twice") << QByteArray(R"({"alg":"RS256","alg":"none"})") << u"twice"_s;
    QTest::newRow("crit") << QByteArray(R"({"alg":"RS256","crit":["x"],"x":1})") << u"“x”"_s;
    QTest::newRow("no algorithm") << QByteArray(R"({"typ":"JWT"})") << u"names no algorithm"_s;
}

void TestVerdictWords::objectsWithoutKeys()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QString, says);
    constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray token = header.toBase64(base64Url) + '.' + QByteArray("{}").toBase64(base64Url)
        + (header.contains("none") && !header.contains("RS256") ? "." : ".c2ln");
    const QString objection = Session::keylessObjection(token);
    QCOMPARE(objection.isEmpty(), says.isEmpty());
    QVERIFY2(objection.contains(says), qPrintable(objection));
}

QTEST_GUILESS_MAIN(TestVerdictWords)
#include "tst_verdictwords.moc"
