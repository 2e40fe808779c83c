// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"

#include "tests/support/manualclock.h"
#include "tests/support/memorysecrets.h"
#include "tests/support/scriptedtenant.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Tenantscope;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Session::KnownTenant;
using Tenant::Environment;
using Tenant::Profile;

namespace {

constexpr QByteArrayView secretBytes = "open sesame";

/// A book beside the tenant that its profiles name.
struct Scene
{
    explicit Scene(const QStringList &names = {})
    {
        for (const QString &name : names) {
            if (!store.add(profile(name)))
                qFatal("no profile could be added");
            secrets.entries.insert(name, Base::Secret(secretBytes));
        }
        if (!book.load())
            qFatal("the profiles could not be loaded");
    }

    [[nodiscard]] Profile profile(
        const QString &name, Environment environment = Environment::Development) const
    {
        return {
            .name = name,
            .domain = tenant.domain(),
            .clientId = u"machine"_s,
            .audience = tenant.domain().defaultAudience(),
            .caFile = {},
            .environment = environment,
            .isSecretSaved = true};
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (const KnownTenant *known : book.tenants())
            all.append(known->profile().name);
        return all;
    }
    /// Saves \a profile as that of \a known, and waits for its end.
    Session::ProfileSaved save(KnownTenant &known, const Profile &wished, QByteArrayView secret)
    {
        Session::ProfileSave *job = book.save(known, wished, Base::Secret(secret));
        Session::ProfileSaved result;
        bool isOver = false;
        QObject::connect(job, &Session::ProfileSave::finished, &book, [&] {
            result = job->result();
            isOver = true;
        });
        [&] { QTRY_VERIFY(isOver); }();
        return result;
    }

    QTemporaryDir folder;
    Test::ManualClock clock;
    Test::FixedRandom random;
    Test::MemorySecrets secrets;
    Test::ScriptedTenant tenant;
    Tenant::ProfileStore store{folder.filePath(u"profiles.json"_s)};
    Session::TenantBook book{{.clock = clock, .random = random, .secrets = secrets}, store};
};

bool hasToken(const KnownTenant &tenant)
{
    return OAuth::tokenOf(tenant.session().tokenState()) != nullptr;
}

} // namespace

class TestTenantBook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void groupsByEnvironment();
    void findingsWeighByEnvironment();
    void opensWithTheKeychainsSecret();
    void waitsUntilReady();
    void canBeGivenUp();
    void tellsWhyThereIsNoSecret();
    void aGivenSecretSparesTheKeychain();
    void savesWhatWasTyped();
    void aNameIsTakenOnce();
    void renamingMovesTheSecret();
    void secretIsForgottenWhenUnticked();
    void withoutKeychainTheProfileIsSavedAlone();
    void removalCanBeUndone();
    void removalEndsWithItsTime();
    void theNextOfThatNameKeepsItsSecret();
    void aSecretThatStaysIsTold();
    void whatIsBeingSavedStays();
    void aRenameIsOneTenantThroughout();
    void aFileThatRefusesTakesTheNewSecretBack();
    void duplicates();
    void copiesOfLongNamesAreNames();
    void moves();
    void followsTheFile();
    void locksAndUnlocks();
};

void TestTenantBook::groupsByEnvironment()
{
    Scene scene;
    for (const auto &[name, environment] : QList<std::pair<QString, Environment>>{
             {u"shop"_s, Environment::Production},
             {u"try"_s, Environment::Development},
             {u"stage"_s, Environment::Staging},
             {u"try 2"_s, Environment::Development}})
        QVERIFY(scene.store.add(scene.profile(name, environment)));
    QVERIFY(scene.book.load());
    scene.book.addUnsaved();
    QCOMPARE(scene.names(), QStringList({u"try"_s, u"try 2"_s, u"stage"_s, u"shop"_s, QString()}));
    QVERIFY(scene.book.find(u"SHOP")->isProduction());
    QVERIFY(!scene.book.find(u"stage")->isProduction());
}

