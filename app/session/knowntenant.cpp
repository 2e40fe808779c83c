// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/knowntenant.h"

#include "app/jwt/keyfile.h"

#include <QFileInfo>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

KnownTenant::KnownTenant(
    Kind kind, Tenant::Profile profile, const TenantServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_kind(kind)
    , m_profile(std::move(profile))
    , m_caFile(m_profile.caFile)
    , m_session(services.clock, services.random, m_profile.caFile, services.policy)
{
    tellEnvironment();
}

KnownTenant::~KnownTenant() = default;

void KnownTenant::open()
{
    if (m_session.isSignedIn())
        return m_session.renewToken();
    openAs(m_profile);
}

void KnownTenant::openAs(const Tenant::Profile &edited)
{
    if (isWaiting())
        return;
    m_opened = edited;
    if (std::exchange(m_failure, std::nullopt))
        Q_EMIT changed(); // the next one is another, be it ever so like it
    if (m_kind != Kind::Demo && (m_givenKey || !m_given.isEmpty()))
        return receive(credentialsWith(m_given, m_givenKey));
    if (m_kind != Kind::Demo && !edited.privateKeyFile.isEmpty())
        return receive(credentialsWithSavedKey());
    if (m_kind == Kind::Saved && !edited.isSecretSaved)
        return receive(Base::failure(
            {.kind = Base::ErrorKind::KeychainFailed,
             .subject = edited.name,
             .detail = Secrets::KeychainProblem::neverSaved}));
    m_waitingSince = m_services.clock.now();
    ++m_waits;
    Q_EMIT changed();
    if (m_services.isReady)
        start();
}

void KnownTenant::signIn(const Tenant::Credentials &credentials)
{
    stopWaiting();
    m_failure.reset();
    if (m_kind == Kind::Unsaved) {
        m_profile.domain = credentials.domain;
        m_profile.clientId = credentials.clientId;
        m_profile.audience = credentials.audience;
        m_profile.organization = credentials.organization;
    }
    m_session.signIn(credentials);
    Q_EMIT changed();
}

void KnownTenant::cancel()
{
    if (!isWaiting())
        return m_session.cancelToken();
    receive(Base::failure({.kind = Base::ErrorKind::Cancelled}));
}

void KnownTenant::signOut()
{
    stopWaiting();
    give({});
    m_failure.reset();
    m_wasOpen = false;
    m_session.signOut();
    Q_EMIT changed();
}

void KnownTenant::lock()
{
    m_wasOpen = m_wasOpen || m_session.isSignedIn() || isWaiting();
    stopWaiting();
    give({});
    m_session.lock();
    Q_EMIT changed();
}

void KnownTenant::unlock()
{
    if (std::exchange(m_wasOpen, false) && hasSecret())
        open();
}

void KnownTenant::give(const Base::Secret &secret, const std::optional<Tenant::PrivateKey> &key)
{
    m_given = secret;
    m_givenKey = key;
}

void KnownTenant::setProfile(const Tenant::Profile &profile, Kind kind)
{
    if (profile == m_profile && kind == m_kind)
        return;
    if (profile.caFile != m_profile.caFile)
        setCaFile(profile.caFile);
    m_profile = profile;
    m_kind = kind;
    tellEnvironment();
    Q_EMIT changed();
}

/// Of one that is not saved nobody said how near it is to users: it is looked at as if it were near.
void KnownTenant::tellEnvironment()
{
    m_session.setEnvironment(
        m_kind == Kind::Saved ? m_profile.environment : Tenant::Environment::Production);
}

void KnownTenant::setCaFile(const QString &caFile)
{
    m_caFile = caFile;
    m_session.setCaFile(caFile);
}

void KnownTenant::start()
{
    if (!isWaiting())
        return;
    if (m_kind == Kind::Demo)
        askDemo();
    else
        askKeychain();
}

Tenant::Domain KnownTenant::domain() const
{
    return m_session.isSignedIn() ? m_session.domain() : m_profile.domain;
}

bool KnownTenant::isProduction() const
{
    return m_kind != Kind::Demo && m_profile.environment == Tenant::Environment::Production;
}

bool KnownTenant::hasSecret() const
{
    return m_kind == Kind::Demo || m_givenKey || !m_given.isEmpty()
        || (m_kind == Kind::Saved
            && (m_profile.isSecretSaved || !m_profile.privateKeyFile.isEmpty()));
}

void KnownTenant::receive(const Base::Result<Tenant::Credentials> &credentials)
{
    stopWaiting();
    if (credentials) {
        m_session.signIn(*credentials);
    } else {
        m_failure = credentials.error();
        m_wasOpen = false;
    }
    Q_EMIT changed();
}

void KnownTenant::askKeychain()
{
    m_reading.reset(m_services.secrets.read(m_profile.name, nullptr));
    connect(m_reading.get(), &Secrets::KeychainJob::finished, this, [this] {
        const Base::Result<Base::Secret> secret = m_reading->takeResult();
        m_reading.release()->deleteLater(); // it is still telling
        if (secret)
            receive(credentialsWith(*secret));
        else
            receive(Base::failure(secret.error()));
    });
}

void KnownTenant::askDemo()
{
    const QPointer<KnownTenant> self(this);
    m_services.demo([self, wait = m_waits](const Base::Result<Tenant::Credentials> &credentials) {
        if (self && self->isWaiting() && self->m_waits == wait) // not given up meanwhile
            self->receive(credentials);
    });
}

Base::Result<Tenant::Credentials> KnownTenant::credentialsWith(
    const Base::Secret &secret, const std::optional<Tenant::PrivateKey> &key) const
{
    // What the keychain holds is trusted no more than what is typed.
    Tenant::CredentialsCheck check = Tenant::checkCredentials(
        {.domain = m_opened.domain.text(),
         .clientId = m_opened.clientId,
         .clientSecret = secret,
         .audience = m_opened.audience,
         .privateKey = key,
         .organization = m_opened.organization});
    if (!check.credentials)
        return Base::failure(check.errors.constFirst());
    return std::move(check.credentials->credentials);
}

Base::Result<Tenant::Credentials> KnownTenant::credentialsWithSavedKey() const
{
    if (const QString &file = m_opened.privateKeyFile;
        QFileInfo::exists(file) && !QFileInfo(file).isFile())
        return Base::failure(
            {.kind = Base::ErrorKind::InvalidPrivateKey,
             .subject = file,
             .detail = u"it is no regular file"_s}); // a pipe would be waited for
    const Base::Result<Base::Secret> pem = Jwt::readKeyFile(m_opened.privateKeyFile);
    if (!pem)
        return Base::failure(pem.error());
    return credentialsWith(
        {},
        Tenant::PrivateKey{
            .pem = *pem, .algorithm = m_opened.signingAlgorithm, .file = m_opened.privateKeyFile});
}

void KnownTenant::stopWaiting()
{
    m_waitingSince.reset();
    m_reading.reset();
}

} // namespace Tenantscope::Session
