// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopewords.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Ui;
using OAuth::ScopeSet;

/// The sentences about scopes.
class TestScopeWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void judges_data();
    void judges();
    void doesNotJudgeWhatIsUnknown();
    void compares_data();
    void compares();
    void tellsWhatElseOpens_data();
    void tellsWhatElseOpens();
    void tellsWhatIsMissing_data();
    void tellsWhatIsMissing();
    void everyRiskHasAShapeOfItsOwn();

private:
    const Management::Catalogues m_catalogues = Management::Catalogues::read();
};

void TestScopeWords::judges_data()
{
    QTest::addColumn<QString>("granted");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("none") << u""_s << u"No scopes. Listing applications needs read:clients."_s;
    QTest::newRow("just right") << u"read:clients"_s
                                << u"1 scope. Listing applications needs just that."_s;
    QTest::newRow("one harmless")
        << u"read:clients read:stats"_s
        << u"2 scopes. Listing applications needs read:clients only; 1 more, which is not risky."_s;
    QTest::newRow("harmless ones")
        << u"read:clients read:stats read:roles"_s
        << u"3 scopes. Listing applications needs read:clients only; 2 more, none of them risky."_s;
    QTest::newRow("one risky")
        << u"read:clients read:client_keys"_s
        << u"2 scopes. Listing applications needs read:clients only; 1 more, which reveals secrets."_s;
    QTest::newRow("some risky")
        << u"read:clients read:client_keys read:users read:stats read:logs"_s
        << u"5 scopes. Listing applications needs read:clients only; 4 more, of which 1 reveals "
           "secrets and 2 show personal data."_s;
    QTest::newRow("not among them")
        << u"read:stats"_s
        << u"1 scope. Listing applications needs read:clients, which is not among them."_s;
    QTest::newRow("by another")
        << u"read:client_keys"_s
        << u"1 scope. Listing applications would need read:clients only; this token has others for "
           "it: 1 more, which reveals secrets."_s;
    QTest::newRow("names only")
        << u"read:client_summary"_s
        << u"1 scope. Listing applications with all that is told of them needs read:clients; as it "
           "is, it tells names and kinds only."_s;
}

void TestScopeWords::judges()
{
    QFETCH(const QString, granted);
    const ScopeSet scopes = ScopeSet::fromText(granted);
    const auto privilege = privilegeFor(listingApplications(m_catalogues), scopes, m_catalogues);
    QTEST(verdictText(privilege, scopes), "verdict");
}

void TestScopeWords::doesNotJudgeWhatIsUnknown()
{
    QVERIFY(verdictText({}, ScopeSet()).startsWith(u"The token does not tell its scopes"_s));
}

void TestScopeWords::compares_data()
{
    QTest::addColumn<ScopeSet>("here");
    QTest::addColumn<ScopeSet>("there");
    QTest::addColumn<QString>("words");
    QTest::newRow("different") << ScopeSet::fromText(u"a b c"_s) << ScopeSet::fromText(u"c d"_s)
                               << u"Compared with X: 1 in both, 2 only here, 1 only there."_s;
    QTest::newRow("the same") << ScopeSet::fromText(u"a b"_s) << ScopeSet::fromText(u"b a"_s)
                              << u"X has the same scopes."_s;
    QTest::newRow("there unknown") << ScopeSet::fromText(u"a"_s) << ScopeSet()
                                   << u"No comparison: the token of X does not tell its scopes."_s;
    QTest::newRow("here unknown") << ScopeSet() << ScopeSet::fromText(u"a"_s)
                                  << u"No comparison: this token does not tell its scopes."_s;
}

void TestScopeWords::compares()
{
    QFETCH(const ScopeSet, here);
    QFETCH(const ScopeSet, there);
    QTEST(comparisonText(here, {.name = u"X"_s, .scopes = there}), "words");
    const QString hostile = comparisonText(here, {.name = u"\u202e<b>\n"_s, .scopes = there});
    QVERIFY(!hostile.contains(u'\u202e') && !hostile.contains(u'\n'));
}

void TestScopeWords::tellsWhatElseOpens_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<QStringList>("shown");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing else") << u"GET /api/v2/stats/daily"_s << QStringList{u"read:stats"_s}
                                  << QString();
    QTest::newRow("another") << u"GET /api/v2/logs"_s << QStringList{u"read:logs"_s}
                             << u"or with read:logs_users"_s;
    QTest::newRow("together") << u"POST /api/v2/keys/signing/rotate"_s
                              << QStringList{u"update:signing_keys"_s}
                              << u"needs create:signing_keys too"_s;
    QTest::newRow("a row with both")
        << u"POST /api/v2/keys/signing/rotate"_s
        << QStringList{u"create:signing_keys"_s, u"update:signing_keys"_s} << QString();
    QTest::newRow("both kinds") << u"GET /api/v2/roles/{id}/users"_s << QStringList{u"read:users"_s}
                                << u"needs read:roles too, or with read:role_members"_s;
}

void TestScopeWords::tellsWhatElseOpens()
{
    QFETCH(const QString, request);
    QFETCH(const QStringList, shown);
    const auto endpoint = m_catalogues.endpoints.findRequest(request);
    QVERIFY(endpoint.has_value());
    QTEST(otherwiseText(*endpoint, shown), "words");
}

void TestScopeWords::tellsWhatIsMissing_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<ScopeSet>("granted");
    QTest::addColumn<QString>("words");
    QTest::newRow("may") << u"GET /api/v2/clients/abc"_s << ScopeSet::fromText(u"read:clients"_s)
                         << u"Nothing is missing: this token may call GET /api/v2/clients/{id}."_s;
    QTest::newRow("lacks")
        << u"GET /api/v2/logs"_s << ScopeSet::fromText(u""_s)
        << u"Missing: read:logs. GET /api/v2/logs takes read:logs, or read:logs_users."_s;
    QTest::newRow("lacks some")
        << u"POST /api/v2/keys/signing/rotate"_s << ScopeSet::fromText(u"create:signing_keys"_s)
        << u"Missing: update:signing_keys. POST /api/v2/keys/signing/rotate takes "
           "create:signing_keys and update:signing_keys."_s;
    QTest::newRow("unknown") << u"GET /api/v2/stats/daily"_s << ScopeSet()
                             << u"GET /api/v2/stats/daily takes read:stats. Whether this token has "
                                "that is not known: it does not tell its scopes."_s;
}

void TestScopeWords::tellsWhatIsMissing()
{
    QFETCH(const QString, request);
    QFETCH(const ScopeSet, granted);
    const auto endpoint = m_catalogues.endpoints.findRequest(request);
    QVERIFY(endpoint.has_value());
    QTEST(missingText(*endpoint, missingFor(*endpoint, granted, m_catalogues)), "words");
}

void TestScopeWords::everyRiskHasAShapeOfItsOwn()
{
    QSet<QString> shapes;
    QSet<QString> words;
    for (int number = 0; number <= int(Management::ScopeKind::Own); ++number) {
        const auto kind = Management::ScopeKind(number);
        QCOMPARE(kindIcon(kind) != nullptr, isRisky(kind));
        if (!isRisky(kind))
            continue;
        const QString shape = QString::fromLatin1(kindIcon(kind));
        shapes.insert(shape);
        words.insert(kindWords(kind));
    }
    QCOMPARE(shapes.size(), 6);
    QCOMPARE(words.size(), 6);
}

QTEST_GUILESS_MAIN(TestScopeWords)
#include "tst_scopewords.moc"
