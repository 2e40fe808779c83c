// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/settings/settingskeeper.h"

#include "tests/ui/uitest.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSettingsKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void startsWithTheDefaults();
    void tellsOfChanges();
    void survivesTheRun();
    void keepsOnlyWhatWasChosen();
    void unreadableValuesAreNone_data();
    void unreadableValuesAreNone();

private:
    QTemporaryDir m_folder;
};

void TestSettingsKeeper::startsWithTheDefaults()
{
    QSettings file(m_folder.filePath(u"none.ini"_s), QSettings::IniFormat);
    const SettingsKeeper keeper(file);
    QVERIFY(keeper.current() == Settings{});
    QVERIFY(keeper.current().leastLife == 10min);
    QVERIFY(keeper.current().clipboardStay == 30s);
    QVERIFY(keeper.current().revealStay == 30s);
    QVERIFY(!keeper.current().locksWhenIdle);
    QVERIFY(keeper.current().asksForProduction);
}

void TestSettingsKeeper::tellsOfChanges()
{
    QSettings file(m_folder.filePath(u"changes.ini"_s), QSettings::IniFormat);
    SettingsKeeper keeper(file);
    const QSignalSpy changed(&keeper, &SettingsKeeper::changed);
    Settings settings;
    keeper.set(settings);
    QCOMPARE(changed.count(), 0);
    settings.revealStay = 5s;
    keeper.set(settings);
    QCOMPARE(changed.count(), 1);
    QVERIFY(keeper.current() == settings);
}

void TestSettingsKeeper::survivesTheRun()
{
    const QString name = m_folder.filePath(u"kept.ini"_s);
    const Settings chosen{
        .leastLife = 60min,
        .clipboardStay = std::nullopt,
        .revealStay = 300s,
        .locksWhenIdle = true,
        .asksForProduction = false};
    {
        QSettings file(name, QSettings::IniFormat);
        SettingsKeeper(file).set(chosen);
    }
    QSettings file(name, QSettings::IniFormat);
    QVERIFY(SettingsKeeper(file).current() == chosen);
}

void TestSettingsKeeper::keepsOnlyWhatWasChosen()
{
    QSettings file(m_folder.filePath(u"sparse.ini"_s), QSettings::IniFormat);
    SettingsKeeper keeper(file);
    Settings settings;
    settings.leastLife = 20min;
    keeper.set(settings);
    QCOMPARE(file.allKeys(), QStringList{u"settings/leastLifeMinutes"_s});
    keeper.set({});
    QCOMPARE(file.allKeys(), QStringList());
}

void TestSettingsKeeper::unreadableValuesAreNone_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    const auto row = [](const char *key, const QVariant &value) {
        QTest::addRow("%s=%s", key, qPrintable(value.toString()))
            << QString::fromLatin1(key) << value;
    };
    row("settings/leastLifeMinutes", u"soon"_s);
    row("settings/leastLifeMinutes", 0);
    row("settings/leastLifeMinutes", 61);
    row("settings/leastLifeMinutes", u"99999999999"_s);
    row("settings/clipboardStaySeconds", u""_s);
    row("settings/clipboardStaySeconds", 4);
    row("settings/clipboardStaySeconds", -30);
    row("settings/clipboardStaySeconds", 301);
    row("settings/revealStaySeconds", 0);
    row("settings/revealStaySeconds", QByteArray("\0\1", 2));
    row("settings/asksForProduction", u"perhaps"_s);
    row("settings/asksForProduction", 0);
    row("window/lockWhenIdle", u"perhaps"_s);
    row("window/lockWhenIdle", 1);
}

void TestSettingsKeeper::unreadableValuesAreNone()
{
    QFETCH(const QString, key);
    QFETCH(const QVariant, value);
    QSettings file(m_folder.filePath(u"odd.ini"_s), QSettings::IniFormat);
    file.clear();
    file.setValue(key, value);
    QVERIFY(SettingsKeeper(file).current() == Settings{});
}

QTEST_GUILESS_MAIN(TestSettingsKeeper)
#include "tst_settingskeeper.moc"
