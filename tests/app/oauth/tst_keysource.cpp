// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/client.h"
#include "app/oauth/keysource.h"

#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using namespace Tenantscope::Test;
using Base::ErrorKind;
using OAuth::KeySource;

namespace {

const QString path = u"/.well-known/jwks.json"_s;

/// A set with one key, called \a name. It is EC, RFC 7515 appendix A.3.
QByteArray jwks(const QByteArray &name)
{
    return R"({"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
           R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","kid":")"
        + name + "\"}]}";
}

/// A source with its world; what receivers were told comes as names of keys, or as an error's number.
struct Stage
{
    Stage()
    {
        server.answer(path, Answer::json(jwks("a")));
        Http::Policy policy;
        policy.connect = policy.firstByte = policy.silence = policy.whole = 1000h;
        policy.attempts = 1;
        source->setPolicy(policy);
    }

    KeySource::Receiver receiver()
    {
        return [this](const Base::Result<const Jwt::KeySet *> &keys) {
            if (!keys)
                told.append(u"error %1 %2"_s.arg(int(keys.error().kind)).arg(keys.error().detail));
            else
                told.append(*(*keys)->keys.front().keyId());
        };
    }
    void ask(const std::optional<QString> &keyId = {}) { source->ask(keyId, &context, receiver()); }
    /// Asks, and waits until it was told.
    QString answerTo(const std::optional<QString> &keyId = {})
    {
        const qsizetype before = told.size();
        ask(keyId);
        return QTest::qWaitFor([&] { return told.size() > before; }) ? told.constLast() : u"none"_s;
    }
    [[nodiscard]] int hits() const { return server.hits(path); }

    ManualClock clock;
    FixedRandom random;
    FaultServer server;
    Http::Client client{clock, random};
    std::unique_ptr<KeySource> source = std::make_unique<KeySource>(
        client, clock, Tenant::Domain::parse(server.domain())->domain);
    QObject context;
    QStringList told;
};

QString errorText(ErrorKind kind, const QString &detail = {})
{
    return u"error %1 %2"_s.arg(int(kind)).arg(detail);
}

} // namespace

class KeySourceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void sendsNoCredential();
    void answersFromTheEventLoop();
    void fetchesOnceForAll();
    void keepsKeysForFiveMinutes();
    void fetchesAnewForAnUnknownName();
    void fetchesOnceOnlyForUnknownNames();
    void tellsWhyThereAreNone_data();
    void tellsWhyThereAreNone();
    void oldKeysServeWhileTheyCan();
    void staysSilentWhenItsContextIsGone();
    void diesCleanly_data();
    void diesCleanly();
    void receiversMayAskAgain();
    void receiversMayDeleteIt();
};

void KeySourceTest::sendsNoCredential()
{
    Stage stage;
    QCOMPARE(stage.answerTo(u"a"_s), u"a"_s);
    const ReceivedRequest request = stage.server.requests().constFirst();
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.target, path.toLatin1());
    for (const char *name : {"authorization", "cookie", "content-type"})
        QVERIFY(!request.hasHeader(name));
    QCOMPARE(request.body, QByteArray());
}

void KeySourceTest::answersFromTheEventLoop()
{
    Stage stage;
    QCOMPARE(stage.answerTo(), u"a"_s);
    stage.ask();
    QCOMPARE(stage.told.size(), 1);
    QTRY_COMPARE(stage.told.size(), 2);
    QCOMPARE(stage.hits(), 1);
}

void KeySourceTest::fetchesOnceForAll()
{
    Stage stage;
    for (int i = 0; i < 50; ++i)
        stage.ask(i % 2 ? std::optional(u"a"_s) : std::nullopt);
    QTRY_COMPARE(stage.told.size(), 50);
    QCOMPARE(stage.hits(), 1);
}

void KeySourceTest::keepsKeysForFiveMinutes()
{
    Stage stage;
    QCOMPARE(stage.answerTo(u"a"_s), u"a"_s);
    stage.server.answer(path, Answer::json(jwks("b")));
    stage.clock.advance(5min - 1ms);
    QCOMPARE(stage.answerTo(u"a"_s), u"a"_s);
    QCOMPARE(stage.hits(), 1);
    stage.clock.advance(1ms);
    QCOMPARE(stage.answerTo(u"a"_s), u"b"_s);
    QCOMPARE(stage.hits(), 2);
}

void KeySourceTest::fetchesAnewForAnUnknownName()
{
    Stage stage;
    QCOMPARE(stage.answerTo(u"a"_s), u"a"_s);
    stage.server.answer(path, Answer::json(jwks("b")));
    QCOMPARE(stage.answerTo(u"b"_s), u"b"_s);
    QCOMPARE(stage.hits(), 2);
}