void TestTenantBook::findingsWeighByEnvironment()
{
    Scene scene({u"shop"_s});
    KnownTenant &shop = *scene.book.find(u"shop");
    const Applications::ApplicationList &list = shop.session().applications();
    QCOMPARE(list.store().environment(), Environment::Development);
    QSignalSpy changes(&list, &Applications::ApplicationList::environmentChanged);
    QVERIFY(!scene.save(shop, scene.profile(u"shop"_s, Environment::Staging), {}).error);
    QCOMPARE(list.store().environment(), Environment::Staging);
    QCOMPARE(changes.count(), 1);
    // Nobody said how near to users it is.
    const KnownTenant &typed = scene.book.addUnsaved();
    QCOMPARE(typed.session().applications().store().environment(), Environment::Production);
}

void TestTenantBook::opensWithTheKeychainsSecret()
{
    Scene scene({u"shop"_s});
    KnownTenant &shop = *scene.book.find(u"shop");
    shop.open();
    QVERIFY(shop.isWaiting());
    QTRY_VERIFY(hasToken(shop));
    QVERIFY(!shop.isWaiting());
    QVERIFY(scene.tenant.requests().constFirst().body.contains("client_secret=open%20sesame"));
    shop.open(); // again: a new token, without the keychain
    QTRY_COMPARE(scene.tenant.tokensGiven(), 2);
    QCOMPARE(scene.secrets.asked, 1);
}

void TestTenantBook::waitsUntilReady()
{
    Scene scene({u"shop"_s});
    Session::TenantBook early(
        {.clock = scene.clock, .random = scene.random, .secrets = scene.secrets, .isReady = false},
        scene.store);
    QVERIFY(early.load());
    KnownTenant &shop = *early.find(u"shop");
    shop.open();
    QVERIFY(shop.isWaiting());
    QCOMPARE(scene.secrets.asked, 0);
    early.setReady();
    QTRY_VERIFY(hasToken(shop));
}

void TestTenantBook::canBeGivenUp()
{
    Scene scene({u"shop"_s});
    scene.secrets.isSilent = true;
    KnownTenant &shop = *scene.book.find(u"shop");
    shop.open();
    shop.cancel();
    QVERIFY(!shop.isWaiting());
    QCOMPARE(shop.failure()->kind, Base::ErrorKind::Cancelled);
    QVERIFY(!shop.session().isSignedIn());
    shop.signIn(scene.tenant.credentials()); // typed instead
    QTRY_VERIFY(hasToken(shop));
    QVERIFY(!shop.failure());
}

void TestTenantBook::tellsWhyThereIsNoSecret()
{
    Scene scene({u"shop"_s});
    scene.secrets.problem = Secrets::KeychainProblem::absent;
    KnownTenant &shop = *scene.book.find(u"shop");
    shop.open();
    QTRY_VERIFY(shop.failure());
    QCOMPARE(shop.failure()->kind, Base::ErrorKind::KeychainFailed);
    QCOMPARE(shop.failure()->detail, QString(Secrets::KeychainProblem::absent));
    QCOMPARE(scene.tenant.requests().size(), 0);
}

void TestTenantBook::aGivenSecretSparesTheKeychain()
{
    Scene scene({u"shop"_s});
    KnownTenant &shop = *scene.book.find(u"shop");
    shop.give(Base::Secret("for this run"));
    shop.open();
    QTRY_VERIFY(hasToken(shop));
    QCOMPARE(scene.secrets.asked, 0);
    QVERIFY(scene.tenant.requests().constFirst().body.contains("for%20this%20run"));
}

void TestTenantBook::savesWhatWasTyped()
{
    Scene scene;
    KnownTenant &typed = scene.book.addUnsaved();
    typed.signIn(scene.tenant.credentials());
    QTRY_VERIFY(hasToken(typed));
    const auto saved = scene.save(typed, scene.profile(u"shop"_s), secretBytes);
    QVERIFY(saved.profile);
    QVERIFY(!saved.error);
    QCOMPARE(typed.kind(), KnownTenant::Kind::Saved);
    QVERIFY(hasToken(typed)); // the same session goes on
    QVERIFY(scene.secrets.keeps(u"shop"_s, secretBytes));
    QCOMPARE(scene.names(), QStringList{u"shop"_s});
    Tenant::ProfileStore another(scene.store.file());
    QVERIFY(another.load());
    QCOMPARE(another.profiles(), QList{scene.profile(u"shop"_s)});
}

