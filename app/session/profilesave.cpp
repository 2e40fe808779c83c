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
    const bool wantsEntry = m_wish.profile.isSecretSaved;
    if (!wantsEntry)
        m_wish.secret.clear();
    m_isMoving = wantsEntry && m_wish.secret.isEmpty() && hasEntry() && isRenamed();
    m_wish.profile.isSecretSaved = wantsEntry && hasEntry() && !isRenamed();
    if (m_isMoving)
        return readOld();
    saveProfile();
}

void ProfileSave::abandon()
{
    if (!m_keeping || !isWorthless())
        return;
    delete m_keeping;
    // Whoever interrupts does not wait to be told that the file cannot be written.
    static_cast<void>(undo());
}

/// The entry is named after the profile: under a new name the secret moves.
void ProfileSave::readOld()
{
    await(
        m_secrets.read(m_wish.replaced->name, this),
        [this](const Base::Result<Base::Secret> &secret) {
            if (!secret)
                return end(std::nullopt, secret.error());
            m_wish.secret = *secret;
            saveProfile();
        });
}

void ProfileSave::saveProfile()
{
    const Base::Result<void> saved = m_wish.replaced
        ? m_store.replace(m_wish.replaced->name, m_wish.profile)
        : m_store.add(m_wish.profile);
    if (!saved)
        return end(std::nullopt, saved.error());
    Q_EMIT written(m_wish.profile);
    if (m_wish.secret.isEmpty())
        return tidy();
    keepSecret();
}

void ProfileSave::keepSecret()
{
    m_keeping = m_secrets.write(m_wish.profile.name, std::exchange(m_wish.secret, {}), this);
    await(m_keeping, [this](const Base::Result<Base::Secret> &kept) {
        m_keeping.clear();
        if (kept)
            return tellKept();
        if (isWorthless())
            return giveUp(kept.error());
        m_secretError = kept.error();
        tidy();
    });
}

void ProfileSave::tellKept()
{
    if (std::exchange(m_wish.profile.isSecretSaved, true))
        return tidy();
    const auto told = m_store.replace(m_wish.profile.name, m_wish.profile);
    if (told) {
        Q_EMIT written(m_wish.profile);
        return tidy();
    }
    // An entry that no profile speaks for would never be removed.
    m_wish.profile.isSecretSaved = false;
    await(
        m_secrets.remove(m_wish.profile.name, this),
        [this, error = told.error()](const Base::Result<Base::Secret> &) {
            if (isWorthless())
                giveUp(error);
            else
                end(m_wish.profile, error);
        });
}

void ProfileSave::giveUp(const Base::Error &why)
{
    if (undo())
        end(std::nullopt, why);
    else
        end(m_wish.profile, why);
}

bool ProfileSave::undo()
{
    const QString &name = m_wish.profile.name;
    const Base::Result<void> undone = m_wish.replaced ? m_store.replace(name, *m_wish.replaced)
                                                      : m_store.remove(name);
    if (undone && m_wish.replaced)
        Q_EMIT written(*m_wish.replaced);
    return undone.has_value();
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

bool ProfileSave::isWorthless() const
{
    return m_wish.needsSecret || m_isMoving;
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