void KeySourceTest::fetchesOnceOnlyForUnknownNames()
{
    Stage stage;
    QCOMPARE(stage.answerTo(u"x"_s), u"a"_s); // it was fetched for this very name
    QCOMPARE(stage.hits(), 1);
    QCOMPARE(stage.answerTo(u"x"_s), u"a"_s);
    QCOMPARE(stage.hits(), 2);
    for (const QString &name : {u"x"_s, u"y"_s, u"a"_s})
        QCOMPARE(stage.answerTo(name), u"a"_s);
    QCOMPARE(stage.hits(), 2);
    stage.clock.advance(5min);
    QCOMPARE(stage.answerTo(u"x"_s), u"a"_s);
    QCOMPARE(stage.answerTo(u"y"_s), u"a"_s);
    QCOMPARE(stage.answerTo(u"z"_s), u"a"_s);
    QCOMPARE(stage.hits(), 4);
}

void KeySourceTest::tellsWhyThereAreNone_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    const QByteArray huge = R"({"keys":[],"x":")" + QByteArray(64 * 1024, 'x') + "\"}";
    QTest::newRow("no JWKS") << Answer::json("{}") << ErrorKind::Malformed << u"no-keys"_s;
    QTest::newRow("HTML") << Answer::html("<html>") << ErrorKind::NotJson << QString();
    QTest::newRow("redirect") << Answer::redirect(302, "https://evil.example/jwks.json")
                              << ErrorKind::Redirected << QString();
    QTest::newRow("too large") << Answer::json(huge) << ErrorKind::BodyTooLarge << QString();
    QTest::newRow("down") << Answer::down() << ErrorKind::TransferBroken << QString();
}

void KeySourceTest::tellsWhyThereAreNone()
{
    QFETCH(const Answer, answer);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, detail);
    Stage stage;
    Http::Policy policy;
    policy.connect = policy.firstByte = policy.silence = policy.whole = 1000h;
    policy.attempts = 1;
    policy.bodyCap = Jwt::largestKeySet;
    stage.source->setPolicy(policy);
    stage.server.answer(path, answer);
    const QString told = stage.answerTo();
    QVERIFY2(told.startsWith(errorText(kind, detail).trimmed()), qPrintable(told));
    QVERIFY(stage.hits() <= 2); // one attempt, which Qt repeats when the connection just closes
    QCOMPARE(stage.hits(), stage.server.hits());
    // An error is not kept.
    stage.server.answer(path, Answer::json(jwks("a")));
    QCOMPARE(stage.answerTo(), u"a"_s);
}

void KeySourceTest::oldKeysServeWhileTheyCan()
{
    Stage stage;
    QCOMPARE(stage.answerTo(u"a"_s), u"a"_s);
    stage.server.answer(path, Answer::json("{}"));
    QCOMPARE(stage.answerTo(u"x"_s), errorText(ErrorKind::Malformed, u"no-keys"_s));
    QCOMPARE(stage.answerTo(u"a"_s), u"a"_s);
    stage.clock.advance(5min);
    QCOMPARE(stage.answerTo(u"a"_s), errorText(ErrorKind::Malformed, u"no-keys"_s));
}

void KeySourceTest::staysSilentWhenItsContextIsGone()
{
    Stage stage;
    auto context = std::make_unique<QObject>();
    stage.source->ask({}, context.get(), stage.receiver());
    context.reset();
    stage.ask();
    QTRY_COMPARE(stage.told.size(), 1);
    context = std::make_unique<QObject>();
    stage.clock.advance(5min);
    stage.source->ask({}, context.get(), stage.receiver());
    QTRY_COMPARE(stage.hits(), 2);
    context.reset();
    stage.ask();
    QTRY_COMPARE(stage.told.size(), 2);
}

void KeySourceTest::diesCleanly_data()
{
    QTest::addColumn<int>("when");
    QTest::newRow("unasked") << 0;
    QTest::newRow("just asked") << 1;
    QTest::newRow("while fetching") << 2;
    QTest::newRow("with keys") << 3;
}

void KeySourceTest::diesCleanly()
{
    QFETCH(const int, when);
    Stage stage;
    if (when == 2)
        stage.server.answer(path, Answer::hang());
    if (when >= 1)
        stage.ask();
    if (when == 2)
        QTRY_COMPARE(stage.hits(), 1);
    if (when == 3)
        QTRY_COMPARE(stage.told.size(), 1);
    stage.source.reset();
    QCoreApplication::processEvents();
    QCOMPARE(stage.told.size(), when == 3 ? 1 : 0);
    QTRY_COMPARE(stage.server.openConnections(), when == 3 ? 1 : 0);
}

void KeySourceTest::receiversMayAskAgain()
{
    Stage stage;
    stage.source->ask({}, &stage.context, [&stage](const auto &) { stage.ask(u"a"_s); });
    QTRY_COMPARE(stage.told.size(), 1);
    QCOMPARE(stage.hits(), 1);
}

void KeySourceTest::receiversMayDeleteIt()
{
    Stage stage;
    stage.source->ask({}, &stage.context, [&stage](const auto &) { stage.source.reset(); });
    stage.ask();
    QTRY_VERIFY(!stage.source);
    QCoreApplication::processEvents();
    QVERIFY(stage.told.isEmpty());
}

QTEST_GUILESS_MAIN(KeySourceTest)
#include "tst_keysource.moc"
