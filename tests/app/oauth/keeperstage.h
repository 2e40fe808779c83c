// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/client.h"
#include "app/oauth/tokenkeeper.h"

#include "tests/app/oauth/tokenserver.h"
#include "tests/support/manualclock.h"

#include <QTest>
#include <QTimer>

namespace Tenantscope::Test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace OAuth;
using Base::ErrorKind;

/// One attempt, and no deadline that the test's own leaps in time would hit.
inline Http::Policy patientPolicy()
{
    Http::Policy policy = Http::Policy::token();
    policy.connect = policy.firstByte = policy.silence = policy.whole = 1000h;
    policy.attempts = 1;
    return policy;
}

/// What receivers were told.
struct Inbox
{
    QList<Base::Result<AccessToken>> results;

    [[nodiscard]] TokenKeeper::Receiver receiver()
    {
        return [this](const Base::Result<AccessToken> &result) { results << result; };
    }
    [[nodiscard]] QString text() const
    {
        QStringList texts;
        for (const auto &result : results)
            texts
                << (result ? QString::fromLatin1(result->value.reveal())
                           : QString(u"error %1 %2"_s.arg(int(result.error().kind))
                                         .arg(result.error().detail)));
        return texts.join(u", ");
    }
};

inline QString errorText(ErrorKind kind, QLatin1StringView detail = {})
{
    return u"error %1 %2"_s.arg(int(kind)).arg(detail);
}

/// Runs the event loop until \a isDone, without QTest::qWaitFor()'s naps: an hour's test has hundreds of these.
template<typename Condition>
bool pumpUntil(const Condition &isDone)
{
    QTimer watchdog;
    watchdog.setSingleShot(true);
    watchdog.start(10s);
    while (!isDone() && watchdog.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isDone();
}

/// A keeper with its world.
template<typename SomeClock = ManualClock>
struct Stage
{
    explicit Stage(int life = 86'400)
    {
        server.setAnswer(TokenServer::tokensOfLife(life));
        keeper->setPolicy(patientPolicy());
        keeper->setCredentials(credentials());
    }

    [[nodiscard]] Tenant::Credentials credentials(const QString &clientId = u"client"_s) const
    {
        return {
            .domain = Tenant::Domain::parse(server.domain())->domain,
            .clientId = clientId,
            .clientSecret = Base::Secret::fromText(u"a+b&c=d %41é"),
            .audience = u"https://contoso.eu.auth0.com/api/v2/"_s};
    }
    /// Lets the network do its work, in no time of the test's clock.
    [[nodiscard]] bool settles() const
    {
        return pumpUntil([this] { return !isAsking(keeper->state()); });
    }
    [[nodiscard]] bool hasPosts(int number) const
    {
        return pumpUntil([this, number] { return server.posts() >= number; });
    }
    [[nodiscard]] bool brings()
    {
        keeper->request();
        return settles() && token();
    }
    [[nodiscard]] const AccessToken *token() const { return tokenOf(keeper->state()); }
    [[nodiscard]] QString value() const
    {
        return token() ? QString::fromLatin1(token()->value.reveal()) : QString();
    }
    template<typename State>
    [[nodiscard]] const State *as() const
    {
        return std::get_if<State>(&keeper->state());
    }
    void ask(Inbox &inbox, TokenNeed need = {})
    {
        keeper->ask(std::move(need), keeper.get(), inbox.receiver());
    }

    SomeClock clock;
    FixedRandom random;
    TokenServer server;
    Http::Client client{clock, random};
    std::unique_ptr<TokenKeeper> keeper = std::make_unique<TokenKeeper>(client, clock, random);
};

inline bool waitFor(const Inbox &inbox, qsizetype count)
{
    return pumpUntil([&] { return inbox.results.size() >= count; });
}

/// Gives what should not happen the chance to happen.
inline void turnTheLoop()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
}

} // namespace Tenantscope::Test
