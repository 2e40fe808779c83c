// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/signin/formfield.h"
#include "ui/signin/importbar.h"
#include "ui/signin/signinpane.h"

#include "tests/support/manualclock.h"
#include "tests/ui/uitest.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Field = SignInForm::Field;

namespace {

const QString curl = uR"(curl --request POST --url https://contoso.eu.auth0.com/oauth/token \
  --data '{"client_id":"machine","client_secret":"MARKER-1","audience":"https://contoso.eu.auth0.com/api/v2/"}')"_s;

struct Scene
{
    Scene()
    {
        pane.resize(900, 800);
        Test::showActive(pane);
    }
    [[nodiscard]] SignInForm &form() const { return *pane.findChild<SignInForm *>(); }
    [[nodiscard]] QLineEdit &edit(Field field) const { return form().field(field).edit(); }
    [[nodiscard]] ImportBar &bar() const { return *pane.findChild<ImportBar *>(); }
    [[nodiscard]] bool showsSecret() const
    {
        const QList<QLineEdit *> edits = pane.findChildren<QLineEdit *>();
        const bool isInField = std::any_of(edits.begin(), edits.end(), [](const QLineEdit *one) {
            return one->text().contains(u"MARKER"_s);
        });
        return isInField || Test::says(pane, u"MARKER"_s);
    }

    Test::ManualClock clock;
    Test::FixedRandom random;
    Session::TenantSession session{clock, random};
    SignInPane pane{session, nullptr};
};

} // namespace

class TestImportBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void pastes_data();
    void pastes();
    void pastesIntoTheDomain_data();
    void pastesIntoTheDomain();
    void saysWhatIsWrong();
    void dropsTheOldSecret();
    void readsFiles_data();
    void readsFiles();
    void opensAFile();
};

void TestImportBar::pastes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("notes");
    const QString clear = u"clear it"_s;
    QTest::newRow("curl") << curl << QStringList{u"Filled from a curl command."_s, clear};
    QTest::newRow("JSON")
        << uR"({"domain":"contoso.eu.auth0.com","clientId":"machine","clientSecret":"MARKER-1"})"_s
        << QStringList{u"Filled from JSON."_s, clear};
    QTest::newRow("env")
        << u"AUTH0_DOMAIN=contoso.eu.auth0.com\nAUTH0_CLIENT_ID=machine\nAUTH0_CLIENT_SECRET=MARKER-1"_s
        << QStringList{u"Filled from lines of an environment."_s, clear};
    QTest::newRow("auth0-cli") << uR"({"default_tenant":"contoso.eu.auth0.com",
                "tenants":{"contoso.eu.auth0.com":{"client_id":"machine"}}})"_s
                               << QStringList{u"auth0-cli"_s, u"no client secret"_s};
}

void TestImportBar::pastes()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, notes);
    Scene scene;
    QApplication::clipboard()->setText(text);
    Test::buttonIn(scene.pane, u"Paste…"_s)->click();
    QCOMPARE(scene.edit(Field::Domain).text(), u"contoso.eu.auth0.com"_s);
    QCOMPARE(scene.edit(Field::ClientId).text(), u"machine"_s);
    QCOMPARE(scene.edit(Field::Audience).text(), u"https://contoso.eu.auth0.com/api/v2/"_s);
    for (const QString &note : notes)
        QVERIFY2(scene.bar().note().contains(note), qPrintable(scene.bar().note()));
    QCOMPARE(QApplication::clipboard()->text(), text); // its owner's
    QVERIFY(!scene.showsSecret());
    const bool hasSecret = text.contains(u"MARKER"_s);
    const auto credentials = scene.form().take();
    QCOMPARE(bool(credentials), hasSecret);
    if (hasSecret)
        QCOMPARE(credentials->clientSecret, Base::Secret::fromText(u"MARKER-1"));
}

