// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "cliprocess.h"
#include "tests/support/errorrows.h"
#include "tests/support/publictenant.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Test::CliProcess;
using Test::CliResult;
using Test::ErrorRow;
using Test::ScriptedTenant;

namespace {

QJsonObject lastStep(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value("steps"_L1).toArray().last().toObject();
}

} // namespace

/// `tenantscope-cli doctor` as its users run it, at every error answer an admin meets.
class TestDoctorProcess final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void diagnosesTheTokenEndpoint_data() { Test::addErrorRows(Test::tokenErrorRows()); }
    void diagnosesTheTokenEndpoint();
    void diagnosesTheManagementApi_data() { Test::addErrorRows(Test::apiErrorRows()); }
    void diagnosesTheManagementApi();
    void printsTheLinkAsText();
    void showsACertificateThatIsRejected();

private:
    [[nodiscard]] CliResult run(const QStringList &arguments);
    void check(const ErrorRow &row);

    Test::PublicTenant m_tenant;
    QHash<QString, QByteArray> m_seen; ///< a cause, by the words for it
};

CliResult TestDoctorProcess::run(const QStringList &arguments)
{
    const Tenant::Credentials credentials = Test::PublicTenant::credentials();
    CliProcess command(arguments);
    command.with(u"https_proxy"_s, QString::fromLatin1(m_tenant.proxy().url()))
        .with(u"TENANTSCOPE_CA_FILE"_s, m_tenant.caFile())
        .with(u"AUTH0_DOMAIN"_s, credentials.domain.text())
        .with(u"AUTH0_CLIENT_ID"_s, credentials.clientId)
        .with(u"AUTH0_CLIENT_SECRET"_s, u"open-sesame"_s)
        .with(u"AUTH0_AUDIENCE"_s, credentials.audience);
    return command.run();
}

void TestDoctorProcess::check(const ErrorRow &row)
{
    const CliResult result = run({u"doctor"_s, u"--format"_s, u"json"_s});
    const QJsonObject step = lastStep(result.out);
    const auto text = [&step](const char *member) {
        return step.value(QLatin1StringView(member)).toString();
    };
    const bool isWarning = row.kind == Base::ErrorKind::MissingScope;
    QCOMPARE(text("outcome"), isWarning ? u"warn"_s : u"fail"_s);
    QVERIFY2(
        (result.code == 0) == isWarning,
        QByteArray(QByteArray::number(result.code) + result.err).constData());
    QCOMPARE(text("code"), row.code);
    const QString all = QStringList{text("what"), text("why"), text("fix")}.join(u'\n');
    for (const QString &words : row.words)
        QVERIFY2(all.contains(words), qPrintable(all));
    const QString own = Test::ownWords(all);
    QCOMPARE(m_seen.value(own, row.cause()), row.cause());
    m_seen.insert(own, row.cause());
    const Tenant::Credentials credentials = Test::PublicTenant::credentials();
    const QUrl link = row.page ? Tenant::dashboardLink(
                          *row.page, credentials.domain, credentials.audience, credentials.clientId)
                               : QUrl();
    QCOMPARE(text("link"), link.toString(QUrl::FullyEncoded));
    QCOMPARE(!link.isEmpty(), row.page.has_value());
}

void TestDoctorProcess::diagnosesTheTokenEndpoint()
{
    QFETCH(const ErrorRow, row);
    m_tenant.server().answer(ScriptedTenant::tokenPath(), row.fault());
    check(row);
}

void TestDoctorProcess::diagnosesTheManagementApi()
{
    QFETCH(const ErrorRow, row);
    m_tenant.giveTokens();
    m_tenant.server().answer(ScriptedTenant::clientsPath(), row.fault());
    check(row);
}

void TestDoctorProcess::printsTheLinkAsText()
{
    m_tenant.server().answer(
        ScriptedTenant::tokenPath(), Test::tokenErrorRows().constFirst().fault());
    const CliResult result = run({u"doctor"_s});
    QVERIFY2(
        result.out.contains("Dashboard: https://manage.auth0.com/dashboard/eu/contoso/"
                            "applications/machine/settings\n"),
        result.out.constData());
    QCOMPARE(result.out.count("Dashboard: "), 1);
}

void TestDoctorProcess::showsACertificateThatIsRejected()
{
    const Test::Identity identity = m_tenant.authority().issue({.hosts = {u"evil.example"_s}});
    Test::FaultServer stranger(identity);
    m_tenant.proxy().setTarget(stranger.port());
    const CliResult token = run({u"token"_s});
    const CliResult doctor = run({u"doctor"_s});
    m_tenant.proxy().setTarget(m_tenant.server().port());
    const QSslCertificate certificate = identity.certificate();
    const auto date = [](const QDateTime &instant) {
        return instant.toUTC().toString(Qt::ISODate).toUtf8();
    };
    for (const QByteArray &printed : {token.err, doctor.out}) {
        for (const QByteArray &fact :
             {QByteArray("evil.example"), QByteArray("Test root"),
              date(certificate.effectiveDate()), date(certificate.expiryDate()),
              certificate.digest(QCryptographicHash::Sha256).toHex()})
            QVERIFY2(
                printed.contains(fact), QByteArray(fact + " is not in:\n" + printed).constData());
    }
    QCOMPARE(stranger.bytesReceived(), 0);
}

QTEST_GUILESS_MAIN(TestDoctorProcess)
#include "tst_doctorprocess.moc"
