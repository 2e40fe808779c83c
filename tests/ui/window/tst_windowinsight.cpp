// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/compare/comparedialog.h"
#include "ui/compare/sidechoice.h"
#include "ui/grants/grantsdialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticebar.h"
#include "ui/window/theme.h"
#include "ui/window/windowstate.h"

#include "tests/support/manualclock.h"
#include "tests/support/memorysecrets.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QMessageBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int manyApplications = 1000; // more than one turn writes

/// A window beside two saved tenants, the first of which is open.
struct Scene
{
    explicit Scene(int applications = 30)
    {
        tenant.applications = Test::ScriptedTenant::makeApplications(applications);
        tenant.script =
            [](const Test::SeenRequest &request) -> std::optional<Test::ScriptedAnswer> {
            if (request.path != "/api/v2/client-grants"_L1)
                return std::nullopt;
            const QJsonObject grant{
                {u"client_id"_s, u"k158aZbYcXdWeVfUgThSiRjQkPlOmNc7"_s},
                {u"audience"_s, u"https://contoso.eu.auth0.com/api/v2/"_s}};
            return Test::ScriptedTenant::json(
                QJsonObject{{u"total"_s, 1}, {u"client_grants"_s, QJsonArray{grant}}});
        };
        for (const QString &name : {u"One"_s, u"Two"_s}) {
            const Tenant::Credentials credentials = tenant.credentials();
            if (!store.add(
                    {.name = name,
                     .domain = credentials.domain,
                     .clientId = credentials.clientId,
                     .audience = credentials.audience,
                     .caFile = {},
                     .environment = Tenant::Environment::Development,
                     .isSecretSaved = true}))
                qFatal("no profile");
            secrets.entries.insert(name, credentials.clientSecret);
        }
        if (!book.load())
            qFatal("no book");
        window = std::make_unique<MainWindow>(book, theme, state);
        Test::showActive(*window);
        window->openTenant(*book.find(u"One"_s));
    }

    /// As if its user had chosen that in the dialog.
    void saveSnapshot(const QString &file) const
    {
        window->actions().saveSnapshot->trigger();
        Q_EMIT dialog<QFileDialog>()->fileSelected(file);
    }
    [[nodiscard]] bool isLoaded() const
    {
        return std::holds_alternative<Applications::ListLoaded>(
            window->tenant().session().applications().state());
    }
    template<typename Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        return window->findChild<Dialog *>();
    }
    void press(const QAction *action) const
    {
        const QKeyCombination key = action->shortcut()[0];
        QTest::keyClick(QApplication::activeWindow(), key.key(), key.keyboardModifiers());
    }

    QTemporaryDir folder;
    Test::ScriptedTenant tenant;
    Base::SystemClock clock;
    Test::FixedRandom random;
    Test::MemorySecrets secrets;
    Tenant::ProfileStore store{folder.filePath(u"profiles.json"_s)};
    Session::TenantBook book{{.clock = clock, .random = random, .secrets = secrets}, store};
    Theme theme;
    WindowState state{folder.filePath(u"window.ini"_s)};
    std::unique_ptr<MainWindow> window;
};

} // namespace

/// Who may do what, snapshots and comparisons, from the window's menus and keys.
class TestWindowInsight final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void opensByKey();
    void isGoneWithItsTenant_data();
    void isGoneWithItsTenant();
    void masksInPresentationMode();
    void allThatTakesFocusHasAName();
    void savesASnapshot();
    void aLockAnswersWhatAFileDialogAsks_data();
    void aLockAnswersWhatAFileDialogAsks();
    void savesWithoutAWait();
    void givesASnapshotUp_data();
    void givesASnapshotUp();
    void isNotOfferedWithoutAList();
};

