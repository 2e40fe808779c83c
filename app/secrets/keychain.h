// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/base/secret.h"

#include <QObject>

#include <chrono>

namespace Tenantscope::Secrets {

/// Why the keychain did not do what it was asked to: the `detail` of a KeychainFailed error, whose `subject` is the
/// profile.
namespace KeychainProblem {
inline constexpr QLatin1StringView absent{
    "absent"}; ///< no secret service answers, or there is no session bus
inline constexpr QLatin1StringView notFound{
    "not-found"}; ///< no such entry, or locked with nobody to ask
inline constexpr QLatin1StringView neverSaved{"never-saved"}; ///< the profile has no entry
inline constexpr QLatin1StringView denied{"denied"};          ///< it is locked, or its user said no
inline constexpr QLatin1StringView busy{
    "busy"}; ///< no answer in time: it may be waiting for its user to unlock it
} // namespace KeychainProblem

/// One wish of a secret store. Its parent owns it; deleting it drops the answer, and the store may still do what it was
/// asked to.
class KeychainJob : public QObject
{
    Q_OBJECT

public:
    ~KeychainJob() override;

    [[nodiscard]] bool isFinished() const { return m_isFinished; }
    /// Valid once finished: the secret that was read, an empty one after a write or removal, or KeychainFailed.
    [[nodiscard]] Base::Result<Base::Secret> takeResult();

Q_SIGNALS:
    void finished(); ///< once, from the event loop

protected:
    KeychainJob(QString profile, QObject *parent);

    [[nodiscard]] const QString &profile() const { return m_profile; }
    /// Only the first end counts. The receiver may delete this.
    void finish(Base::Result<Base::Secret> result);
    void fail(QLatin1StringView problem);

private:
    QString m_profile;
    bool m_isFinished = false;
    Base::Result<Base::Secret> m_result;
};

/// Where the client secrets of profiles are kept.
class SecretStore
{
public:
    virtual ~SecretStore();

    virtual KeychainJob *read(const QString &profile, QObject *parent) const = 0;
    virtual KeychainJob *write(
        const QString &profile, const Base::Secret &secret, QObject *parent) const = 0;
    /// What is not there counts as removed.
    virtual KeychainJob *remove(const QString &profile, QObject *parent) const = 0;
};

/// The system's keychain, as far as it holds the client secrets of profiles: Secret Service or KWallet.
class Keychain final : public SecretStore
{
public:
    /// \a clock must outlive all jobs; \a patience is how long a job waits for an answer.
    Keychain(Base::Clock &clock, std::chrono::nanoseconds patience);

    KeychainJob *read(const QString &profile, QObject *parent) const override;
    KeychainJob *write(
        const QString &profile, const Base::Secret &secret, QObject *parent) const override;
    KeychainJob *remove(const QString &profile, QObject *parent) const override;

private:
    Base::Clock &m_clock;
    std::chrono::nanoseconds m_patience;
};

} // namespace Tenantscope::Secrets
