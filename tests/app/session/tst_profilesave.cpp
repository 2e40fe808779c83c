// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/profilesave.h"

#include "tests/support/memorysecrets.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Tenantscope;
using namespace Qt::StringLiterals;
using Session::ProfileSave;
using Session::ProfileWish;
using Tenant::Profile;
using Tenant::ProfileStore;

namespace {

constexpr QByteArrayView secretBytes = "open sesame";

Profile profile(const QString &name, bool isSecretSaved = true)
{
    const Tenant::Domain domain = Tenant::Domain::parse(u"contoso.eu.auth0.com"_s)->domain;
    return {
        .name = name,
        .domain = domain,
        .clientId = u"machine"_s,
        .audience = domain.defaultAudience(),
        .caFile = {},
        .isSecretSaved = isSecretSaved};
}

} // namespace

class TestProfileSave final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<Test::MemorySecrets>();
    }

    void ofTwoProgramsOneGetsTheName();
    void theFileComesBeforeTheKeychain();
    void aRefusedMoveChangesNothing();
    void nothingIsSavedWithoutANeededSecret();
    void nothingIsSavedWhenItCannotBeTold();
    void anInterruptedSaveLeavesNothing_data();
    void anInterruptedSaveLeavesNothing();
    void anOldSecretOutlivesARefusedNewOne();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"profiles.json"_s); }
    [[nodiscard]] QList<Profile> saved() const
    {
        ProfileStore store(file());
        return store.load() ? store.profiles() : QList<Profile>();
    }
    void keep(const Profile &kept)
    {
        ProfileStore store(file());
        QVERIFY(store.add(kept));
        m_secrets->entries.insert(kept.name, Base::Secret(secretBytes));
    }
    /// What becomes of \a wish in a program of its own.
    Session::ProfileSaved save(ProfileWish wish)
    {
        ProfileStore store(file());
        if (!store.load())
            qFatal("the profiles could not be loaded");
        ProfileSave saving(store, *m_secrets, std::move(wish), nullptr);
        QSignalSpy finished(&saving, &ProfileSave::finished);
        saving.start();
        [&] { QTRY_COMPARE(finished.size(), 1); }();
        return saving.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Test::MemorySecrets> m_secrets;
};

/// Both looked before either had written.
void TestProfileSave::ofTwoProgramsOneGetsTheName()
{
    ProfileStore one(file());
    ProfileStore other(file());
    QVERIFY(one.load() && other.load());
    m_secrets->isSilent = true;
    ProfileSave first(
        one, *m_secrets, {.profile = profile(u"shop"_s), .secret = Base::Secret("first")}, nullptr);
    ProfileSave second(
        other, *m_secrets, {.profile = profile(u"Shop"_s), .secret = Base::Secret("second")},
        nullptr);
    QSignalSpy firstEnded(&first, &ProfileSave::finished);
    QSignalSpy secondEnded(&second, &ProfileSave::finished);
    first.start();
    second.start();
    m_secrets->release();
    QTRY_VERIFY(firstEnded.size() == 1 && secondEnded.size() == 1);
    QVERIFY(first.result().profile && !first.result().error);
    QVERIFY(!second.result().profile);
    QCOMPARE(second.result().error->detail, Tenant::ProfileRule::nameTaken);
    QVERIFY(m_secrets->keeps(u"shop"_s, "first"));
    QCOMPARE(m_secrets->entries.size(), 1);
    QCOMPARE(saved(), QList{profile(u"shop"_s)});
}

/// A program that dies meanwhile leaves a profile that tells the truth, and no secret that nobody knows of.
void TestProfileSave::theFileComesBeforeTheKeychain()
{
    ProfileStore store(file());
    m_secrets->isSilent = true;
    ProfileSave saving(
        store, *m_secrets, {.profile = profile(u"shop"_s), .secret = Base::Secret("new")}, nullptr);
    saving.start();
    QCOMPARE(saved(), QList{profile(u"shop"_s, false)});
    QVERIFY(m_secrets->entries.isEmpty());
}

