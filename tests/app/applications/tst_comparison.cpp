// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/comparison.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Applications;

namespace {

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// A snapshot of a list, through the reader that real ones come through.
Snapshot snapshotOf(const QByteArray &applications, const QByteArray &domain = "a.example")
{
    const auto snapshot = snapshotFrom(
        R"({"format":"tenantscope-snapshot","version":1,"complete":true,"domain":")" + domain
            + R"(","applications":)" + applications + '}',
        u"f"_s);
    if (!snapshot)
        qFatal("no snapshot: %s", qPrintable(snapshot.error().detail));
    return *snapshot;
}

QString textOf(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QString textOf(const QList<FieldChange> &changes)
{
    QStringList lines;
    for (const FieldChange &change : changes)
        lines.append(
            change.field + u": "_s + textOf(change.before) + u" > "_s + textOf(change.after));
    return lines.join(u'\n');
}

QString textOf(const ApplicationLabel &label)
{
    return label.clientId + u'/' + label.name;
}

QString textOf(const Comparison &comparison)
{
    QStringList lines;
    for (const ApplicationLabel &label : comparison.added)
        lines.append(u"+ "_s + textOf(label));
    for (const ApplicationLabel &label : comparison.removed)
        lines.append(u"- "_s + textOf(label));
    for (const ChangedApplication &changed : comparison.changed)
        lines.append(
            u"~ "_s + textOf(changed.before) + u' ' + textOf(changed.after) + u": "_s
            + textOf(changed.fields));
    return lines.join(u'\n');
}

Comparison mirrored(const Comparison &comparison)
{
    Comparison mirror = comparison;
    std::swap(mirror.added, mirror.removed);
    std::swap(mirror.onlyBefore, mirror.onlyAfter);
    for (ChangedApplication &changed : mirror.changed) {
        std::swap(changed.before, changed.after);
        for (FieldChange &field : changed.fields)
            std::swap(field.before, field.after);
    }
    std::stable_sort(
        mirror.changed.begin(), mirror.changed.end(), [](const auto &a, const auto &b) {
            return std::tie(a.before, a.after) < std::tie(b.before, b.after);
        });
    return mirror;
}

/// A list in which names, types and IDs repeat and members come and go.
QByteArray randomList(QRandomGenerator &random)
{
    const auto oneOf = [&random](const QStringList &texts) {
        return texts.at(random.bounded(int(texts.size())));
    };
    QJsonArray list;
    const int count = random.bounded(12);
    for (int i = 0; i < count; ++i) {
        QJsonObject members;
        if (random.bounded(8) > 0)
            members.insert(u"client_id"_s, QString(u"id"_s + QString::number(random.bounded(14))));
        if (random.bounded(8) > 0)
            members.insert(u"name"_s, oneOf({u"Default App"_s, u"Shop"_s, u"API"_s, u""_s}));
        if (random.bounded(3) > 0)
            members.insert(u"app_type"_s, oneOf({u"spa"_s, u"native"_s}));
        QJsonArray callbacks;
        for (int j = random.bounded(3); j > 0; --j)
            callbacks.append(oneOf({u"https://a"_s, u"https://b"_s, u"c"_s}));
        members.insert(
            u"callbacks"_s, random.bounded(4) > 0 ? QJsonValue(callbacks) : QJsonValue());
        members.insert(
            u"jwt_configuration"_s,
            QJsonObject{{u"alg"_s, oneOf({u"HS256"_s, u"RS256"_s})}, {u"x"_s, QJsonValue()}});
        list.append(members);
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

} // namespace

class TestComparison final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void findsFields_data();
    void findsFields();
    void tellsListsApart_data();
    void tellsListsApart();
    void matches_data();
    void matches();
    void tellsOneTenant_data();
    void tellsOneTenant();
    void comparesAcrossTenants_data();
    void comparesAcrossTenants();
    void showsNoSecret();
    void tellsWhatOnlyOneSaw_data();
    void tellsWhatOnlyOneSaw();
    void isItsOwnMirror();
    void comparesTenThousand();
};

void TestComparison::findsFields_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("changes");
    const auto row = [](const char *tag, const char *before, const char *after,
                        const QString &changes = {}) {
        QTest::newRow(tag) << QByteArray(before) << QByteArray(after) << changes;
    };
    row("same", R"({"a":1})", R"({"a":1})");
    row("a value", R"({"a":1})", R"({"a":2})", u"a: 1 > 2"_s);
    row("a number as text", R"({"a":1})", R"({"a":"1"})", u"a: 1 > \"1\""_s);
    row("appears", "{}", R"({"a":false})", u"a: null > false"_s);
    row("goes", R"({"a":""})", "{}", u"a: \"\" > null"_s);
    row("null and absent", R"({"a":null})", "{}");
    row("empty list and null", R"({"callbacks":[]})", R"({"callbacks":null})",
        u"callbacks: [] > null"_s);
    row("nested", R"({"jwt_configuration":{"alg":"HS256","x":1}})",
        R"({"jwt_configuration":{"x":1,"alg":"RS256"}})",
        u"jwt_configuration.alg: \"HS256\" > \"RS256\""_s);
    row("deeply", R"({"a":{"b":{"c":[]}}})", R"({"a":{"b":{"c":{}}}})", u"a.b.c: [] > {}"_s);
    row("an object comes", R"({})", R"({"a":{"b":1}})", u"a: null > {\"b\":1}"_s);
    row("two, sorted", R"({"b":1,"a":1})", R"({"a":2,"b":2})", u"a: 1 > 2\nb: 1 > 2"_s);
    row("odd names", R"({"client_metadata":{"a.b":"1","\"":"2","":"3"}})",
        R"({"client_metadata":{"a.b":"x","\"":"y","":"z"}})",
        u"client_metadata[\"\"]: \"3\" > \"z\"\nclient_metadata[\"\\\"\"]: \"2\" > \"y\"\n"
        "client_metadata[\"a.b\"]: \"1\" > \"x\""_s);
    row("order of callbacks", R"({"callbacks":["a","b"]})", R"({"callbacks":["b","a"]})");
    row("order of grants", R"({"grant_types":["a","b"]})", R"({"grant_types":["b","a"]})");
    row("order, nested", R"({"oidc_logout":{"backchannel_logout_urls":["a","b"]}})",
        R"({"oidc_logout":{"backchannel_logout_urls":["b","a"]}})");
    row("twice", R"({"callbacks":["a","a"]})", R"({"callbacks":["a"]})",
        u"callbacks: [\"a\",\"a\"] > [\"a\"]"_s);
    row("an element", R"({"callbacks":["a","b"]})", R"({"callbacks":["c","a"]})",
        u"callbacks: [\"a\",\"b\"] > [\"c\",\"a\"]"_s);
    row("order in add-ons", R"({"addons":{"samlp":{"probes":["a","b"]}}})",
        R"({"addons":{"samlp":{"probes":["b","a"]}}})",
        u"addons.samlp.probes: [\"a\",\"b\"] > [\"b\",\"a\"]"_s);
    row("not an add-on", R"({"addonsx":["a","b"]})", R"({"addonsx":["b","a"]})");
    row("order of known objects",
        R"({"refresh_token":{"policies":[{"audience":"a"},{"audience":"b"}]}})",
        R"({"refresh_token":{"policies":[{"audience":"b"},{"audience":"a"}]}})");
    row("order of unknown objects", R"({"x":[{"a":1},{"a":2}]})", R"({"x":[{"a":2},{"a":1}]})",
        u"x[0].a: 1 > 2\nx[1].a: 2 > 1"_s);
    row("more unknown objects", R"({"x":[{"a":1}]})", R"({"x":[{"a":1},{}]})",
        u"x: [{\"a\":1}] > [{\"a\":1},{}]"_s);
}

