// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/settings/settingsdialog.h"
#include "ui/settings/settingskeeper.h"

#include "tests/ui/uitest.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Scene
{
    [[nodiscard]] QSpinBox &spin(const QString &name) const
    {
        const QList<QSpinBox *> spins = dialog.findChildren<QSpinBox *>();
        for (QSpinBox *spin : spins) {
            if (spin->accessibleName() == name)
                return *spin;
        }
        qFatal("no such spin box");
    }
    [[nodiscard]] QCheckBox &box(const QString &start) const
    {
        const QList<QCheckBox *> boxes = dialog.findChildren<QCheckBox *>();
        for (QCheckBox *box : boxes) {
            if (box->text().startsWith(start))
                return *box;
        }
        qFatal("no such check box");
    }
    [[nodiscard]] const Settings &now() const { return keeper.current(); }

    QTemporaryDir folder;
    QSettings file{folder.filePath(u"window.ini"_s), QSettings::IniFormat};
    SettingsKeeper keeper{file};
    SettingsDialog dialog{keeper};
};

} // namespace

class TestSettingsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void showsWhatIsInForce();
    void changesAreInForceAtOnce();
    void aNumberHalfTypedIsNone();
    void theClipboardMayBeLeftAlone();
    void followsOthers();
    void restoresTheDefaults();
    void everythingHasAName();
};

void TestSettingsDialog::showsWhatIsInForce()
{
    const Scene scene;
    QCOMPARE(scene.spin(u"Least life of a copied token"_s).value(), 10);
    QCOMPARE(scene.spin(u"Least life of a copied token"_s).maximum(), 60);
    QCOMPARE(scene.spin(u"Time on the clipboard"_s).text(), u"30 s"_s);
    QCOMPARE(scene.spin(u"Time a revealed token is shown"_s).minimum(), 5);
    QVERIFY(scene.box(u"Take a copied"_s).isChecked());
    QVERIFY(!scene.box(u"Lock when idle"_s).isChecked());
    QVERIFY(scene.box(u"Ask once"_s).isChecked());
}

void TestSettingsDialog::changesAreInForceAtOnce()
{
    Scene scene;
    const QSignalSpy changed(&scene.keeper, &SettingsKeeper::changed);
    scene.spin(u"Least life of a copied token"_s).setValue(20);
    QVERIFY(scene.now().leastLife == 20min);
    scene.spin(u"Time a revealed token is shown"_s).setValue(5);
    QVERIFY(scene.now().revealStay == 5s);
    scene.box(u"Lock when idle"_s).click();
    QVERIFY(scene.now().locksWhenIdle);
    scene.box(u"Ask once"_s).click();
    QVERIFY(!scene.now().asksForProduction);
    QCOMPARE(changed.count(), 4);
}

void TestSettingsDialog::aNumberHalfTypedIsNone()
{
    Scene scene;
    const QSignalSpy changed(&scene.keeper, &SettingsKeeper::changed);
    Test::showActive(scene.dialog);
    QSpinBox &stay = scene.spin(u"Time on the clipboard"_s);
    stay.setFocus();
    stay.selectAll();
    QTest::keyClicks(&stay, u"120"_s);
    QCOMPARE(changed.count(), 0);
    QTest::keyClick(&stay, Qt::Key_Tab);
    QCOMPARE(changed.count(), 1);
    QVERIFY(scene.now().clipboardStay == 120s);
}

void TestSettingsDialog::theClipboardMayBeLeftAlone()
{
    Scene scene;
    QSpinBox &stay = scene.spin(u"Time on the clipboard"_s);
    stay.setValue(60);
    scene.box(u"Take a copied"_s).click();
    QVERIFY(!scene.now().clipboardStay);
    QVERIFY(!stay.isEnabled());
    scene.box(u"Take a copied"_s).click();
    QVERIFY(scene.now().clipboardStay == 60s); // as it was
    QVERIFY(stay.isEnabled());
}

void TestSettingsDialog::followsOthers()
{
    Scene scene;
    Settings settings;
    settings.locksWhenIdle = true; // by the menu, say
    settings.clipboardStay.reset();
    scene.keeper.set(settings);
    QVERIFY(scene.box(u"Lock when idle"_s).isChecked());
    QVERIFY(!scene.spin(u"Time on the clipboard"_s).isEnabled());
    QVERIFY(scene.now() == settings);
}

void TestSettingsDialog::restoresTheDefaults()
{
    Scene scene;
    scene.keeper.set(
        {.leastLife = 1min,
         .clipboardStay = std::nullopt,
         .revealStay = 300s,
         .locksWhenIdle = true,
         .asksForProduction = false});
    Test::buttonIn(scene.dialog, u"Restore defaults"_s)->click();
    QVERIFY(scene.now() == Settings{});
    QCOMPARE(scene.spin(u"Time on the clipboard"_s).value(), 30);
}

void TestSettingsDialog::everythingHasAName()
{
    const Scene scene;
    const QList<QWidget *> widgets = scene.dialog.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool isPartOfOne = qobject_cast<QLineEdit *>(widget);
        if (widget->focusPolicy() == Qt::NoFocus || isPartOfOne)
            continue;
        const QString name = QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
    }
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
