// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/jsonstrings.h"

#include "tests/ui/uitest.h"

#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

class TestJsonStrings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void finds_data();
    void finds();
    void writes();
    void findsNames_data();
    void findsNames();
};

void TestJsonStrings::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("literals");
    QTest::addColumn<QStringList>("said"); // "?": not to be decoded
    const auto row = [](const char *name, const QString &text, const QStringList &literals,
                        const QStringList &said) {
        QTest::newRow(name) << text << literals << said;
    };
    row("none", u"200\nserver: x\n\n[1, true]"_s, {}, {});
    row("member and value", uR"({"a": "b"})"_s, {uR"("a")"_s, uR"("b")"_s}, {u"a"_s, u"b"_s});
    row("empty", uR"([""])"_s, {uR"("")"_s}, {u""_s});
    row("escapes", uR"(["\u00e9\"\\\/\n"])"_s, {uR"("\u00e9\"\\\/\n")"_s}, {u"é\"\\/\n"_s});
    row("a pair of surrogates", uR"(["\ud83d\ude00"])"_s, {uR"("\ud83d\ude00")"_s}, {u"😀"_s});
    row("no such escape", uR"(["\u00zz"])"_s, {uR"("\u00zz")"_s}, {u"?"_s});
    row("cut", uR"(["ab)"_s, {uR"("ab)"_s}, {u"ab"_s});
    row("cut after a quote", uR"(["ab", ")"_s, {uR"("ab")"_s, uR"(")"_s}, {u"ab"_s, u""_s});
    row("cut within an escape", uR"(["ab\u00)"_s, {uR"("ab\u00)"_s}, {u"?"_s});
    row("cut after an escaped quote", uR"(["ab\")"_s, {uR"("ab\")"_s}, {u"ab\""_s});
    row("cut after a backslash", uR"(["ab\)"_s, {uR"("ab\)"_s}, {u"?"_s});
    row("a line ends it", u"x: \"a\\\n\"b\""_s, {u"\"a\\"_s, u"\"b\""_s}, {u"?"_s, u"b"_s});
}

void TestJsonStrings::finds()
{
    QFETCH(const QString, text);
    QStringList literals;
    QStringList said;
    for (const JsonString &string : jsonStrings(text)) {
        literals.append(text.sliced(string.offset, string.size));
        said.append(string.text.value_or(u"?"_s));
    }
    QTEST(literals, "literals");
    QTEST(said, "said");
}

void TestJsonStrings::writes()
{
    for (const QString &text : {u""_s, u"a \"b\" \\ / é\n\t😀"_s}) {
        const QString literal = jsonLiteral(text);
        const QList<JsonString> read = jsonStrings(literal);
        QCOMPARE(read.size(), 1);
        QCOMPARE(read.first().size, literal.size());
        QCOMPARE(read.first().text, std::optional(text));
    }
}

void TestJsonStrings::findsNames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("none") << u"{}"_s << QStringList();
    QTest::newRow("both, at any depth")
        << u"{\"name\": \"Shop\",\n \"a\": [{\"description\" : \"For \\u00e9\"}]}"_s
        << QStringList{u"Shop"_s, u"For é"_s};
    QTest::newRow("once") << uR"([{"name":"a"},{"name":"a"}])"_s << QStringList{u"a"_s};
    QTest::newRow("written with escapes") << uR"({"n\u0061me":"a"})"_s << QStringList{u"a"_s};
    QTest::newRow("cut") << uR"({"name":"Sho)"_s << QStringList{u"Sho"_s};
    QTest::newRow("no values")
        << uR"(["name", "x", {"a": "name", "name": null, "b": "c", "description": ""}])"_s
        << QStringList();
}

void TestJsonStrings::findsNames()
{
    QFETCH(const QString, text);
    QTEST(jsonNames(text), "names");
}

QTEST_APPLESS_MAIN(TestJsonStrings)

#include "tst_jsonstrings.moc"
