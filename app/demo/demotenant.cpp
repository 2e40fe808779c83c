// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/demotenant.h"

#include "app/demo/listener.h"
#include "app/demo/service.h"

#include <QSaveFile>

#include <algorithm>
#include <condition_variable>

namespace Tenantscope::Demo {

using namespace Qt::StringLiterals;
using Base::ErrorKind;
using Base::Result;

namespace {

/// A wait that can be cut short for all who wait.
class Patience final
{
public:
    void wait(std::chrono::milliseconds time)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, time, [this] { return m_isOver; });
    }
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isOver = true;
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOver = false;
};

Result<std::optional<ServerIdentity>> identityFor(const DemoOptions &options)
{
    if (!options.tls)
        return std::optional<ServerIdentity>();
    Result<ServerIdentity> identity = makeServerIdentity();
    if (!identity)
        return Base::failure(identity.error());
    if (!options.caOut.isEmpty()) {
        QSaveFile file(options.caOut);
        if (!file.open(QIODevice::WriteOnly) || file.write(identity->authority) < 0
            || !file.commit())
            return Base::failure(
                {.kind = ErrorKind::InvalidCaFile,
                 .subject = options.caOut,
                 .detail = file.errorString()});
    }
    return std::optional(std::move(*identity));
}

/// What no option may be: the data is a function of ints, and a page takes a moment.
DemoOptions clamped(DemoOptions options)
{
    constexpr int mostApplications = 1'000'000;
    options.applications = std::clamp(options.applications, 0, mostApplications);
    options.latency = std::max(options.latency, std::chrono::milliseconds(0));
    options.tokenLife = std::max(options.tokenLife, std::chrono::seconds(1));
    return options;
}

} // namespace

QStringList usualScopes()
{
    return {u"read:clients"_s,           u"read:client_grants"_s,  u"read:connections"_s,
            u"read:resource_servers"_s,  u"read:users"_s,          u"read:roles"_s,
            u"read:organizations"_s,     u"read:logs"_s,           u"read:actions"_s,
            u"read:tenant_settings"_s,   u"read:custom_domains"_s, u"read:branding"_s,
            u"read:attack_protection"_s, u"read:stats"_s,          u"read:connections_options"_s,
            u"create:user_tickets"_s,    u"read:client_keys"_s};
}

class DemoTenant::Private
{
public:
    Private(DemoOptions demoOptions, std::optional<ServerIdentity> serverIdentity)
        : options(std::move(demoOptions))
        , identity(std::move(serverIdentity))
        , clientId(QString::fromLatin1(clientIdOf(options.seed, 0, traitsOf(options.seed, 0))))
        , clientSecret(QString::fromLatin1(clientSecretOf(options.seed, 0)))
    {
    }

    ~Private()
    {
        patience.end();
        listener.reset(); // before what its handlers use
    }

    [[nodiscard]] Service::Settings settings() const
    {
        const QString issuer = u"https://"_s + host + u'/';
        const QString origin = (options.tls ? u"https://"_s : u"http://"_s) + host;
        return {
            .origin = origin.toLatin1(),
            .terms =
                {.issuer = issuer,
                 .audience = audience(),
                 .clientId = clientId,
                 .scopes = options.scopes,
                 .life = options.tokenLife},
            .clientSecret = clientSecret.toLatin1(),
            .seed = options.seed,
            .applications = options.applications,
            .bucket = TokenBucket(options.rate, options.burst),
            .faults = options.faults};
    }

    [[nodiscard]] QString audience() const { return QString(u"https://"_s + host + u"/api/v2/"_s); }

    Answer handle(const Request &request)
    {
        ready.wait(); // for the port, which the service's URLs need
        const Service::Presence presence(*service);
        if (options.latency.count() > 0)
            patience.wait(options.latency);
        return service->answer(request, Moment::now());
    }

    const DemoOptions options;
    const std::optional<ServerIdentity> identity;
    const QString clientId;
    const QString clientSecret;
    QString host;
    std::unique_ptr<Service> service;
    std::promise<void> isReady;
    std::shared_future<void> ready = isReady.get_future().share();
    Patience patience;
    std::unique_ptr<Listener> listener;
};

Result<std::unique_ptr<DemoTenant>> DemoTenant::start(DemoOptions options)
{
    Result<std::optional<ServerIdentity>> identity = identityFor(options);
    if (!identity)
        return Base::failure(identity.error());
    auto d = std::make_unique<Private>(clamped(std::move(options)), std::move(*identity));

    Private *tenant = d.get(); // outlives its listener
    Result<std::unique_ptr<Listener>> listener = Listener::start(
        d->options.port, d->identity,
        [tenant](const Request &request) { return tenant->handle(request); });
    if (!listener)
        return Base::failure(listener.error());
    d->listener = std::move(*listener);
    d->host = u"localhost:"_s + QString::number(d->listener->port());
    d->service = std::make_unique<Service>(d->settings());
    d->isReady.set_value();
    return std::unique_ptr<DemoTenant>(new DemoTenant(std::move(d)));
}

DemoTenant::DemoTenant(std::unique_ptr<Private> tenant)
    : d(std::move(tenant))
{
}

DemoTenant::~DemoTenant() = default;

QString DemoTenant::domain() const
{
    return d->options.tls ? d->host : QString(u"http://"_s + d->host);
}

QString DemoTenant::clientId() const
{
    return d->clientId;
}

QString DemoTenant::clientSecret() const
{
    return d->clientSecret;
}

QString DemoTenant::audience() const
{
    return d->audience();
}

QByteArray DemoTenant::caPem() const
{
    return d->identity ? d->identity->authority : QByteArray();
}

quint16 DemoTenant::port() const
{
    return d->listener->port();
}

DemoCounters DemoTenant::counters() const
{
    return d->service->counters();
}

} // namespace Tenantscope::Demo
