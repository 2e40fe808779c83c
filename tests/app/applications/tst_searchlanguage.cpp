// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// Random searches of random applications, judged by a model that knows no search text, no marks and no narrowing.
#include "app/applications/applicationstore.h"
#include "app/applications/rowindex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Applications::ApplicationStore;
using Applications::fold;
using Applications::RowIndex;
using Applications::SearchQuery;

namespace {

const QStringList keys{u"name"_s,  u"id"_s,   u"type"_s, u"callback"_s, u"logout"_s, u"origin"_s,
                       u"grant"_s, u"meta"_s, u"is"_s,   u"field"_s,    QString()};

struct Term
{
    bool isNegated = false;
    QString key;
    bool isWhole = false;
    QString path; ///< of `field`
    QString word;
    bool isQuoted = false;

    /// What stands behind the key.
    [[nodiscard]] QString said() const
    {
        if (path.isEmpty())
            return word;
        QString written = path;
        written.replace(u"\\"_s, u"\\\\"_s).replace(u"="_s, u"\\="_s);
        return word.isEmpty() ? written : QString(written + u'=' + word);
    }
    [[nodiscard]] QString text() const
    {
        const QString value = isQuoted ? QString(u'"' + said().replace(u'"', u"\"\""_s) + u'"')
                                       : said();
        return (isNegated ? u"-"_s : QString()) + (key.isEmpty() ? QString() : QString(key + u':'))
            + (isWhole ? u"="_s : QString()) + value;
    }
};

/// An application's texts, by the key that looks at them; "" for all others, "#" for numbers.
using Texts = QList<std::pair<QString, QString>>;

void addAll(Texts &texts, const QString &key, const QJsonValue &value)
{
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            addAll(texts, key, element);
    } else if (value.isObject()) {
        for (const QJsonValue &member : value.toObject())
            addAll(texts, key, member);
    } else if (value.isString()) {
        texts.append({key, value.toString()});
    } else if (value.isDouble()) {
        texts.append({u"#"_s, QString::number(value.toInteger())});
    }
}

Texts textsOf(const QJsonObject &application)
{
    const QHash<QString, QString> memberKeys{
        {u"name"_s, u"name"_s},
        {u"client_id"_s, u"id"_s},
        {u"app_type"_s, u"type"_s},
        {u"callbacks"_s, u"callback"_s},
        {u"allowed_logout_urls"_s, u"logout"_s},
        {u"web_origins"_s, u"origin"_s},
        {u"allowed_origins"_s, u"origin"_s},
        {u"grant_types"_s, u"grant"_s}};
    Texts texts;
    for (auto member = application.begin(); member != application.end(); ++member) {
        if (member.key() == u"client_metadata"_s) {
            const QJsonObject metadata = member->toObject();
            for (auto entry = metadata.begin(); entry != metadata.end(); ++entry)
                texts.append({u"meta"_s, QString(entry.key() + u'=' + entry->toString())});
        } else {
            addAll(texts, memberKeys.value(member.key()), *member);
        }
    }
    const QHash<QString, QStringList> typeWords{
        {u"spa"_s, {u"single page"_s}},
        {u"regular_web"_s, {u"regular web"_s}},
        {u"non_interactive"_s, {u"machine to machine"_s, u"m2m"_s}},
        {QString(), {u"generic"_s}}};
    for (const QString &word : typeWords.value(application.value(u"app_type"_s).toString()))
        texts.append({u"type"_s, word});
    return texts;
}

bool is(const QJsonObject &application, const QString &trait)
{
    const QJsonValue firstParty = application.value(u"is_first_party"_s);
    const QString method = application.value(u"token_endpoint_auth_method"_s).toString();
    const QHash<QString, bool> traits{
        {u"first-party"_s, firstParty.isBool() && firstParty.toBool()},
        {u"third-party"_s, firstParty.isBool() && !firstParty.toBool()},
        {u"public"_s, method == u"none"_s},
        {u"confidential"_s, !method.isEmpty() && method != u"none"_s},
        {u"par"_s, false}};
    for (auto each = traits.begin(); each != traits.end(); ++each) {
        if (each.key().startsWith(trait, Qt::CaseInsensitive) && each.value())
            return true;
    }
    return false;
}

bool isFound(const Term &term, const QString &text)
{
    const QByteArray folded = fold(text);
    const QByteArray word = fold(term.word);
    if (term.isWhole)
        return folded == word;
    const qsizetype sign = word.indexOf('=');
    if (term.key == u"meta"_s && sign >= 0)
        return folded.startsWith(word.first(sign + 1))
            && folded.sliced(sign + 1).contains(word.sliced(sign + 1));
    return folded.contains(word)
        || (term.key == u"grant"_s && folded.contains(QByteArray(word).replace(' ', '_')));
}

