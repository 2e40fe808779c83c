// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/comparisontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Session;
using Applications::Comparison;
using Applications::Snapshot;

namespace {

QJsonValue value(const QByteArray &json)
{
    return QJsonDocument::fromJson("[" + json + "]").array().at(0);
}

Comparison usual()
{
    return {
        .added = {{.clientId = u"1"_s, .name = u"New"_s}},
        .removed = {{.clientId = u"2"_s, .name = {}}},
        .changed = {
            {.before = {.clientId = u"3"_s, .name = u"Shop"_s},
             .after = {.clientId = u"3"_s, .name = u"Shop"_s},
             .fields = {
                 {u"callbacks"_s, value(R"(["a","b"])"), value(R"(["b","c"])")},
                 {u"jwt_configuration.alg"_s, value(R"("HS256")"), value(R"("RS256")")},
                 {u"sso"_s, QJsonValue(), true}}}}};
}

} // namespace

/// How differences look to people, and to scripts.
class TestComparisonText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void writesForPeople();
    void writesForScripts();
    void writesNothingWhenSame();
    void neutralises_data();
    void neutralises();
    void notes_data();
    void notes();
};

void TestComparisonText::writesForPeople()
{
    QCOMPARE(
        comparisonText(usual()).toUtf8(),
        "+ New  1\n"
        "- (no name)  2\n"
        "~ Shop  3\n"
        "    callbacks\n"
        "      - \"a\"\n"
        "      + \"c\"\n"
        "    jwt_configuration.alg: \"HS256\" → \"RS256\"\n"
        "    sso: not set → true\n");
    Comparison across = usual();
    across.changed.front().after.clientId = u"4"_s;
    QVERIFY(comparisonText(across).contains(u"~ Shop  3 → 4\n"_s));
}

void TestComparisonText::writesForScripts()
{
    QCOMPARE(
        comparisonJson(usual()),
        R"({"added":[{"client_id":"1","name":"New"}],"changed":[{"client_id":"3","fields":[)"
        R"({"after":["b","c"],"before":["a","b"],"field":"callbacks"},)"
        R"({"after":"RS256","before":"HS256","field":"jwt_configuration.alg"},)"
        R"({"after":true,"before":null,"field":"sso"}],"name":"Shop"}],)"
        R"("removed":[{"client_id":"2","name":""}]})");
}

void TestComparisonText::writesNothingWhenSame()
{
    QCOMPARE(comparisonText({}), QString());
    QCOMPARE(comparisonJson({}), "{\"added\":[],\"changed\":[],\"removed\":[]}");
}

void TestComparisonText::neutralises_data()
{
    QTest::addColumn<bool>("isJson");
    QTest::newRow("text") << false;
    QTest::newRow("json") << true;
}

void TestComparisonText::neutralises()
{
    QFETCH(const bool, isJson);
    const QString evil = u"a\u001b[2J\u202e\u0085\n+ b"_s;
    Comparison comparison;
    comparison.added = {{.clientId = evil, .name = evil}};
    comparison.changed = {
        {.before = {.clientId = u"1"_s, .name = evil},
         .after = {.clientId = evil, .name = evil},
         .fields = {
             {evil, evil, QJsonArray{evil}},
             {u"l"_s, QJsonArray{}, QJsonArray{evil}},
             {u"large"_s, QString(1'000'000, u'x'), QJsonValue()}}}};
    const QByteArray printed = isJson ? comparisonJson(comparison)
                                      : comparisonText(comparison).toUtf8();
    for (const char *bytes : {"\x1b", "\u202e", "\u0085"})
        QVERIFY2(!printed.contains(bytes), bytes);
    QCOMPARE(printed.count("\n+ b"), 0);
    if (!isJson)
        QVERIFY(printed.size() < 5'000);
    else
        QCOMPARE(printed.count('\n'), 0);
}

void TestComparisonText::notes_data()
{
    QTest::addColumn<Comparison>("comparison");
    QTest::addColumn<bool>("isComplete");
    QTest::addColumn<QStringList>("words"); // of each note
    Comparison different{.added = {{.clientId = u"1"_s, .name = u"A"_s}}};
    QTest::newRow("nothing to say") << different << true << QStringList();
    QTest::newRow("same") << Comparison{} << true << QStringList{u"no difference"_s};
    QTest::newRow("incomplete") << different << false
                                << QStringList{u"“new\ufffd” is incomplete"_s};
    Comparison byName = different;
    byName.matchedBy = Comparison::MatchedBy::Name;
    QTest::newRow("by name") << byName << true << QStringList{u"(a.example, b.example)"_s};
    Comparison blind = different;
    blind.onlyBefore = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s, u"h"_s, u"i"_s};
    QTest::newRow("not seen") << blind << true
                              << QStringList{u"“old” tells of a, b, c, d, e, f, g, h…"_s};
}

void TestComparisonText::notes()
{
    QFETCH(const Comparison, comparison);
    QFETCH(const bool, isComplete);
    QFETCH(const QStringList, words);
    const Snapshot before{.domain = u"a.example"_s};
    const Snapshot after{.domain = u"b.example"_s, .isComplete = isComplete};
    const QStringList notes = notesOnComparison(
        comparison, {.name = u"old"_s, .snapshot = before},
        {.name = u"new\u202e"_s, .snapshot = after});
    QCOMPARE(notes.size(), words.size());
    for (qsizetype i = 0; i < words.size(); ++i)
        QVERIFY2(notes.at(i).contains(words.at(i)), qPrintable(notes.at(i)));
}

QTEST_APPLESS_MAIN(TestComparisonText)
#include "tst_comparisontext.moc"
