// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/bodydecoder.h"

#include "tests/support/answer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

namespace {

constexpr qint64 cap = 1'000'000;

/// Feeds \a bytes in parts of \a size.
void feed(BodyDecoder &decoder, const QByteArray &bytes, qsizetype size)
{
    for (qsizetype at = 0; at < bytes.size(); at += size)
        decoder.feed(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
}

QByteArray text()
{
    QByteArray text;
    for (int i = 0; i < 5000; ++i)
        text += QByteArray::number(i * i);
    return text;
}

} // namespace

/// Undoing gzip: byte for byte, never beyond the cap, and never a part for the whole.
class BodyDecoderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void decodes_data();
    void decodes();
    void severalMembers();
    void everyCutIsIncomplete();
    void broken_data();
    void broken();
    void noByteIsComplete();
    void capIsExact();
    void bombStopsAtTheCap();
    void mutatedStreams();
};

void BodyDecoderTest::decodes_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<bool>("isCompressed");
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("identity") << QByteArray("identity") << false;
    QTest::newRow("gzip") << QByteArray("gzip") << true;
    QTest::newRow("gzip, odd letters") << QByteArray(" GZip ") << true;
    QTest::newRow("x-gzip") << QByteArray("x-gzip") << true;
}

void BodyDecoderTest::decodes()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const bool, isCompressed);
    const QByteArray body = text();
    for (const qsizetype size : {qsizetype(1), qsizetype(7), qsizetype(4096), body.size()}) {
        BodyDecoder decoder(cap);
        decoder.setCoding(coding);
        feed(decoder, isCompressed ? gzipped(body) : body, size);
        QCOMPARE(decoder.state(), BodyDecoder::State::Good);
        QVERIFY(decoder.isComplete());
        QCOMPARE(decoder.takeBody(), body);
    }
}

void BodyDecoderTest::severalMembers()
{
    const QByteArray bytes = gzipped("first ") + gzipped({}) + gzipped("second");
    for (const qsizetype size : {qsizetype(1), qsizetype(5), bytes.size()}) {
        BodyDecoder decoder(cap);
        decoder.setCoding("gzip");
        feed(decoder, bytes, size);
        QVERIFY(decoder.isComplete());
        QCOMPARE(decoder.takeBody(), QByteArray("first second"));
    }
}

void BodyDecoderTest::everyCutIsIncomplete()
{
    const QByteArray bytes = gzipped("some text that is long enough to matter");
    for (qsizetype size = 1; size < bytes.size(); ++size) {
        BodyDecoder decoder(cap);
        decoder.setCoding("gzip");
        decoder.feed(QByteArrayView(bytes).first(size));
        QVERIFY(!decoder.isComplete());
    }
}

void BodyDecoderTest::broken_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain text") << QByteArray("gzip") << QByteArray("{\"a\":1}");
    QTest::newRow("zlib instead of gzip") << QByteArray("gzip") << qCompress("text").mid(4);
    QTest::newRow("garbage after") << QByteArray("gzip") << QByteArray(gzipped("text") + "garbage");
    QByteArray wrong = gzipped("text");
    wrong[wrong.size() - 6] = char(wrong[wrong.size() - 6] ^ 1);
    QTest::newRow("wrong checksum") << QByteArray("gzip") << wrong;
    QTest::newRow("brotli") << QByteArray("br") << QByteArray("text");
    QTest::newRow("two codings") << QByteArray("gzip, gzip") << gzipped(gzipped("text"));
}

void BodyDecoderTest::broken()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const QByteArray, bytes);
    for (const qsizetype size : {qsizetype(1), bytes.size()}) {
        BodyDecoder decoder(cap);
        decoder.setCoding(coding);
        feed(decoder, bytes, size);
        QCOMPARE(decoder.state(), BodyDecoder::State::Broken);
        QVERIFY(!decoder.isComplete());
    }
}

void BodyDecoderTest::noByteIsComplete()
{
    // 204 and the like, whatever their headers say.
    BodyDecoder decoder(cap);
    decoder.setCoding("gzip");
    QVERIFY(decoder.isComplete());
    QVERIFY(decoder.takeBody().isEmpty());
}

void BodyDecoderTest::capIsExact()
{
    for (const bool isCompressed : {false, true}) {
        for (const qsizetype more : {0, 1}) {
            BodyDecoder decoder(100'000);
            decoder.setCoding(isCompressed ? "gzip" : "");
            const QByteArray body(100'000 + more, 'x');
            decoder.feed(isCompressed ? gzipped(body) : body);
            QCOMPARE(
                decoder.state(), more ? BodyDecoder::State::TooLarge : BodyDecoder::State::Good);
        }
    }
}

void BodyDecoderTest::bombStopsAtTheCap()
{
    const QByteArray bomb = gzippedZeros(200'000'000);
    BodyDecoder decoder(cap);
    decoder.setCoding("gzip");
    QCOMPARE(decoder.feed(bomb), BodyDecoder::State::TooLarge);
    QCOMPARE(decoder.feed(bomb), BodyDecoder::State::TooLarge);
    QCOMPARE_LE(decoder.takeBody().size(), cap);
}

void BodyDecoderTest::mutatedStreams()
{
    const QByteArray body = text();
    const QByteArray good = gzipped(body);
    for (qsizetype at = 10; at < good.size(); at += 3) { // from the compressed data on
        QByteArray bytes = good;
        bytes[at] = char(bytes[at] ^ 0x55);
        BodyDecoder decoder(cap);
        decoder.setCoding("gzip");
        feed(decoder, bytes, 1000);
        QVERIFY(!decoder.isComplete());
    }
}

} // namespace Tenantscope::Test

QTEST_APPLESS_MAIN(Tenantscope::Test::BodyDecoderTest)
#include "tst_bodydecoder.moc"
