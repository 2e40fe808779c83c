// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace Tenantscope::Session {

using Tenant::Profile;

namespace {

constexpr qsizetype longestBase = 80; // of a copy's name, which grows by what tells it apart

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
    const QString base = original.profile().name.left(longestBase);
    QString name = Text::tr("%1 copy").arg(base);
    for (int number = 2; m_store.find(name); ++number)
        name = Text::tr("%1 copy %2").arg(base).arg(number);
    copy.name = name;
    if (const auto inserted = m_store.insert(placeOf(original) + 1, copy); !inserted)
        return Base::failure(inserted.error());
    adopt(m_store.profiles());
    return find(name);
}

void TenantBook::drop(KnownTenant &tenant)
{
    Q_ASSERT(tenant.kind() != KnownTenant::Kind::Saved && !isSaving(tenant));
    // Taken before others are told: they may drop more.
    const std::unique_ptr<KnownTenant> gone = take(tenant);
    Q_EMIT tenantGone(gone.get());
    Q_EMIT tenantsChanged();
}

ProfileSave *TenantBook::save(
    KnownTenant &tenant, const Profile &profile, const Base::Secret &secret)
{
    if (isSaving(tenant))
        return nullptr;
    if (m_removed && Tenant::isSameProfileName(removedName(), profile.name))
        endRemoval();
    ProfileWish wish{.profile = profile, .secret = secret};
    if (tenant.kind() == KnownTenant::Kind::Saved)
        wish.replaced = tenant.profile();
    auto *save = new ProfileSave(m_store, m_services.secrets, std::move(wish), this);
    m_saves.insert(&tenant, save);
    connect(save, &ProfileSave::written, this, [this, &tenant](const Profile &written) {
        saved(tenant, written);
    });
    connect(save, &ProfileSave::finished, this, [this, &tenant] { saveEnded(tenant); });
    if (m_forgetting.contains(profile.name, Qt::CaseInsensitive))
        connect(this, &TenantBook::forgotten, save, &ProfileSave::start);
    else
        QMetaObject::invokeMethod(save, &ProfileSave::start, Qt::QueuedConnection);
    Q_EMIT tenantsChanged();
    return save;
}

Base::Result<void> TenantBook::remove(KnownTenant &tenant)
{
    Q_ASSERT(!isSaving(tenant));
    endRemoval(); // of the one before
    const qsizetype place = placeOf(tenant);
    if (const auto removed = m_store.remove(tenant.profile().name); !removed)
        return removed;
    m_removed.emplace(Removed{.tenant = take(tenant), .place = place, .end = {}});
    m_removed->end = m_services.clock.wakeAfter(undoTime, [this] { endRemoval(); });
    tenant.signOut();
    Q_EMIT tenantGone(&tenant);
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
    // Another program may have given its name, and with it the entry, to another one meanwhile.
    const Base::Result<Profile> other = m_store.find(profile.name);
    const bool isTaken = other && other->isSecretSaved && other->name == profile.name;
    if (profile.isSecretSaved && !isTaken)
        forgetSecret(profile);
    Q_EMIT removalChanged();
    tellSettled();
}

void TenantBook::forgetSecret(const Profile &removed)
{
    m_forgetting.append(removed.name);
    auto *job = m_services.secrets.remove(removed.name, this);
    connect(job, &Secrets::KeychainJob::finished, this, [this, job, name = removed.name] {
        const Base::Result<Base::Secret> result = job->takeResult();
        job->deleteLater();
        m_forgetting.removeOne(name);
        if (!result)
            Q_EMIT removalFailed(result.error());
        Q_EMIT forgotten();
        tellSettled();
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

bool TenantBook::isSaving(const KnownTenant &tenant) const
{
    return m_saves.contains(&tenant);
}

bool TenantBook::isBusy() const
{
    return m_removed || !m_forgetting.isEmpty() || !m_saves.isEmpty();
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
    QList<QPointer<KnownTenant>> all; // who is told of one may drop others
    for (KnownTenant *tenant : tenants())
        all.append(tenant);
    for (const QPointer<KnownTenant> &tenant : std::as_const(all)) {
        if (!tenant || tenant->kind() != KnownTenant::Kind::Saved || placeOf(*tenant) >= 0
            || isSaving(*tenant))
            continue;
        tenant->setProfile(tenant->profile(), KnownTenant::Kind::Unsaved);
        if (tenant && !tenant->session().isSignedIn() && !tenant->isWaiting())
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

void TenantBook::saved(KnownTenant &tenant, const Profile &profile)
{
    tenant.setProfile(profile, KnownTenant::Kind::Saved);
    adopt(m_store.profiles());
    watch();
}

void TenantBook::saveEnded(const KnownTenant &tenant)
{
    m_saves.take(&tenant)->deleteLater(); // it is still telling
    Q_EMIT tenantsChanged();
    tellSettled();
}

void TenantBook::tellSettled()
{
    if (!isBusy())
        Q_EMIT settled();
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
