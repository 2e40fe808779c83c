// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/exportdialog.h"
#include "ui/applications/tablecolumns.h"

#include "tests/support/scriptedtenant.h"
#include "tests/ui/applications/panefixture.h"
#include "tests/ui/uitest.h"

#include <QCheckBox>
#include <QDir>
#include <QHeaderView>
#include <QJsonDocument>
#include <QProgressDialog>
#include <QSignalSpy>

using namespace Tenantscope;
using namespace Qt::StringLiterals;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;

namespace {

bool asksForSecrets(const SeenRequest &request)
{
    return request.path == ScriptedTenant::clientsPath()
        && !request.value(u"fields"_s).contains(u"client_secret"_s);
}

/// A pane of three applications, whose secrets the tenant tells when it is asked for them.
class Scene : public Test::PaneFixture
{
public:
    Scene()
    {
        tenant.applications = ScriptedTenant::makeApplications(3);
        tenant.script = [this](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (!asksForSecrets(request))
                return std::nullopt;
            ++reads;
            QJsonArray all;
            for (const QJsonValue &one : std::as_const(tenant.applications)) {
                QJsonObject application = one.toObject();
                const QString secret = u"s3cret of "_s + application[u"client_id"_s].toString();
                application.insert(u"client_secret"_s, secret);
                all.append(application);
            }
            return ScriptedTenant::json(ScriptedTenant::numberedPage(all, 0, 100));
        };
    }

    [[nodiscard]] bool load()
    {
        session.signIn(tenant.credentials());
        return QTest::qWaitFor([this] { return isComplete(); });
    }
    [[nodiscard]] Ui::ExportDialog &openDialog()
    {
        pane.exportRows();
        return *pane.findChildren<Ui::ExportDialog *>().last();
    }
    /// Exports with secrets, from an open dialog.
    void exportAs(int kind)
    {
        Ui::ExportDialog &dialog = openDialog();
        dialog.selectNameFilter(dialog.nameFilters().at(kind));
        dialog.findChild<QCheckBox *>(u"includeSecrets"_s)->setChecked(true);
        Q_EMIT dialog.fileSelected(name());
        dialog.close();
    }
    [[nodiscard]] QString name() const { return out.filePath(u"list"_s); }
    [[nodiscard]] QByteArray written() const
    {
        QFile content(name());
        return content.open(QFile::ReadOnly) ? content.readAll() : QByteArray();
    }
    [[nodiscard]] QString told() const { return noted.value(noted.size() - 1).value(0).toString(); }

    ScriptedTenant tenant;
    int reads = 0; ///< of secrets
    QTemporaryDir out;
    QSignalSpy noted{&pane, &Ui::ApplicationsPane::noted};
};

} // namespace

class TestSecretExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void theTickIsOffEachTime();
    void theTickSaysWhyNot();
    void productionIsNamed();
    void withoutTheTickNoSecretIsRead();
    void writesWhatIsShownWithSecrets_data();
    void writesWhatIsShownWithSecrets();
    void theFileIsItsUsersAlone();
    void thePaneKeepsNoSecret();
    void whoIsGoneMeanwhileIsLeftOut();
    void aLockEndsIt();
    void cancelEndsIt();
    void aRefusalIsTold();
    void noPlaceIsTold();
};

void TestSecretExport::theTickIsOffEachTime()
{
    Scene scene;
    QVERIFY(scene.load());
    for (int i = 0; i < 2; ++i) {
        Ui::ExportDialog &dialog = scene.openDialog();
        auto *tick = dialog.findChild<QCheckBox *>(u"includeSecrets"_s);
        QVERIFY(tick->isVisibleTo(&dialog) && tick->isEnabled());
        QVERIFY(!tick->isChecked() && !dialog.includesSecrets());
        QVERIFY(tick->accessibleDescription().contains(u"mgmt_api_read"_s));
        QVERIFY(Test::says(dialog, u"Auth0 will log as mgmt_api_read"_s));
        tick->setChecked(true);
        QVERIFY(dialog.includesSecrets());
        QCOMPARE(dialog.directory(), QDir::home());
        dialog.close();
    }
}

