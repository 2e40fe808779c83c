// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/secrets/keychain.h"
#include "app/session/tenantsession.h"
#include "app/tenant/profile.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Tenantscope::Session {

/// Brings credentials that take time to be had, such as those of a demo tenant to be started: calls the receiver once,
/// now or later.
using CredentialsReceiver = std::function<void(const Base::Result<Tenant::Credentials> &)>;
using CredentialsSource = std::function<void(CredentialsReceiver)>;

/// What all tenants of a program need; each of these must outlive them.
struct TenantServices
{
    Base::Clock &clock;
    Base::Random &random;
    const Secrets::SecretStore &secrets;
    CredentialsSource demo = {}; ///< may be empty: then there is no demo tenant
    SessionPolicy policy = {};
    bool isReady = true; ///< false: keychain and demo tenant are to be left alone yet
};

/// A tenant that the program knows – a saved one, the demo tenant, or one that was typed in and is not saved – with its
/// own live session: knows how its credentials come.
class KnownTenant final : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Saved, Unsaved, Demo };

    KnownTenant(
        Kind kind, Tenant::Profile profile, const TenantServices &services,
        QObject *parent = nullptr);
    ~KnownTenant() override;

    /// Signs in with the secret that was given, or the keychain's; with the credentials of the demo tenant. Already signed
    /// in: asks for a new token.
    void open();
    /// As open(), with what \a edited says of domain, client and audience, and the secret saved under the present name.
    void openAs(const Tenant::Profile &edited);
    /// Signs in with credentials that somebody typed.
    void signIn(const Tenant::Credentials &credentials);
    /// Gives up waiting for credentials, else ends the token request under way.
    void cancel();
    /// As TenantSession::signOut(); what was given is forgotten, too.
    void signOut();
    /// Token and secret leave memory, the rows stay.
    void lock();
    /// Gets the secret, then a token, anew where there were some. A secret that nobody keeps must be typed again.
    void unlock();
    /// A secret or a key for this run, in the place of the saved one.
    void give(const Base::Secret &secret, const std::optional<Tenant::PrivateKey> &key = {});
    void setProfile(const Tenant::Profile &profile, Kind kind);
    /// For this run, in the place of the profile's.
    void setCaFile(const QString &caFile);
    /// Goes on with what waited for TenantServices::isReady.
    void start();

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const Tenant::Profile &profile() const { return m_profile; }
    [[nodiscard]] TenantSession &session() { return m_session; }
    [[nodiscard]] const TenantSession &session() const { return m_session; }
    /// The session's, else the profile's.
    [[nodiscard]] Tenant::Domain domain() const;
    [[nodiscard]] QString caFile() const { return m_caFile; }
    /// Also of one that another program removed while it is in use.
    [[nodiscard]] bool isProduction() const;
    [[nodiscard]] bool isWaiting() const { return m_waitingSince.has_value(); }
    /// Since when its credentials are awaited; nullopt: they are not.
    [[nodiscard]] std::optional<Base::Instant> waitingSince() const { return m_waitingSince; }
    /// Why its credentials could not be had, the last time they were asked for.
    [[nodiscard]] const std::optional<Base::Error> &failure() const { return m_failure; }
    /// Whether open() can sign in without anybody typing a secret.
    [[nodiscard]] bool hasSecret() const;

Q_SIGNALS:
    void changed(); ///< its profile, or how far its credentials are

private:
    void receive(const Base::Result<Tenant::Credentials> &credentials);
    void askKeychain();
    void askDemo();
    [[nodiscard]] Base::Result<Tenant::Credentials> credentialsWith(
        const Base::Secret &secret, const std::optional<Tenant::PrivateKey> &key = {}) const;
    [[nodiscard]] Base::Result<Tenant::Credentials> credentialsWithSavedKey() const;
    void stopWaiting();
    void tellEnvironment();

    const TenantServices &m_services;
    Kind m_kind;
    Tenant::Profile m_profile;
    QString m_caFile;         ///< in use
    Tenant::Profile m_opened; ///< what is being signed in to: the profile, or an edited one
    TenantSession m_session;
    Base::Secret m_given;
    std::optional<Tenant::PrivateKey> m_givenKey;
    std::optional<Base::Instant> m_waitingSince;
    int m_waits = 0; ///< tells one wait from the next
    std::unique_ptr<Secrets::KeychainJob> m_reading;
    std::optional<Base::Error> m_failure;
    bool m_wasOpen = false; ///< when it was locked
};

} // namespace Tenantscope::Session
