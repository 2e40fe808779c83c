// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/snapshot.h"
#include "app/applications/snapshotwriter.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Applications;
using Base::ErrorKind;

namespace {

const QDateTime instant(QDate(2026, 11, 24), QTime(13, 5, 7), Qt::UTC);

Management::Page pageOf(const QByteArrayList &elements)
{
    Management::Page page;
    page.body = "[";
    for (const QByteArray &element : elements) {
        if (page.body.size() > 1)
            page.body += ',';
        page.spans.append({page.body.size(), element.size()});
        page.applications.append(
            Management::Application(QJsonDocument::fromJson(element).object()));
        page.body += element;
    }
    page.body += "]";
    return page;
}

/// What a tenant with these applications gives.
class Taken final
{
public:
    explicit Taken(const QByteArrayList &elements)
    {
        [[maybe_unused]] const auto added = m_store.add(pageOf(elements));
    }

    [[nodiscard]] Snapshot snapshot() const { return snapshotOf(m_store, domain, instant, true); }
    [[nodiscard]] SnapshotWriter writer() const { return {m_store, domain, instant, true}; }
    [[nodiscard]] QByteArray text() const
    {
        SnapshotWriter pieces = writer();
        QByteArray text;
        while (const std::optional<QByteArray> piece = pieces.next())
            text += *piece;
        return text;
    }

private:
    const QString domain = u"contoso.eu.auth0.com"_s;
    ApplicationStore m_store;
};

/// The same file, by Qt's own writer of JSON.
QByteArray wholeText(const Snapshot &snapshot)
{
    QJsonArray applications;
    for (const Management::Application &application : snapshot.applications)
        applications.append(application.members());
    const QJsonObject root{{u"format"_s, u"tenantscope-snapshot"_s},
                           {u"version"_s, 1},
                           {u"domain"_s, snapshot.domain},
                           {u"taken_at"_s, snapshot.takenAt.toString(Qt::ISODate)},
                           {u"complete"_s, snapshot.isComplete},
                           {u"applications"_s, applications}};
    return QJsonDocument(root).toJson();
}

/// The text of a snapshot with \a applications, as somebody may have written it.
QByteArray textWith(const QByteArray &applications)
{
    return R"({"format":"tenantscope-snapshot","version":1,"domain":"a.example","taken_at":"2026-11-24T13:05:07Z","complete":true,"applications":)"
        + applications + '}';
}

/// Something to read that has no size, and a name.
class Pipe final
{
public:
    explicit Pipe(const QByteArray &text) // no more than fits in: 64 KB
    {
        if (pipe(m_ends) != 0 || write(m_ends[1], text.constData(), size_t(text.size())) < 0)
            qFatal("no pipe");
        close(m_ends[1]);
    }
    ~Pipe() { close(m_ends[0]); }
    Q_DISABLE_COPY_MOVE(Pipe)

    [[nodiscard]] QString name() const { return u"/dev/fd/"_s + QString::number(m_ends[0]); }

private:
    int m_ends[2]{};
};

} // namespace

class TestSnapshot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void writesWhatDiffsWell();
    void writesAsAWholeWould_data();
    void writesAsAWholeWould();
    void keepsAllButSecrets();
    void isTheSameInAnyOrder();
    void escapesWhatTerminalsObey();
    void comesBackAsItWas();
    void refuses_data();
    void refuses();
    void dropsSecretsOfForeignFiles();
    void savesForItsUserOnly();
    void saysWhatCannotBeWrittenOrRead();
    void readsPipes();
    void refusesWhatIsTooLarge();
};

void TestSnapshot::writesWhatDiffsWell()
{
    const QByteArray text = Taken({R"({"name":"B","client_id":"b"})"}).text();
    QCOMPARE(text, R"({
    "applications": [
        {
            "client_id": "b",
            "name": "B"
        }
    ],
    "complete": true,
    "domain": "contoso.eu.auth0.com",
    "format": "tenantscope-snapshot",
    "taken_at": "2026-11-24T13:05:07Z",
    "version": 1
}
)");
}

void TestSnapshot::writesAsAWholeWould_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 4, 5, 6, 10, 11, 57})
        QTest::addRow("%d", count) << count;
}

/// However many applications a piece has.
void TestSnapshot::writesAsAWholeWould()
{
    QFETCH(const int, count);
    QByteArrayList elements;
    for (int i = 0; i < count; ++i)
        elements.append(
            R"({"name":"[\n","client_id":")" + QByteArray::number(i * 7 % 13)
            + R"x(","a":{},"b":[],"c":[{"d":[1,null]}]})x");
    const Taken taken(elements);
    QCOMPARE(taken.text(), wholeText(taken.snapshot()));
}

void TestSnapshot::keepsAllButSecrets()
{
    const Taken taken(
        {R"({"client_id":"a","client_secret":"geheim-1","addons":{"x":{"sasKey":"geheim-2"}},"odd":[1.5,"x",null,{"y":{}}],"callbacks":null})"});
    QVERIFY(!taken.text().contains("geheim"));
    const QJsonObject members = taken.snapshot().applications.front().members();
    QCOMPARE(
        members,
        QJsonDocument::fromJson(
            R"({"client_id":"a","addons":{"x":{}},"odd":[1.5,"x",null,{"y":{}}],"callbacks":null})")
            .object());
}

void TestSnapshot::isTheSameInAnyOrder()
{
    const QByteArray a = R"({"client_id":"a","name":"A","z":1})";
    const QByteArray sameA = R"({ "z" : 1, "name":"\u0041", "client_id":"a"})";
    const QByteArray b = R"({"client_id":"b"})";
    QCOMPARE(Taken({a, b}).text(), Taken({b, sameA}).text());
}