void TestSecretExport::theTickSaysWhyNot()
{
    Scene scene;
    scene.tenant.tokenScope = "read:clients";
    QVERIFY(scene.load());
    Ui::ExportDialog &dialog = scene.openDialog();
    auto *tick = dialog.findChild<QCheckBox *>(u"includeSecrets"_s);
    QVERIFY(!tick->isEnabled());
    QVERIFY(
        tick->accessibleDescription().contains(u"read:client_keys or read:client_credentials"_s));
    QVERIFY(Test::says(dialog, u"needs read:client_keys or read:client_credentials"_s));
    tick->setChecked(true);
    QVERIFY(!dialog.includesSecrets());
}

void TestSecretExport::productionIsNamed()
{
    for (const bool isProduction : {false, true}) {
        const Ui::ExportDialog dialog({}, isProduction, nullptr);
        QCOMPARE(Test::says(dialog, u"PRODUCTION"_s), isProduction);
    }
}

void TestSecretExport::withoutTheTickNoSecretIsRead()
{
    Scene scene;
    QVERIFY(scene.load());
    Q_EMIT scene.openDialog().fileSelected(scene.name());
    QTRY_COMPARE(scene.noted.size(), 1);
    QVERIFY(scene.written().contains("id00001"));
    QVERIFY(!scene.written().contains("s3cret"));
    QCOMPARE(scene.reads, 0);
}

void TestSecretExport::writesWhatIsShownWithSecrets_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("CSV") << 0
                         << QByteArray("Client ID,Name,client_secret\r\n"
                                       "id00002,App 2,s3cret of id00002\r\n"
                                       "id00000,App 0,s3cret of id00000\r\n");
    QTest::newRow("TSV") << 1
                         << QByteArray("Client ID\tName\tclient_secret\n"
                                       "id00002\tApp 2\ts3cret of id00002\n"
                                       "id00000\tApp 0\ts3cret of id00000\n");
    QTest::newRow("JSON, columns")
        << 3
        << QByteArray(
               "[\n  {\"client_id\":\"id00002\",\"client_secret\":\"s3cret of id00002\",\"name\":\"App 2\"},"
               "\n  {\"client_id\":\"id00000\",\"client_secret\":\"s3cret of id00000\",\"name\":\"App 0\"}\n]\n");
    QTest::newRow("JSON, all")
        << 4
        << QByteArray(
               "[\n  {\"client_id\":\"id00002\",\"client_secret\":\"s3cret of id00002\",\"name\":\"App 2\"},"
               "\n  {\"client_id\":\"id00000\",\"client_secret\":\"s3cret of id00000\",\"name\":\"App 0\"}\n]\n");
}

/// Filtered, sorted, columns moved and taken away.
void TestSecretExport::writesWhatIsShownWithSecrets()
{
    QFETCH(const int, kind);
    QFETCH(const QByteArray, expected);
    Scene scene;
    QVERIFY(scene.load());
    scene.search().setText(u"-1"_s);
    for (const auto column :
         {Applications::Column::Type, Applications::Column::FirstParty,
          Applications::Column::Callbacks, Applications::Column::GrantTypes,
          Applications::Column::Findings})
        scene.pane.findChild<Ui::TableColumns *>()->setShown(column, false);
    scene.table().sortByColumn(0, Qt::DescendingOrder);
    scene.table().horizontalHeader()->moveSection(1, 0);
    scene.exportAs(kind);
    QTRY_COMPARE(scene.noted.size(), 1);
    QCOMPARE(
        scene.told(), u"2 applications exported to %1, with client secrets."_s.arg(scene.name()));
    QCOMPARE(scene.written(), expected);
    QCOMPARE(scene.reads, 1);
}

