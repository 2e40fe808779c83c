// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/random.h"
#include "app/session/tenantbook.h"
#include "ui/compare/comparedialog.h"
#include "ui/compare/comparisontree.h"
#include "ui/compare/sidechoice.h"
#include "ui/compare/tenantsnapshot.h"
#include "ui/shared/banner.h"
#include "ui/shared/presentation.h"

#include "tests/support/manualclock.h"
#include "tests/support/memorysecrets.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Test::ScriptedTenant;

namespace {

/// A book with saved tenants, all of the same applications, which are loaded.
struct Scene
{
    explicit Scene(const QStringList &names = {u"Contoso"_s})
    {
        tenant.applications = ScriptedTenant::makeApplications(5);
        const Tenant::Credentials credentials = tenant.credentials();
        for (const QString &name : names) {
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
        for (const QString &name : names)
            book.find(name)->open();
    }

    [[nodiscard]] Session::KnownTenant &known() { return *book.find(u"Contoso"_s); }
    [[nodiscard]] QString saved(const QString &name)
    {
        const QString file = folder.filePath(name);
        if (!Applications::saveSnapshot(snapshotWriterOf(known()), file))
            qFatal("not saved");
        return file;
    }

    QTemporaryDir folder;
    ScriptedTenant tenant;
    Base::SystemClock clock;
    Test::FixedRandom random;
    Test::MemorySecrets secrets;
    Tenant::ProfileStore store{folder.filePath(u"profiles.json"_s)};
    Session::TenantBook book{{.clock = clock, .random = random, .secrets = secrets}, store};
};

/// A snapshot's file with so many applications that no turn of the event loop compares them; all have \a description.
QString manySaved(const QTemporaryDir &folder, const QString &description)
{
    QJsonArray applications;
    for (int i = 0; i < 3'000; ++i) {
        const QString id = u"id%1"_s.arg(i, 5, 10, QChar(u'0'));
        applications.append(QJsonObject{
            {u"client_id"_s, id},
            {u"name"_s, id},
            {u"callbacks"_s, QJsonArray{u"https://b.example/"_s, u"https://a.example/"_s}},
            {u"description"_s, description}});
    }
    const QJsonObject root{
        {u"format"_s, u"tenantscope-snapshot"_s},
        {u"version"_s, 1},
        {u"domain"_s, u"many.example"_s},
        {u"complete"_s, true},
        {u"applications"_s, applications}};
    QFile file(folder.filePath(description + u".json"_s));
    if (!file.open(QFile::WriteOnly) || file.write(QJsonDocument(root).toJson()) < 0)
        qFatal("not saved");
    return file.fileName();
}

void runTurns()
{
    for (int turn = 0; turn < 500; ++turn)
        QCoreApplication::processEvents();
}

QStringList textsOf(const QTreeWidgetItem &item)
{
    QStringList texts{item.text(0) + u'|' + item.text(1) + u'|' + item.text(2)};
    for (int i = 0; i < item.childCount(); ++i)
        texts += textsOf(*item.child(i));
    return texts;
}

} // namespace

class TestCompareDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void savesWhatIsShown();
    void comparesNowWithAFile();
    void saysWhenThereIsNoDifference();
    void tellsWhatIsNoSnapshot();
    void offersWholeListsOnly();
    void outlivesItsTenant();
    void keepsItsTenantWhereverItMoves();
    void followsItsTenantsList();
    void comparesOnceAndAgainWhenAsked();
    void masksWhatMayBeProductions_data();
    void masksWhatMayBeProductions();
    void followsWhatIsProduction();
    void copiesWholeValues();
    void comparesInTurns();
    void stopsWhenASideChanges();
    void stopsWhenTheListGoes();
    void stopsWhenItCloses();
};

void TestCompareDialog::savesWhatIsShown()
{
    Scene scene;
    QTRY_VERIFY(isListWhole(scene.known()));
    const QString file = scene.folder.filePath(u"s.json"_s);
    QVERIFY(Applications::saveSnapshot(snapshotWriterOf(scene.known()), file));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(file).permissions() & others, QFile::Permissions());
    const auto read = Applications::loadSnapshot(file);
    QVERIFY(read);
    QCOMPARE(read->domain, scene.known().domain().text());
    auto taker = snapshotTakerOf(scene.known());
    while (taker.step()) {
    }
    QCOMPARE(read->applications, taker.take().applications);
    QCOMPARE(read->applications.size(), 5);
    QVERIFY(read->isComplete);
}

