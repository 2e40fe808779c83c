// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/call.h"
#include "app/http/client.h"

#include "tests/support/calls.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Secret;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

/// No redirect is followed, wherever it leads: the target sees nothing.
class RedirectsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void notFollowed_data();
    void notFollowed();
    void headersThatLookLikeOne();

private:
    Base::SystemClock m_clock;
    FixedRandom m_random;
};

void RedirectsTest::notFollowed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("location"); // %1: the other server's port, %2: the own one
    QTest::addColumn<QString>("subject");
    for (const int status : {301, 302, 303, 307, 308}) {
        const auto row =
            [status](const char *name, const QString &location, const QString &subject) {
                QTest::addRow("%d, %s", status, name) << status << location << subject;
            };
        row("other port", u"http://127.0.0.1:%1/stolen"_s, u"127.0.0.1:%1"_s);
        row("other host", u"http://localhost:%1/stolen"_s, u"localhost:%1"_s);
        row("other scheme", u"https://127.0.0.1:%1/stolen"_s, u"127.0.0.1:%1"_s);
        row("subdomain", u"http://sub.localhost:%1/stolen"_s, u"sub.localhost:%1"_s);
        row("no scheme", u"//127.0.0.1:%1/stolen"_s, u"127.0.0.1:%1"_s);
        row("user information", u"http://user:pass@127.0.0.1:%1/stolen"_s, u"127.0.0.1:%1"_s);
        row("same place", u"http://127.0.0.1:%2/stolen"_s, u"127.0.0.1:%2"_s);
        row("relative", u"/stolen"_s, u"127.0.0.1"_s);
    }
}

void RedirectsTest::notFollowed()
{
    QFETCH(const int, status);
    QFETCH(const QString, location);
    QFETCH(const QString, subject);
    FaultServer target;
    target.answerAll(Answer::json("{}"));
    FaultServer server;
    const auto filled = [&](const QString &text) {
        return QString(text)
            .replace(u"%1"_s, QString::number(target.port()))
            .replace(u"%2"_s, QString::number(server.port()));
    };
    server.answerAll(Answer::redirect(status, filled(location).toLatin1()));
    Client client(m_clock, m_random);
    const ExchangeLog log(client);
    QObject owner;
    for (const QByteArray method : {"GET", "POST"}) {
        Request request{.method = method, .url = server.url(u"/oauth/token"_s)};
        if (method == "POST")
            request.body = Secret("client_secret=marker");
        else
            request.bearer = Secret("marker");
        const Call *call = client.send(std::move(request), &owner);
        QVERIFY(finishes(*call));
        const Error &error = call->result().error();
        QCOMPARE(error.kind, ErrorKind::Redirected);
        QCOMPARE(error.status, status);
        QCOMPARE(error.subject, filled(subject));
        QCOMPARE(error.attempts, 1);
    }
    QTest::qWait(20); // whoever follows is under way by now
    QCOMPARE(server.hits(), 2);
    QCOMPARE(server.hits(u"/stolen"_s), 0);
    QCOMPARE(target.connections(), 0);
    for (const Exchange &exchange : log.exchanges()) {
        for (const Header &field : exchange.responseHeaders.fields())
            QVERIFY(!field.value.contains("user:pass"));
    }
}

void RedirectsTest::headersThatLookLikeOne()
{
    FaultServer target;
    FaultServer server;
    const QByteArray address = target.url(u"/stolen"_s).toEncoded();
    server.answer(
        u"/x"_s,
        Answer::json("{}")
            .header("Location", address)
            .header("Refresh", "0; url=" + address)
            .header("Link", '<' + address + ">; rel=\"next\""));
    server.answer(u"/created"_s, Answer::json("{}").status(201).header("Location", address));
    Client client(m_clock, m_random);
    QObject owner;
    for (const QString &path : {u"/x"_s, u"/created"_s}) {
        const Call *call = client.send(
            {.url = server.url(path), .bearer = Secret("marker")}, &owner);
        QVERIFY(finishes(*call));
        QVERIFY(call->result().has_value());
    }
    QTest::qWait(20);
    QCOMPARE(target.connections(), 0);
}

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::RedirectsTest)
#include "tst_redirects.moc"