void TestSecretExport::theFileIsItsUsersAlone()
{
    Scene scene;
    QVERIFY(scene.load());
    scene.exportAs(4);
    QTRY_COMPARE(scene.noted.size(), 1);
    const QFileDevice::Permissions user = QFileDevice::ReadUser | QFileDevice::WriteUser;
    QCOMPARE(
        QFile(scene.name()).permissions() & ~user,
        QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void TestSecretExport::thePaneKeepsNoSecret()
{
    Scene scene;
    QVERIFY(scene.load());
    scene.exportAs(4);
    QTRY_COMPARE(scene.noted.size(), 1);
    QVERIFY(!scene.session.applications().store().json(0).contains("s3cret"));
    QTRY_VERIFY(scene.pane.findChildren<Applications::ApplicationList *>().isEmpty());
    QTRY_VERIFY(scene.pane.findChildren<QProgressDialog *>().isEmpty());
    Q_EMIT scene.openDialog().fileSelected(scene.name()); // and the next one is without again
    QTRY_COMPARE(scene.noted.size(), 2);
    QVERIFY(!scene.written().contains("s3cret"));
}

void TestSecretExport::whoIsGoneMeanwhileIsLeftOut()
{
    Scene scene;
    QVERIFY(scene.load());
    scene.tenant.applications = ScriptedTenant::makeApplications(2, 1); // 1 and 2
    scene.exportAs(4);
    QTRY_COMPARE(scene.noted.size(), 1);
    QVERIFY(scene.told().startsWith(u"2 applications exported"_s));
    QVERIFY(!scene.written().contains("id00000"));
}

void TestSecretExport::aLockEndsIt()
{
    Scene scene;
    QVERIFY(scene.load());
    scene.tenant.holds = asksForSecrets;
    scene.exportAs(4);
    QTRY_COMPARE(scene.tenant.held(), 1);
    scene.session.lock();
    QCOMPARE(scene.noted.size(), 1);
    QCOMPARE(scene.told(), u"Nothing was exported: the sign-in ended meanwhile."_s);
    QTRY_COMPARE(scene.tenant.held(), 0);
    QVERIFY(QDir(scene.out.path()).isEmpty());
}

void TestSecretExport::cancelEndsIt()
{
    Scene scene;
    QVERIFY(scene.load());
    scene.tenant.holds = asksForSecrets;
    scene.exportAs(4);
    QTRY_COMPARE(scene.tenant.held(), 1);
    scene.pane.findChild<QProgressDialog *>()->findChild<QPushButton *>()->click();
    QCOMPARE(scene.told(), u"Nothing was exported."_s);
    QTRY_COMPARE(scene.tenant.held(), 0);
    QVERIFY(QDir(scene.out.path()).isEmpty());
    QVERIFY(scene.session.isSignedIn());
}

void TestSecretExport::aRefusalIsTold()
{
    Scene scene;
    QVERIFY(scene.load());
    scene.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (!asksForSecrets(request))
            return std::nullopt;
        return ScriptedTenant::apiError(
            403, u"insufficient_scope"_s,
            u"Insufficient scope, expected any of: read:client_keys"_s);
    };
    scene.exportAs(4);
    QTRY_COMPARE(scene.noted.size(), 1);
    QVERIFY2(scene.told().startsWith(u"Nothing was exported. "_s), qPrintable(scene.told()));
    QVERIFY(scene.told().contains(u"read:client_keys"_s));
    QVERIFY(QDir(scene.out.path()).isEmpty());
}

void TestSecretExport::noPlaceIsTold()
{
    Scene scene;
    QVERIFY(scene.load());
    Ui::ExportDialog &dialog = scene.openDialog();
    dialog.findChild<QCheckBox *>(u"includeSecrets"_s)->setChecked(true);
    Q_EMIT dialog.fileSelected(scene.out.filePath(u"nowhere/list.csv"_s));
    QTRY_COMPARE(scene.noted.size(), 1);
    QVERIFY(scene.told().startsWith(u"Nothing was exported to "_s));
}

QTEST_MAIN(TestSecretExport)
#include "tst_secretexport.moc"
