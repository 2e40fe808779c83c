// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Base;

namespace Tenantscope::Test {

namespace {

/// JSON texts as odd as QJsonDocument accepts them: blanks, escapes, duplicate members.
class Generator final
{
public:
    explicit Generator(quint32 seed)
        : m_chance(seed)
    {
    }

    QByteArray document() { return blank() + (one(2) ? object(4) : array(4)) + blank(); }

private:
    quint32 next() { return quint32(m_chance()); }
    bool one(quint32 in) { return next() % in == 0; }

    QByteArray blank()
    {
        static const QByteArrayList blanks{"", "", "", " ", "\n", "\t", "\r\n", "  "};
        return blanks[qsizetype(next() % quint32(blanks.size()))];
    }

    QByteArray text()
    {
        static const QByteArrayList parts{"a",   "secret",  "{",       "}",        "[",
                                          "]",   ",",       ":",       "\\\"",     "\\\\",
                                          "\\n", "\\u0041", "\\u005f", "\xc3\xa9", "\\ud83d\\ude00",
                                          " ",   "\\/"};
        QByteArray result = "\"";
        for (quint32 i = next() % 4; i > 0; --i)
            result += parts[qsizetype(next() % quint32(parts.size()))];
        return result + '"';
    }

    QByteArray scalar()
    {
        static const QByteArrayList scalars{"0",    "-1",    "1.5",  "1e3",        "-0.0E-2",
                                            "true", "false", "null", "12345678901"};
        return one(2) ? text() : scalars[qsizetype(next() % quint32(scalars.size()))];
    }

    QByteArray value(int depth)
    {
        if (depth == 0 || one(2))
            return scalar();
        return one(2) ? object(depth - 1) : array(depth - 1);
    }

    QByteArray array(int depth)
    {
        QByteArrayList elements;
        for (quint32 i = next() % 5; i > 0; --i)
            elements.append(blank() + value(depth) + blank());
        return '[' + (elements.isEmpty() ? blank() : elements.join(',')) + ']';
    }

    QByteArray object(int depth)
    {
        static const QByteArrayList names{
            "\"clients\"", "\"a\"", "\"secret\"", "\"s\\u0065cret\"", "\"\""};
        QByteArrayList members;
        for (quint32 i = next() % 5; i > 0; --i) {
            const QByteArray name = names[qsizetype(next() % quint32(names.size()))];
            members.append(blank() + name + blank() + ':' + blank() + value(depth) + blank());
        }
        return '{' + (members.isEmpty() ? blank() : members.join(',')) + '}';
    }

    std::mt19937 m_chance;
};

QJsonValue parsed(QByteArrayView value)
{
    return QJsonDocument::fromJson(QByteArray("[" + value.toByteArray() + "]")).array().first();
}

/// What maskMembers() ought to give, by way of QJsonDocument. Duplicates that lost are gone here.
QJsonValue masked(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &element : value.toArray())
            array.append(masked(element));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        *member = member.key() == "secret"_L1 ? QJsonValue(u"***"_s) : masked(*member);
    return object;
}

bool isNamedSecret(const QStringList &path)
{
    return path.last() == "secret"_L1;
}

QJsonValue top(const QJsonDocument &document)
{
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace

/// The one scanner beside QJsonDocument, held to its word.
class JsonScannerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void elements_data();
    void elements();
    void elementsAgreeWithQJsonDocument();
    void maskAgreesWithQJsonDocument();
    void masks_data();
    void masks();
    void maskGetsPathAndKind();
    void everyCutIsSafe();
    void mutatedTextsAreSafe();
    void depth_data();
    void depth();
    void deepNesting();
};

void JsonScannerTest::elements_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<bool>("found");
    QTest::addColumn<QByteArrayList>("elements");
    const QStringList clients{u"clients"_s};
    const auto row = [](const char *name, const QByteArray &json, const QStringList &path,
                        const std::optional<QByteArrayList> &elements) {
        QTest::newRow(name) << json << path << elements.has_value()
                            << elements.value_or(QByteArrayList());
    };
    row("top level", "[1, {\"a\" : [2]} ,\"x\"]", {},
        QByteArrayList{"1", "{\"a\" : [2]}", "\"x\""});
    row("empty", " [ ] ", {}, QByteArrayList());
    row("member", "{\"total\":2,\"clients\":[{},[]]}", clients, QByteArrayList{"{}", "[]"});
    row("nested", "{\"a\":{\"b\":[true]}}", {u"a"_s, u"b"_s}, QByteArrayList{"true"});
    row("escaped name", "{\"cli\\u0065nts\":[1]}", clients, QByteArrayList{"1"});
    row("last of duplicates", "{\"clients\":[1],\"clients\":[2]}", clients, QByteArrayList{"2"});
    row("last of duplicates is none", "{\"clients\":[1],\"clients\":2}", clients, {});
    row("BOM", "\xef\xbb\xbf[1]", {}, QByteArrayList{"1"});
    row("raw control character", "[\"a\nb\"]", {}, QByteArrayList{"\"a\nb\""});
    row("escaped quotes", R"(["\",", "\\", "\\\"]", "\\\\"])", {},
        QByteArrayList{R"("\",")", R"("\\")", R"("\\\"]")", R"("\\\\")"});
    row("escaped to the end", R"(["\"])", {}, {});
    row("object at the top", "{}", {}, {});
    row("array above", "[{\"clients\":[]}]", clients, {});
    row("no such member", "{\"a\":[]}", clients, {});
    row("cut", "{\"clients\":[1,2", clients, {});
    row("cut after", "{\"clients\":[1,2]", clients, {});
    row("garbage after", "[1] x", {}, {});
    row("nothing", "", {}, {});
    row("no comma", "[1 2]", {}, {});
    row("trailing comma", "[1,]", {}, {});
    row("leading zero", "[01]", {}, {});
    row("word", "[yes]", {}, {});
}