void TestComparison::findsFields()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, changes);
    QCOMPARE(textOf(changesBetween(parsed(before), parsed(after))), changes);
    QCOMPARE(canonicalText(parsed(before)) == canonicalText(parsed(after)), changes.isEmpty());
    QVERIFY(changesBetween(parsed(before), parsed(before)).isEmpty());
}

void TestComparison::tellsListsApart_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("added");
    QTest::addColumn<QString>("removed");
    QTest::newRow("one each") << QByteArray(R"(["a","b"])") << QByteArray(R"(["b","c"])")
                              << u"[\"c\"]"_s << u"[\"a\"]"_s;
    QTest::newRow("twice") << QByteArray(R"(["a"])") << QByteArray(R"(["a","a"])") << u"[\"a\"]"_s
                           << u"[]"_s;
    QTest::newRow("order only") << QByteArray(R"(["a","b"])") << QByteArray(R"(["b","a"])")
                                << QString() << QString();
    QTest::newRow("no list") << QByteArray("7") << QByteArray(R"(["a"])") << QString() << QString();
}

void TestComparison::tellsListsApart()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, added);
    QFETCH(const QString, removed);
    const auto value = [](const QByteArray &json) {
        return QJsonDocument::fromJson("[" + json + "]").array().at(0);
    };
    const auto list = [](const QList<QJsonValue> &values) {
        QJsonArray array;
        for (const QJsonValue &one : values)
            array.append(one);
        return textOf(array);
    };
    const auto change = listChange({.field = {}, .before = value(before), .after = value(after)});
    QCOMPARE(change.has_value(), !added.isEmpty());
    if (change) {
        QCOMPARE(list(change->added), added);
        QCOMPARE(list(change->removed), removed);
    }
}

