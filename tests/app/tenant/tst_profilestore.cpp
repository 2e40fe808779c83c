// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/profilestore.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLockFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Tenant;
using Base::ErrorKind;

namespace {

Profile profileOf(const QString &name)
{
    return {
        .name = name,
        .domain = Domain::parse(u"contoso.eu.auth0.com")->domain,
        .clientId = u"id-of-"_s + name,
        .audience = u"https://contoso.eu.auth0.com/api/v2/"_s,
        .caFile = {}};
}

QByteArray contentOf(const QString &file)
{
    QFile source(file);
    return source.open(QFile::ReadOnly) ? source.readAll() : QByteArray("no such file");
}

void write(const QString &file, const QByteArray &content)
{
    QFile target(file);
    QVERIFY(target.open(QFile::WriteOnly));
    QCOMPARE(target.write(content), content.size());
}

/// A file of format \a format with \a profiles in it.
QByteArray fileWith(const QJsonValue &format, const QJsonArray &profiles)
{
    return QJsonDocument(QJsonObject{{u"format"_s, format}, {u"profiles"_s, profiles}}).toJson();
}

struct Place
{
    QTemporaryDir folder;
    QString file = folder.filePath(u"tenantscope/profiles.json"_s);
    ProfileStore store{file};

    [[nodiscard]] QString names() const
    {
        ProfileStore other(file); // as another program sees it
        if (!other.load())
            return u"unreadable"_s;
        QStringList names;
        for (const Profile &profile : other.profiles())
            names.append(profile.name);
        return names.join(u' ');
    }
};

} // namespace

class ProfileStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void aMissingFileIsAnEmptyStore();
    void keepsWhatItIsGiven();
    void onlyItsUserMayRead();
    void findsWhateverTheCase();
    void keepsTheOrder();
    void replaces();
    void refuses();
    void losesNothingOfAnother();
    void setsDamagedFilesAside_data();
    void setsDamagedFilesAside();
    void keepsWhatCanBeRead();
    void leavesALaterFormatAlone();
    void waitsForNobodyForLong();
    void saysWhatCannotBeRead();
    void saysWhatCannotBeWritten();
    void usualPlace();
    void exportsWithoutSecrets();
};

void ProfileStoreTest::aMissingFileIsAnEmptyStore()
{
    Place place;
    QVERIFY(place.store.load());
    QVERIFY(place.store.profiles().isEmpty());
    QVERIFY(!QFileInfo::exists(place.file));
}

void ProfileStoreTest::keepsWhatItIsGiven()
{
    Place place;
    Profile profile = profileOf(u"a"_s);
    profile.environment = Environment::Staging;
    profile.caFile = u"/some/ca.pem"_s;
    profile.isSecretSaved = true;
    QVERIFY(place.store.add(profile));
    ProfileStore other(place.file);
    QVERIFY(other.load());
    QCOMPARE(other.profiles(), QList{profile});
    QVERIFY(contentOf(place.file).contains("\"format\": 1"));
}

void ProfileStoreTest::onlyItsUserMayRead()
{
    Place place;
    QVERIFY(place.store.add(profileOf(u"a"_s)));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(place.file) & others, QFile::Permissions());
}

void ProfileStoreTest::findsWhateverTheCase()
{
    Place place;
    QVERIFY(place.store.add(profileOf(u"Contoso"_s)));
    QCOMPARE(place.store.find(u" contoso ")->name, u"Contoso"_s);
    const Base::Result<Profile> none = place.store.find(u"fabrikam");
    QVERIFY(!none);
    QCOMPARE(none.error().kind, ErrorKind::InvalidProfile);
    QCOMPARE(none.error().subject, u"fabrikam"_s);
    QCOMPARE(none.error().detail, ProfileRule::unknown);
}

void ProfileStoreTest::keepsTheOrder()
{
    Place place;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(place.store.add(profileOf(name)));
    QCOMPARE(place.names(), u"a b c"_s);
    QVERIFY(place.store.move(u"c", 0));
    QCOMPARE(place.names(), u"c a b"_s);
    QVERIFY(place.store.move(u"c", 99));
    QCOMPARE(place.names(), u"a b c"_s);
    QVERIFY(place.store.remove(u"b"));
    QCOMPARE(place.names(), u"a c"_s);
    QVERIFY(place.store.insert(1, profileOf(u"b"_s))); // taken back
    QCOMPARE(place.names(), u"a b c"_s);
}

void ProfileStoreTest::replaces()
{
    Place place;
    for (const QString &name : {u"a"_s, u"b"_s})
        QVERIFY(place.store.add(profileOf(name)));
    QVERIFY(place.store.replace(u"a", profileOf(u"A"_s))); // its own name in another case
    QVERIFY(place.store.replace(u"A", profileOf(u"x"_s)));
    QCOMPARE(place.names(), u"x b"_s);
    const Base::Result<void> taken = place.store.replace(u"x", profileOf(u"B"_s));
    QVERIFY(!taken);
    QCOMPARE(taken.error().detail, ProfileRule::nameTaken);
    QCOMPARE(place.names(), u"x b"_s);
}

void ProfileStoreTest::refuses()
{
    Place place;
    QVERIFY(place.store.add(profileOf(u"a"_s)));
    QCOMPARE(place.store.add(profileOf(u"A"_s)).error().detail, ProfileRule::nameTaken);
    QCOMPARE(place.store.remove(u"b").error().detail, ProfileRule::unknown);
    QCOMPARE(place.store.move(u"b", 0).error().detail, ProfileRule::unknown);
    QCOMPARE(place.store.replace(u"b", profileOf(u"c"_s)).error().detail, ProfileRule::unknown);
    QCOMPARE(place.names(), u"a"_s);
}