void TestProfileSave::aRefusedMoveChangesNothing()
{
    keep(profile(u"shop"_s));
    ProfileStore store(file());
    QVERIFY(store.load());
    ProfileSave moving(
        store, *m_secrets, {.profile = profile(u"store"_s), .replaced = profile(u"shop"_s)},
        nullptr);
    QSignalSpy written(&moving, &ProfileSave::written);
    QSignalSpy finished(&moving, &ProfileSave::finished);
    // The secret could be read; by the time it is to be written, the keychain is locked.
    connect(&moving, &ProfileSave::written, this, [this] {
        m_secrets->problem = Secrets::KeychainProblem::denied;
    });
    moving.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!moving.result().profile);
    QCOMPARE(moving.result().error->kind, Base::ErrorKind::KeychainFailed);
    QCOMPARE(written.constLast().constFirst().value<Profile>(), profile(u"shop"_s));
    QCOMPARE(saved(), QList{profile(u"shop"_s)});
    QVERIFY(m_secrets->keeps(u"shop"_s, secretBytes));
    QCOMPARE(m_secrets->entries.size(), 1);
}

void TestProfileSave::nothingIsSavedWithoutANeededSecret()
{
    m_secrets->problem = Secrets::KeychainProblem::absent;
    const auto result = save(
        {.profile = profile(u"shop"_s), .secret = Base::Secret("new"), .needsSecret = true});
    QVERIFY(!result.profile);
    QCOMPARE(result.error->detail, Secrets::KeychainProblem::absent);
    QVERIFY(saved().isEmpty());
}

/// The secret was kept, but the file could not be told so.
void TestProfileSave::nothingIsSavedWhenItCannotBeTold()
{
    ProfileStore store(file());
    m_secrets->isSilent = true;
    ProfileSave saving(
        store, *m_secrets,
        {.profile = profile(u"shop"_s), .secret = Base::Secret("new"), .needsSecret = true},
        nullptr);
    QSignalSpy finished(&saving, &ProfileSave::finished);
    saving.start();
    const QString aside = file() + u".aside"_s;
    QVERIFY(QFile::rename(file(), aside));
    QVERIFY(QDir().mkdir(file())); // no file can be written there, for a while
    m_secrets->release();
    QVERIFY(QDir().rmdir(file()));
    QVERIFY(QFile::rename(aside, file()));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!saving.result().profile && saving.result().error);
    QVERIFY(saved().isEmpty());
    QVERIFY(m_secrets->entries.isEmpty());
}

void TestProfileSave::anInterruptedSaveLeavesNothing_data()
{
    QTest::addColumn<bool>("needsSecret");
    QTest::addColumn<bool>("isNew");
    QTest::newRow("new") << true << true;
    QTest::newRow("another secret") << true << false;
    QTest::newRow("worth having without its secret") << false << true;
}

void TestProfileSave::anInterruptedSaveLeavesNothing()
{
    QFETCH(const bool, needsSecret);
    QFETCH(const bool, isNew);
    ProfileWish wish{
        .profile = profile(u"shop"_s), .secret = Base::Secret("new"), .needsSecret = needsSecret};
    if (!isNew) {
        keep(profile(u"shop"_s, false));
        wish.replaced = profile(u"shop"_s, false);
        wish.profile.clientId = u"other"_s;
    }
    const QList<Profile> before = saved();
    ProfileStore store(file());
    QVERIFY(store.load());
    m_secrets->isSilent = true;
    ProfileSave saving(store, *m_secrets, wish, nullptr);
    const QSignalSpy finished(&saving, &ProfileSave::finished);
    saving.abandon(); // which has not begun
    saving.start();
    QVERIFY(saved() != before);
    saving.abandon();
    QCOMPARE(saved(), needsSecret ? before : QList{profile(u"shop"_s, false)});
    m_secrets->release(); // a keychain that answers all the same
    saving.abandon();
    QCOMPARE(finished.size(), needsSecret ? 0 : 1);
    QCOMPARE(saved(), needsSecret ? before : QList{profile(u"shop"_s)});
}

void TestProfileSave::anOldSecretOutlivesARefusedNewOne()
{
    keep(profile(u"shop"_s));
    QFile::remove(file());
    QVERIFY(QDir(m_folder->path()).mkdir(u"profiles.json"_s)); // no file can be written there
    ProfileStore store(file());
    ProfileSave saving(
        store, *m_secrets,
        {.profile = profile(u"shop"_s),
         .secret = Base::Secret("new"),
         .replaced = profile(u"shop"_s)},
        nullptr);
    QSignalSpy finished(&saving, &ProfileSave::finished);
    saving.start();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!saving.result().profile && saving.result().error);
    QVERIFY(m_secrets->keeps(u"shop"_s, secretBytes));
}

QTEST_GUILESS_MAIN(TestProfileSave)

#include "tst_profilesave.moc"
