// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/shared/banner.h"
#include "ui/signin/signinpane.h"

#include "tests/support/errorrows.h"
#include "tests/support/manualclock.h"
#include "tests/support/publictenant.h"
#include "tests/ui/uitest.h"

#include <QDesktopServices>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Test::ErrorRow;
using Test::PublicTenant;

/// What the sign-in pane says of every error answer of the token endpoint.
class TestSignInDiagnoses final : public QObject
{
    Q_OBJECT

public:
    /// Instead of the browser.
    Q_INVOKABLE void open(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"https"_s); }
    void init() { Test::failOnWarnings(); }

    void tells_data() { Test::addErrorRows(Test::tokenErrorRows()); }
    void tells();
    void showsACertificateThatIsRejected();

private:
    void signIn(SignInPane &pane, Session::TenantSession &session);

    PublicTenant m_tenant;
    Test::ManualClock m_clock;
    Test::FixedRandom m_random;
    QList<QUrl> m_opened;
    QHash<QString, QByteArray> m_seen; ///< a cause, by the words for it
};

void TestSignInDiagnoses::signIn(SignInPane &pane, Session::TenantSession &session)
{
    connect(
        &pane, &SignInPane::credentialsEntered, &session,
        [&session](const Tenant::Credentials &entered) { session.signIn(entered, false); });
    const Tenant::Credentials credentials = PublicTenant::credentials();
    SignInValues values;
    values.domain = credentials.domain.text();
    values.clientId = credentials.clientId;
    values.secret = credentials.clientSecret;
    values.source = SecretSource::StandardInput;
    values.audience = credentials.audience;
    pane.fill(values);
    pane.show();
    Test::buttonIn(pane, u"Get token"_s)->click();
}

void TestSignInDiagnoses::tells()
{
    QFETCH(const ErrorRow, row);
    m_tenant.server().answer(u"/oauth/token"_s, row.fault());
    Session::TenantSession session(m_clock, m_random, m_tenant.caFile());
    SignInPane pane(session, nullptr);
    signIn(pane, session);
    const Banner &banner = *pane.findChild<Banner *>();
    QTRY_VERIFY(banner.isShowing());

    const QString text = banner.text();
    for (const QString &words : row.words)
        QVERIFY2(text.contains(words), qPrintable(text));
    const QString own = Test::ownWords(text);
    QCOMPARE(m_seen.value(own, row.cause()), row.cause());
    m_seen.insert(own, row.cause());

    QPushButton *button = Test::buttonIn(banner, u"Open in Dashboard"_s);
    QCOMPARE(button != nullptr, row.page.has_value());
    if (!button)
        return;
    m_opened.clear();
    button->click();
    const Tenant::Credentials credentials = PublicTenant::credentials();
    QCOMPARE(
        m_opened,
        QList{Tenant::dashboardLink(
            *row.page, credentials.domain, credentials.audience, credentials.clientId)});
}

void TestSignInDiagnoses::showsACertificateThatIsRejected()
{
    const Test::Identity identity = m_tenant.authority().issue({.hosts = {u"evil.example"_s}});
    const Test::FaultServer stranger(identity);
    m_tenant.proxy().setTarget(stranger.port());
    Session::TenantSession session(m_clock, m_random, m_tenant.caFile());
    SignInPane pane(session, nullptr);
    signIn(pane, session);
    const Banner &banner = *pane.findChild<Banner *>();
    QTRY_VERIFY(banner.isShowing());
    m_tenant.proxy().setTarget(m_tenant.server().port());

    Test::buttonIn(banner, u"Details"_s)->click();
    const QSslCertificate certificate = identity.certificate();
    for (const QString &fact :
         {u"Certificate: evil.example"_s, u"Issuer: Test root"_s,
          QString(u"Valid from: "_s + certificate.effectiveDate().toUTC().toString(Qt::ISODate)),
          QString(u"Valid until: "_s + certificate.expiryDate().toUTC().toString(Qt::ISODate)),
          QString(
              u"SHA-256: "_s
              + QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex()))})
        QVERIFY2(Test::says(banner, fact), qPrintable(fact));
    QCOMPARE(stranger.bytesReceived(), 0);
}

QTEST_MAIN(TestSignInDiagnoses)
#include "tst_signindiagnoses.moc"
