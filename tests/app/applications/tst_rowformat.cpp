// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationstore.h"
#include "app/applications/rowpieces.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Applications;

namespace {

/// A store of the \a elements of one page, each on a line.
class Rows
{
public:
    explicit Rows(const QByteArrayList &elements)
    {
        Management::Page page;
        for (const QByteArray &element : elements) {
            page.spans.append({page.body.size(), element.size()});
            page.applications.append(
                Management::Application(QJsonDocument::fromJson(element).object()));
            page.body += element + '\n';
        }
        m_store.add(page);
        for (int row = 0; row < m_store.size(); ++row)
            m_rows.push_back(row);
    }

    [[nodiscard]] QString as(RowFormat format, const std::vector<Column> &columns) const
    {
        QStringList titles;
        for (const Column column : columns)
            titles.append(memberOf(column));
        return QString::fromUtf8(written(
            RowWriter(
                m_store, format,
                {.columns = columns,
                 .titles = titles,
                 .text = [this](int row, Column column) { return m_store.text(row, column); }}),
            m_rows));
    }

private:
    ApplicationStore m_store;
    std::vector<int> m_rows;
};

const QByteArray shop =
    R"({"client_id":"k1","name":"Shop","callbacks":["https://a","b"],"sso":true})";
const QByteArray odd = // as JSON has it: a formula, a tab, quotes, a line end
    "{\"client_id\":\"-k2\",\"name\":\"=cmd|' /C calc'!A0\\t\\\"x\\\", y\\n2\",\"sso\":null,\"é\":1.50}";

/// Adds pages of seven of the applications 0, 1, 2 and so on, until \a store has \a count rows or a few more.
void fill(ApplicationStore &store, int count)
{
    store.setInsights({});
    while (store.size() < count) {
        Management::Page page;
        for (int i = 0; i < 7; ++i) {
            const QByteArray element = "{\"client_id\":\"" + QByteArray::number(store.size() + i)
                + "\"}";
            page.spans.append({page.body.size(), element.size()});
            page.applications.append(
                Management::Application(QJsonDocument::fromJson(element).object()));
            page.body += element;
        }
        store.add(page);
    }
}

/// The first \a count rows in an order far from the store's.
std::vector<int> shuffled(int count)
{
    std::vector<int> order;
    for (int i = 0; i < count; ++i)
        order.push_back(int(qint64(i) * 7919 % count)); // a prime: each of them once
    return order;
}

const QByteArray risky =
    R"({"client_id":"1","grant_types":["implicit"],"callbacks":["http://localhost"]})";

} // namespace

