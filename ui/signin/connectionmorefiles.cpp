// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// The files that the rare values name: how they are chosen, looked at and read.
#include "app/base/plaintext.h"
#include "app/jwt/keyfile.h"
#include "app/session/sentence.h"
#include "ui/signin/connectionmore.h"
#include "ui/signin/formfield.h"
#include "ui/signin/remarks.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>

namespace Tenantscope::Ui {

namespace {

constexpr qint64 largestCaFile = 1024 * 1024; // as much as `http` reads of it

} // namespace

void ConnectionMore::chooseFile(Field which, const QString &title)
{
    auto *dialog = new QFileDialog(this, title, QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    if (const QFileInfo present(text(which)); present.isAbsolute())
        dialog->setDirectory(present.path());
    connect(dialog, &QFileDialog::fileSelected, this, [this, which](const QString &file) {
        field(which).edit().setText(file);
    });
    dialog->open();
}

/// Why nothing can be read from \a file; empty: it can be tried.
QString ConnectionMore::pathProblem(const QString &file)
{
    if (!QFileInfo(file).isAbsolute())
        return tr("Give the whole path, from / on.");
    if (!QFileInfo::exists(file))
        return tr("There is no such file.");
    // A pipe would let the window wait for whoever writes to it.
    return QFileInfo(file).isFile() ? QString() : tr("This is no regular file.");
}

QString ConnectionMore::caFileProblem() const
{
    const QString name = text(Field::CaFile);
    if (name.isEmpty())
        return {};
    if (const QString problem = pathProblem(name); !problem.isEmpty())
        return problem;
    QFile file(name);
    if (!file.open(QFile::ReadOnly))
        return tr("It cannot be read: %1.").arg(Base::plainLine(file.errorString()));
    const bool hasCertificate = file.read(largestCaFile).contains("-----BEGIN CERTIFICATE-----");
    return hasCertificate ? QString() : tr("It holds no certificate in PEM form.");
}

QString ConnectionMore::readKey()
{
    if (!namesKey())
        return {};
    const QString file = text(Field::KeyFile);
    const bool isHeld = m_heldKey && m_heldKey->file == file && !m_heldKey->pem.isEmpty();
    const QString problem = pathProblem(file);
    if (isHeld && !problem.isEmpty()) // read from a pipe, which gives it only once
        return {};
    if (!problem.isEmpty())
        return problem;
    const Base::Result<Base::Secret> pem = Jwt::readKeyFile(
        file); // anew: it may have been replaced
    if (!pem)
        return fieldText(Session::describe(pem.error(), Session::Doing::SigningIn));
    m_heldKey = Tenant::PrivateKey{.pem = *pem, .file = file};
    return {};
}

} // namespace Tenantscope::Ui
