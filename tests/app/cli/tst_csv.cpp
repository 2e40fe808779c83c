// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/csv.h"
#include "app/cli/csvprinter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::Cli::cellText;
using Tenantscope::Applications::csvRecord;

/// CSV as RFC 4180 has it, and harmless in a spreadsheet.
class TestCsv final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void writesCells_data();
    void writesCells();
    void writesRecords();
    void readsBack();
    void wordsValues_data();
    void wordsValues();
};

void TestCsv::writesCells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << u"My App"_s << u"My App"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("LF inside") << u"a\nb"_s << u"\"a\nb\""_s;
    QTest::newRow("CR inside") << u"a\rb"_s << u"\"a\rb\""_s;
    QTest::newRow("outer blanks") << u" a "_s << u"\" a \""_s;
    QTest::newRow("equals") << u"=1+2"_s << u"'=1+2"_s;
    QTest::newRow("plus") << u"+49"_s << u"'+49"_s;
    QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("TAB") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("CR") << u"\r=1"_s << u"\"'\r=1\""_s;
    QTest::newRow("LF") << u"\n=1"_s << u"\"'\n=1\""_s;
    QTest::newRow("full-width equals") << u"＝1"_s << u"'＝1"_s;
    QTest::newRow("full-width plus") << u"＋1"_s << u"'＋1"_s;
    QTest::newRow("full-width minus") << u"－1"_s << u"'－1"_s;
    QTest::newRow("full-width at") << u"＠A"_s << u"'＠A"_s;
    QTest::newRow("guarded and quoted")
        << u"=HYPERLINK(\"http://x\",\"y\")"_s << u"\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""_s;
    QTest::newRow("equals later") << u"a=b"_s << u"a=b"_s;
    QTest::newRow("NUL") << QString(QChar::Null) << u"␀"_s;
    QTest::newRow("beyond ASCII") << u"Zürich 東京 🙂"_s << u"Zürich 東京 🙂"_s;
}

void TestCsv::writesCells()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, written);
    QCOMPARE(QString::fromUtf8(csvRecord({cell})), written + u"\r\n");
    QCOMPARE(QString::fromUtf8(csvRecord({u"x"_s, cell, u"y"_s})), u"x," + written + u",y\r\n");
}

void TestCsv::writesRecords()
{
    QCOMPARE(csvRecord({}), "\r\n");
    QCOMPARE(csvRecord({u"a"_s, u"b"_s, {}}), "a,b,\r\n");
}

void TestCsv::readsBack()
{
    // A reader of our own, as simple as the RFC's grammar.
    const QStringList cells = {u"a\"\"b"_s, u","_s, u"\"\r\n\""_s, {}, u"end"_s};
    const QString record = QString::fromUtf8(csvRecord(cells)).chopped(2);
    QStringList read = {{}};
    bool quoted = false;
    for (qsizetype i = 0; i < record.size(); ++i) {
        const bool doubled = quoted && record.mid(i, 2) == "\"\""_L1;
        if (doubled)
            read.back() += record[i++];
        else if (record[i] == u'"')
            quoted = !quoted;
        else if (record[i] == u',' && !quoted)
            read.append(QString());
        else
            read.back() += record[i];
    }
    QCOMPARE(read, cells);
}

void TestCsv::wordsValues_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("absent") << QJsonValue(QJsonValue::Undefined) << QString();
    QTest::newRow("null") << QJsonValue() << QString();
    QTest::newRow("text") << QJsonValue(u"a b"_s) << u"a b"_s;
    QTest::newRow("true") << QJsonValue(true) << u"true"_s;
    QTest::newRow("false") << QJsonValue(false) << u"false"_s;
    QTest::newRow("number") << QJsonValue(36000) << u"36000"_s;
    QTest::newRow("list") << QJsonValue(QJsonArray{u"https://a"_s, u"https://b"_s})
                          << u"https://a https://b"_s;
    QTest::newRow("empty list") << QJsonValue(QJsonArray()) << QString();
    QTest::newRow("mixed list") << QJsonValue(QJsonArray{u"a"_s, 1}) << u"[\"a\",1]"_s;
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"a"_s, 1}}) << u"{\"a\":1}"_s;
}

void TestCsv::wordsValues()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, text);
    QCOMPARE(cellText(value), text);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
