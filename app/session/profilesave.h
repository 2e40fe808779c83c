// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/secrets/keychain.h"
#include "app/tenant/profilestore.h"

#include <QObject>

#include <optional>

namespace Tenantscope::Session {

/// What somebody wants saved.
struct ProfileWish
{
    Tenant::Profile profile;  ///< isSecretSaved: whether the keychain shall have the secret
    Base::Secret secret = {}; ///< the one to keep; empty: the one that is kept already
    std::optional<Tenant::Profile> replaced = {}; ///< as it was saved before; nullopt: it is new
};

/// What became of it.
struct ProfileSaved
{
    std::optional<Tenant::Profile>
        profile; ///< as it stands in the file now; nullopt: nothing was changed
    std::optional<Base::Error> error; ///< with a profile: only its secret could not be kept
};

/// Saves one profile and its secret: the secret first, and one that is new there is taken back should the file refuse the
/// profile. Its parent owns it.
class ProfileSave final : public QObject
{
    Q_OBJECT

public:
    ProfileSave(
        Tenant::ProfileStore &store, const Secrets::SecretStore &secrets, ProfileWish wish,
        QObject *parent);

    void start(); ///< once
    [[nodiscard]] const ProfileSaved &result() const { return m_result; }

Q_SIGNALS:
    void written(
        const Tenantscope::Tenant::Profile &profile); ///< to the file; tidying up may follow
    void finished();                                  ///< once

private:
    void readOld();
    void write(const Base::Secret &secret);
    void wrote(const Base::Result<Base::Secret> &written);
    void saveProfile();
    void tidy();
    void end(std::optional<Tenant::Profile> profile, std::optional<Base::Error> error);
    [[nodiscard]] bool isRenamed() const;
    [[nodiscard]] bool hasEntry() const; ///< the keychain has one of the replaced profile

    template<typename Next>
    void await(Secrets::KeychainJob *job, Next next);

    Tenant::ProfileStore &m_store;
    const Secrets::SecretStore &m_secrets;
    ProfileWish m_wish;
    std::optional<Base::Error> m_secretError;
    bool m_hasWritten = false;
    ProfileSaved m_result;
};

} // namespace Tenantscope::Session