void TestCompareDialog::comparesNowWithAFile()
{
    Scene scene;
    QTRY_VERIFY(isListWhole(scene.known()));
    const QString file = scene.saved(u"old.json"_s);
    QJsonObject changed = scene.tenant.applications.at(1).toObject();
    changed.insert(u"callbacks"_s, QJsonArray{u"https://new.example/"_s});
    scene.tenant.applications.replace(1, changed);
    scene.tenant.applications.removeAt(0);
    scene.known().session().loadApplications();
    QTRY_COMPARE(scene.known().session().applications().store().size(), 4);
    QTRY_VERIFY(isListWhole(scene.known()));

    CompareDialog dialog(scene.book, scene.known());
    Test::showActive(dialog);
    QCOMPARE(dialog.after().name(), u"Contoso"_s);
    QVERIFY(Test::says(dialog, u"Choose two sides"_s));
    QVERIFY(!Test::buttonIn(dialog, u"Copy as text"_s)->isEnabled());
    dialog.before().takeFile(file);
    QVERIFY(Test::says(dialog, u"0 added, 1 removed, 1 changed"_s));
    auto *tree = dialog.findChild<ComparisonTree *>();
    QCOMPARE(
        textsOf(*tree->topLevelItem(0)),
        (QStringList{
            u"Changed: 1||"_s, u"App 1|id00001|id00001"_s,
            u"callbacks|not set|[\"https://new.example/\"]"_s}));
    QCOMPARE(
        textsOf(*tree->topLevelItem(1)), (QStringList{u"Removed: 1||"_s, u"App 0|id00000|"_s}));
    QTest::mouseClick(Test::buttonIn(dialog, u"Copy as text"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().startsWith(u"- App 0  id00000\n"_s));
    QTest::mouseClick(Test::buttonIn(dialog, u"Copy as JSON"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().startsWith(u"{\"added\":[]"_s));
    tree->setFocus();
    tree->setCurrentItem(tree->topLevelItem(1)->child(0), 1);
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"id00000"_s);
}

void TestCompareDialog::saysWhenThereIsNoDifference()
{
    Scene scene;
    QTRY_VERIFY(isListWhole(scene.known()));
    CompareDialog dialog(scene.book, scene.known());
    Test::showActive(dialog);
    dialog.before().takeFile(scene.saved(u"now.json"_s));
    QVERIFY(Test::says(dialog, u"There is no difference."_s));
    QVERIFY(!Test::buttonIn(dialog, u"Copy as text"_s)->isEnabled());
    QVERIFY(Test::buttonIn(dialog, u"Copy as JSON"_s)->isEnabled());
}

void TestCompareDialog::tellsWhatIsNoSnapshot()
{
    Scene scene;
    CompareDialog dialog(scene.book, scene.known());
    Test::showActive(dialog);
    dialog.before().takeFile(scene.folder.filePath(u"profiles.json"_s));
    auto *banner = dialog.findChild<Banner *>();
    QVERIFY(banner->isShowing());
    QVERIFY2(banner->text().contains(u"is no snapshot"_s), qPrintable(banner->text()));
    QVERIFY(!dialog.before().isChosen());
}

void TestCompareDialog::offersWholeListsOnly()
{
    Scene scene;
    CompareDialog early(scene.book, scene.known());
    QVERIFY(!early.after().isChosen());
    QTRY_VERIFY(isListWhole(scene.known()));
    CompareDialog dialog(scene.book, scene.known());
    QVERIFY(dialog.after().isChosen());
    scene.known().session().stopApplications();
    scene.tenant.holds = [](const Test::SeenRequest &request) {
        return request.path == ScriptedTenant::clientsPath();
    };
    scene.known().session().loadApplications();
    dialog.before().takeFile(scene.saved(u"half.json"_s));
    QVERIFY(Test::says(dialog, u"no longer complete"_s));
}

void TestCompareDialog::outlivesItsTenant()
{
    Scene scene;
    QTRY_VERIFY(isListWhole(scene.known()));
    CompareDialog dialog(scene.book, scene.known());
    dialog.before().takeFile(scene.saved(u"now.json"_s));
    QVERIFY(scene.book.remove(scene.known()));
    scene.book.endRemoval();
    QVERIFY(!dialog.after().isChosen());
    QVERIFY(!dialog.after().taker());
}

void TestCompareDialog::keepsItsTenantWhereverItMoves()
{
    Scene scene({u"Contoso"_s, u"Fabrikam"_s});
    QTRY_VERIFY(isListWhole(scene.known()) && isListWhole(*scene.book.find(u"Fabrikam"_s)));
    CompareDialog dialog(scene.book, scene.known());
    const QSignalSpy changed(&dialog.after(), &SideChoice::changed);
    QVERIFY(scene.book.move(scene.known(), 1));
    QCOMPARE(scene.book.tenants().indexOf(&scene.known()), 1);
    QCOMPARE(dialog.after().name(), u"Contoso"_s);
    QCOMPARE(dialog.after().findChild<QComboBox *>()->currentText(), u"Contoso, now"_s);
    QCOMPARE(changed.size(), 0);
    QVERIFY(scene.book.remove(scene.known()));
    QVERIFY(!dialog.after().isChosen());
    QCOMPARE(changed.size(), 1);
}

void TestCompareDialog::followsItsTenantsList()
{
    Scene scene;
    QTRY_VERIFY(isListWhole(scene.known()));
    CompareDialog dialog(scene.book, scene.known());
    dialog.before().takeFile(scene.saved(u"now.json"_s));
    QVERIFY(Test::says(dialog, u"There is no difference."_s));
    scene.tenant.applications.removeAt(0);
    scene.tenant.holds = [](const Test::SeenRequest &request) {
        return request.path == ScriptedTenant::clientsPath();
    };
    scene.known().session().loadApplications();
    QTRY_VERIFY(scene.tenant.held() > 0);
    QVERIFY(dialog.after().isChosen());
    QCOMPARE(dialog.after().findChild<QComboBox *>()->currentText(), u"Contoso, incomplete"_s);
    QVERIFY(Test::says(dialog, u"no longer complete"_s));
    QVERIFY(!Test::says(dialog, u"There is no difference."_s));
    scene.tenant.holds = {};
    scene.tenant.release();
    QTRY_VERIFY(isListWhole(scene.known()));
    QVERIFY(Test::says(dialog, u"0 added, 1 removed, 0 changed"_s));
    QCOMPARE(dialog.after().findChild<QComboBox *>()->currentText(), u"Contoso, now"_s);
}

void TestCompareDialog::comparesOnceAndAgainWhenAsked()
{
    Scene scene;
    QTRY_VERIFY(isListWhole(scene.known()));
    CompareDialog dialog(scene.book, scene.known());
    const QString file = scene.saved(u"now.json"_s);
    const QSignalSpy changed(&dialog.before(), &SideChoice::changed);
    dialog.before().takeFile(file);
    QCOMPARE(changed.size(), 1);
    auto *list = dialog.before().findChild<QComboBox *>();
    Q_EMIT list->activated(list->currentIndex()); // its user chose the same again
    QCOMPARE(changed.size(), 2);
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(dialog.before().name(), u"Contoso"_s);
    QCOMPARE(changed.size(), 3);
}

void TestCompareDialog::masksWhatMayBeProductions_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("name") << u"name"_s;
    QTest::newRow("description") << u"description"_s;
}

