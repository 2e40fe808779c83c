// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/profilesave.h"

#include <utility>

namespace Tenantscope::Session {

ProfileSave::ProfileSave(
    Tenant::ProfileStore &store, const Secrets::SecretStore &secrets, ProfileWish wish,
    QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_secrets(secrets)
    , m_wish(std::move(wish))
{
}

void ProfileSave::start()
{
    // Before the keychain, where another profile's secret would be overwritten.
    const Base::Result<Tenant::Profile> other = m_store.find(m_wish.profile.name);
    const bool isItself = other && m_wish.replaced
        && Tenant::isSameProfileName(other->name, m_wish.replaced->name);
    if (other && !isItself)
        return end(
            std::nullopt,
            Base::Error{
                .kind = Base::ErrorKind::InvalidProfile,
                .subject = m_wish.profile.name,
                .detail = Tenant::ProfileRule::nameTaken});
    if (m_wish.secret.isEmpty() && !hasEntry())
        m_wish.profile.isSecretSaved = false;
    if (!m_wish.profile.isSecretSaved)
        return saveProfile();
    if (!m_wish.secret.isEmpty())
        return write(m_wish.secret);
    if (isRenamed())
        return readOld();
    saveProfile();
}

/// The entry is named after the profile: under a new name the secret moves.
void ProfileSave::readOld()
{
    await(
        m_secrets.read(m_wish.replaced->name, this),
        [this](const Base::Result<Base::Secret> &secret) {
            if (secret)
                write(*secret);
            else
                end(std::nullopt, secret.error());
        });
}

void ProfileSave::write(const Base::Secret &secret)
{
    await(
        m_secrets.write(m_wish.profile.name, secret, this),
        [this](const Base::Result<Base::Secret> &written) { wrote(written); });
}

void ProfileSave::wrote(const Base::Result<Base::Secret> &written)
{
    m_hasWritten = written.has_value();
    if (!written) { // the profile is worth having without it
        m_secretError = written.error();
        m_wish.profile.isSecretSaved = hasEntry() && !isRenamed();
    }
    saveProfile();
}

void ProfileSave::saveProfile()
{
    m_wish.secret.clear();
    const Base::Result<void> saved = m_wish.replaced
        ? m_store.replace(m_wish.replaced->name, m_wish.profile)
        : m_store.add(m_wish.profile);
    if (saved) {
        Q_EMIT written(m_wish.profile);
        return tidy();
    }
    const bool isNewEntry = m_hasWritten && (!hasEntry() || isRenamed());
    if (!isNewEntry)
        return end(std::nullopt, saved.error());
    await(
        m_secrets.remove(m_wish.profile.name, this),
        [this, error = saved.error()](const Base::Result<Base::Secret> &) {
            end(std::nullopt, error);
        });
}

/// Removes the entry that no profile speaks for any more.
void ProfileSave::tidy()
{
    const bool isOrphan = hasEntry() && (isRenamed() || !m_wish.profile.isSecretSaved);
    if (!isOrphan)
        return end(m_wish.profile, m_secretError);
    await(
        m_secrets.remove(m_wish.replaced->name, this),
        [this](const Base::Result<Base::Secret> &removed) {
            if (!removed && !m_secretError)
                m_secretError = removed.error();
            end(m_wish.profile, m_secretError);
        });
}

void ProfileSave::end(std::optional<Tenant::Profile> profile, std::optional<Base::Error> error)
{
    m_wish.secret.clear();
    m_result = {std::move(profile), std::move(error)};
    Q_EMIT finished();
}

/// Keychains tell names apart by their case, too.
bool ProfileSave::isRenamed() const
{
    return m_wish.replaced && m_wish.replaced->name != m_wish.profile.name;
}

bool ProfileSave::hasEntry() const
{
    return m_wish.replaced && m_wish.replaced->isSecretSaved;
}

template<typename Next>
void ProfileSave::await(Secrets::KeychainJob *job, Next next)
{
    connect(job, &Secrets::KeychainJob::finished, this, [job, next = std::move(next)] {
        const Base::Result<Base::Secret> result = job->takeResult();
        job->deleteLater();
        next(result);
    });
}

} // namespace Tenantscope::Session
