// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/secrets/keychain.h"

#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tenantscope::Secrets {

using Base::ErrorKind;

namespace {

const QString &serviceName()
{
    static const QString name = u"Tenantscope"_s;
    return name;
}

QLatin1StringView problemOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return KeychainProblem::notFound;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return KeychainProblem::denied;
    default:
        return KeychainProblem::absent;
    }
}

/// A wish of the system's keychain, which may wait for its user.
class SystemJob final : public KeychainJob
{
public:
    SystemJob(QString profile, QObject *parent)
        : KeychainJob(std::move(profile), parent)
    {
    }

    /// \a job deletes itself once it has its answer, be that ever so late.
    void start(QKeychain::Job *job, Base::Clock &clock, std::chrono::nanoseconds patience)
    {
        job->setAutoDelete(true);
        job->setInsecureFallback(false);
        job->setKey(profile());
        connect(
            job, &QKeychain::Job::finished, this, [this](QKeychain::Job *done) { receive(*done); });
        m_deadline = clock.wakeAfter(patience, [this] { fail(KeychainProblem::busy); });
        job->start();
    }

private:
    void receive(QKeychain::Job &job)
    {
        if (isFinished())
            return;
        m_deadline.cancel();
        const bool isRemoval = qobject_cast<QKeychain::DeletePasswordJob *>(&job) != nullptr;
        const QKeychain::Error error = job.error();
        const bool isDone = error == QKeychain::NoError
            || (isRemoval && error == QKeychain::EntryNotFound);
        if (!isDone)
            return fail(problemOf(error));
        Base::Secret secret;
        if (auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(&job)) {
            QString text = reading->textData();
            secret = Base::Secret::fromText(text);
            Base::wipe(text);
        }
        finish(std::move(secret));
    }

    Base::Wake m_deadline;
};

} // namespace

KeychainJob::KeychainJob(QString profile, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
{
}

KeychainJob::~KeychainJob() = default;

Base::Result<Base::Secret> KeychainJob::takeResult()
{
    return std::exchange(m_result, Base::Secret());
}

void KeychainJob::finish(Base::Result<Base::Secret> result)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_result = std::move(result);
    Q_EMIT finished();
}

void KeychainJob::fail(QLatin1StringView problem)
{
    finish(Base::failure(
        {.kind = ErrorKind::KeychainFailed, .subject = m_profile, .detail = problem}));
}

SecretStore::~SecretStore() = default;

Keychain::Keychain(Base::Clock &clock, std::chrono::nanoseconds patience)
    : m_clock(clock)
    , m_patience(patience)
{
}

KeychainJob *Keychain::read(const QString &profile, QObject *parent) const
{
    auto *job = new SystemJob(profile, parent);
    job->start(new QKeychain::ReadPasswordJob(serviceName()), m_clock, m_patience);
    return job;
}

KeychainJob *Keychain::write(
    const QString &profile, const Base::Secret &secret, QObject *parent) const
{
    auto *writing = new QKeychain::WritePasswordJob(serviceName());
    QString text = QString::fromUtf8(secret.reveal());
    writing->setTextData(text);
    Base::wipe(text);
    auto *job = new SystemJob(profile, parent);
    job->start(writing, m_clock, m_patience);
    return job;
}

KeychainJob *Keychain::remove(const QString &profile, QObject *parent) const
{
    auto *job = new SystemJob(profile, parent);
    job->start(new QKeychain::DeletePasswordJob(serviceName()), m_clock, m_patience);
    return job;
}

} // namespace Tenantscope::Secrets
