// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/oauth/accesstoken.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace Tenantscope::OAuth {

/// What somebody needs a token for.
struct TokenNeed
{
    /// It must live at least that long from now; unknown lifetimes satisfy any need.
    std::chrono::nanoseconds leastLife{0};
    /// The serial of a token that the API answered with 401: any that came after it will do.
    quint64 after = 0;

    [[nodiscard]] bool isMetBy(const AccessToken &token, Base::Instant now) const;

    bool operator==(const TokenNeed &) const = default;
};

/// Somebody who waits for a token.
struct Waiter
{
    using Receiver = std::function<void(const Base::Result<AccessToken> &)>;

    TokenNeed need = {};
    QPointer<QObject> context = {};
    Receiver receiver = {};
    bool wasAskedFor = false; ///< a request was sent for it, or was under way already
    std::optional<Base::Error> verdict = {}; ///< what it will be told whatever comes
    quint64 number = 0;
};

/// Those who wait for a token, in the order in which they came.
class Waiters final
{
public:
    using Answer = std::optional<Base::Result<AccessToken>>; ///< nullopt: has to wait on

    void add(TokenNeed need, QObject *context, Waiter::Receiver receiver);
    /// The request now under way is for all who wait now.
    void markAskedFor();
    /// All who wait now, and whom \a spares does not hold back, will be told \a error.
    void end(const Base::Error &error, const std::function<bool(const Waiter &)> &spares = {});

    /// Takes out the first waiter up to number \a last for whom \a answerFor has an answer: a function that
    /// tells it; empty when there is none. Waiters whose context is gone are dropped.
    [[nodiscard]] std::function<void()> takeAnswered(
        quint64 last, const std::function<Answer(const Waiter &)> &answerFor);

    [[nodiscard]] bool isEmpty() const { return m_waiters.empty(); }
    [[nodiscard]] quint64 lastNumber() const { return m_lastNumber; }
    /// True when there is somebody, up to number \a last, for whom nothing has been asked yet. Who came later, from
    /// within an answer, is looked at first: the living token may do.
    [[nodiscard]] bool hasNewcomers(quint64 last) const;

private:
    std::vector<Waiter> m_waiters;
    quint64 m_lastNumber = 0;
};

} // namespace Tenantscope::OAuth