void TestTenantBook::aNameIsTakenOnce()
{
    Scene scene({u"shop"_s});
    KnownTenant &typed = scene.book.addUnsaved();
    for (const QString &name : {u"shop"_s, u"Shop"_s}) {
        const auto saved = scene.save(typed, scene.profile(name), "another");
        QVERIFY(!saved.profile);
        QCOMPARE(saved.error->kind, Base::ErrorKind::InvalidProfile);
        QVERIFY(scene.secrets.keeps(u"shop"_s, secretBytes)); // not overwritten
        QCOMPARE(scene.secrets.entries.size(), 1);
    }
}

void TestTenantBook::renamingMovesTheSecret()
{
    Scene scene({u"shop"_s});
    KnownTenant &shop = *scene.book.find(u"shop");
    const auto saved = scene.save(shop, scene.profile(u"Store"_s, Environment::Production), {});
    QVERIFY(saved.profile && !saved.error);
    QVERIFY(scene.secrets.keeps(u"Store"_s, secretBytes));
    QVERIFY(!scene.secrets.entries.contains(u"shop"_s));
    QCOMPARE(scene.names(), QStringList{u"Store"_s});
    QVERIFY(shop.isProduction()); // the same tenant
}

void TestTenantBook::secretIsForgottenWhenUnticked()
{
    Scene scene({u"shop"_s});
    Profile without = scene.profile(u"shop"_s);
    without.isSecretSaved = false;
    const auto saved = scene.save(*scene.book.find(u"shop"), without, {});
    QCOMPARE(saved.profile, without);
    QVERIFY(scene.secrets.entries.isEmpty());
}

void TestTenantBook::withoutKeychainTheProfileIsSavedAlone()
{
    Scene scene;
    scene.secrets.problem = Secrets::KeychainProblem::absent;
    const auto saved = scene.save(scene.book.addUnsaved(), scene.profile(u"shop"_s), secretBytes);
    QVERIFY(saved.profile);
    QVERIFY(!saved.profile->isSecretSaved);
    QCOMPARE(saved.error->kind, Base::ErrorKind::KeychainFailed);
    QFile file(scene.store.file());
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(!file.readAll().contains(secretBytes.toByteArray()));
}

void TestTenantBook::removalCanBeUndone()
{
    Scene scene({u"one"_s, u"two"_s, u"three"_s});
    QSignalSpy gone(&scene.book, &Session::TenantBook::tenantGone);
    QVERIFY(scene.book.remove(*scene.book.find(u"two")));
    QCOMPARE(gone.size(), 1);
    QCOMPARE(scene.names(), QStringList({u"one"_s, u"three"_s}));
    QCOMPARE(scene.book.removedName(), u"two"_s);
    scene.clock.advance(9s);
    const auto back = scene.book.undoRemoval();
    QVERIFY(back && *back == scene.book.find(u"two"));
    QCOMPARE(scene.names(), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    scene.clock.advance(1min);
    QCOMPARE(scene.secrets.asked, 0);
    QVERIFY(scene.book.removedName().isEmpty());
}

void TestTenantBook::removalEndsWithItsTime()
{
    Scene scene({u"one"_s, u"two"_s});
    QSignalSpy settled(&scene.book, &Session::TenantBook::settled);
    QVERIFY(scene.book.remove(*scene.book.find(u"two")));
    QVERIFY(scene.secrets.keeps(u"two"_s, secretBytes));
    scene.clock.advance(Session::TenantBook::undoTime);
    QTRY_COMPARE(settled.size(), 1);
    QVERIFY(!scene.secrets.entries.contains(u"two"_s));
    QVERIFY(scene.secrets.keeps(u"one"_s, secretBytes));
    QVERIFY(!scene.book.isBusy());
}

/// Removal and save share a keychain entry: the one must be over before the other begins.
void TestTenantBook::theNextOfThatNameKeepsItsSecret()
{
    Scene scene({u"shop"_s});
    QVERIFY(scene.book.remove(*scene.book.find(u"shop")));
    scene.secrets.isSilent = true;
    KnownTenant &next = scene.book.addUnsaved();
    QVERIFY(scene.book.save(next, scene.profile(u"shop"_s), Base::Secret("new secret")));
    QVERIFY(scene.book.removedName().isEmpty()); // it cannot be undone any more
    scene.clock.advance(Session::TenantBook::undoTime);
    QTest::qWait(0);
    QCOMPARE(scene.secrets.asked, 1); // the removal
    scene.secrets.release();
    QTRY_VERIFY(!scene.book.isBusy());
    QVERIFY(scene.secrets.keeps(u"shop"_s, "new secret"));
    QCOMPARE(next.kind(), KnownTenant::Kind::Saved);
}

void TestTenantBook::aSecretThatStaysIsTold()
{
    Scene scene({u"shop"_s});
    QSignalSpy failed(&scene.book, &Session::TenantBook::removalFailed);
    QVERIFY(scene.book.remove(*scene.book.find(u"shop")));
    scene.secrets.problem = Secrets::KeychainProblem::denied;
    scene.book.endRemoval();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!scene.book.isBusy());
}

