// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/headers.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

/// Names without case, numbers and dates as servers write them.
class HeadersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void namesHaveNoCase();
    void integer_data();
    void integer();
    void date_data();
    void date();
    void mutatedDates();
};

void HeadersTest::namesHaveNoCase()
{
    Headers headers;
    headers.append("X-First", "1");
    headers.append("x-FIRST", "2");
    QCOMPARE(headers.value("x-first"), QByteArray("1"));
    QVERIFY(headers.contains("X-FIRST"));
    QVERIFY(!headers.contains("x-firs"));
    QCOMPARE(headers.value("x-second"), QByteArray());
    QCOMPARE(headers.fields().size(), 2);
}

void HeadersTest::integer_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("number"); // −999: none
    QTest::newRow("plain") << QByteArray("42") << qint64(42);
    QTest::newRow("blanks") << QByteArray("  42 ") << qint64(42);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("negative") << QByteArray("-1") << qint64(-1);
    QTest::newRow("two fields") << QByteArray("10, 20") << qint64(10);
    QTest::newRow("empty") << QByteArray("") << qint64(-999);
    QTest::newRow("word") << QByteArray("ten") << qint64(-999);
    QTest::newRow("trailing") << QByteArray("10s") << qint64(-999);
    QTest::newRow("fraction") << QByteArray("1.0") << qint64(-999);
    QTest::newRow("hexadecimal") << QByteArray("0x10") << qint64(-999);
    QTest::newRow("too large") << QByteArray("9223372036854775808") << qint64(-999);
}

void HeadersTest::integer()
{
    QFETCH(const QByteArray, value);
    QFETCH(const qint64, number);
    QCOMPARE(Headers({{"n", value}}).integer("N").value_or(-999), number);
}

void HeadersTest::date_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("iso"); // empty: none
    const auto row = [](const char *name, const char *value, const QString &iso) {
        QTest::newRow(name) << QByteArray(value) << iso;
    };
    row("RFC 9110", "Sun, 06 Nov 1994 08:49:37 GMT", u"1994-11-06T08:49:37Z"_s);
    row("RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT", u"1994-11-06T08:49:37Z"_s);
    row("RFC 850, this century", "Tuesday, 24-Nov-26 08:49:37 GMT", u"2026-11-24T08:49:37Z"_s);
    row("asctime", "Sun Nov  6 08:49:37 1994", u"1994-11-06T08:49:37Z"_s);
    row("wrong weekday", "Mon, 06 Nov 1994 08:49:37 GMT", u"1994-11-06T08:49:37Z"_s);
    row("leap day", "Thu, 29 Feb 2024 23:59:59 GMT", u"2024-02-29T23:59:59Z"_s);
    row("no leap day", "Wed, 29 Feb 2023 23:59:59 GMT", {});
    row("no such month", "Sun, 06 Foo 1994 08:49:37 GMT", {});
    row("no such hour", "Sun, 06 Nov 1994 24:49:37 GMT", {});
    row("another zone", "Sun, 06 Nov 1994 08:49:37 CET", {});
    row("ISO", "1994-11-06T08:49:37Z", {});
    row("seconds", "1795521600", {});
    row("empty", "", {});
    row("trailing", "Sun, 06 Nov 1994 08:49:37 GMT x", {});
}

void HeadersTest::date()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, iso);
    const std::optional<QDateTime> date = Headers({{"Date", value}}).date("date");
    QCOMPARE(date ? date->toString(Qt::ISODate) : QString(), iso);
}

void HeadersTest::mutatedDates()
{
    const QByteArray good = "Sun, 06 Nov 1994 08:49:37 GMT";
    for (qsizetype at = 0; at < good.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray bad = good;
            bad[at] = char(byte);
            const std::optional<QDateTime> date = Headers({{"Date", bad}}).date("date");
            QVERIFY(!date || date->isValid());
        }
    }
}

} // namespace Tenantscope::Test

QTEST_APPLESS_MAIN(Tenantscope::Test::HeadersTest)
#include "tst_headers.moc"