void TestCompareDialog::masksWhatMayBeProductions()
{
    QFETCH(const QString, field);
    Scene scene;
    QTRY_VERIFY(isListWhole(scene.known()));
    const QString file = scene.saved(u"contoso-secretive.json"_s);
    QJsonObject changed = scene.tenant.applications.at(1).toObject();
    changed.insert(field, u"Northwind Payroll"_s);
    scene.tenant.applications.replace(1, changed);
    scene.known().session().loadApplications();
    QTRY_VERIFY(isListWhole(scene.known()));
    QWidget window;
    Presentation presentation(window);
    CompareDialog dialog(scene.book, scene.known(), &window);
    dialog.before().takeFile(file); // whose, it does not say
    auto *tree = dialog.findChild<ComparisonTree *>();
    const auto seen = [tree] { return textsOf(*tree->topLevelItem(0)).join(u'\n'); };
    QVERIFY(seen().contains(u"Northwind"_s));
    presentation.setOn(true);
    QVERIFY2(!seen().contains(u"Northwind"_s) && !seen().contains(u"App 1"_s), qPrintable(seen()));
    QVERIFY(!dialog.before().findChild<QComboBox *>()->currentText().contains(u"secretive"_s));
}

void TestCompareDialog::followsWhatIsProduction()
{
    Scene scene;
    QTRY_VERIFY(isListWhole(scene.known()));
    CompareDialog dialog(scene.book, scene.known());
    const auto *tree = dialog.findChild<ComparisonTree *>();
    QVERIFY(!Presentation::isProduction(tree));
    Tenant::Profile profile = scene.known().profile();
    profile.environment = Tenant::Environment::Production;
    scene.known().setProfile(profile, Session::KnownTenant::Kind::Saved);
    QVERIFY(Presentation::isProduction(tree));
}

