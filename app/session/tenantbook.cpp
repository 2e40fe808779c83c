// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Tenantscope::Session {

using Tenant::Profile;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TenantBook)
};

/// Where a tenant stands among the others: the riskier, the later; what is not saved after all that is.
int groupOf(const KnownTenant &tenant)
{
    constexpr int unsavedGroup = 100;
    switch (tenant.kind()) {
    case KnownTenant::Kind::Saved:
        return int(tenant.profile().environment);
    case KnownTenant::Kind::Unsaved:
        return unsavedGroup;
    case KnownTenant::Kind::Demo:
        return unsavedGroup + 1;
    }
    Q_UNREACHABLE();
}

qsizetype placeIn(const QList<Profile> &profiles, QStringView name)
{
    const auto found = std::find_if(
        profiles.begin(), profiles.end(),
        [name](const Profile &profile) { return Tenant::isSameProfileName(profile.name, name); });
    return found == profiles.end() ? -1 : found - profiles.begin();
}

} // namespace

TenantBook::TenantBook(TenantServices services, Tenant::ProfileStore &store, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_store(store)
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &TenantBook::reload);
}

TenantBook::~TenantBook() = default;

Base::Result<void> TenantBook::load()
{
    const Base::Result<void> loaded = m_store.load();
    adopt(m_store.profiles());
    watch();
    return loaded;
}

void TenantBook::setReady()
{
    if (std::exchange(m_services.isReady, true))
        return;
    for (const auto &tenant : m_tenants)
        tenant->start();
}

KnownTenant &TenantBook::addUnsaved()
{
    KnownTenant &tenant = append(KnownTenant::Kind::Unsaved, {});
    Q_EMIT tenantsChanged();
    return tenant;
}

KnownTenant &TenantBook::demo()
{
    Q_ASSERT(hasDemo());
    for (const auto &tenant : m_tenants) {
        if (tenant->kind() == KnownTenant::Kind::Demo)
            return *tenant;
    }
    KnownTenant &tenant = append(KnownTenant::Kind::Demo, {});
    Q_EMIT tenantsChanged();
    return tenant;
}

Base::Result<KnownTenant *> TenantBook::duplicate(const KnownTenant &original)
{
    Profile copy = original.profile();
    copy.isSecretSaved = false;
    QString name = Text::tr("%1 copy").arg(original.profile().name);
    for (int number = 2; m_store.find(name); ++number)
        name = Text::tr("%1 copy %2").arg(original.profile().name).arg(number);
    copy.name = name;
    if (const auto inserted = m_store.insert(placeOf(original) + 1, copy); !inserted)
        return Base::failure(inserted.error());
    adopt(m_store.profiles());
    return find(name);
}

void TenantBook::drop(KnownTenant &tenant)
{
    Q_ASSERT(tenant.kind() != KnownTenant::Kind::Saved);
    Q_EMIT tenantGone(&tenant);
    const std::unique_ptr<KnownTenant> gone = take(tenant);
    Q_EMIT tenantsChanged();
}

ProfileSave *TenantBook::save(
    KnownTenant &tenant, const Profile &profile, const Base::Secret &secret)
{
    if (tenant.findChild<ProfileSave *>())
        return nullptr;
    ProfileWish wish{.profile = profile, .secret = secret};
    if (tenant.kind() == KnownTenant::Kind::Saved)
        wish.replaced = tenant.profile();
    auto *save = new ProfileSave(m_store, m_services.secrets, std::move(wish), &tenant);
    connect(save, &ProfileSave::finished, this, [this, save, &tenant] {
        saved(tenant, *save);
        save->setParent(nullptr);
        save->deleteLater();
    });
    return save;
}

Base::Result<void> TenantBook::remove(KnownTenant &tenant)
{
    endRemoval(); // of the one before
    const qsizetype place = placeOf(tenant);
    if (const auto removed = m_store.remove(tenant.profile().name); !removed)
        return removed;
    tenant.signOut();
    Q_EMIT tenantGone(&tenant);
    m_removed.emplace(Removed{.tenant = take(tenant), .place = place, .end = {}});
    m_removed->end = m_services.clock.wakeAfter(undoTime, [this] { endRemoval(); });
    Q_EMIT tenantsChanged();
    Q_EMIT removalChanged();
    return {};
}

Base::Result<KnownTenant *> TenantBook::undoRemoval()
{
    if (!m_removed)
        return nullptr;
    const Profile profile = m_removed->tenant->profile();
    if (const auto inserted = m_store.insert(m_removed->place, profile); !inserted)
        return Base::failure(inserted.error());
    m_removed.reset();
    adopt(m_store.profiles());
    Q_EMIT removalChanged();
    return find(profile.name);
}

