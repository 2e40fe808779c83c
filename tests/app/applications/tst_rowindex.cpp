// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationstore.h"
#include "app/applications/rowindex.h"

#include <QCollator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Applications::Absence;
using Applications::ApplicationStore;
using Applications::Column;
using Applications::RowIndex;
using Applications::SearchQuery;
using Applications::SortOrder;

namespace {

Management::Page pageOf(const QList<QJsonObject> &applications)
{
    Management::Page page;
    for (const QJsonObject &application : applications) {
        const QByteArray text = QJsonDocument(application).toJson(QJsonDocument::Compact);
        page.spans.append({page.body.size(), text.size()});
        page.applications.append(Management::Application(application));
        page.body += text;
    }
    return page;
}

QJsonObject named(const QString &id, const QString &name)
{
    return {{u"client_id"_s, id}, {u"name"_s, name}};
}

QStringList namesOf(const ApplicationStore &store, const std::vector<int> &rows)
{
    QStringList names;
    for (const int row : rows)
        names.append(store.text(row, Column::Name));
    return names;
}

/// What RowIndex should do, in the plainest way: compares texts, sorts all, filters one by one.
class NaiveIndex final
{
public:
    explicit NaiveIndex(const ApplicationStore &store)
        : m_store(store)
        , m_collator(QLocale(QLocale::English))
    {
        m_collator.setNumericMode(true);
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    }

    [[nodiscard]] std::vector<int> rows(
        const SearchQuery &query, const std::optional<QString> &type, const SortOrder &order) const
    {
        std::vector<int> rows;
        for (int row = 0; row < m_store.size(); ++row) {
            if (query.matches(m_store, row) && (!type || m_store.typeOf(row) == *type))
                rows.push_back(row);
        }
        if (!order.column) {
            if (order.descending)
                std::reverse(rows.begin(), rows.end());
            return rows;
        }
        std::sort(rows.begin(), rows.end(), [&](int a, int b) {
            for (const int result :
                 {compare(a, b, *order.column, order.descending),
                  compare(a, b, Column::Name, false),
                  m_store.clientIdUtf8(a).compare(m_store.clientIdUtf8(b))}) {
                if (result != 0)
                    return result < 0;
            }
            return a < b;
        });
        return rows;
    }

private:
    [[nodiscard]] int compare(int a, int b, Column column, bool descending) const
    {
        const bool hasA = m_store.absence(a, column) == Absence::None;
        const bool hasB = m_store.absence(b, column) == Absence::None;
        if (!hasA || !hasB)
            return int(hasB) - int(hasA);
        int result = 0;
        if (column == Column::Callbacks)
            result = m_store.callbackCount(a) - m_store.callbackCount(b);
        else if (column == Column::Findings)
            result = weightOf(a) - weightOf(b);
        else if (column == Column::ClientId)
            result = m_store.clientIdUtf8(a).compare(m_store.clientIdUtf8(b));
        else
            result = m_collator.compare(m_store.text(a, column), m_store.text(b, column));
        return descending ? -result : result;
    }

    /// Severity first, then how many.
    [[nodiscard]] int weightOf(int row) const
    {
        const Applications::Tally tally = m_store.tally(row);
        return int(tally.worst) * 1'000 + tally.count;
    }

    const ApplicationStore &m_store;
    QCollator m_collator;
};

/// Applications with everything that makes sorting hard: equal names, digits, absent and odd values.
class Maker final
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {
    }

    QJsonObject application(int ids)
    {
        QJsonObject made;
        if (m_random.bounded(20) > 0)
            made.insert(u"client_id"_s, QString(u"id"_s + QString::number(m_random.bounded(ids))));
        const QString words[] = {u"Shop"_s, u"shop"_s, u"Äpfel"_s, u"App 9"_s, u"App 10"_s,
                                 u"zoo"_s,  u"Zoë"_s,  u""_s,      u"ß"_s,     u"店"_s};
        if (m_random.bounded(10) > 0)
            made.insert(
                u"name"_s,
                QString(
                    words[m_random.bounded(10)] + u' ' + QString::number(m_random.bounded(30))));
        const QString types[] = {u"spa"_s, u"native"_s, u"regular_web"_s, u"box"_s};
        if (m_random.bounded(4) > 0)
            made.insert(u"app_type"_s, types[m_random.bounded(4)]);
        if (m_random.bounded(3) > 0)
            made.insert(u"is_first_party"_s, m_random.bounded(2) == 0);
        if (m_random.bounded(3) > 0) {
            QJsonArray callbacks;
            for (int i = m_random.bounded(12); i > 0; --i)
                callbacks.append(
                    QString(u"https://app.example/"_s + QString::number(m_random.bounded(1000))));
            made.insert(u"callbacks"_s, callbacks);
        }
        if (m_random.bounded(2) > 0)
            made.insert(u"grant_types"_s, QJsonArray{u"implicit"_s, types[m_random.bounded(4)]});
        if (m_random.bounded(3) == 0)
            made.insert(u"sso"_s, m_random.bounded(2) == 0);
        if (m_random.bounded(6) == 0)
            made.insert(u"web_origins"_s, QJsonArray{u"https://*.vercel.app"_s, u"*.example"_s});
        if (m_random.bounded(8) == 0)
            made.insert(u"description"_s, QString(u"Text "_s + words[m_random.bounded(10)]));
        return made;
    }

