// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/doctor/doctor.h"

#include "tests/support/errorrows.h"
#include "tests/support/manualclock.h"
#include "tests/support/publictenant.h"
#include "tests/support/scriptedtenant.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Doctor::Step;
using Test::ErrorRow;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;
using Outcome = Step::Outcome;

/// Every error answer an admin meets has a diagnosis of its own.
class TestDiagnoses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void ofTheTokenEndpoint_data() { Test::addErrorRows(Test::tokenErrorRows()); }
    void ofTheTokenEndpoint();
    void ofTheManagementApi_data() { Test::addErrorRows(Test::apiErrorRows()); }
    void ofTheManagementApi();
    void linksToTheDashboard();

private:
    void examine(const QString &path, const ErrorRow &row);
    void check(const ErrorRow &row);

    Test::PublicTenant m_public; // first: it says which proxy there is
    Test::ManualClock m_clock;
    Test::FixedRandom m_random;
    QList<Step> m_steps;
    QHash<QString, QByteArray> m_seen; ///< a cause, by the words for it
};

void TestDiagnoses::examine(const QString &path, const ErrorRow &row)
{
    ScriptedTenant tenant;
    tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (request.path == path)
            return row.answer();
        return std::nullopt;
    };
    Doctor::Patient patient;
    patient.checked.credentials = tenant.credentials();
    patient.policy.token.attempts = 1; // the retries of 429 and 5xx are tst_retry's matter
    patient.policy.management.attempts = 1;
    Doctor::Doctor doctor(m_clock, m_random, patient);
    QSignalSpy finished(&doctor, &Doctor::Doctor::finished);
    doctor.start();
    QTRY_COMPARE(finished.count(), 1);
    m_steps = doctor.steps();
}

void TestDiagnoses::check(const ErrorRow &row)
{
    const Step &step = m_steps.constLast();
    const bool isWarning = row.kind == Base::ErrorKind::MissingScope;
    QCOMPARE(step.outcome, isWarning ? Outcome::Warn : Outcome::Fail);
    QCOMPARE(step.code, row.code);
    QCOMPARE(step.cause, isWarning ? std::nullopt : std::optional(row.kind));
    const QString all = QStringList{step.what, step.why, step.fix}.join(u'\n');
    for (const QString &words : row.words)
        QVERIFY2(all.contains(words), qPrintable(all));
    QVERIFY(!step.what.isEmpty() && !step.why.isEmpty() && !step.fix.isEmpty());
    const QString own = Test::ownWords(all);
    const QByteArray before = m_seen.value(own, row.cause());
    QVERIFY2(before == row.cause(), before.constData());
    m_seen.insert(own, row.cause());
}

void TestDiagnoses::ofTheTokenEndpoint()
{
    QFETCH(const ErrorRow, row);
    examine(ScriptedTenant::tokenPath(), row);
    QCOMPARE(m_steps.constLast().name, u"token"_s);
    check(row);
}

void TestDiagnoses::ofTheManagementApi()
{
    QFETCH(const ErrorRow, row);
    examine(ScriptedTenant::clientsPath(), row);
    QCOMPARE(m_steps.constLast().name, u"applications"_s);
    check(row);
}

void TestDiagnoses::linksToTheDashboard()
{
    m_public.server().answer(
        ScriptedTenant::tokenPath(),
        Test::Answer::json(R"({"error":"access_denied","error_description":"Unauthorized"})")
            .status(401));
    Doctor::Patient patient;
    patient.checked.credentials = m_public.credentials();
    patient.caFile = m_public.caFile();
    Doctor::Doctor doctor(m_clock, m_random, patient);
    QSignalSpy finished(&doctor, &Doctor::Doctor::finished);
    doctor.start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(doctor.steps().constLast().code, u"access_denied"_s);
    QCOMPARE(
        doctor.steps().constLast().link,
        QUrl(u"https://manage.auth0.com/dashboard/eu/contoso/applications/machine/settings"_s));
    QVERIFY(doctor.steps().constFirst().link.isEmpty());
}

QTEST_GUILESS_MAIN(TestDiagnoses)
#include "tst_diagnoses.moc"