void JsonScannerTest::elements()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QStringList, path);
    QFETCH(const bool, found);
    const std::optional<QList<JsonSpan>> spans = arrayElements(json, path);
    QCOMPARE(spans.has_value(), found);
    QByteArrayList elements;
    for (const JsonSpan &span : spans.value_or(QList<JsonSpan>()))
        elements.append(json.mid(span.offset, span.size));
    QTEST(elements, "elements");
}

void JsonScannerTest::elementsAgreeWithQJsonDocument()
{
    int arrays = 0;
    for (quint32 seed = 0; seed < 1000; ++seed) {
        const QByteArray json = Generator(seed).document();
        const QJsonDocument document = QJsonDocument::fromJson(json);
        QVERIFY2(!document.isNull(), json.constData());
        for (const QStringList &path :
             {QStringList(), QStringList{u"clients"_s}, QStringList{u"a"_s, u"secret"_s}}) {
            QJsonValue expected = top(document);
            for (const QString &name : path)
                expected = expected.toObject().value(name);
            const std::optional<QList<JsonSpan>> spans = arrayElements(json, path);
            QVERIFY2(spans.has_value() == expected.isArray(), json.constData());
            if (!spans)
                continue;
            ++arrays;
            QJsonArray array;
            for (const JsonSpan &span : *spans)
                array.append(parsed(QByteArrayView(json).sliced(span.offset, span.size)));
            QVERIFY2(array == expected.toArray(), json.constData());
        }
    }
    QCOMPARE_GT(arrays, 300);
}

void JsonScannerTest::maskAgreesWithQJsonDocument()
{
    for (quint32 seed = 0; seed < 1000; ++seed) {
        const QByteArray json = Generator(seed).document();
        const QByteArray result = maskMembers(json, isNamedSecret);
        const QJsonDocument document = QJsonDocument::fromJson(result);
        QVERIFY2(!document.isNull(), result.constData());
        QVERIFY2(top(document) == masked(top(QJsonDocument::fromJson(json))), json.constData());
    }
}

void JsonScannerTest::masks_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &shown) {
        QTest::newRow(name) << json << shown;
    };
    row("rest byte for byte", " { \"a\" : 1.0 , \"secret\" :  \"x\" , \"b\":[ ] } ",
        " { \"a\" : 1.0 , \"secret\" :  \"***\" , \"b\":[ ] } ");
    row("any depth", "[{\"a\":[{\"secret\":1}]}]", "[{\"a\":[{\"secret\":\"***\"}]}]");
    row("containers", "{\"secret\":{\"x\":[1,2]},\"b\":2}", "{\"secret\":\"***\",\"b\":2}");
    row("both duplicates", "{\"secret\":1,\"secret\":2}",
        "{\"secret\":\"***\",\"secret\":\"***\"}");
    row("no JSON", "<html>", "\"***\"");
    row("nothing", "", "");
    row("scalar", "\"text\"", "\"text\"");
    row("cut in a secret", "{\"a\":1,\"secret\":\"abc", "{\"a\":1,\"secret\":\"***\"");
    row("cut in a text", "{\"a\":\"abc", "{\"a\":\"***\"");
    row("doubt", "{\"a\":1,\"b\":nope,\"c\":2}", "{\"a\":1,\"b\":\"***\"");
    row("garbage after", "{} {\"secret\":1}", "{} \"***\"");
    row("secret, then doubt within", "{\"secret\":[1,nope],\"c\":2}", "{\"secret\":\"***\"");
}