void TestComparison::matches_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("isOneTenant");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *tag, const char *before, const char *after, bool isOneTenant,
                        const QString &result) {
        QTest::newRow(tag) << QByteArray(before) << QByteArray(after) << isOneTenant << result;
    };
    row("nothing", "[]", "[]", true, {});
    row("by ID", R"([{"client_id":"1","name":"A"}])", R"([{"client_id":"1","name":"B"}])", true,
        u"~ 1/A 1/B: name: \"A\" > \"B\""_s);
    row("another ID", R"([{"client_id":"1","name":"A"}])", R"([{"client_id":"2","name":"A"}])",
        true, u"+ 2/A\n- 1/A"_s);
    row("sorted by name", "[]", R"([{"client_id":"1","name":"B"},{"client_id":"2","name":"A"}])",
        true, u"+ 2/A\n+ 1/B"_s);
    row("without IDs", R"([{"name":"A"},{"name":"B"}])", R"([{"name":"B"},{"name":"A"}])", true,
        {});
    row("an ID twice", R"([{"client_id":"1","name":"A"},{"client_id":"1","name":"B"}])",
        R"([{"client_id":"1","name":"B"}])", true, u"- 1/A"_s);
    row("by name", R"([{"client_id":"1","name":"A","tenant":"x"}])",
        R"([{"client_id":"2","name":"A","tenant":"y"}])", false, {});
    row("by name, whatever its type", R"([{"client_id":"1","name":"A","app_type":"spa"}])",
        R"([{"client_id":"2","name":"A","app_type":"native"}])", false,
        u"~ 1/A 2/A: app_type: \"spa\" > \"native\""_s);
    row("no such name", R"([{"client_id":"1","name":"A"}])", R"([{"client_id":"1","name":"B"}])",
        false, u"+ 1/B\n- 1/A"_s);
    row("a shared name: the same ones first",
        R"([{"client_id":"1","name":"A","x":1},{"client_id":"2","name":"A","x":2}])",
        R"([{"client_id":"3","name":"A","x":2},{"client_id":"4","name":"A","x":3}])", false,
        u"~ 1/A 4/A: x: 1 > 3"_s);
    row("a shared name: then by type",
        R"([{"client_id":"1","name":"A","app_type":"spa"},{"client_id":"2","name":"A","app_type":"native"}])",
        R"([{"client_id":"3","name":"A","app_type":"native","x":1},{"client_id":"4","name":"A","app_type":"spa","x":1}])",
        false, u"~ 1/A 4/A: x: null > 1\n~ 2/A 3/A: x: null > 1"_s);
    row("a shared name: what is left over", R"([{"client_id":"1","name":"A","app_type":"spa"}])",
        R"([{"client_id":"3","name":"A","app_type":"native"},{"client_id":"4","name":"A","app_type":"native"}])",
        false, u"+ 3/A\n+ 4/A\n- 1/A"_s);
}

void TestComparison::matches()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const bool, isOneTenant);
    QFETCH(const QString, result);
    const Comparison comparison = compare(
        snapshotOf(before), snapshotOf(after, isOneTenant ? "A.EXAMPLE" : "b.example"));
    QCOMPARE(textOf(comparison), result);
    QCOMPARE(comparison.isSame(), result.isEmpty());
    QCOMPARE(
        comparison.matchedBy,
        isOneTenant ? Comparison::MatchedBy::ClientId : Comparison::MatchedBy::Name);
}

