// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/connectionmore.h"
#include "ui/signin/formfield.h"

#include "tests/support/certificates.h"
#include "tests/support/keypair.h"
#include "tests/ui/uitest.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Field = ConnectionMore::Field;

namespace {

/// Files to name, and none of them elsewhere.
struct Files
{
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("a file could not be written");
        return file.fileName();
    }
    [[nodiscard]] QString path(const QString &name) const { return directory.filePath(name); }

    QTemporaryDir directory;
};

QLineEdit &edit(const ConnectionMore &more, Field field)
{
    return more.field(field).edit();
}

bool isOpen(const ConnectionMore &more)
{
    return Test::says(more, u"Algorithm"_s) && edit(more, Field::CaFile).isVisibleTo(&more);
}

QByteArray caPem()
{
    return Test::CertificateAuthority(u"root"_s).pem();
}

} // namespace

class TestConnectionMore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void foldedUntilWanted();
    void opensWhenAValueIsSet_data();
    void opensWhenAValueIsSet();
    void accessibleNames();
    void tabOrder();
    void readsTheKey();
    void readsTheKeyAnew();
    void keyOfAPipeIsKept();
    void forgetsTheKey();
    void wrongFilesAreTold_data();
    void wrongFilesAreTold();
    void wrongOnesOpenIt();
    void choosesAFile();
};

void TestConnectionMore::foldedUntilWanted()
{
    ConnectionMore more;
    QVERIFY(!isOpen(more));
    Test::buttonIn(more, u"More options"_s)->click();
    QVERIFY(isOpen(more));
    QVERIFY(more.check());
    QVERIFY(!more.values().privateKey);
    QVERIFY(more.values().caFile.isEmpty() && more.values().organization.isEmpty());
    more.fill({});
    QVERIFY(!isOpen(more));
}

void TestConnectionMore::opensWhenAValueIsSet_data()
{
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<QString>("keyFile");
    QTest::addColumn<QString>("organization");
    QTest::newRow("CA file") << u"/ca.pem"_s << QString() << QString();
    QTest::newRow("key") << QString() << u"/key.pem"_s << QString();
    QTest::newRow("organization") << QString() << QString() << u"org_abc"_s;
}

void TestConnectionMore::opensWhenAValueIsSet()
{
    QFETCH(QString, caFile);
    QFETCH(QString, keyFile);
    QFETCH(QString, organization);
    ConnectionMore more;
    ConnectionMore::Values values{.caFile = caFile, .organization = organization};
    if (!keyFile.isEmpty())
        values.privateKey = Tenant::PrivateKey{
            .algorithm = Base::SigningAlgorithm::Ps256, .file = keyFile};
    more.fill(values);
    QVERIFY(isOpen(more));
    QCOMPARE(more.values().caFile, caFile);
    QCOMPARE(more.values().privateKey, values.privateKey);
    QCOMPARE(more.values().organization, organization);
}

void TestConnectionMore::accessibleNames()
{
    const ConnectionMore more;
    const auto nameOf = [](QWidget *widget) {
        return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
    };
    QCOMPARE(nameOf(&edit(more, Field::CaFile)), u"CA file"_s);
    QCOMPARE(nameOf(&edit(more, Field::KeyFile)), u"Private key file"_s);
    QCOMPARE(nameOf(&edit(more, Field::Organization)), u"Organization"_s);
    // A combo box' name is its value on Linux; its label is a relation.
    const auto labels = QAccessible::queryAccessibleInterface(more.findChild<QComboBox *>())
                            ->relations(QAccessible::Label);
    QCOMPARE(labels.size(), 1);
    QCOMPARE(labels.constFirst().first->text(QAccessible::Name), u"Algorithm"_s);
    QVERIFY(Test::buttonIn(more, u"Choose a CA file"_s));
    QVERIFY(Test::buttonIn(more, u"Choose a private key file"_s));
}

void TestConnectionMore::tabOrder()
{
    ConnectionMore more;
    more.setOpen(true);
    Test::showActive(more);
    const QList<QWidget *> wanted{
        Test::buttonIn(more, u"More options"_s),
        &edit(more, Field::CaFile),
        Test::buttonIn(more, u"Choose a CA file"_s),
        &edit(more, Field::KeyFile),
        Test::buttonIn(more, u"Choose a private key file"_s),
        more.findChild<QComboBox *>(),
        &edit(more, Field::Organization)};
    wanted.constFirst()->setFocus();
    for (QWidget *widget : wanted) {
        QCOMPARE(QApplication::focusWidget(), widget);
        QTest::keyClick(widget, Qt::Key_Tab);
    }
}

void TestConnectionMore::readsTheKey()
{
    const Files files;
    ConnectionMore more;
    const QSignalSpy named(&more, &ConnectionMore::keyNamed);
    edit(more, Field::KeyFile).setText(files.write(u"key.pem"_s, Test::privateKeyPem));
    QCOMPARE(named.size(), 1);
    QVERIFY(more.namesKey());
    more.findChild<QComboBox *>()->setCurrentText(u"RS384"_s);
    QVERIFY(more.check());
    const auto key = more.values().privateKey;
    QVERIFY(key);
    QCOMPARE(key->pem, Base::Secret(Test::privateKeyPem));
    QCOMPARE(key->algorithm, Base::SigningAlgorithm::Rs384);
    QCOMPARE(key->file, files.path(u"key.pem"_s));
    edit(more, Field::KeyFile).setText({});
    QVERIFY(!more.namesKey() && !more.values().privateKey);
}

