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
    bool isSilent = false;     ///< no wish is answered
    mutable int asked = 0;

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
        if (isSilent)
            return job;
        const auto finish = [this, job, profile, work] {
            if (problem.isEmpty())
                job->finish(work());
            else
                job->finish(failure(profile, problem));
        };
        QMetaObject::invokeMethod(job, finish, Qt::QueuedConnection);
        return job;
    }
};

} // namespace Tenantscope::Test