void TestTenantBook::whatIsBeingSavedStays()
{
    Scene scene({u"other"_s});
    KnownTenant &typed = scene.book.addUnsaved();
    scene.secrets.isSilent = true;
    QVERIFY(scene.book.save(typed, scene.profile(u"shop"_s), Base::Secret(secretBytes)));
    QVERIFY(!scene.book.save(typed, scene.profile(u"shop"_s), Base::Secret(secretBytes)));
    QVERIFY(scene.book.isSaving(typed) && scene.book.isBusy());
    QTRY_COMPARE(scene.secrets.asked, 1);
    Tenant::ProfileStore another(scene.store.file());
    QVERIFY(another.remove(u"other")); // the book reads the file anew meanwhile
    QTRY_VERIFY(!scene.book.find(u"other"));
    scene.secrets.release();
    QTRY_VERIFY(!scene.book.isBusy());
    QCOMPARE(typed.profile().name, u"shop"_s);
    QVERIFY(scene.secrets.keeps(u"shop"_s, secretBytes));
}

/// While the keychain moves the secret, the file already has the new name.
void TestTenantBook::aRenameIsOneTenantThroughout()
{
    Scene scene({u"shop"_s});
    KnownTenant &shop = *scene.book.find(u"shop");
    Profile renamed = scene.profile(u"store"_s);
    renamed.isSecretSaved = false; // its entry goes, after the file was written
    scene.secrets.isSilent = true;
    QVERIFY(scene.book.save(shop, renamed, {}));
    QTRY_COMPARE(scene.secrets.asked, 1);
    Tenant::ProfileStore another(scene.store.file());
    QVERIFY(another.add(scene.profile(u"third"_s)));
    QTRY_VERIFY(scene.book.find(u"third"));
    QCOMPARE(scene.names(), QStringList({u"store"_s, u"third"_s}));
    QCOMPARE(scene.book.find(u"store"), &shop);
    scene.secrets.release();
    QTRY_VERIFY(!scene.book.isBusy());
    QVERIFY(scene.secrets.entries.isEmpty());
}

void TestTenantBook::aFileThatRefusesTakesTheNewSecretBack()
{
    Scene scene({u"shop"_s});
    KnownTenant &shop = *scene.book.find(u"shop");
    Profile without = scene.profile(u"shop"_s);
    without.isSecretSaved = false;
    QVERIFY(scene.save(shop, without, {}).profile);
    QVERIFY(scene.secrets.entries.isEmpty());
    scene.secrets.isSilent = true;
    QVERIFY(scene.book.save(shop, scene.profile(u"shop"_s), Base::Secret("newly kept")));
    QTRY_COMPARE(scene.secrets.asked, 2);
    QFile file(scene.store.file()); // of a version to come: it is left alone
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(R"({"format": 99})");
    file.close();
    scene.secrets.release();
    QTRY_VERIFY(!scene.book.isBusy());
    QVERIFY(scene.secrets.entries.isEmpty()); // nobody would ever remove it
}