    QList<QJsonObject> page(int size, int ids)
    {
        QList<QJsonObject> page;
        for (int i = 0; i < size; ++i)
            page.append(application(ids));
        return page;
    }

    SortOrder order()
    {
        constexpr int columns = int(std::size(Applications::allColumns));
        const int column = m_random.bounded(columns + 1);
        return {
            .column = column < columns ? std::optional(Applications::allColumns[column])
                                       : std::nullopt,
            .descending = m_random.bounded(2) == 0};
    }

    SearchQuery query()
    {
        const QString texts[] = {
            u""_s,
            u"sh"_s,
            u"shop"_s,
            u"shop 1"_s,
            u"app.example/7"_s,
            u"zoe"_s,
            u"implicit spa"_s,
            u"\"app 1\""_s,
            u"nothing like it"_s,
            u"店"_s,
            u"finding:hi"_s,
            u"-finding:low"_s,
            u"field:=sso=true"_s,
            u"-field:web_origins=example"_s};
        return SearchQuery::parse(texts[m_random.bounded(14)]);
    }

    std::optional<QString> type()
    {
        const QString types[] = {u"spa"_s, u""_s, u"unheard_of"_s};
        const int choice = m_random.bounded(6);
        return choice < 3 ? std::optional(types[choice]) : std::nullopt;
    }

private:
    QRandomGenerator m_random;
};

} // namespace

class TestRowIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void sortsDigitsByValue();
    void sortsAbsentValuesLast();
    void breaksTiesByNameThenId();
    void narrowsAndWidens();
    void filtersByType();
    void takesInReplacedRows();
    void startsFromAFilledStore();
    void resets();
    void agreesWithANaiveIndex_data();
    void agreesWithANaiveIndex();
};

void TestRowIndex::sortsDigitsByValue()
{
    ApplicationStore store;
    RowIndex index(store);
    index.setOrder({.column = Column::Name});
    index.update(store.add(pageOf(
        {named(u"1"_s, u"App 10"_s), named(u"2"_s, u"app 9"_s), named(u"3"_s, u"Äpfel"_s),
         named(u"4"_s, u"Zebra"_s)})));
    QCOMPARE(
        namesOf(store, index.rows()),
        (QStringList{u"Äpfel"_s, u"app 9"_s, u"App 10"_s, u"Zebra"_s}));
    index.setOrder({.column = Column::Name, .descending = true});
    QCOMPARE(
        namesOf(store, index.rows()),
        (QStringList{u"Zebra"_s, u"App 10"_s, u"app 9"_s, u"Äpfel"_s}));
    index.setOrder({});
    QCOMPARE(index.rows(), (std::vector<int>{0, 1, 2, 3}));
    index.setOrder({.column = {}, .descending = true});
    QCOMPARE(index.rows(), (std::vector<int>{3, 2, 1, 0}));
}

void TestRowIndex::sortsAbsentValuesLast()
{
    ApplicationStore store;
    RowIndex index(store);
    index.update(store.add(
        pageOf({{{u"client_id"_s, u"1"_s}}, named(u"2"_s, u"B"_s), named(u"3"_s, u"A"_s)})));
    index.setOrder({.column = Column::Name});
    QCOMPARE(index.rows(), (std::vector<int>{2, 1, 0}));
    index.setOrder({.column = Column::Name, .descending = true});
    QCOMPARE(index.rows(), (std::vector<int>{1, 2, 0}));
}

void TestRowIndex::breaksTiesByNameThenId()
{
    const auto spa = [](QJsonObject application) {
        application.insert(u"app_type"_s, u"spa"_s);
        return application;
    };
    ApplicationStore store;
    RowIndex index(store);
    index.update(store.add(pageOf(
        {spa(named(u"b"_s, u"Same"_s)), spa(named(u"a"_s, u"Same"_s)),
         spa(named(u"c"_s, u"Other"_s))})));
    for (const bool descending : {false, true}) { // ties keep their order either way
        index.setOrder({.column = Column::Type, .descending = descending});
        QCOMPARE(index.rows(), (std::vector<int>{2, 1, 0}));
    }
}