void ProfileStoreTest::losesNothingOfAnother()
{
    Place place;
    QVERIFY(place.store.add(profileOf(u"a"_s)));
    ProfileStore other(place.file); // it has read nothing yet
    QVERIFY(other.add(profileOf(u"b"_s)));
    QVERIFY(place.store.add(profileOf(u"c"_s)));
    QCOMPARE(place.names(), u"a b c"_s);
    QCOMPARE(place.store.profiles().size(), 3);
}

void ProfileStoreTest::setsDamagedFilesAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("profiles: []\n");
    QTest::newRow("cut") << fileWith(1, {toJson(profileOf(u"a"_s))}).chopped(9);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no format") << QByteArray(R"({"profiles":[]})");
    QTest::newRow("format 0") << fileWith(0, {});
    QTest::newRow("format is text") << fileWith(u"1"_s, {});
    QTest::newRow("no list") << QByteArray(R"({"format":1})");
    QTest::newRow("too large") << QByteArray(5 * 1024 * 1024, ' ') + fileWith(1, {});
}

void ProfileStoreTest::setsDamagedFilesAside()
{
    QFETCH(const QByteArray, content);
    Place place;
    QVERIFY(QDir().mkpath(QFileInfo(place.file).path()));
    write(place.file, content);
    QVERIFY(place.store.load());
    QVERIFY(place.store.profiles().isEmpty());
    QCOMPARE(place.store.setAside(), place.file + u".unreadable"_s);
    QCOMPARE(contentOf(place.store.setAside()), content);

    ProfileStore next(place.file); // said once, not at every start
    QVERIFY(next.load());
    QVERIFY(next.setAside().isEmpty());
}

void ProfileStoreTest::keepsWhatCanBeRead()
{
    Place place;
    QVERIFY(QDir().mkpath(QFileInfo(place.file).path()));
    QJsonObject wrong = toJson(profileOf(u"wrong"_s));
    wrong.insert(u"domain"_s, u"evil.example\\@contoso.eu.auth0.com"_s);
    const QByteArray content = fileWith(
        1,
        {toJson(profileOf(u"a"_s)), wrong, 7, toJson(profileOf(u"A"_s)),
         toJson(profileOf(u"b"_s))});
    write(place.file, content);
    const Base::Result<void> added = place.store.add(profileOf(u"B"_s));
    QCOMPARE(added.error().detail, ProfileRule::nameTaken); // the change fails, the rest holds
    QCOMPARE(contentOf(place.store.setAside()), content);
    QCOMPARE(place.names(), u"a b"_s);
}

void ProfileStoreTest::leavesALaterFormatAlone()
{
    Place place;
    QVERIFY(QDir().mkpath(QFileInfo(place.file).path()));
    const QByteArray content = fileWith(2, {});
    write(place.file, content);
    QCOMPARE(place.store.load().error().kind, ErrorKind::FileTooNew);
    QCOMPARE(place.store.add(profileOf(u"a"_s)).error().kind, ErrorKind::FileTooNew);
    QCOMPARE(contentOf(place.file), content);
}

void ProfileStoreTest::waitsForNobodyForLong()
{
    Place place;
    QVERIFY(place.store.add(profileOf(u"a"_s)));
    QLockFile other(place.file + u".lock"_s);
    QVERIFY(other.lock());
    const Base::Result<void> added = place.store.add(profileOf(u"b"_s));
    QVERIFY(!added);
    QCOMPARE(added.error().kind, ErrorKind::FileUnusable);
    QVERIFY(place.store.load()); // to read takes no lock
    other.unlock();
    QVERIFY(place.store.add(profileOf(u"b"_s)));
}

void ProfileStoreTest::saysWhatCannotBeRead()
{
    Place place;
    QVERIFY(QDir().mkpath(place.file)); // a folder in its place
    const Base::Result<void> loaded = place.store.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::FileUnusable);
    QCOMPARE(loaded.error().subject, place.file);
    QVERIFY(!loaded.error().detail.isEmpty());
}

void ProfileStoreTest::saysWhatCannotBeWritten()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"tenantscope"_s), "a file in the folder's place");
    ProfileStore store(folder.filePath(u"tenantscope/profiles.json"_s));
    const Base::Result<void> added = store.add(profileOf(u"a"_s));
    QVERIFY(!added);
    QCOMPARE(added.error().kind, ErrorKind::FileUnusable);
    QVERIFY(store.profiles().isEmpty());
}

void ProfileStoreTest::usualPlace()
{
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY(ProfileStore::usualFile().endsWith(u"/tenantscope/profiles.json"_s));
}

void ProfileStoreTest::exportsWithoutSecrets()
{
    const QTemporaryDir folder;
    Tenant::Profile profile;
    profile.name = u"shop"_s;
    profile.domain = Tenant::Domain::parse(u"contoso.eu.auth0.com")->domain;
    profile.clientId = u"abc"_s;
    profile.audience = profile.domain.defaultAudience();
    profile.isSecretSaved = true;
    const QString file = folder.filePath(u"tenants.json"_s);
    QVERIFY(Tenant::exportProfiles({profile}, file));
    Tenant::ProfileStore exported(file);
    QVERIFY(exported.load());
    QCOMPARE(exported.profiles().size(), 1);
    QVERIFY(!exported.profiles().constFirst().isSecretSaved); // its entry is in this keychain
    QCOMPARE(QFile::permissions(file) & QFile::ReadOther, QFile::Permissions());
    QVERIFY(!Tenant::exportProfiles({profile}, folder.filePath(u"none/tenants.json"_s)));
}

QTEST_GUILESS_MAIN(ProfileStoreTest)
#include "tst_profilestore.moc"