QString textOf(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

bool hasField(const Term &term, const QJsonObject &application)
{
    const qsizetype dot = term.path.indexOf(u'.');
    const QJsonValue value = dot < 0
        ? application.value(term.path)
        : application.value(term.path.first(dot)).toObject().value(term.path.sliced(dot + 1));
    if (value.isUndefined())
        return false;
    const QByteArray word = fold(term.word);
    if (word.isEmpty())
        return true;
    const bool isEmpty = value.isNull() || value == QJsonValue(QString())
        || value == QJsonValue(QJsonArray()) || value == QJsonValue(QJsonObject());
    if (word == "[]" || isEmpty)
        return word == "[]" && isEmpty;
    const QJsonArray elements = value.isArray() ? value.toArray() : QJsonArray{value};
    return std::ranges::any_of(elements, [&](const QJsonValue &element) {
        const QByteArray text = fold(textOf(element));
        return term.isWhole ? text == word : text.contains(word);
    });
}

bool holds(const Term &term, const QJsonObject &application)
{
    if (term.key == u"field"_s)
        return hasField(term, application) != term.isNegated;
    const bool saysNothing = term.key == u"is"_s ? term.word.isEmpty() : fold(term.word).isEmpty();
    if (saysNothing)
        return true;
    bool found = false;
    if (term.key == u"is"_s) {
        found = is(application, term.word);
    } else {
        for (const auto &[key, text] : textsOf(application)) {
            if (key == u"#"_s)
                found |= term.key.isEmpty() && text.toLatin1() == fold(term.word);
            else if (term.key.isEmpty() || key == term.key)
                found |= isFound(term, text);
        }
    }
    return found != term.isNegated;
}

class Maker final
{
public:
    explicit Maker(quint32 seed)
        : m_random(seed)
    {
    }

    QJsonObject application(int number)
    {
        QJsonObject made{{u"client_id"_s, QString(u"Id"_s + QString::number(number))}};
        const QString members[] = {u"name"_s, u"description"_s, u"logo_uri"_s};
        for (const QString &member : members) {
            if (chance(2))
                made.insert(member, value());
        }
        const QString lists[] = {
            u"callbacks"_s,   u"allowed_logout_urls"_s, u"allowed_origins"_s,
            u"web_origins"_s, u"client_aliases"_s,
        };
        for (const QString &member : lists) {
            if (chance(3))
                made.insert(member, QJsonArray{value(), value()});
            else if (chance(4))
                made.insert(member, chance(2) ? QJsonValue(QJsonArray()) : QJsonValue());
        }
        if (chance(2))
            made.insert(u"app_type"_s, one({u"spa"_s, u"regular_web"_s, u"non_interactive"_s}));
        if (chance(2))
            made.insert(
                u"grant_types"_s,
                QJsonArray{one({u"client_credentials"_s, u"implicit"_s}), value()});
        if (chance(3))
            made.insert(
                u"client_metadata"_s,
                QJsonObject{
                    {u"owner"_s, value()},
                    {u"é k"_s, value()},
                    {u"owners"_s, value()},
                    {u"a=b\\=c"_s, value()}});
        if (chance(2))
            made.insert(u"is_first_party"_s, chance(2));
        if (chance(2))
            made.insert(u"token_endpoint_auth_method"_s, one({u"none"_s, u"client_secret_post"_s}));
        if (chance(2))
            made.insert(
                u"jwt_configuration"_s,
                QJsonObject{
                    {u"lifetime_in_seconds"_s, one({u"36"_s, u"360"_s, u"3600"_s}).toInt()},
                    {u"deep"_s, QJsonArray{QJsonObject{{u"er"_s, value()}}, true}}});
        return made;
    }

    Term term()
    {
        Term term;
        term.isNegated = chance(3);
        term.key = keys.at(m_random.bounded(int(keys.size())));
        term.isWhole = chance(4) && !term.key.isEmpty() && term.key != u"is"_s;
        if (term.key == u"is"_s)
            term.word = one(
                {u"pub"_s, u"public"_s, u"p"_s, u"first-party"_s, u"THIRD"_s, u"no"_s, u""_s});
        else if (term.key == u"field"_s)
            takeField(term);
        else if (term.key == u"meta"_s && chance(2))
            term.word = one({u"owner="_s, u"É k="_s, u"own="_s, u"="_s})
                + (chance(3) ? QString() : value());
        else
            term.word = value();
        if (chance(3) && term.key != u"is"_s)
            term.word = term.word.sliced(m_random.bounded(int(term.word.size()) + 1));
        const bool needsQuotes = term.word.startsWith(u'"') || term.word.contains(u' ')
            || (term.key.isEmpty() && (term.word.startsWith(u'-') || term.word.contains(u':')))
            || (!term.isWhole && term.word.startsWith(u'=')) || term.path.contains(u' ');
        term.isQuoted = needsQuotes || chance(3);
        return term;
    }

    bool chance(int of) { return m_random.bounded(of) == 0; }

private:
    void takeField(Term &term)
    {
        term.path = one(
            {u"is_first_party"_s, u"callbacks"_s, u"client_aliases"_s, u"description"_s,
             u"jwt_configuration"_s, u"jwt_configuration.lifetime_in_seconds"_s,
             u"jwt_configuration.deep"_s, u"client_metadata.é k"_s, u"client_metadata.a=b\\=c"_s,
             u"grant_types"_s, u"nothing"_s});
        if (!chance(4))
            term.word = one({value(), u"true"_s, u"36"_s, u"3600"_s, u"[]"_s, u"["_s, u"é"_s});
    }

    QString one(const QStringList &words) { return words.at(m_random.bounded(int(words.size()))); }

    QString value()
    {
        const QStringList words{
            u"Shop"_s,  u"shop"_s,       u"Café"_s,      u"cafe\u0301"_s,    u"Straße"_s,
            u"a\"b"_s,  u"\""_s,         u"-x"_s,        u"https://a.de/"_s, u"localhost:3000"_s,
            u"name:"_s, u"36"_s,         u"360"_s,       u"a=b"_s,           u"\u001bz"_s,
            u"😀"_s,     u"\u202eevil"_s, u"=cmd|'/C'"_s, u"client"_s,        u"credentials"_s,
        };
        QString value = one(words);
        for (int more = m_random.bounded(3); more > 0; --more)
            value += (chance(2) ? u" "_s : QString()) + one(words);
        return value;
    }

    QRandomGenerator m_random;
};

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

} // namespace