void TestCompareDialog::copiesWholeValues()
{
    Scene scene;
    QTRY_VERIFY(isListWhole(scene.known()));
    const QString file = scene.saved(u"old.json"_s);
    const QString url = u"https://long.example/"_s + QString(1'000, u'x');
    QJsonObject changed = scene.tenant.applications.at(1).toObject();
    changed.insert(u"callbacks"_s, QJsonArray{url});
    scene.tenant.applications.replace(1, changed);
    scene.known().session().loadApplications();
    QTRY_VERIFY(isListWhole(scene.known()));
    CompareDialog dialog(scene.book, scene.known());
    dialog.before().takeFile(file);
    auto *tree = dialog.findChild<ComparisonTree *>();
    QTreeWidgetItem *field = tree->topLevelItem(0)->child(0)->child(0);
    tree->setCurrentItem(field, 2);
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().contains(url));
    QVERIFY(!field->text(2).contains(url));
    const QString copied = QApplication::clipboard()->text();
    tree->setCurrentItem(field, 1); // "not set"
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), copied);
}

void TestCompareDialog::comparesInTurns()
{
    Scene scene;
    CompareDialog dialog(scene.book, scene.known());
    dialog.before().takeFile(manySaved(scene.folder, u"one"_s));
    dialog.after().takeFile(manySaved(scene.folder, u"other"_s));
    QVERIFY(Test::says(dialog, u"Comparing… 0 of 6,000"_s));
    QVERIFY(!Test::buttonIn(dialog, u"Copy as JSON"_s)->isEnabled());
    QTRY_VERIFY(Test::says(dialog, u"0 added, 0 removed, 3,000 changed"_s));
    QVERIFY(!Test::says(dialog, u"Comparing…"_s));
    QVERIFY(Test::buttonIn(dialog, u"Copy as JSON"_s)->isEnabled());
}

void TestCompareDialog::stopsWhenASideChanges()
{
    Scene scene;
    CompareDialog dialog(scene.book, scene.known());
    const QString one = manySaved(scene.folder, u"one"_s);
    dialog.before().takeFile(one);
    dialog.after().takeFile(manySaved(scene.folder, u"other"_s));
    QVERIFY(Test::says(dialog, u"Comparing…"_s));
    auto *list = dialog.after().findChild<QComboBox *>();
    list->setCurrentIndex(0);
    Q_EMIT list->activated(0);
    QVERIFY(Test::says(dialog, u"Choose two sides"_s));
    runTurns();
    QVERIFY(Test::says(dialog, u"Choose two sides"_s));
    QVERIFY(!Test::says(dialog, u"changed"_s));
    dialog.after().takeFile(one);
    QTRY_VERIFY(Test::says(dialog, u"There is no difference."_s));
}

void TestCompareDialog::stopsWhenTheListGoes()
{
    Scene scene;
    scene.tenant.applications = ScriptedTenant::makeApplications(3'000);
    scene.known().session().loadApplications();
    QTRY_COMPARE(scene.known().session().applications().store().size(), 3'000);
    QTRY_VERIFY(isListWhole(scene.known()));
    CompareDialog dialog(scene.book, scene.known());
    dialog.before().takeFile(manySaved(scene.folder, u"one"_s));
    QVERIFY(Test::says(dialog, u"Reading…"_s));
    scene.known().session().signOut();
    QVERIFY(Test::says(dialog, u"no longer complete"_s));
    runTurns(); // nobody looks for rows that are gone
    QVERIFY(Test::says(dialog, u"no longer complete"_s));
}

void TestCompareDialog::stopsWhenItCloses()
{
    Scene scene;
    auto *dialog = new CompareDialog(scene.book, scene.known());
    dialog->before().takeFile(manySaved(scene.folder, u"one"_s));
    dialog->after().takeFile(manySaved(scene.folder, u"other"_s));
    QVERIFY(Test::says(*dialog, u"Comparing…"_s));
    delete dialog;
    runTurns();
}

QTEST_MAIN(TestCompareDialog)
#include "tst_comparedialog.moc"