void TestComparison::tellsOneTenant_data()
{
    QTest::addColumn<QByteArray>("domains");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("isOneTenant");
    const auto row = [](const char *tag, const char *domains, const char *before, const char *after,
                        bool isOneTenant) {
        QTest::newRow(tag) << QByteArray(domains) << QByteArray(before) << QByteArray(after)
                           << isOneTenant;
    };
    const auto ours =
        R"([{"client_id":"1","tenant":"contoso"},{"client_id":"2","tenant":"contoso"}])";
    const auto other = R"([{"client_id":"1","tenant":"fabrikam"}])";
    const auto some = R"([{"client_id":"1","tenant":"contoso"},{"client_id":"2"}])";
    const auto several =
        R"([{"client_id":"1","tenant":"contoso"},{"client_id":"2","tenant":"fabrikam"}])";
    const auto empty = R"([{"client_id":"1","tenant":""}])";
    row("one domain", "a.example A.EXAMPLE", "[]", "[]", true);
    row("one domain, whatever its applications say", "a.example a.example", ours, other, true);
    row("a custom domain", "contoso.eu.auth0.com login.contoso.example", ours, ours, true);
    row("two custom domains", "a.example b.example", ours, ours, true);
    row("another tenant's", "contoso.eu.auth0.com login.contoso.example", ours, other, false);
    row("not all say it", "a.example b.example", ours, some, false);
    row("of several", "a.example b.example", several, several, false);
    row("an empty name", "a.example b.example", empty, empty, false);
    row("no applications", "a.example b.example", "[]", "[]", false);
    row("two regions", "contoso.eu.auth0.com contoso.us.auth0.com", ours, ours, false);
    row("no domains", " ", R"([{"client_id":"1"}])", R"([{"client_id":"1"}])", false);
    row("no domains, one name", " ", ours, ours, true);
}

void TestComparison::tellsOneTenant()
{
    QFETCH(const QByteArray, domains);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const bool, isOneTenant);
    const QByteArrayList names = domains.split(' ');
    const Snapshot one = snapshotOf(before, names.at(0));
    const Snapshot other = snapshotOf(after, names.at(1));
    const auto by = isOneTenant ? Comparison::MatchedBy::ClientId : Comparison::MatchedBy::Name;
    QCOMPARE(compare(one, other).matchedBy, by);
    QCOMPARE(compare(other, one).matchedBy, by);
}

void TestComparison::comparesAcrossTenants_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("changes");
    const auto row = [](const char *tag, const char *before, const char *after,
                        const QString &changes = {}) {
        QTest::newRow(tag) << QByteArray(before) << QByteArray(after) << changes;
    };
    row("what must differ", R"({"tenant":"x","owners":["1"]})", R"({"tenant":"y","owners":["2"]})");
    row("applications of the same name", R"({"allowed_clients":["b1","b2"]})",
        R"({"allowed_clients":["a2","a1"]})");
    row("another application", R"({"allowed_clients":["b1"]})", R"({"allowed_clients":["a2"]})",
        u"allowed_clients: [\"Shop\"] > [\"API\"]"_s);
    row("one that is not there", R"({"allowed_clients":["b1","b9"]})",
        R"({"allowed_clients":["a1","a9"]})",
        u"allowed_clients: [\"Shop\",\"b9\"] > [\"Shop\",\"a9\"]"_s);
    row("one without a name", R"({"allowed_clients":["b3"]})", R"({"allowed_clients":["a3"]})",
        u"allowed_clients: [\"b3\"] > [\"a3\"]"_s);
    row("no list", R"({"allowed_clients":null})", R"({"allowed_clients":"a1"})",
        u"allowed_clients: null > \"a1\""_s);
    row("an organization", R"({"default_organization":{"organization_id":"org_1","flows":["x"]}})",
        R"({"default_organization":{"organization_id":"org_2","flows":["y"]}})",
        u"default_organization.flows: [\"x\"] > [\"y\"]"_s);
    row("no organization", R"({"default_organization":{"organization_id":"org_1"}})", "{}",
        u"default_organization: {} > null"_s);
    row("linked clients", R"({"express_configuration":{"linked_clients":[{"client_id":"b1"}]}})",
        R"({"express_configuration":{"linked_clients":[{"client_id":"a1"}]}})");
    row("other linked clients",
        R"({"express_configuration":{"linked_clients":[{"client_id":"b1"}]}})",
        R"({"express_configuration":{"linked_clients":[{"client_id":"a2"},7]}})",
        u"express_configuration.linked_clients: [{\"client_id\":\"Shop\"}] > "
        "[{\"client_id\":\"API\"},7]"_s);
    row("profiles", R"({"my_organization_configuration":{"connection_profile_id":"cop_1"}})",
        R"({"my_organization_configuration":{"connection_profile_id":"cop_2"}})");
    row("the rest of it",
        R"({"express_configuration":{"okta_oin_client_id":"b1","connection_profile_id":"cop_1","user_attribute_profile_id":"uap_1","enable_client":true}})",
        R"({"express_configuration":{"okta_oin_client_id":"a1","connection_profile_id":"cop_2","user_attribute_profile_id":"uap_2","enable_client":false}})",
        u"express_configuration.enable_client: true > false"_s);
}

