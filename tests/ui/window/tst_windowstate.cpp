// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/windowstate.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestWindowState final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keepsWhatIsSet();
    void setsAside_data();
    void setsAside();
    void setsAsideTwice();
    void usualPlace();
};

void TestWindowState::keepsWhatIsSet()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    {
        WindowState state(file);
        QVERIFY(state.setAside().isEmpty());
        state.settings().setValue(u"some/key"_s, 7);
    }
    QVERIFY(contentOf(file).contains("format=1"));
    const WindowState again(file);
    QVERIFY(again.setAside().isEmpty());
    QCOMPARE(again.settings().value(u"some/key"_s).toInt(), 7);
}

void TestWindowState::setsAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("another version") << QByteArray("[General]\nformat=2\n[some]\nkey=7\n");
    QTest::newRow("no version") << QByteArray("[some]\nkey=7\n");
    QTest::newRow("version is no number") << QByteArray("[General]\nformat=one\n");
    QTest::newRow("not an ini file") << QByteArray("\0\1\2garbage\xff\n{]", 14);
    QTest::newRow("empty") << QByteArray();
}

void TestWindowState::setsAside()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    write(file, content);
    WindowState state(file);
    QCOMPARE(state.setAside(), file + u".unreadable"_s);
    QCOMPARE(contentOf(state.setAside()), content);
    QVERIFY(!state.settings().contains(u"some/key"_s));
    state.settings().sync();
    QVERIFY(contentOf(file).contains("format=1"));
}

void TestWindowState::setsAsideTwice()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(u"window.ini"_s);
    write(file, "first");
    {
        const WindowState state(file);
    }
    write(file, "second");
    const WindowState state(file);
    QCOMPARE(contentOf(file + u".unreadable"_s), "first");
    QCOMPARE(contentOf(state.setAside()), "second");
}

void TestWindowState::usualPlace()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tenantscope"_s);
    QVERIFY(WindowState::usualFile().endsWith(u"/tenantscope/window.ini"_s));
}

QTEST_GUILESS_MAIN(TestWindowState)
#include "tst_windowstate.moc"