void TestRowIndex::narrowsAndWidens()
{
    ApplicationStore store;
    RowIndex index(store);
    index.update(store.add(
        pageOf({named(u"1"_s, u"Shop"_s), named(u"2"_s, u"Ship"_s), named(u"3"_s, u"Zoo"_s)})));
    for (const auto &[text, rows] :
         {std::pair(u"sh"_s, std::vector<int>{0, 1}), std::pair(u"sho"_s, std::vector<int>{0}),
          std::pair(u"sh"_s, std::vector<int>{0, 1}), std::pair(u"z"_s, std::vector<int>{2}),
          std::pair(u""_s, std::vector<int>{0, 1, 2})}) {
        index.setQuery(SearchQuery::parse(text));
        QCOMPARE(index.rows(), rows);
    }
}

void TestRowIndex::filtersByType()
{
    ApplicationStore store;
    RowIndex index(store);
    index.update(store.add(pageOf(
        {{{u"client_id"_s, u"1"_s}, {u"app_type"_s, u"spa"_s}}, {{u"client_id"_s, u"2"_s}}})));
    index.setType(u"spa"_s);
    QCOMPARE(index.rows(), std::vector<int>{0});
    index.setType(u""_s);
    QCOMPARE(index.rows(), std::vector<int>{1});
    index.setType(std::nullopt);
    QCOMPARE(index.rows(), (std::vector<int>{0, 1}));
}

void TestRowIndex::takesInReplacedRows()
{
    ApplicationStore store;
    RowIndex index(store);
    index.setOrder({.column = Column::Name});
    index.setQuery(SearchQuery::parse(u"app"));
    QList<QJsonObject> first;
    for (int i = 0; i < 40; ++i)
        first.append(named(QString::number(i), u"App %1"_s.arg(i)));
    index.update(store.add(pageOf(first)));
    QCOMPARE(index.rows().front(), 0);
    index.update(store.add(pageOf({named(u"0"_s, u"App 99"_s), named(u"1"_s, u"Gone"_s)})));
    QCOMPARE(index.rows().size(), size_t(39));
    QCOMPARE(index.rows().front(), 2);
    QCOMPARE(index.rows().back(), 0);
}

void TestRowIndex::startsFromAFilledStore()
{
    ApplicationStore store;
    store.add(pageOf({named(u"1"_s, u"B"_s), named(u"2"_s, u"A"_s)}));
    RowIndex index(store);
    QCOMPARE(index.rows(), (std::vector<int>{0, 1}));
    index.setOrder({.column = Column::Name});
    QCOMPARE(index.rows(), (std::vector<int>{1, 0}));
}

void TestRowIndex::resets()
{
    ApplicationStore store;
    RowIndex index(store);
    index.setOrder({.column = Column::Name, .descending = true});
    index.setQuery(SearchQuery::parse(u"a"));
    index.update(store.add(pageOf({named(u"1"_s, u"A1"_s), named(u"2"_s, u"A2"_s)})));
    store.clear();
    index.reset();
    QVERIFY(index.rows().empty());
    index.update(
        store.add(pageOf({named(u"3"_s, u"A3"_s), named(u"4"_s, u"B"_s), named(u"5"_s, u"A4"_s)})));
    QCOMPARE(index.rows(), (std::vector<int>{2, 0})); // query and order are as they were
}

void TestRowIndex::agreesWithANaiveIndex_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("pages");
    QTest::addColumn<int>("pageSize");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed << 20 << 20;
    QTest::newRow("10,000 rows") << quint32(99) << 6 << 1'000;
}

void TestRowIndex::agreesWithANaiveIndex()
{
    QFETCH(quint32, seed);
    QFETCH(int, pages);
    QFETCH(int, pageSize);
    Maker maker(seed);
    ApplicationStore store;
    RowIndex index(store);
    const NaiveIndex naive(store);
    const auto agrees = [&] {
        return index.rows() == naive.rows(index.query(), index.type(), index.order());
    };
    for (int page = 0; page < pages; ++page) {
        // Some IDs come twice: those rows are replaced. Large pages first, so that sorting and merging both happen.
        index.update(store.add(
            pageOf(maker.page(page == 0 ? 5 * pageSize : pageSize, 8 * pages * pageSize))));
        QVERIFY(agrees());
        index.setOrder(maker.order());
        QVERIFY(agrees());
        const SearchQuery query = maker.query();
        for (const Column field : query.fields()) { // what comes later is kept as it comes
            store.keep(field);
            QVERIFY(store.fill(field, store.size()));
        }
        index.setQuery(query);
        QVERIFY(agrees());
        index.setType(maker.type());
        QVERIFY(agrees());
    }
    QVERIFY(store.duplicates() > 0);
}

QTEST_GUILESS_MAIN(TestRowIndex)
#include "tst_rowindex.moc"
