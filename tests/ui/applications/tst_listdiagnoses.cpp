// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/detailsview.h"
#include "ui/applications/secretpanel.h"
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
    void detailsAndSecretLeadToTheDashboard_data();
    void detailsAndSecretLeadToTheDashboard();

private:
    void leadsTo(const Ui::Banner &banner, std::optional<Tenant::DashboardPage> page);

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

    leadsTo(*banner, row.page);
}

/// Those that nobody tries again by themselves: the words are tested above.
void TestListDiagnoses::detailsAndSecretLeadToTheDashboard_data()
{
    QList<ErrorRow> rows = Test::apiErrorRows();
    rows.removeIf([](const ErrorRow &row) { return row.status != 403 && row.status != 404; });
    Test::addErrorRows(rows);
}

/// Of the application asked for with its rest, and of its secret, the answer is the same.
void TestListDiagnoses::detailsAndSecretLeadToTheDashboard()
{
    QFETCH(const ErrorRow, row);
    m_tenant.server().answer(
        u"/oauth/token"_s,
        Test::Answer::json(
            R"({"access_token":"abc","token_type":"Bearer","expires_in":86400,"scope":"read:client_keys"})"));
    m_tenant.server().answer(
        u"/api/v2/clients"_s, Test::Answer::json(R"([{"client_id":"a","name":"App"}])"));
    m_tenant.server().next(
        u"/api/v2/clients"_s,
        Test::Answer::json(R"({"total":1,"start":0,"limit":100,"clients":[{"client_id":"a"}]})"));
    m_tenant.server().answer(u"/api/v2/clients/a"_s, row.fault());
    Test::PaneFixture fixture;
    fixture.session.setCaFile(m_tenant.caFile());
    fixture.session.signIn(PublicTenant::credentials());
    QTRY_VERIFY(fixture.isComplete());
    fixture.select(0);
    fixture.pane.setDetailsVisible(true);
    fixture.button(u"Fetch the rest"_s)->click();
    auto &details = *fixture.pane.findChild<Ui::DetailsView *>();
    const auto bannerIn = [](const QWidget &part) {
        for (const Ui::Banner *each : part.findChildren<Ui::Banner *>()) {
            if (each->isShowing() && each->isVisible())
                return each;
        }
        return static_cast<const Ui::Banner *>(nullptr);
    };
    QTRY_VERIFY(bannerIn(details));
    leadsTo(*bannerIn(details), row.page);

    auto &panel = *fixture.pane.findChild<Ui::SecretPanel *>();
    QTRY_VERIFY(OAuth::tokenOf(fixture.session.tokenState())); // an answer may have cost the first
    fixture.pane.revealSecret();
    QVERIFY(Test::buttonIn(panel, u"Reveal"_s));
    Test::buttonIn(panel, u"Reveal"_s)->click();
    QTRY_VERIFY(bannerIn(panel));
    leadsTo(*bannerIn(panel), row.page);
}

void TestListDiagnoses::leadsTo(const Ui::Banner &banner, std::optional<Tenant::DashboardPage> page)
{
    QPushButton *button = Test::buttonIn(banner, u"Open in Dashboard"_s);
    QCOMPARE(button != nullptr, page.has_value());
    if (!button)
        return;
    m_opened.clear();
    button->click();
    const Tenant::Credentials credentials = PublicTenant::credentials();
    QCOMPARE(
        m_opened,
        QList{Tenant::dashboardLink(
            *page, credentials.domain, credentials.audience, credentials.clientId)});
}

QTEST_MAIN(TestListDiagnoses)
#include "tst_listdiagnoses.moc"
