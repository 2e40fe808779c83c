// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/safejson.h"
#include "app/cli/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::Cli::oneLineJson;

namespace {

/// The same byte by byte, without a thought for speed.
QByteArray slowOneLineJson(QByteArrayView json)
{
    namespace Base = Tenantscope::Base;
    QByteArray line;
    bool isInString = false;
    for (qsizetype at = 0; at < json.size();) {
        const bool escapes = isInString && json[at] == '\\';
        const Base::UnsafeCharacter found = Base::unsafeAt(json, escapes ? at + 1 : at);
        if (isInString && found.size > 0) {
            Base::appendEscaped(line, found.character);
            at += found.size + (escapes ? 1 : 0);
            continue;
        }
        if (json[at] == '"')
            isInString = !isInString;
        if (isInString || !QByteArrayView(" \t\n\r").contains(json[at]))
            line += json[at];
        ++at;
        if (escapes && at < json.size())
            line += json[at++];
    }
    return line;
}

} // namespace

/// JSON put on one line: nothing a terminal or a line reader obeys is left, no value changes.
class TestJsonText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void putsOnOneLine_data();
    void putsOnOneLine();
    void keepsEveryCharacter();
    void survivesAnEarlyEnd();
    void isAsExactAsTheSlowWay();
};

void TestJsonText::putsOnOneLine_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("line");
    const auto same = [](const char *name, const char *json) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(json);
    };
    same("compact", R"({"b":1,"a":[true,null,{}]})");
    same("order and duplicates", R"({"b":1,"a":2,"b":3})");
    same("numbers", R"([1.0,3.0166666666666666,1e400,18446744073709551616,-0])");
    same("blanks in texts", R"({"a b":" c  d "})");
    same("escapes", R"(["\u001b\n\\\"/\/","\ud83d\ude00"])");
    same("beyond ASCII", "[\"Zürich 東京 🙂 \u00a0\u2027\u206f\"]");
    QTest::newRow("indented") << QByteArray("{\r\n\t\"a\" : [ 1 ,\n 2 ] \n}\n")
                              << QByteArray(R"({"a":[1,2]})");
    QTest::newRow("escape character")
        << QByteArray("[\"a\x1b[31mb\"]") << QByteArray(R"(["a\u001b[31mb"])");
    QTest::newRow("line end in a text")
        << QByteArray("[\"a\nb\"]") << QByteArray(R"(["a\u000ab"])");
    QTest::newRow("after a backslash")
        << QByteArray("[\"a\\\nb\"]") << QByteArray(R"(["a\u000ab"])");
    QTest::newRow("delete") << QByteArray("[\"\x7f\"]") << QByteArray(R"(["\u007f"])");
    QTest::newRow("C1") << QByteArray("[\"\xc2\x9b\xc2\x85\"]")
                        << QByteArray(R"(["\u009b\u0085"])");
    QTest::newRow("right-to-left override")
        << QByteArray("[\"\u202egpj.exe\"]") << QByteArray(R"(["\u202egpj.exe"])");
    QTest::newRow("marks, isolates, separators")
        << QByteArray("[\"\u061c\u200e\u200f\u2066\u2069\u2028\u2029\"]")
        << QByteArray(R"(["\u061c\u200e\u200f\u2066\u2069\u2028\u2029"])");
    QTest::newRow("in a name") << QByteArray("{\"a\x07\":1}") << QByteArray(R"({"a\u0007":1})");
}

void TestJsonText::putsOnOneLine()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, line);
    QCOMPARE(oneLineJson(json), line);
}

void TestJsonText::keepsEveryCharacter()
{
    QString all;
    for (char32_t c = 1; c < 0x3000; ++c) {
        if (c != U'"' && c != U'\\')
            all += QString::fromUcs4(&c, 1);
    }
    const QByteArray json = "[\"" + all.toUtf8() + "\"]";
    const QByteArray line = oneLineJson(json);
    QCOMPARE(QJsonDocument::fromJson(line), QJsonDocument::fromJson(json));
    QCOMPARE(QJsonDocument::fromJson(line).array().at(0).toString(), all);
    for (const char byte : line)
        QVERIFY(static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7f);
}

void TestJsonText::survivesAnEarlyEnd()
{
    const QByteArray json = "{\"a\":\"b\\u00e9\xc2\x9b\xe2\x80\xae\"}";
    for (qsizetype size = 0; size < json.size(); ++size) {
        // Allocated to size, so that the address sanitizer sees a read beyond it.
        const QByteArray part(json.constData(), size);
        QVERIFY(oneLineJson(part).size() >= 0);
    }
}

void TestJsonText::isAsExactAsTheSlowWay()
{
    const QByteArrayList pieces{
        "\"",       "\"",       "\"",
        "\\",       "\\\"",     "\\\\",
        "{",        "}",        "[",
        ":",        ",",        " ",
        "\t",       "\r\n",     "name",
        "1.50",     "\x01",     "\x1b[0m",
        "\x7f",     "\xc2\x9b", "\xc2\xa0",
        "\u061c",   "\u0620",   "\u200e",
        "\u2010",   "\u2029",   "\u2067",
        "東京",     "\u0e01",   "🙂",
        "\xc2",     "\xe2\x80", "\xe0\x80\x9b",
        "\xc0\x9b", "\xff",
    };
    QRandomGenerator random(20261129);
    for (int turn = 0; turn < 20'000; ++turn) {
        QByteArray json;
        for (int count = random.bounded(12); count >= 0; --count)
            json += pieces.at(random.bounded(int(pieces.size())));
        const QByteArray exact(json.constData(), json.size()); // nothing readable after it
        QVERIFY2(oneLineJson(exact) == slowOneLineJson(exact), json.toHex(' ').constData());
    }
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