void TestTenantBook::duplicates()
{
    Scene scene({u"shop"_s, u"other"_s});
    const auto first = scene.book.duplicate(*scene.book.find(u"shop"));
    const auto second = scene.book.duplicate(*scene.book.find(u"shop"));
    QVERIFY(first && second);
    QCOMPARE((*first)->profile().name, u"shop copy"_s);
    QVERIFY(!(*first)->profile().isSecretSaved);
    QCOMPARE(scene.names(), QStringList({u"shop"_s, u"shop copy 2"_s, u"shop copy"_s, u"other"_s}));
}

void TestTenantBook::copiesOfLongNamesAreNames()
{
    const QString longest(100, u'n');
    Scene scene({longest});
    const auto copy = scene.book.duplicate(*scene.book.find(longest));
    QVERIFY(copy);
    QVERIFY(Tenant::checkedProfileName((*copy)->profile().name));
    Tenant::ProfileStore another(scene.store.file());
    QVERIFY(another.load());
    QCOMPARE(another.profiles().size(), 2);
    QVERIFY(another.setAside().isEmpty()); // not taken for damaged
    QVERIFY(!another.add(scene.profile(longest + u'n')));
}

void TestTenantBook::moves()
{
    Scene scene({u"one"_s, u"two"_s, u"three"_s});
    QVERIFY(scene.store.add(scene.profile(u"prod"_s, Environment::Production)));
    QVERIFY(scene.book.load());
    QVERIFY(scene.book.move(*scene.book.find(u"three"), -1));
    QCOMPARE(scene.names(), QStringList({u"one"_s, u"three"_s, u"two"_s, u"prod"_s}));
    QVERIFY(scene.book.move(*scene.book.find(u"two"), 1)); // not into another environment
    QCOMPARE(scene.names(), QStringList({u"one"_s, u"three"_s, u"two"_s, u"prod"_s}));
    QVERIFY(scene.book.move(*scene.book.find(u"one"), -1));
    QCOMPARE(scene.names().constFirst(), u"one"_s);
}

void TestTenantBook::followsTheFile()
{
    Scene scene({u"one"_s, u"two"_s});
    KnownTenant *two = scene.book.find(u"two");
    two->open();
    QTRY_VERIFY(hasToken(*two));
    Tenant::ProfileStore another(scene.store.file());
    QVERIFY(another.add(scene.profile(u"three"_s)));
    QTRY_COMPARE(scene.names(), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    QVERIFY(another.remove(u"one"));
    QVERIFY(another.remove(u"two"));
    // Who is signed in stays, as one that is not saved.
    QTRY_COMPARE(scene.names(), QStringList({u"three"_s, u"two"_s}));
    QCOMPARE(two->kind(), KnownTenant::Kind::Unsaved);
    QVERIFY(hasToken(*two));
}

void TestTenantBook::locksAndUnlocks()
{
    Scene scene({u"shop"_s, u"closed"_s});
    scene.tenant.applications = Test::ScriptedTenant::makeApplications(30);
    KnownTenant &shop = *scene.book.find(u"shop");
    KnownTenant &typed = scene.book.addUnsaved();
    shop.open();
    typed.signIn(scene.tenant.credentials());
    QTRY_COMPARE(shop.session().applications().store().size(), 30);
    QTRY_VERIFY(hasToken(typed));
    scene.book.lock();
    QVERIFY(!hasToken(shop) && !hasToken(typed));
    QVERIFY(!shop.session().keeper().credentials());
    QCOMPARE(shop.session().applications().store().size(), 30); // masked, not gone
    const int before = scene.tenant.tokensGiven();
    scene.book.unlock();
    QTRY_VERIFY(hasToken(shop));
    QVERIFY(!hasToken(typed)); // nobody kept its secret
    QCOMPARE(scene.tenant.tokensGiven(), before + 1);
    QVERIFY(!scene.book.find(u"closed")->session().isSignedIn());
}

QTEST_GUILESS_MAIN(TestTenantBook)
#include "tst_tenantbook.moc"