void TenantBook::endRemoval()
{
    if (!m_removed)
        return;
    const Profile profile = m_removed->tenant->profile();
    m_removed.reset();
    Q_EMIT removalChanged();
    // Another one may have taken the name, and the entry, meanwhile.
    if (!profile.isSecretSaved || m_store.find(profile.name)) {
        Q_EMIT removalEnded();
        return;
    }
    m_forgetting.reset(m_services.secrets.remove(profile.name, nullptr));
    connect(m_forgetting.get(), &Secrets::KeychainJob::finished, this, [this] {
        m_forgetting.release()->deleteLater();
        Q_EMIT removalEnded();
    });
}

Base::Result<void> TenantBook::move(const KnownTenant &tenant, int step)
{
    const QList<KnownTenant *> all = tenants();
    const qsizetype other = all.indexOf(&tenant) + step;
    if (other < 0 || other >= all.size() || groupOf(*all[other]) != groupOf(tenant))
        return {};
    const auto moved = m_store.move(tenant.profile().name, placeOf(*all[other]));
    adopt(m_store.profiles());
    return moved;
}

void TenantBook::lock()
{
    for (const auto &tenant : m_tenants)
        tenant->lock();
}

void TenantBook::unlock()
{
    for (const auto &tenant : m_tenants)
        tenant->unlock();
}

QList<KnownTenant *> TenantBook::tenants() const
{
    QList<KnownTenant *> all;
    for (const auto &tenant : m_tenants)
        all.append(tenant.get());
    std::stable_sort(all.begin(), all.end(), [](const KnownTenant *left, const KnownTenant *right) {
        return groupOf(*left) < groupOf(*right);
    });
    return all;
}

KnownTenant *TenantBook::find(QStringView name) const
{
    for (const auto &tenant : m_tenants) {
        if (tenant->kind() == KnownTenant::Kind::Saved
            && Tenant::isSameProfileName(tenant->profile().name, name))
            return tenant.get();
    }
    return nullptr;
}

QString TenantBook::removedName() const
{
    return m_removed ? m_removed->tenant->profile().name : QString();
}

KnownTenant &TenantBook::append(KnownTenant::Kind kind, const Profile &profile)
{
    m_tenants.push_back(std::make_unique<KnownTenant>(kind, profile, m_services));
    return *m_tenants.back();
}

/// Makes the saved tenants those of \a profiles, in that order. One that another program removed goes, but not while it
/// is signed in: then it is just no longer a saved one.
void TenantBook::adopt(const QList<Profile> &profiles)
{
    for (const Profile &profile : profiles) {
        if (KnownTenant *known = find(profile.name))
            known->setProfile(profile, KnownTenant::Kind::Saved);
        else
            append(KnownTenant::Kind::Saved, profile);
    }
    const QList<KnownTenant *> all = tenants();
    for (KnownTenant *tenant : all) {
        if (tenant->kind() != KnownTenant::Kind::Saved || placeOf(*tenant) >= 0)
            continue;
        tenant->setProfile(tenant->profile(), KnownTenant::Kind::Unsaved);
        if (!tenant->session().isSignedIn() && !tenant->isWaiting())
            drop(*tenant);
    }
    std::stable_sort(
        m_tenants.begin(), m_tenants.end(),
        [this](const auto &left, const auto &right) { return placeOf(*left) < placeOf(*right); });
    Q_EMIT tenantsChanged();
}

void TenantBook::reload()
{
    const QList<Profile> before = m_store.profiles();
    if (m_store.load() && m_store.profiles() != before)
        adopt(m_store.profiles());
    watch();
}

/// The folder, not the file, which each change replaces.
void TenantBook::watch()
{
    const QString folder = QFileInfo(m_store.file()).absolutePath();
    if (m_watcher.directories().isEmpty() && QFileInfo::exists(folder))
        m_watcher.addPath(folder);
}

void TenantBook::saved(KnownTenant &tenant, const ProfileSave &save)
{
    if (!save.result().profile)
        return;
    tenant.setProfile(*save.result().profile, KnownTenant::Kind::Saved);
    adopt(m_store.profiles());
    watch();
}

std::unique_ptr<KnownTenant> TenantBook::take(const KnownTenant &tenant)
{
    const auto found = std::find_if(m_tenants.begin(), m_tenants.end(), [&tenant](const auto &one) {
        return one.get() == &tenant;
    });
    Q_ASSERT(found != m_tenants.end());
    std::unique_ptr<KnownTenant> taken = std::move(*found);
    m_tenants.erase(found);
    return taken;
}

qsizetype TenantBook::placeOf(const KnownTenant &tenant) const
{
    if (tenant.kind() != KnownTenant::Kind::Saved)
        return std::numeric_limits<qsizetype>::max();
    return placeIn(m_store.profiles(), tenant.profile().name);
}

} // namespace Tenantscope::Session