void TestImportBar::pastesIntoTheDomain_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("curl") << curl;
    QTest::newRow("JSON, one line")
        << uR"({"domain":"contoso.eu.auth0.com","clientId":"machine","clientSecret":"MARKER-1"})"_s;
    QTest::newRow("env")
        << u"AUTH0_DOMAIN=contoso.eu.auth0.com\nAUTH0_CLIENT_ID=machine\nAUTH0_CLIENT_SECRET=MARKER-1"_s;
}

void TestImportBar::pastesIntoTheDomain()
{
    QFETCH(const QString, text);
    Scene scene;
    QApplication::clipboard()->setText(text);
    scene.edit(Field::Domain).setFocus();
    QTest::keySequence(&scene.edit(Field::Domain), QKeySequence::Paste);
    QCOMPARE(scene.edit(Field::Domain).text(), u"contoso.eu.auth0.com"_s);
    QCOMPARE(scene.edit(Field::ClientId).text(), u"machine"_s);
    QVERIFY(scene.bar().note().startsWith(u"Filled from"_s));
    QVERIFY(!scene.showsSecret());
    scene.edit(Field::Domain).undo(); // nothing to get back
    QVERIFY(!scene.showsSecret());
    QCOMPARE(scene.form().take()->clientSecret, Base::Secret::fromText(u"MARKER-1"));
}

void TestImportBar::saysWhatIsWrong()
{
    Scene scene;
    scene.edit(Field::ClientId).setText(u"kept"_s);
    QApplication::clipboard()->setText(u"nothing of use"_s);
    Test::buttonIn(scene.pane, u"Paste…"_s)->click();
    QVERIFY(scene.bar().note().contains(u"were looked for"_s));
    QCOMPARE(scene.edit(Field::ClientId).text(), u"kept"_s);
    scene.pane.fill({});
    QVERIFY(scene.bar().note().isEmpty());
}

/// A secret must never go to another tenant than it came with.
void TestImportBar::dropsTheOldSecret()
{
    Scene scene;
    scene.bar().take(curl);
    scene.bar().take(u"AUTH0_DOMAIN=fabrikam.auth0.com\nAUTH0_CLIENT_ID=other"_s);
    QVERIFY(!scene.form().take());
    QVERIFY(scene.form().field(Field::ClientSecret).isWrong());
}

void TestImportBar::readsFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("note");
    QTest::newRow("JSON") << QByteArray(R"({"client_id":"machine","client_secret":"MARKER-1"})")
                          << u"Filled from JSON."_s;
    QTest::newRow("over 1 MB") << QByteArray(Tenant::largestImport + 1, ' ') << u"1 MB"_s;
    QTest::newRow("binary") << QByteArray(
        "\x7f"
        "ELF\0",
        5) << u"no text"_s;
    QTest::newRow("empty") << QByteArray() << u"no text"_s;
}

void TestImportBar::readsFiles()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, note);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(content);
    file.close();
    Scene scene;
    scene.bar().readFile(file.fileName());
    QVERIFY2(scene.bar().note().contains(note), qPrintable(scene.bar().note()));
    QVERIFY(!scene.bar().note().contains(u"clipboard"_s));
    scene.bar().readFile(folder.filePath(u"missing"_s));
    QVERIFY2(scene.bar().note().contains(u"missing"_s), qPrintable(scene.bar().note()));
    scene.bar().readFile(folder.path()); // a folder
    QVERIFY2(scene.bar().note().contains(u"no regular file"_s), qPrintable(scene.bar().note()));
}

void TestImportBar::opensAFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u".env"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write("AUTH0_CLIENT_ID=machine");
    file.close();
    Scene scene;
    Test::buttonIn(scene.pane, u"Open file…"_s)->click(); // returns at once
    auto *dialog = scene.bar().findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->directory(), QDir::home());
    Q_EMIT dialog->fileSelected(file.fileName());
    QCOMPARE(scene.edit(Field::ClientId).text(), u"machine"_s);
    dialog->close();
    QTRY_VERIFY(!scene.bar().findChild<QFileDialog *>());
}

QTEST_MAIN(TestImportBar)
#include "tst_importbar.moc"
