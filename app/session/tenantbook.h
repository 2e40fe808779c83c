// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/knowntenant.h"
#include "app/session/profilesave.h"
#include "app/tenant/profilestore.h"

#include <QFileSystemWatcher>
#include <QHash>

#include <memory>
#include <vector>

namespace Tenantscope::Session {

/// All tenants a program knows: the saved ones in the file's order, those typed in, and the demo tenant. Saves, removes
/// and reorders them, and follows what other programs do to the file.
class TenantBook final : public QObject
{
    Q_OBJECT

public:
    /// How long a removal can be undone.
    static constexpr std::chrono::seconds undoTime{10};

    /// \a store must outlive the book. Nothing is read before load().
    TenantBook(TenantServices services, Tenant::ProfileStore &store, QObject *parent = nullptr);
    ~TenantBook() override;

    /// Reads the file and watches it from now on. Errors as ProfileStore::load().
    [[nodiscard]] Base::Result<void> load();
    /// Keychain and demo tenant may be asked from now on.
    void setReady();

    KnownTenant &addUnsaved();
    /// The demo tenant, made when it is first asked for.
    KnownTenant &demo();
    /// A saved one that has the values of \a original, another name, and no secret.
    Base::Result<KnownTenant *> duplicate(const KnownTenant &original);
    /// Drops a tenant that is not saved, nor being saved.
    void drop(KnownTenant &tenant);
    /// Saves \a profile as \a tenant's, starting from the event loop. The job is the book's; nullptr while the tenant's last
    /// one is under way. A removal under the same name is made final first: the two share a keychain entry.
    ProfileSave *save(
        KnownTenant &tenant, const Tenant::Profile &profile, const Base::Secret &secret);
    /// Takes a saved tenant, not one that is being saved, out of list and file, signed out. Its keychain entry goes once
    /// undoTime is over.
    Base::Result<void> remove(KnownTenant &tenant);
    Base::Result<KnownTenant *> undoRemoval();
    /// Makes the removal final, now.
    void endRemoval();
    /// Moves a saved tenant by \a step places among those of its environment.
    Base::Result<void> move(const KnownTenant &tenant, int step);
    void lock();
    void unlock();

    /// Development, staging, production, unsaved, demo; those of a kind in the file's order.
    [[nodiscard]] QList<KnownTenant *> tenants() const;
    /// The saved tenant called \a name; nullptr: there is none.
    [[nodiscard]] KnownTenant *find(QStringView name) const;
    [[nodiscard]] bool hasDemo() const { return bool(m_services.demo); }
    [[nodiscard]] bool isSaving(const KnownTenant &tenant) const;
    /// Whether a removal can be undone, or keychain or file are still being written to.
    [[nodiscard]] bool isBusy() const;
    /// The name of the tenant whose removal can be undone; empty: none.
    [[nodiscard]] QString removedName() const;
    [[nodiscard]] const TenantServices &services() const { return m_services; }
    [[nodiscard]] Tenant::ProfileStore &store() { return m_store; }

Q_SIGNALS:
    void tenantsChanged();                                      ///< which there are, or their order
    void tenantGone(Tenantscope::Session::KnownTenant *tenant); ///< it is about to be deleted
    void removalChanged();
    /// A removed tenant's secret could not be taken out of the keychain.
    void removalFailed(const Tenantscope::Base::Error &error);
    void forgotten(); ///< one keychain entry, or the try failed
    void settled();   ///< no longer isBusy()

private:
    struct Removed
    {
        std::unique_ptr<KnownTenant> tenant;
        qsizetype place = 0; ///< in the file
        Base::Wake end;
    };
    KnownTenant &append(KnownTenant::Kind kind, const Tenant::Profile &profile);
    void adopt(const QList<Tenant::Profile> &profiles);
    void reload();
    void watch();
    void forgetSecret(const Tenant::Profile &removed);
    void saved(KnownTenant &tenant, const Tenant::Profile &profile);
    void saveEnded(const KnownTenant &tenant);
    void tellSettled();
    [[nodiscard]] std::unique_ptr<KnownTenant> take(const KnownTenant &tenant);
    [[nodiscard]] qsizetype placeOf(const KnownTenant &tenant) const; ///< in the file

    TenantServices m_services;
    Tenant::ProfileStore &m_store;
    QFileSystemWatcher m_watcher;
    std::vector<std::unique_ptr<KnownTenant>> m_tenants;
    std::optional<Removed> m_removed;
    QStringList m_forgetting; ///< names whose keychain entries are being removed
    QHash<const KnownTenant *, ProfileSave *> m_saves; ///< under way, or waiting for a removal
};

} // namespace Tenantscope::Session