void TestWindowInsight::opensByKey()
{
    Scene scene;
    QTRY_VERIFY(scene.isLoaded());
    scene.press(scene.window->actions().grants);
    QVERIFY(scene.dialog<GrantsDialog>());
    QVERIFY(Test::says(*scene.dialog<GrantsDialog>(), u"One · DEVELOPMENT"_s));
    QTRY_COMPARE(scene.tenant.count(u"/api/v2/client-grants"_s), 1);
    QVERIFY(QTest::qWaitForWindowActive(scene.dialog<GrantsDialog>()));
    scene.press(scene.window->actions().compare);
    QVERIFY(scene.dialog<CompareDialog>());
    QCOMPARE(scene.dialog<CompareDialog>()->after().name(), u"One"_s);
    QTRY_VERIFY(!scene.dialog<GrantsDialog>()); // one at a time
    QTest::keyClick(scene.dialog<CompareDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(!scene.dialog<CompareDialog>());
}

void TestWindowInsight::isGoneWithItsTenant_data()
{
    QTest::addColumn<bool>("locks");
    QTest::newRow("another tenant") << false;
    QTest::newRow("a lock") << true;
}

void TestWindowInsight::isGoneWithItsTenant()
{
    QFETCH(const bool, locks);
    Scene scene;
    QTRY_VERIFY(scene.isLoaded());
    scene.window->actions().grants->trigger();
    QVERIFY(scene.dialog<GrantsDialog>());
    if (locks)
        scene.window->lock();
    else
        scene.window->showTenant(*scene.book.find(u"Two"_s));
    QVERIFY(!scene.dialog<GrantsDialog>());
    QCOMPARE(scene.window->actions().grants->isEnabled(), false);
    QCOMPARE(scene.window->actions().compare->isEnabled(), !locks);
}

void TestWindowInsight::masksInPresentationMode()
{
    Scene scene;
    QTRY_VERIFY(scene.isLoaded());
    scene.window->actions().grants->trigger();
    const auto *table = scene.dialog<GrantsDialog>()->findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const auto seen = [table] {
        QString row;
        for (int column = 0; column < table->model()->columnCount(); ++column)
            row += table->model()->index(0, column).data().toString();
        return row;
    };
    QVERIFY(seen().contains(u"k158aZ"_s) && seen().contains(u"contoso"_s));
    scene.window->actions().present->trigger();
    QVERIFY2(!seen().contains(u"k158aZ"_s) && !seen().contains(u"contoso"_s), qPrintable(seen()));
}

void TestWindowInsight::allThatTakesFocusHasAName()
{
    Scene scene;
    QTRY_VERIFY(scene.isLoaded());
    for (QAction *action : {scene.window->actions().grants, scene.window->actions().compare}) {
        action->trigger();
        const auto *dialog = scene.window->findChild<QDialog *>();
        QVERIFY(dialog);
        int seen = 0;
        const QList<QWidget *> widgets = dialog->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *node = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!node->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            ++seen;
        }
        QVERIFY(seen >= 4);
        delete dialog;
    }
}

void TestWindowInsight::savesASnapshot()
{
    Scene scene;
    QTRY_VERIFY(scene.isLoaded());
    QVERIFY(scene.window->actions().saveSnapshot->isEnabled());
    scene.window->actions().saveSnapshot->trigger();
    auto *dialog = scene.dialog<QFileDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    QCOMPARE(dialog->directory(), QDir::home()); // not where the program works, which is nowhere
    const QString file = scene.folder.filePath(u"s.json"_s);
    Q_EMIT dialog->fileSelected(file);
    QTRY_VERIFY(QFileInfo::exists(file));
    const auto saved = Applications::loadSnapshot(file);
    QVERIFY(saved);
    QCOMPARE(saved->applications.size(), 30);
    QVERIFY(Test::says(*scene.window->findChild<NoticeBar *>(), u"30 applications saved to"_s));
    Q_EMIT dialog->fileSelected(scene.folder.filePath(u"none/s.json"_s));
    QVERIFY(Test::says(*scene.window->findChild<NoticeBar *>(), u"cannot be used"_s));
}

void TestWindowInsight::aLockAnswersWhatAFileDialogAsks_data()
{
    QTest::addColumn<QAction * WindowActions::*>("action");
    QTest::newRow("of the window") << &WindowActions::saveSnapshot;
    QTest::newRow("of a pane") << &WindowActions::exportRows;
}

