// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/banner.h"

#include "panefixture.h"
#include "tests/support/errorrows.h"
#include "tests/support/publictenant.h"
#include "tests/ui/uitest.h"

#include <QDesktopServices>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Test::ErrorRow;
using Test::PublicTenant;

/// What the applications pane says of every error answer of the Management API.
class TestListDiagnoses final : public QObject
{
    Q_OBJECT

public:
    /// Instead of the browser.
    Q_INVOKABLE void open(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"https"_s); }
    void init()
    {
        // What the offscreen platform cannot do is no fault of ours.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void tells_data() { Test::addErrorRows(Test::apiErrorRows()); }
    void tells();

private:
    PublicTenant m_tenant;
    QList<QUrl> m_opened;
    QHash<QString, QByteArray> m_seen; ///< a cause, by the words for it
};

void TestListDiagnoses::tells()
{
    QFETCH(const ErrorRow, row);
    m_tenant.giveTokens();
    m_tenant.server().answer(u"/api/v2/clients"_s, row.fault());
    Test::PaneFixture fixture;
    fixture.session.setCaFile(m_tenant.caFile());
    fixture.session.signIn(PublicTenant::credentials());
    QTRY_VERIFY(fixture.isStopped());

    const Ui::Banner *banner = nullptr;
    for (const Ui::Banner *each : fixture.pane.findChildren<Ui::Banner *>()) {
        if (each->isShowing())
            banner = each;
    }
    QVERIFY(banner);
    // What to do is that of a list: what has arrived stays.
    const QString text = banner->text();
    const bool isLimit = row.status == 429;
    for (const QString &words : row.words)
        QVERIFY2(text.contains(words), qPrintable(text));
    QCOMPARE(text.contains(u"what has arrived stays"_s), isLimit);
    const QString own = Test::ownWords(text);
    QCOMPARE(m_seen.value(own, row.cause()), row.cause());
    m_seen.insert(own, row.cause());

    QPushButton *button = Test::buttonIn(*banner, u"Open in Dashboard"_s);
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

QTEST_MAIN(TestListDiagnoses)
#include "tst_listdiagnoses.moc"
