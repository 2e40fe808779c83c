// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/client.h"

#include "app/http/call.h"
#include "app/http/callrun.h"
#include "app/http/clientprivate.h"

#include <QPointer>

using namespace std::chrono_literals;
using std::chrono::seconds;

namespace Tenantscope::Http {

namespace {

constexpr auto slowAnswer = 10s;           // its Date no longer tells what time it is
constexpr auto absurdSkew = 24h * 365 * 5; // a clock never set, or a Date made up
constexpr auto rounding = 1s;              // Date has whole seconds

/// Ours minus theirs, judged for the middle of the exchange.
std::optional<seconds> skewFrom(const Response &response, const Base::Clock &clock)
{
    const std::optional<QDateTime> theirs = response.headers.date("date");
    const auto roundTrip = response.receivedAt - response.sentAt;
    const bool isFromCache = response.headers.integer("age").value_or(0) > 0; // RFC 9111 §5.1
    if (!theirs || isFromCache || roundTrip > slowAnswer)
        return std::nullopt;
    const QDateTime ours = clock.wallAt(response.receivedAt - roundTrip / 2);
    const seconds skew(theirs->secsTo(ours));
    return std::chrono::abs(skew) < absurdSkew ? std::optional(skew) : std::nullopt;
}

} // namespace

Client::Private::Private(
    Client &publicClient, Base::Clock &theClock, Base::Random &theRandom, QString caFile)
    : client(publicClient)
    , clock(theClock)
    , random(theRandom)
    , network(std::move(caFile))
    , queue(theClock)
{
}

Client::Private::~Private()
{
    // Calls that outlive their client fall silent.
    const QSet<Call::Run *> orphans = std::exchange(runs, {});
    for (Call::Run *run : orphans)
        run->orphan();
}

std::optional<seconds> Client::Private::skew() const
{
    if (!toldSkew)
        return std::nullopt;
    const std::chrono::milliseconds shown(toldSkew->wall.msecsTo(clock.wallNow()));
    const auto jump = shown - (clock.now() - toldSkew->at); // by which the wall clock was set
    return toldSkew->skew + std::chrono::duration_cast<seconds>(jump);
}

void Client::Private::noteAnswer(const Response &response)
{
    const QPointer<Client> alive(&client);
    const std::optional<seconds> oldSkew = skew();
    const std::optional<seconds> newSkew = skewFrom(response, clock);
    if (newSkew && (!oldSkew || std::chrono::abs(*newSkew - *oldSkew) > rounding)) {
        toldSkew = ToldSkew{.skew = *newSkew, .wall = clock.wallNow(), .at = clock.now()};
        Q_EMIT client.clockSkewChanged();
        if (!alive)
            return;
    }
    if (const std::optional<RateGauge> newGauge = queue.limiter().gauge(); newGauge != gauge) {
        gauge = newGauge;
        Q_EMIT client.rateGaugeChanged();
    }
}

Client::Client(Base::Clock &clock, Base::Random &random, QString caFile, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, clock, random, std::move(caFile)))
{
}

Client::~Client() = default;

Call *Client::send(Request request, QObject *parent)
{
    return new Call(*this, std::move(request), parent);
}

void Client::warmUp()
{
    Network::warmUp();
}

void Client::dropConnections()
{
    d->network.dropConnections();
}

void Client::setCaFile(const QString &caFile)
{
    d->network.setCaFile(caFile);
}

QString Client::caFile() const
{
    return d->network.caFile();
}

std::optional<RateGauge> Client::rateGauge() const
{
    return d->gauge;
}

std::optional<seconds> Client::clockSkew() const
{
    return d->skew();
}

QString Client::proxyFor(const QUrl &url)
{
    return Network::proxyName(url);
}

} // namespace Tenantscope::Http