/// Qt asks within its own function, in an event loop of its own; the lock comes meanwhile.
void TestWindowInsight::aLockAnswersWhatAFileDialogAsks()
{
    QFETCH(QAction * WindowActions::*const, action);
    Scene scene;
    QTRY_VERIFY(scene.isLoaded());
    QFile file(scene.folder.filePath(u"there.csv"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.close();
    (scene.window->actions().*action)->trigger();
    const QPointer<QFileDialog> dialog = scene.dialog<QFileDialog>();
    QVERIFY(dialog);
    dialog->setDirectory(scene.folder.path());
    dialog->selectFile(u"there.csv"_s);
    QTimer asked;
    connect(&asked, &QTimer::timeout, scene.window.get(), [&] {
        if (!dialog->findChild<QMessageBox *>())
            return;
        asked.stop();
        scene.window->lock();
        QCoreApplication::sendPostedEvents(); // as the desktop's own message about its lock may do
    });
    asked.start(0);
    static_cast<QDialog *>(dialog)->accept(); // back once the question is answered
    QVERIFY(scene.window->isLocked());
    QVERIFY(dialog && !dialog->isVisible());
    QTRY_VERIFY(!dialog);
    QCOMPARE(file.size(), 0);
}

void TestWindowInsight::savesWithoutAWait()
{
    Scene scene(manyApplications);
    QTRY_VERIFY(scene.isLoaded());
    const QString file = scene.folder.filePath(u"s.json"_s);
    scene.saveSnapshot(file);
    const auto &notice = *scene.window->findChild<NoticeBar *>();
    QVERIFY(Test::says(notice, u"Saving the snapshot…"_s));
    QVERIFY(!QFileInfo::exists(file));
    QTRY_VERIFY(Test::says(notice, u"without any secret"_s));
    const auto saved = Applications::loadSnapshot(file);
    QVERIFY(saved);
    QCOMPARE(saved->applications.size(), manyApplications);
}

void TestWindowInsight::givesASnapshotUp_data()
{
    QTest::addColumn<QString>("why");
    for (const char *why : {"closed", "another tenant", "removed"})
        QTest::newRow(why) << QString::fromLatin1(why);
}

/// What was there before stays, and nothing beside it.
void TestWindowInsight::givesASnapshotUp()
{
    QFETCH(const QString, why);
    const Test::ScriptedTenant elsewhere;
    Scene scene(manyApplications);
    QTRY_VERIFY(scene.isLoaded());
    const QTemporaryDir folder;
    QFile before(folder.filePath(u"s.json"_s));
    QVERIFY(before.open(QFile::WriteOnly) && before.write("before") > 0);
    before.close();
    scene.saveSnapshot(before.fileName());
    if (why == u"closed"_s) {
        scene.window.reset();
    } else if (why == u"removed"_s) {
        QVERIFY(scene.book.remove(*scene.book.find(u"One"_s)));
        scene.book.endRemoval();
    } else {
        scene.window->tenant().session().signIn(elsewhere.credentials(), false);
        QCOMPARE(
            scene.window->findChild<NoticeBar *>()->text(),
            u"No snapshot was saved: the list is no longer complete."_s);
    }
    QTest::qWait(0);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"s.json"_s});
    QVERIFY(before.open(QFile::ReadOnly));
    QCOMPARE(before.readAll(), QByteArray("before"));
}

void TestWindowInsight::isNotOfferedWithoutAList()
{
    Scene scene;
    scene.tenant.holds = [](const Test::SeenRequest &request) {
        return request.path == Test::ScriptedTenant::clientsPath();
    };
    QTRY_VERIFY(scene.tenant.held() > 0);
    QVERIFY(!scene.window->actions().saveSnapshot->isEnabled());
    QCOMPARE(scene.window->actions().saveSnapshot->statusTip(), u"The list is not complete"_s);
    scene.window->showTenant(*scene.book.find(u"Two"_s));
    QVERIFY(!scene.window->actions().grants->isEnabled());
}

QTEST_MAIN(TestWindowInsight)
#include "tst_windowinsight.moc"
