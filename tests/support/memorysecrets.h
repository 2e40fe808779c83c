// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/secrets/keychain.h"

#include <QMap>
#include <QPointer>

#include <functional>

namespace Tenantscope::Test {

/// A keychain of this test alone: answers at once, later, or never.
class MemorySecrets final : public Secrets::SecretStore
{
public:
    Secrets::KeychainJob *read(const QString &profile, QObject *parent) const override
    {
        return answer(profile, parent, [this, profile]() -> Base::Result<Base::Secret> {
            if (!entries.contains(profile))
                return failure(profile, Secrets::KeychainProblem::notFound);
            return entries.value(profile);
        });
    }
    Secrets::KeychainJob *write(
        const QString &profile, const Base::Secret &secret, QObject *parent) const override
    {
        return answer(profile, parent, [this, profile, secret]() -> Base::Result<Base::Secret> {
            entries.insert(profile, secret);
            return Base::Secret();
        });
    }
    Secrets::KeychainJob *remove(const QString &profile, QObject *parent) const override
    {
        return answer(profile, parent, [this, profile]() -> Base::Result<Base::Secret> {
            entries.remove(profile);
            return Base::Secret();
        });
    }

    mutable QMap<QString, Base::Secret> entries;
    QLatin1StringView problem; ///< every wish fails by it; empty: none does
    bool isSilent = false;     ///< no wish is answered before release()
    mutable int asked = 0;

    /// Does what was wished meanwhile, in that order.
    void release()
    {
        isSilent = false;
        for (const auto &work : std::exchange(m_held, {}))
            work();
    }

    /// Whether \a profile has an entry of that \a secret.
    [[nodiscard]] bool keeps(const QString &profile, QByteArrayView secret) const
    {
        return entries.contains(profile) && entries.value(profile).reveal() == secret;
    }

private:
    class Job final : public Secrets::KeychainJob
    {
    public:
        using Secrets::KeychainJob::finish;
        Job(const QString &profile, QObject *parent)
            : KeychainJob(profile, parent)
        {
        }
    };

    static tl::unexpected<Base::Error> failure(const QString &profile, QLatin1StringView why)
    {
        return Base::failure(
            {.kind = Base::ErrorKind::KeychainFailed, .subject = profile, .detail = why});
    }

    Secrets::KeychainJob *answer(
        const QString &profile, QObject *parent,
        const std::function<Base::Result<Base::Secret>()> &work) const
    {
        ++asked;
        auto *job = new Job(profile, parent);
        const auto finish = [this, job = QPointer<Job>(job), profile, work] {
            // As a keychain does: what was wished is done though nobody waits for it any more.
            Base::Result<Base::Secret> result = problem.isEmpty() ? work()
                                                                  : failure(profile, problem);
            if (job)
                job->finish(std::move(result));
        };
        if (isSilent)
            m_held.append(finish);
        else
            QMetaObject::invokeMethod(job, finish, Qt::QueuedConnection);
        return job;
    }

    mutable QList<std::function<void()>> m_held;
};

} // namespace Tenantscope::Test
