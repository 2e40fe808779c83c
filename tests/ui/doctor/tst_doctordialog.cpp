// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/doctor/doctordialog.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

struct Scene
{
    Test::ManualClock clock;
    Test::FixedRandom random;
    Test::ScriptedTenant tenant;
    std::unique_ptr<DoctorDialog> dialog;

    void test()
    {
        tenant.applications = Test::ScriptedTenant::makeApplications(3);
        dialog = std::make_unique<DoctorDialog>(
            clock, random,
            Doctor::Patient{
                .checked = {.credentials = tenant.credentials(), .hints = {}, .domainNotes = {}}});
        dialog->show();
    }
    [[nodiscard]] bool isOver() const
    {
        return Test::buttonIn(*dialog, u"Copy report"_s)->isEnabled();
    }
};

} // namespace

class TestDoctorDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void showsEachStep();
    void namesWhatFailed();
    void reportHoldsNoSecret();
    void canBeClosedMeanwhile();
};

void TestDoctorDialog::showsEachStep()
{
    Scene scene;
    scene.test();
    QVERIFY(Test::says(*scene.dialog, u"Testing "_s));
    QTRY_VERIFY(scene.isOver());
    QVERIFY(Test::says(*scene.dialog, u"The tenant gives a token."_s));
    QVERIFY(Test::says(*scene.dialog, u"The applications can be listed."_s));
    QVERIFY(Test::says(*scene.dialog, u"can be used"_s));
}

void TestDoctorDialog::namesWhatFailed()
{
    Scene scene;
    scene.tenant.script = [](const Test::SeenRequest &request) {
        return request.path == Test::ScriptedTenant::tokenPath()
            ? std::optional(Test::ScriptedAnswer{
                .status = 401, .body = R"({"error":"access_denied"})", .headers = {}})
            : std::nullopt;
    };
    scene.test();
    QTRY_VERIFY(scene.isOver());
    QVERIFY(Test::says(*scene.dialog, u"Failed: "_s));
    QVERIFY(Test::says(*scene.dialog, u"cannot be used as it is"_s));
    QVERIFY(scene.dialog->report().contains(u"fail token (access_denied)"_s));
}

void TestDoctorDialog::reportHoldsNoSecret()
{
    Scene scene;
    scene.test();
    QTRY_VERIFY(scene.isOver());
    Test::buttonIn(*scene.dialog, u"Copy report"_s)->click();
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.contains(scene.tenant.domain().text()));
    QVERIFY(!report.contains(u"open sesame"_s) && !report.contains(u"token-1"_s));
}

void TestDoctorDialog::canBeClosedMeanwhile()
{
    Scene scene;
    scene.tenant.holds = [](const Test::SeenRequest &) { return true; };
    scene.test();
    QTRY_VERIFY(scene.tenant.held() > 0);
    scene.dialog.reset();
    QTRY_COMPARE(scene.tenant.held(), 0);
}

QTEST_MAIN(TestDoctorDialog)
#include "tst_doctordialog.moc"
