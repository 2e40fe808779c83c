// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/secrets/keychain.h"
#include "app/tenant/profilestore.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Tenantscope::Session {

/// What somebody wants saved.
struct ProfileWish
{
    Tenant::Profile profile;  ///< isSecretSaved: whether the keychain shall have the secret
    Base::Secret secret = {}; ///< the one to keep; empty: the one that is kept already
    std::optional<Tenant::Profile> replaced = {}; ///< as it was saved before; nullopt: it is new
    bool needsSecret = false; ///< nothing is saved when the secret cannot be kept
};

/// What became of it.
struct ProfileSaved
{
    std::optional<Tenant::Profile>
        profile; ///< as it stands in the file now; nullopt: nothing was changed
    std::optional<Base::Error> error; ///< with a profile: only its secret could not be kept
};

/// Saves one profile and its secret. The file comes first: it gives a name to one only, of however many programs, and
/// whoever has the name has the keychain's entry of that name. Its parent owns it.
class ProfileSave final : public QObject
{
    Q_OBJECT

public:
    ProfileSave(
        Tenant::ProfileStore &store, const Secrets::SecretStore &secrets, ProfileWish wish,
        QObject *parent);

    void start(); ///< once
    /// Somebody interrupts while the keychain waits: where nothing is to be saved without the secret, makes the file at once
    /// what it was, and says no more. The keychain may still keep the secret; the next profile of that name replaces it.
    void abandon();
    [[nodiscard]] const ProfileSaved &result() const { return m_result; }

Q_SIGNALS:
    void written(const Tenantscope::Tenant::Profile &profile); ///< to the file; it may come again
    void finished();                                           ///< once

private:
    void readOld();
    void saveProfile();
    void keepSecret();
    void tellKept();
    void giveUp(const Base::Error &why);
    [[nodiscard]] bool undo(); ///< makes the file what it was
    void tidy();
    void end(std::optional<Tenant::Profile> profile, std::optional<Base::Error> error);
    [[nodiscard]] bool isWorthless() const; ///< the profile, without its secret
    [[nodiscard]] bool isRenamed() const;
    [[nodiscard]] bool hasEntry() const; ///< the keychain has one of the replaced profile

    template<typename Next>
    void await(Secrets::KeychainJob *job, Next next);

    Tenant::ProfileStore &m_store;
    const Secrets::SecretStore &m_secrets;
    ProfileWish m_wish;
    QPointer<Secrets::KeychainJob> m_keeping; ///< the secret is being kept
    std::optional<Base::Error> m_secretError;
    bool m_isMoving = false; ///< the secret goes from the old name to the new one
    ProfileSaved m_result;
};

} // namespace Tenantscope::Session
