// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenstate.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::OAuth;
using namespace std::chrono_literals;

namespace {

/// The test's times are seconds from here.
constexpr Base::Instant start{1h};

constexpr Base::Instant at(int second)
{
    return start + std::chrono::seconds(second);
}

Base::Error errorNamed(const QString &name)
{
    return {
        .kind = name == "denied"_L1 ? Base::ErrorKind::TokenRefused
                                    : Base::ErrorKind::ConnectionFailed,
        .detail = name};
}

AccessToken token(const char *name, int issued, int expires)
{
    AccessToken made;
    made.value = Base::Secret(QByteArrayView(name));
    made.issuedAt = at(issued);
    made.expiresAt = at(expires);
    return made;
}

AccessToken oldToken()
{
    return token("old", 0, 60);
}
AccessToken newToken()
{
    return token("new", 30, 90);
}
AccessToken deadToken()
{
    return token("dead", 30, 30);
}

RenewalFailure lostTwice()
{
    return {.error = errorNamed(u"lost"_s), .failures = 2, .nextTry = at(40)};
}

// A state as text, so that a row of the table says all of it.

QString textOf(Base::Instant instant)
{
    return QString::number(std::chrono::duration<double>(instant - start).count());
}

QString textOf(const std::optional<RenewalFailure> &failure)
{
    if (!failure)
        return {};
    const QString next = failure->nextTry ? QString(u" next " + textOf(*failure->nextTry))
                                          : QString();
    return u", " + failure->error.detail + u" ×" + QString::number(failure->failures) + next;
}

QString textOf(const std::optional<Base::Instant> &renewsAt)
{
    return renewsAt ? QString(u" renews " + textOf(*renewsAt)) : QString();
}

struct Text
{
    QString operator()(const NoToken &state) const
    {
        return u"NoToken"_s + (state.error ? QString(u' ' + state.error->detail) : QString());
    }
    QString operator()(const Requesting &) const { return u"Requesting"_s; }
    QString operator()(const Valid &state) const
    {
        return u"Valid "_s + QString::fromLatin1(state.token.value.reveal())
            + textOf(state.renewsAt) + textOf(state.renewalFailure)
            + (state.rejected ? u", rejected"_s : QString());
    }
    QString operator()(const Renewing &state) const
    {
        return u"Renewing "_s + QString::fromLatin1(state.token.value.reveal())
            + textOf(state.renewsAt) + textOf(state.lastFailure)
            + (state.rejected ? u", rejected"_s : QString());
    }
    QString operator()(const Refused &state) const { return u"Refused "_s + state.error.detail; }
    QString operator()(const Expired &state) const
    {
        return u"Expired "_s + textOf(state.expiredAt) + textOf(state.renewalFailure)
            + (state.onArrival ? u", on arrival"_s : QString())
            + (state.asking ? u", asking"_s : QString());
    }
};

QString textOf(const TokenState &state)
{
    return std::visit(Text(), state);
}

/// Every state that differs for the machine, in the order of the table's columns.
const QList<std::pair<const char *, TokenState>> &states()
{
    static const QList<std::pair<const char *, TokenState>> all{
        {"NoToken", NoToken{}},
        {"NoToken after a failure", NoToken{errorNamed(u"lost"_s)}},
        {"Requesting", Requesting{}},
        {"Valid", Valid{.token = oldToken(), .renewsAt = at(30)}},
        {"Valid, renewal failed",
         Valid{.token = oldToken(), .renewsAt = at(40), .renewalFailure = lostTwice()}},
        {"Valid, rejected", Valid{.token = oldToken(), .renewsAt = at(30), .rejected = true}},
        {"Renewing", Renewing{.token = oldToken(), .renewsAt = at(30)}},
        {"Renewing again",
         Renewing{
             .token = oldToken(),
             .renewsAt = at(40),
             .lastFailure = lostTwice(),
             .rejected = true}},
        {"Refused", Refused{errorNamed(u"denied"_s)}},
        {"Expired", Expired{.expiredAt = at(60), .renewalFailure = lostTwice()}},
        {"Expired, asking",
         Expired{.expiredAt = at(60), .renewalFailure = lostTwice(), .asking = true}},
        {"Expired on arrival", Expired{.expiredAt = at(30), .onArrival = true}},
    };
    return all;
}

struct Row
{
    const char *name;
    TokenEvent event;
    QStringList after; ///< one for each state; "=": as it was
};

QList<Row> table()
{
    const TokenArrived living{.token = newToken(), .renewsAt = at(60)};
    const QString same = u"="_s;
    const QString asked = u"Requesting"_s;
    const QString fresh = u"Valid new renews 60"_s;
    const QString denied = u"Refused denied"_s;
    return {
        {"asked",
         RequestSent{},
         {asked, asked, same, u"Renewing old renews 30"_s,
          u"Renewing old renews 40, lost ×2 next 40"_s, u"Renewing old renews 30, rejected"_s, same,
          same, asked, asked, same, asked}},
        {"asked by the keeper",
         RequestSent{.unasked = true},
         {asked, asked, same, u"Renewing old renews 30"_s,
          u"Renewing old renews 40, lost ×2 next 40"_s, u"Renewing old renews 30, rejected"_s, same,
          same, asked, u"Expired 60, lost ×2 next 40, asking"_s, same,
          u"Expired 30, on arrival, asking"_s}},
        {"token arrived",
         living,
         {same, same, fresh, same, same, same, fresh, fresh, same, same, fresh, same}},
        {"dead token arrived",
         TokenArrived{.token = deadToken()},
         {same, same, u"Expired 30, on arrival"_s, same, same, same,
          u"Valid old, expired-on-arrival ×1"_s, u"Valid old, expired-on-arrival ×3, rejected"_s,
          same, same, u"Expired 30, on arrival"_s, same}},
        {"refused",
         RequestRefused{errorNamed(u"denied"_s)},
         {same, same, denied, same, same, same, u"Valid old, denied ×1"_s,
          u"Valid old, denied ×3, rejected"_s, same, same, denied, same}},
        {"failed",
         RequestFailed{.error = errorNamed(u"lost"_s), .nextTry = at(45)},
         {same, same, u"NoToken lost"_s, same, same, same,
          u"Valid old renews 45, lost ×1 next 45"_s,
          u"Valid old renews 45, lost ×3 next 45, rejected"_s, same, same,
          u"Expired 60, lost ×3 next 45"_s, same}},
        {"failed for the last time",
         RequestFailed{.error = errorNamed(u"lost"_s)},
         {same, same, u"NoToken lost"_s, same, same, same, u"Valid old, lost ×1"_s,
          u"Valid old, lost ×3, rejected"_s, same, same, u"Expired 60, lost ×3"_s, same}},
        {"cancelled before the plan",
         RequestCancelled{at(20)},
         {same, same, u"NoToken"_s, same, same, same, u"Valid old renews 30"_s,
          u"Valid old renews 40, lost ×2 next 40, rejected"_s, same, same, u"Expired 60, lost ×2"_s,
          same}},
        {"cancelled after the plan",
         RequestCancelled{at(50)},
         {same, same, u"NoToken"_s, same, same, same, u"Valid old renews 55"_s,
          u"Valid old renews 55, lost ×2 next 55, rejected"_s, same, same, u"Expired 60, lost ×2"_s,
          same}},
        {"rejected",
         TokenRejected{},
         {same, same, same, u"Valid old renews 30, rejected"_s,
          u"Valid old renews 40, lost ×2 next 40, rejected"_s, same,
          u"Renewing old renews 30, rejected"_s, same, same, same, same, same}},
        {"time before the end",
         TimePassed{at(60) - 1ns},
         {same, same, same, same, same, same, same, same, same, same, same, same}},
        {"time of the end",
         TimePassed{at(60)},
         {same, same, same, u"Expired 60"_s, u"Expired 60, lost ×2 next 40"_s, u"Expired 60"_s,
          u"Expired 60, asking"_s, u"Expired 60, lost ×2 next 40, asking"_s, same, same, same,
          same}},
        {"time long after",
         TimePassed{at(7'200)},
         {same, same, same, u"Expired 60"_s, u"Expired 60, lost ×2 next 40"_s, u"Expired 60"_s,
          u"Expired 60, asking"_s, u"Expired 60, lost ×2 next 40, asking"_s, same, same, same,
          same}},
        {"forgotten", Forgotten{}, QStringList(12, u"NoToken"_s)},
    };
}

} // namespace

class TokenStateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void arrows_data();
    void arrows();
    void everyEventHasARow();
    void holdsATokenOnlyWhileItLives();
    void tellsWhetherItAsks();
    void tellsItsNextTry();
    void endlessTokenNeverExpires();
    void cancelsWithoutAPlan();
};

void TokenStateTest::arrows_data()
{
    QTest::addColumn<TokenState>("before");
    QTest::addColumn<TokenEvent>("event");
    QTest::addColumn<QString>("after");
    for (const Row &row : table()) {
        QCOMPARE(row.after.size(), states().size());
        for (int i = 0; i < states().size(); ++i) {
            const auto &[name, before] = states().at(i);
            const QString after = row.after.at(i) == u"=" ? textOf(before) : row.after.at(i);
            QTest::addRow("%s: %s", name, row.name) << before << row.event << after;
        }
    }
}

void TokenStateTest::arrows()
{
    QFETCH(TokenState, before);
    QFETCH(TokenEvent, event);
    QTEST(textOf(next(before, event)), "after");
}

void TokenStateTest::everyEventHasARow()
{
    QSet<size_t> events;
    for (const Row &row : table())
        events << row.event.index();
    QCOMPARE(size_t(events.size()), std::variant_size_v<TokenEvent>);
    QSet<size_t> alternatives;
    for (const auto &[name, state] : states())
        alternatives << state.index();
    QCOMPARE(size_t(alternatives.size()), std::variant_size_v<TokenState>);
}

void TokenStateTest::holdsATokenOnlyWhileItLives()
{
    for (const auto &[name, state] : states()) {
        const bool lives = std::holds_alternative<Valid>(state)
            || std::holds_alternative<Renewing>(state);
        QVERIFY2((tokenOf(state) != nullptr) == lives, name);
    }
    QCOMPARE(tokenOf(states().at(3).second)->value.reveal(), QByteArrayView("old"));
}

void TokenStateTest::tellsWhetherItAsks()
{
    QList<bool> asking;
    for (const auto &[name, state] : states())
        asking << isAsking(state);
    QCOMPARE(
        asking,
        (QList<bool>{
            false, false, true, false, false, false, true, true, false, false, true, false}));
}

void TokenStateTest::tellsItsNextTry()
{
    const TokenState valid = Valid{.token = oldToken(), .renewsAt = at(30)};
    QCOMPARE(nextTryOf(valid), std::optional(at(30)));
    QCOMPARE(
        nextTryOf(Expired{.expiredAt = at(60), .renewalFailure = lostTwice()}),
        std::optional(at(40)));
    QVERIFY(
        !nextTryOf(Expired{.expiredAt = at(60), .renewalFailure = lostTwice(), .asking = true}));
    QVERIFY(!nextTryOf(Expired{.expiredAt = at(60)}));
    QVERIFY(!nextTryOf(Renewing{.token = oldToken(), .renewsAt = at(30)}));
    QVERIFY(!nextTryOf(NoToken{errorNamed(u"lost"_s)}));
    QVERIFY(!nextTryOf(Refused{errorNamed(u"denied"_s)}));
}

void TokenStateTest::endlessTokenNeverExpires()
{
    AccessToken endless = oldToken();
    endless.expiresAt.reset();
    const TokenState valid = Valid{.token = endless};
    QCOMPARE(next(valid, TimePassed{start + 100'000h}), valid);
    const TokenState renewing = next(valid, RequestSent{});
    QCOMPARE(next(renewing, TimePassed{start + 100'000h}), renewing);
    QCOMPARE(next(renewing, RequestCancelled{at(20)}), valid);
}

void TokenStateTest::cancelsWithoutAPlan()
{
    // What had stopped renewing itself does not begin again by being cancelled.
    RenewalFailure stopped = lostTwice();
    stopped.nextTry.reset();
    const TokenState valid = Valid{.token = oldToken(), .renewalFailure = stopped};
    QCOMPARE(next(next(valid, RequestSent{}), RequestCancelled{at(20)}), valid);
}

QTEST_GUILESS_MAIN(TokenStateTest)
#include "tst_tokenstate.moc"