void TestSnapshot::escapesWhatTerminalsObey()
{
    const QString name = u"a\u001b[31m\u202eb\u0085\u2028\u0000\u00fc\u4e2d"_s;
    const QJsonObject members{{u"client_id"_s, u"a"_s}, {u"name"_s, name}};
    const QByteArray text = Taken({QJsonDocument(members).toJson(QJsonDocument::Compact)}).text();
    QVERIFY2(text.contains("\\u202eb\\u0085\\u2028\\u0000\u00fc\u4e2d"), text.constData());
    QVERIFY(!text.contains('\x1b'));
    const auto read = snapshotFrom(text, u"f"_s);
    QVERIFY(read);
    QCOMPARE(read->applications.front().name(), name);
}

void TestSnapshot::comesBackAsItWas()
{
    const QString large(1'000'000, u'x');
    const QByteArray withLarge = R"({"client_id":"l","description":")" + large.toUtf8() + "\"}";
    const Taken taken(
        {withLarge, R"({"name":"no id"})", R"({"client_id":12,"name":"number"})",
         R"({"client_id":"a","callbacks":["=cmd","@x"],"max":9007199254740991,"life":"36000"})"});
    QCOMPARE(taken.snapshot().applications.size(), 4);
    const auto read = snapshotFrom(taken.text(), u"f"_s);
    QVERIFY(read);
    QCOMPARE(*read, taken.snapshot());
}

void TestSnapshot::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *tag, const QByteArray &text,
                        ErrorKind kind = ErrorKind::InvalidSnapshot) {
        QTest::newRow(tag) << text << kind;
    };
    const QByteArray whole = textWith(R"([{"client_id":"a"}])");
    row("empty", {});
    row("no JSON", "hello");
    row("a list of applications", R"([{"client_id":"a"}])");
    row("an object", "{}");
    row("another format", QByteArray(whole).replace("tenantscope-snapshot", "x"));
    row("no version", QByteArray(whole).replace(R"("version":1,)", ""));
    row("version zero", QByteArray(whole).replace(R"("version":1,)", R"("version":0,)"));
    row("version a text", QByteArray(whole).replace(R"("version":1,)", R"("version":"1",)"));
    row("a later version", QByteArray(whole).replace(R"("version":1,)", R"("version":2,)"),
        ErrorKind::FileTooNew);
    row("cut", whole.chopped(3));
    row("more behind it", whole + "x");
    row("no list", textWith("{}"));
    row("an element that is none", textWith(R"([{"client_id":"a"},7])"));
    row("deep", textWith("[{\"a\":" + QByteArray(500, '[') + QByteArray(500, ']') + "}]"));
    row("very deep", textWith("[{\"a\":" + QByteArray(200'000, '[')));
    row("binary", QByteArray("\0\1\2", 3));
}

void TestSnapshot::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const ErrorKind, kind);
    const auto read = snapshotFrom(text, u"old.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, kind);
    QCOMPARE(read.error().subject, u"old.json"_s);
    QVERIFY(!read.error().detail.isEmpty() || kind == ErrorKind::FileTooNew);
}

void TestSnapshot::dropsSecretsOfForeignFiles()
{
    const auto read = snapshotFrom(
        textWith(R"([{"client_id":"b","client_secret":"geheim"},{"client_id":"a"}])"), u"f"_s);
    QVERIFY(read);
    QCOMPARE(read->applications.front().clientId(), u"a"_s);
    QCOMPARE(read->applications.back().members(), (QJsonObject{{u"client_id"_s, u"b"_s}}));
    QVERIFY(read->isComplete);
    QCOMPARE(read->takenAt, instant);
}

void TestSnapshot::savesForItsUserOnly()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"s.json"_s);
    QFile before(file); // an old one that everybody may read
    QVERIFY(before.open(QFile::WriteOnly));
    before.close();
    before.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    const Taken taken({R"({"client_id":"a"})"});
    QVERIFY(saveSnapshot(taken.writer(), file));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther
        | QFile::WriteOther;
    QCOMPARE(QFileInfo(file).permissions() & others, QFile::Permissions());
    const auto read = loadSnapshot(file);
    QVERIFY(read);
    QCOMPARE(*read, taken.snapshot());
}

void TestSnapshot::saysWhatCannotBeWrittenOrRead()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"none/s.json"_s);
    const auto saved = saveSnapshot(Taken({}).writer(), file);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::FileUnusable);
    QCOMPARE(saved.error().subject, file);
    const auto read = loadSnapshot(file);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::FileUnusable);
    QVERIFY(!loadSnapshot(folder.path())); // a folder
}

/// As `<(…)` of a shell gives it: nobody can tell its size beforehand.
void TestSnapshot::readsPipes()
{
    const Taken taken({R"({"client_id":"a"})"});
    const QByteArray text = taken.text();
    const Pipe pipe(text);
    const auto read = loadSnapshot(pipe.name());
    QVERIFY(read);
    QCOMPARE(*read, taken.snapshot());
    const Pipe another(text);
    const auto refused = loadSnapshot(another.name(), text.size() - 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidSnapshot);
    QCOMPARE(refused.error().subject, another.name());
}

void TestSnapshot::refusesWhatIsTooLarge()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"s.json"_s);
    QVERIFY(saveSnapshot(Taken({R"({"client_id":"a"})"}).writer(), file));
    const qint64 size = QFileInfo(file).size();
    QVERIFY(loadSnapshot(file, size));
    const auto refused = loadSnapshot(file, size - 1);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidSnapshot);
    QFile huge(folder.filePath(u"huge.json"_s)); // takes no place on the disk
    QVERIFY(huge.open(QFile::WriteOnly) && huge.resize(largestSnapshot + 1));
    QVERIFY(!loadSnapshot(huge.fileName()));
}

QTEST_APPLESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
