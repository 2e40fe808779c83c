// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/ledger/ledgeradvice.h"

#include "tests/ui/ledger/copies.h"
#include "tests/ui/uitest.h"

#include <QDesktopServices>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Stands in for the browser.
class Browser final : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

} // namespace

class TestLedgerAdvice final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void theLivingCannotBeRevoked();
    void linksLeadToTheDashboard();
    void theDeadNeedNothing();
    void theEndIsTheTenants();
    void theUnknownIsToldAsSuch();
    void noLinksWithoutAPage();
};

void TestLedgerAdvice::theLivingCannotBeRevoked()
{
    Test::Copies copies;
    copies.add("one");
    LedgerAdvice advice;
    advice.show(copies.ledger.at(0), copies.clock);
    QCOMPARE(
        advice.text(),
        u"Token %1 works until 13:00, and nobody can revoke it before. A new client secret, or a deleted client "
        "grant, stops the next token of Contoso; this one lives until it expires."_s.arg(
            copies.ledger.at(0).fingerprint));
}

void TestLedgerAdvice::linksLeadToTheDashboard()
{
    Test::Copies copies;
    copies.add("one");
    LedgerAdvice advice;
    advice.show(copies.ledger.at(0), copies.clock);
    Browser browser;
    Test::buttonIn(advice, u"Rotate the secret in the Dashboard"_s)->click();
    Test::buttonIn(advice, u"Delete the client grant in the Dashboard"_s)->click();
    QCOMPARE(
        browser.opened,
        QList<QUrl>(
            {QUrl(u"https://manage.auth0.com/dashboard/eu/contoso/applications/machine/settings"_s),
             QUrl(u"https://manage.auth0.com/dashboard/eu/contoso/apis"_s)}));
}

void TestLedgerAdvice::theDeadNeedNothing()
{
    Test::Copies copies;
    copies.add("one");
    copies.clock.advance(1h);
    LedgerAdvice advice;
    advice.show(copies.ledger.at(0), copies.clock);
    QVERIFY(advice.text().startsWith(u"Nothing: "_s));
    QVERIFY(!Test::buttonIn(advice, u"Rotate the secret in the Dashboard"_s));
}

void TestLedgerAdvice::theEndIsTheTenants()
{
    Test::Copies copies;
    Session::TokenOwner ahead = Test::ledgerOwner();
    ahead.clockSkew = -15min;
    copies.add("one", 10min, ahead);
    LedgerAdvice advice;
    advice.show(copies.ledger.at(0), copies.clock);
    QVERIFY2(advice.text().contains(u"until 12:25"_s), qPrintable(advice.text()));
}

void TestLedgerAdvice::theUnknownIsToldAsSuch()
{
    Test::Copies copies;
    copies.add("one", {});
    LedgerAdvice advice;
    advice.show(copies.ledger.at(0), copies.clock);
    QVERIFY(advice.text().contains(u" works until it expires, "_s));
}

void TestLedgerAdvice::noLinksWithoutAPage()
{
    Test::Copies copies;
    Session::TokenOwner demo = Test::ledgerOwner(u"Demo"_s, u"http://localhost:8080"_s);
    copies.add("one", 1h, demo);
    LedgerAdvice advice;
    advice.show(copies.ledger.at(0), copies.clock);
    QVERIFY(!Test::buttonIn(advice, u"Rotate the secret in the Dashboard"_s));
    QVERIFY(!Test::buttonIn(advice, u"Delete the client grant in the Dashboard"_s));
}

QTEST_MAIN(TestLedgerAdvice)
#include "tst_ledgeradvice.moc"