class TestRowFormat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void writes_data()
    {
        QTest::addColumn<RowFormat>("format");
        QTest::addColumn<QString>("text");
        QTest::newRow("CSV") << RowFormat::Csv
                             << u"name,client_id,sso\r\nShop,k1,true\r\n"
                                "\"'=cmd|' /C calc'!A0\t\"\"x\"\", y\n2\",'-k2,\r\n"_s;
        QTest::newRow("TSV") << RowFormat::Tsv
                             << u"name\tclient_id\tsso\nShop\tk1\ttrue\n"
                                "'=cmd|' /C calc'!A0 \"x\", y 2\t-k2\t\n"_s;
        QTest::newRow("Markdown")
            << RowFormat::Markdown
            << u"| name | client\\_id | sso |\n| --- | --- | --- |\n| Shop | k1 | true |\n"
               "| =cmd\\|' /C calc'!A0␉\"x\", y␊2 | -k2 |  |\n"_s;
        QTest::newRow("JSON")
            << RowFormat::Json
            << u"[\n  {\"client_id\":\"k1\",\"name\":\"Shop\",\"sso\":true},\n"
               "  {\"client_id\":\"-k2\",\"name\":\"=cmd|' /C calc'!A0\\t\\\"x\\\", y\\n2\",\"sso\":null}\n]\n"_s;
        QTest::newRow("JSON, all fields") << RowFormat::JsonAllFields
                                          << QString(
                                                 u"[\n  "_s + QString::fromUtf8(shop) + u",\n  "_s
                                                 + QString::fromUtf8(odd) + u"\n]\n"_s);
        QTest::newRow("IDs, a line each") << RowFormat::IdLines << u"k1\n-k2"_s;
        QTest::newRow("IDs in a line") << RowFormat::IdList << u"k1, -k2"_s;
    }
    void writes()
    {
        QFETCH(RowFormat, format);
        const Rows rows({shop, odd});
        QTEST(rows.as(format, {Column::Name, Column::ClientId, fieldColumn(u"sso"_s)}), "text");
    }

    void jsonHasWhatColumnsShow()
    {
        const Rows rows(
            {R"({"client_id":"1","callbacks":["a"],"jwt_configuration":{"alg":"RS256","x":1}})"});
        const QJsonArray list = QJsonDocument::fromJson(
                                    rows.as(RowFormat::Json,
                                            {Column::Callbacks,
                                             fieldColumn(u"jwt_configuration.alg"_s),
                                             fieldColumn(u"jwt_configuration.y"_s)})
                                        .toUtf8())
                                    .array();
        QCOMPARE(
            list.first().toObject(),
            (QJsonObject{
                {u"callbacks"_s, QJsonArray{u"a"_s}}, {u"jwt_configuration.alg"_s, u"RS256"_s}}));
    }

    void jsonTellsFindingsByTheirOwnName()
    {
        const Rows rows({risky});
        const QString text = rows.as(RowFormat::Csv, {Column::Findings}).section(u"\r\n"_s, 1, 1);
        QVERIFY2(text.startsWith(u"medium "_s) || text.startsWith(u"high "_s), qPrintable(text));
        const QString json = rows.as(RowFormat::Json, {Column::Findings});
        QCOMPARE(
            QJsonDocument::fromJson(json.toUtf8()).array().first().toObject(),
            (QJsonObject{{u"findings"_s, text}})); // as no member is called: they are computed here
    }

    void tsvDefusesWhatATabHides()
    {
        const Rows rows({R"({"client_id":"1","name":"\t=1+1"})"});
        QCOMPARE(rows.as(RowFormat::Tsv, {Column::Name}), u"name\n' =1+1\n"_s);
    }

    void rowsKeepTheirOrder()
    {
        // In another one than the store's, in two parts.
        ApplicationStore store;
        Management::Page page;
        for (const QByteArray id : {"a", "b", "c"}) {
            const QByteArray element = "{\"client_id\":\"" + id + "\"}";
            page.spans.append({page.body.size(), element.size()});
            page.applications.append(
                Management::Application(QJsonDocument::fromJson(element).object()));
            page.body += element;
        }
        store.add(page);
        RowWriter writer(
            store, RowFormat::JsonAllFields, {.columns = {}, .titles = {}, .text = {}});
        const std::vector<int> order{2, 0, 1};
        QByteArray text = writer.head();
        text += writer.rows(std::span(order).first(2));
        text += writer.rows(std::span(order).last(1));
        text += writer.foot();
        QCOMPARE(
            text,
            "[\n  {\"client_id\":\"c\"},\n  {\"client_id\":\"a\"},\n  {\"client_id\":\"b\"}\n]\n");
    }

    void piecesKeepTheOrder_data()
    {
        QTest::addColumn<RowFormat>("format");
        QTest::addColumn<int>("count");
        QTest::addColumn<qsizetype>("mostBytes");
        constexpr qsizetype all = RowPieces::mostGathered;
        for (const int count : {0, 1, 20, 21, 300}) {
            const QByteArray rows = QByteArray::number(count);
            QTest::addRow("%s of all fields", rows.constData())
                << RowFormat::JsonAllFields << count << all;
            QTest::addRow("%s of a field", rows.constData()) << RowFormat::Json << count << all;
            QTest::addRow("%s as CSV", rows.constData()) << RowFormat::Csv << count << all;
        }
        QTest::newRow("not gathered at once")
            << RowFormat::JsonAllFields << 300 << qsizetype(2'000);
        QTest::newRow("nor of a field") << RowFormat::Json << 300 << qsizetype(2'000);
    }
    void piecesKeepTheOrder()
    {
        QFETCH(const RowFormat, format);
        QFETCH(const int, count);
        QFETCH(const qsizetype, mostBytes);
        ApplicationStore store;
        fill(store, count);
        const std::vector<int> order = shuffled(count);
        const RowWriter::Table table{
            .columns = {Column::ClientId},
            .titles = {u"id"_s},
            .text = [&store](int row, Column column) { return store.text(row, column); }};
        RowPieces pieces(RowWriter(store, format, table), order, mostBytes);
        QByteArray text;
        while (const std::optional<QByteArray> piece = pieces.next()) {
            QVERIFY(piece->count('\n') <= 25); // never much at once
            QVERIFY(pieces.done() <= pieces.size());
            text += *piece;
        }
        QCOMPARE(pieces.done(), size_t(count));
        RowWriter writer(store, format, table);
        const QByteArray head = writer.head();
        const QByteArray rows = writer.rows(order);
        QVERIFY(text == head + rows + writer.foot());
    }

    void gathersSoManyBytes_data()
    {
        QTest::addColumn<int>("parts"); // of all bytes are gathered at a time
        for (const int parts : {1, 2, 4})
            QTest::addRow("%d", parts) << parts;
    }
    void gathersSoManyBytes()
    {
        QFETCH(const int, parts);
        ApplicationStore store;
        fill(store, 2'000);
        const std::vector<int> order = shuffled(2'000);
        qsizetype bytes = 0;
        for (const int row : order)
            bytes += store.json(row).size();
        RowPieces pieces(
            RowWriter(store, RowFormat::JsonAllFields, {.columns = {}, .titles = {}, .text = {}}),
            order, bytes / parts);
        int times = 0;
        bool wasGathering = false;
        while (const std::optional<QByteArray> piece = pieces.next()) {
            const bool isGathering = piece->isEmpty();
            if (isGathering && !wasGathering)
                ++times;
            wasGathering = isGathering;
        }
        QCOMPARE(times, parts);
    }

    void nothingIsStillValid_data()
    {
        QTest::addColumn<RowFormat>("format");
        QTest::addColumn<QString>("text");
        QTest::newRow("CSV") << RowFormat::Csv << u"name\r\n"_s;
        QTest::newRow("JSON") << RowFormat::Json << u"[]\n"_s;
        QTest::newRow("JSON, all fields") << RowFormat::JsonAllFields << u"[]\n"_s;
        QTest::newRow("IDs") << RowFormat::IdLines << QString();
    }
    void nothingIsStillValid()
    {
        QFETCH(RowFormat, format);
        QTEST(Rows({}).as(format, {Column::Name}), "text");
    }

    void hostileTextStaysInItsCell()
    {
        const QString nasty = u"a|b\\c`d*e_f<g>[h](i)~j~&k;\u202e\u0007"_s
            + QString(1'000'000, u'x');
        const QByteArray element = QJsonDocument(
                                       QJsonObject{{u"client_id"_s, u"1"_s}, {u"name"_s, nasty}})
                                       .toJson(QJsonDocument::Compact);
        const Rows rows({element});
        const QString markdown = rows.as(RowFormat::Markdown, {Column::Name});
        QVERIFY(markdown.contains(
            u"a\\|b\\\\c\\`d\\*e\\_f\\<g\\>\\[h\\](i)\\~j\\~\\&k;\ufffd\u2407xxx"));
        QCOMPARE(markdown.count(u'\n'), 3);
        QVERIFY(rows.as(RowFormat::Csv, {Column::Name}).contains(nasty));
        const QJsonArray json =
            QJsonDocument::fromJson(rows.as(RowFormat::Json, {Column::Name}).toUtf8()).array();
        QCOMPARE(json.first().toObject().value(u"name"_s).toString(), nasty);
    }
};

QTEST_GUILESS_MAIN(TestRowFormat)
#include "tst_rowformat.moc"