void TestConnectionMore::readsTheKeyAnew()
{
    const Files files;
    const QString file = files.write(u"key.pem"_s, Test::privateKeyPem);
    ConnectionMore more;
    more.fill(
        {.privateKey = Tenant::PrivateKey{
             .pem = Base::Secret(QByteArrayView("of yesterday")), .file = file}});
    QVERIFY(more.check());
    QCOMPARE(more.values().privateKey->pem, Base::Secret(Test::privateKeyPem));
}

void TestConnectionMore::keyOfAPipeIsKept()
{
    const Tenant::PrivateKey key{
        .pem = Base::Secret(QByteArrayView("read already")), .file = u"/dev/fd/4711"_s};
    ConnectionMore more;
    more.fill({.privateKey = key});
    QVERIFY(more.check());
    QCOMPARE(more.values().privateKey, key);
    edit(more, Field::KeyFile).setText(u"/dev/fd/4712"_s); // another one's
    QVERIFY(more.values().privateKey->pem.isEmpty());
    QVERIFY(!more.check());
}

void TestConnectionMore::forgetsTheKey()
{
    ConnectionMore more;
    more.fill(
        {.privateKey = Tenant::PrivateKey{
             .pem = Base::Secret(QByteArrayView("pem")), .file = u"/key.pem"_s}});
    more.forgetKey();
    QVERIFY(more.values().privateKey->pem.isEmpty());
    QCOMPARE(edit(more, Field::KeyFile).text(), u"/key.pem"_s);
}

void TestConnectionMore::wrongFilesAreTold_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("name"); // in the directory, if not absolute and there is content
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("text");
    const QString whole = u"Give the whole path, from / on."_s;
    const QByteArray none;
    QTest::newRow("CA: relative") << Field::CaFile << u"ca.pem"_s << none << whole;
    QTest::newRow("CA: of home") << Field::CaFile << u"~/ca.pem"_s << none << whole;
    QTest::newRow("CA: missing") << Field::CaFile << u"/none/ca.pem"_s << none
                                 << u"There is no such file."_s;
    QTest::newRow("CA: folder") << Field::CaFile << u"/"_s << none << u"This is no regular file."_s;
    QTest::newRow("CA: key in it") << Field::CaFile << u"ca.pem"_s << Test::privateKeyPem
                                   << u"It holds no certificate in PEM form."_s;
    QTest::newRow("key: relative") << Field::KeyFile << u"key.pem"_s << none << whole;
    QTest::newRow("key: missing") << Field::KeyFile << u"/none/key.pem"_s << none
                                  << u"There is no such file."_s;
    QTest::newRow("key: certificate in it")
        << Field::KeyFile << u"key.pem"_s << caPem() << u"cannot be used"_s;
}

void TestConnectionMore::wrongFilesAreTold()
{
    QFETCH(Field, field);
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, text);
    const Files files;
    ConnectionMore more;
    edit(more, field).setText(content.isEmpty() ? name : files.write(name, content));
    QVERIFY(!more.check());
    QVERIFY(more.field(field).isWrong());
    QVERIFY2(
        more.field(field).remarkText().contains(text), qPrintable(more.field(field).remarkText()));
    // Typing takes the remark away; the right file ends it.
    const bool isCa = field == Field::CaFile;
    edit(more, field).setText(files.write(u"right.pem"_s, isCa ? caPem() : Test::privateKeyPem));
    QVERIFY(!more.field(field).isWrong());
    QVERIFY(more.check());
}

void TestConnectionMore::wrongOnesOpenIt()
{
    const Files files;
    ConnectionMore more;
    more.fill({.caFile = u"ca.pem"_s});
    more.setOpen(false);
    Test::showActive(more);
    QVERIFY(!more.check());
    QVERIFY(isOpen(more));
    QVERIFY(more.focusFirstWrong());
    QCOMPARE(QApplication::focusWidget(), &edit(more, Field::CaFile));
    // A pipe nobody writes to must not hold the window up.
    const QString pipe = files.path(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    edit(more, Field::CaFile).setText({});
    edit(more, Field::KeyFile).setText(pipe);
    QVERIFY(!more.check());
    QVERIFY(more.field(Field::KeyFile).isWrong());
}

void TestConnectionMore::choosesAFile()
{
    const Files files;
    const QString file = files.write(u"key.pem"_s, Test::privateKeyPem);
    ConnectionMore more;
    more.setOpen(true);
    more.show();
    Test::buttonIn(more, u"Choose a private key file"_s)->click();
    auto *dialog = more.findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->directory(), QDir::home());
    Q_EMIT dialog->fileSelected(file);
    QCOMPARE(edit(more, Field::KeyFile).text(), file);
    QVERIFY(edit(more, Field::CaFile).text().isEmpty());
    dialog->close();
}

QTEST_MAIN(TestConnectionMore)
#include "tst_connectionmore.moc"