void TestComparison::comparesAcrossTenants()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, changes);
    const auto list = [](const QByteArray &prefix, const QByteArray &members) {
        QJsonObject main = parsed(members);
        main.insert(u"name"_s, u"Main"_s);
        main.insert(u"client_id"_s, QString::fromLatin1(prefix + "0"));
        QJsonArray applications{main};
        int number = 0;
        for (const QString &name : {u"Shop"_s, u"API"_s, QString()})
            applications.append(QJsonObject{
                {u"client_id"_s, QString::fromLatin1(prefix + QByteArray::number(++number))},
                {u"name"_s, name}});
        return QJsonDocument(applications).toJson();
    };
    const Comparison comparison = compare(
        snapshotOf(list("b", before)), snapshotOf(list("a", after), "b.example"));
    QCOMPARE(comparison.matchedBy, Comparison::MatchedBy::Name);
    QCOMPARE(comparison.added.size() + comparison.removed.size(), 0);
    const bool isChanged = !changes.isEmpty();
    QCOMPARE(comparison.changed.size(), isChanged ? 1 : 0);
    QCOMPARE(isChanged ? textOf(comparison.changed.front().fields) : QString(), changes);
}

void TestComparison::showsNoSecret()
{
    const Comparison comparison = compare(
        snapshotOf(
            R"([{"client_id":"1","client_secret":"geheim-1","client_metadata":{"api_key":"geheim-2"},"callbacks":["https://u:geheim@h/"]}])"),
        snapshotOf(
            R"([{"client_id":"1","client_secret":"geheim-3","client_metadata":{"api_key":"geheim-4"},"callbacks":["https://u:x@h/"]}])"));
    QCOMPARE(textOf(comparison), QString());
}

void TestComparison::tellsWhatOnlyOneSaw_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("onlyBefore");
    const auto row = [](const char *tag, const char *before, const char *after,
                        const QStringList &onlyBefore) {
        QTest::newRow(tag) << QByteArray(before) << QByteArray(after) << onlyBefore;
    };
    row("all", R"([{"client_id":"1","sso":true},{"client_id":"2","sso":false}])",
        R"([{"client_id":"1"},{"client_id":"2"}])", {u"sso"_s});
    row("not all of one", R"([{"client_id":"1","sso":true},{"client_id":"2"}])",
        R"([{"client_id":"1"},{"client_id":"2"}])", {});
    row("some of the other", R"([{"client_id":"1","sso":true}])",
        R"([{"client_id":"1"},{"client_id":"2","sso":true}])", {});
    row("nothing to compare with", R"([{"client_id":"1","sso":true}])", "[]", {});
}

void TestComparison::tellsWhatOnlyOneSaw()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QStringList, onlyBefore);
    const Comparison comparison = compare(snapshotOf(before), snapshotOf(after));
    QCOMPARE(comparison.onlyBefore, onlyBefore);
    QCOMPARE(comparison.onlyAfter, QStringList());
}

void TestComparison::isItsOwnMirror()
{
    QRandomGenerator random(4711);
    int different = 0;
    for (int i = 0; i < 500; ++i) {
        const QByteArray domain = i % 2 == 0 ? "a.example" : "b.example";
        const Snapshot one = snapshotOf(randomList(random));
        const Snapshot other = snapshotOf(randomList(random), domain);
        const Comparison forth = compare(one, other);
        QCOMPARE(textOf(compare(other, one)), textOf(mirrored(forth)));
        different += forth.isSame() ? 0 : 1;
        QVERIFY(compare(one, one).isSame());
        Snapshot elsewhere = one;
        elsewhere.domain = u"c.example"_s;
        QCOMPARE(textOf(compare(one, elsewhere)), QString());
        // Nothing is lost: every application is in a pair, added or removed.
        QCOMPARE(
            one.applications.size() - forth.removed.size(),
            other.applications.size() - forth.added.size());
    }
    QVERIFY(different > 300);
}

/// Also where all have the same name: nothing is compared with everything.
void TestComparison::comparesTenThousand()
{
    QByteArray list = "[";
    for (int i = 0; i < 10'000; ++i) {
        list += i == 0 ? "" : ",";
        list += R"({"name":"Default App","callbacks":["https://x/)" + QByteArray::number(i)
            + R"("],"client_id":"c)" + QByteArray::number(i) + R"("})";
    }
    list += ']';
    const Snapshot one = snapshotOf(list);
    const Snapshot other = snapshotOf(list, "b.example");
    QVERIFY(compare(one, other).isSame());
}

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
