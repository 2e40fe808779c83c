// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/importbar.h"

#include "app/session/sentence.h"
#include "ui/shared/plainlabel.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Tenant::ImportFormat;

ImportBar::ImportBar(QWidget *parent)
    : QWidget(parent)
    , m_note(new PlainLabel(PlainLabel::Style::Secondary, this))
{
    auto *pasteButton = new QPushButton(tr("Paste…"), this);
    auto *openButton = new QPushButton(tr("Open file…"), this);
    const QString purpose = tr(
        "Fills the fields from .env lines, JSON, a curl command or auth0-cli's config.json");
    for (QPushButton *button : {pasteButton, openButton}) {
        button->setAutoDefault(false);
        button->setAccessibleDescription(purpose);
        setPlainToolTip(button, purpose);
    }
    connect(pasteButton, &QPushButton::clicked, this, &ImportBar::paste);
    connect(openButton, &QPushButton::clicked, this, &ImportBar::chooseFile);
    m_note->setWordWrap(true);
    m_note->hide();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(pasteButton);
    buttons->addWidget(openButton);
    buttons->addWidget(
        new PlainLabel(tr("JSON, .env or a curl command"), PlainLabel::Style::Secondary, this), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(buttons);
    layout->addWidget(m_note);
}

bool ImportBar::isConnection(QStringView text)
{
    const QStringView inner = text.trimmed();
    return inner.contains(u'\n') || inner.startsWith(u'{') || inner.startsWith(u"curl "_s);
}

void ImportBar::paste()
{
    QString text = QGuiApplication::clipboard()->text();
    take(text);
    Base::wipe(text);
}

void ImportBar::take(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    import(bytes, SecretSource::Pasted);
    Base::wipe(bytes);
}

void ImportBar::readFile(const QString &name)
{
    QFile file(name);
    if (!QFileInfo(name).isFile() || !file.open(QFile::ReadOnly)) {
        const QString reason = QFileInfo(name).isFile() ? file.errorString()
                                                        : tr("it is no regular file");
        return tell(
            {.kind = Base::ErrorKind::FileUnusable,
             .subject = QFileInfo(name).fileName(),
             .detail = reason});
    }
    QByteArray bytes = file.read(Tenant::largestImport + 1); // one too many is told as too large
    import(bytes, SecretSource::File);
    Base::wipe(bytes);
}

void ImportBar::clear()
{
    m_note->hide();
    m_note->setText({});
}

QString ImportBar::note() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void ImportBar::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a file with credentials"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(dialog->filter() | QDir::Hidden); // .env
    connect(dialog, &QFileDialog::fileSelected, this, &ImportBar::readFile);
    dialog->open();
}

void ImportBar::import(QByteArrayView text, SecretSource source)
{
    const Base::Result<Tenant::ImportedConnection> read = Tenant::importConnection(text);
    if (!read)
        return tell(read.error());
    SignInValues values;
    values.domain = read->values.domain;
    values.clientId = read->values.clientId;
    values.audience = read->values.audience;
    values.organization = read->values.organization;
    values.secret = read->values.clientSecret;
    values.source = values.secret.isEmpty() ? SecretSource::Nowhere : source;
    Q_EMIT imported(values);
    tell(*read, source); // last: who fills the form clears what was said before
}

void ImportBar::tell(const Tenant::ImportedConnection &connection, SecretSource source)
{
    QString text;
    switch (connection.format) {
    case ImportFormat::DotEnv:
        text = tr("Filled from lines of an environment.");
        break;
    case ImportFormat::Json:
        text = tr("Filled from JSON.");
        break;
    case ImportFormat::Curl:
        text = tr("Filled from a curl command.");
        break;
    case ImportFormat::Auth0CliFile:
        text = tr("Filled from auth0-cli's configuration: its default tenant.");
        break;
    }
    if (connection.values.clientSecret.isEmpty())
        text += u' ' + tr("It holds no client secret.");
    else if (source == SecretSource::Pasted)
        text += u' ' + tr("The clipboard still holds the client secret: clear it.");
    m_note->setTone(PlainLabel::Tone::Plain);
    m_note->setText(text);
    m_note->show();
}

void ImportBar::tell(const Base::Error &error)
{
    m_note->setTone(PlainLabel::Tone::Error);
    m_note->setText(Session::describe(error, Session::Doing::SigningIn).line());
    m_note->show();
}

} // namespace Tenantscope::Ui