class TestSearchLanguage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void agreesWithANaiveModel_data();
    void agreesWithANaiveModel();
    void narrowsAsOneTypes_data();
    void narrowsAsOneTypes();
};

void TestSearchLanguage::agreesWithANaiveModel_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestSearchLanguage::agreesWithANaiveModel()
{
    QFETCH(quint32, seed);
    Maker maker(seed);
    QList<QJsonObject> applications;
    for (int i = 0; i < 60; ++i)
        applications.append(maker.application(i));
    ApplicationStore store;
    RowIndex index(store);
    index.update(store.add(pageOf(applications)));
    int found = 0;
    for (int round = 0; round < 150; ++round) {
        QList<Term> terms{maker.term()};
        while (maker.chance(2))
            terms.append(maker.term());
        QStringList texts;
        for (const Term &term : terms)
            texts.append(term.text());
        const QString text = texts.join(u' ');
        std::vector<int> expected;
        for (int row = 0; row < applications.size(); ++row) {
            if (std::ranges::all_of(
                    terms, [&](const Term &term) { return holds(term, applications[row]); }))
                expected.push_back(row);
        }
        const SearchQuery query = SearchQuery::parse(text);
        for (const Applications::Column field : query.fields()) {
            if (maker.chance(2)) { // at hand or not, it is the same
                store.keep(field);
                QVERIFY(store.fill(field, store.size()));
            }
        }
        index.setQuery(query);
        QVERIFY2(index.rows() == expected, qPrintable(text));
        QVERIFY2(!index.query().hasOpenQuote(), qPrintable(text));
        found += int(!expected.empty() && int(expected.size()) < applications.size());
    }
    QVERIFY(found > 15); // or nothing was tried
}

void TestSearchLanguage::narrowsAsOneTypes_data()
{
    agreesWithANaiveModel_data();
}

void TestSearchLanguage::narrowsAsOneTypes()
{
    QFETCH(quint32, seed);
    Maker maker(seed);
    QList<QJsonObject> applications;
    for (int i = 0; i < 50; ++i)
        applications.append(maker.application(i));
    ApplicationStore store;
    RowIndex index(store);
    index.update(store.add(pageOf(applications)));
    const auto agrees = [&](const QString &text) {
        const SearchQuery query = SearchQuery::parse(text);
        std::vector<int> expected;
        for (int row = 0; row < store.size(); ++row) {
            if (query.matches(store, row))
                expected.push_back(row);
        }
        index.setQuery(query);
        return index.rows() == expected;
    };
    for (int round = 0; round < 12; ++round) {
        const QString text = maker.term().text() + u' ' + maker.term().text();
        for (qsizetype size = 0; size <= text.size(); ++size)
            QVERIFY2(agrees(text.first(size)), qPrintable(text.first(size)));
        for (qsizetype size = text.size(); size >= 0; --size)
            QVERIFY2(agrees(text.first(size)), qPrintable(text.first(size)));
        for (qsizetype cut = 0; cut <= text.size(); ++cut) // and as one deletes from the front
            QVERIFY2(agrees(text.sliced(cut)), qPrintable(text.sliced(cut)));
    }
}

QTEST_GUILESS_MAIN(TestSearchLanguage)
#include "tst_searchlanguage.moc"