void JsonScannerTest::masks()
{
    QFETCH(const QByteArray, json);
    QTEST(maskMembers(json, isNamedSecret), "shown");
}

void JsonScannerTest::maskGetsPathAndKind()
{
    QStringList seen;
    const QByteArray json = "{\"a\":{\"b\":1},\"c\":[{\"d\":\"x\"}],\"e\":[],\"f\":null}";
    QCOMPARE(
        maskMembers(
            json,
            [&seen](const QStringList &path, JsonKind kind) {
                seen.append(path.join(u'/') + u' ' + QString::number(int(kind)));
                return false;
            }),
        json);
    QCOMPARE(seen, (QStringList{u"a 0"_s, u"a/b 3"_s, u"c 1"_s, u"c/d 2"_s, u"e 1"_s, u"f 4"_s}));
    QCOMPARE(
        maskMembers(
            "{\"a\":{\"a\":1}}", [](const QStringList &path) { return path.size() == 2; }, "0"),
        QByteArray("{\"a\":{\"a\":0}}"));
}

void JsonScannerTest::everyCutIsSafe()
{
    for (quint32 seed = 0; seed < 60; ++seed) {
        const QByteArray json = Generator(seed).document();
        for (qsizetype size = 0; size < json.size(); ++size) {
            const QByteArray cut = json.left(size);
            const bool isWhole = !QJsonDocument::fromJson(cut).isNull();
            QVERIFY(isWhole || !arrayElements(cut, {}).has_value());
            QVERIFY(
                maskMembers(cut, isNamedSecret).size() <= cut.size() + 5 * (cut.count("s") + 1));
        }
    }
}

void JsonScannerTest::mutatedTextsAreSafe()
{
    std::mt19937 chance(7);
    const QByteArray bytes = "{}[]\",:\\u09tfn-.eE \n\xff\xc3" + QByteArray(1, '\0');
    for (quint32 seed = 0; seed < 1000; ++seed) {
        QByteArray json = Generator(seed).document();
        for (int i = 0; i < 3; ++i)
            json[qsizetype(quint32(chance()) % quint32(json.size()))] =
                bytes[qsizetype(quint32(chance()) % quint32(bytes.size()))];
        const QJsonDocument document = QJsonDocument::fromJson(json);
        const bool found = arrayElements(json, {}).has_value();
        if (!document.isNull()) // what it accepts, we find
            QVERIFY2(found == document.isArray(), json.toHex().constData());
        QVERIFY(!maskMembers(json, isNamedSecret).isEmpty());
    }
}

void JsonScannerTest::depth_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("depth");
    QTest::newRow("nothing") << QByteArray() << 0;
    QTest::newRow("scalar") << QByteArray("1") << 0;
    QTest::newRow("one") << QByteArray("[]") << 1;
    QTest::newRow("side by side") << QByteArray("[[],{},[]]") << 2;
    QTest::newRow("in strings") << QByteArray("[\"[[[\",\"\\\"[\"]") << 1;
    QTest::newRow("after a backslash") << QByteArray(R"(["\\",[]])") << 2;
    QTest::newRow("string without end") << QByteArray(R"(["[\")") << 1;
    QTest::newRow("unclosed") << QByteArray("[[[[") << 4;
    QTest::newRow("overclosed") << QByteArray("]]]][") << 1;
}

void JsonScannerTest::depth()
{
    QFETCH(const QByteArray, json);
    QTEST(jsonDepth(json), "depth");
}

void JsonScannerTest::deepNesting()
{
    const QByteArray deep = QByteArray(200'000, '[') + QByteArray(200'000, ']');
    QVERIFY(!arrayElements(deep, {}).has_value());
    QVERIFY(maskMembers(deep, isNamedSecret).size() < 2000);
    const QByteArray allowed = QByteArray(1000, '[') + QByteArray(1000, ']');
    QVERIFY(!QJsonDocument::fromJson(allowed).isNull());
    QCOMPARE(arrayElements(allowed, {})->size(), 1);
    QCOMPARE(maskMembers(allowed, isNamedSecret), allowed);
}

} // namespace Tenantscope::Test

QTEST_APPLESS_MAIN(Tenantscope::Test::JsonScannerTest)
#include "tst_jsonscanner.moc"
