// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/connectionmore.h"

#include "ui/shared/actionbutton.h"
#include "ui/shared/plainlabel.h"
#include "ui/signin/formfield.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

ConnectionMore::ConnectionMore(QWidget *parent)
    : QWidget(parent)
    , m_link(new QPushButton(tr("More options"), this))
    , m_parts(new QWidget(this))
{
    makeLink(m_link);
    m_link->setCheckable(true);
    m_link->setAccessibleDescription(tr("CA file, private key, organization"));
    createFields();
    layOut();
    m_parts->hide();
    connect(m_link, &QPushButton::toggled, m_parts, &QWidget::setVisible);
}

/// In the order of the tab key.
void ConnectionMore::createFields()
{
    createField(
        Field::CaFile, tr("CA file"), tr("Trusted in place of the system's certificates. PEM."));
    offerFiles(Field::CaFile, tr("Choose a CA file"));
    createField(
        Field::KeyFile, tr("Private key file"),
        tr("Signs token requests in place of the secret. RSA, PEM."));
    offerFiles(Field::KeyFile, tr("Choose a private key file"));
    createAlgorithm();
    createField(
        Field::Organization, tr("Organization"),
        tr("Its ID or name, when the token is to be for one."));
    connect(
        &field(Field::KeyFile).edit(), &QLineEdit::textChanged, this, &ConnectionMore::keyNamed);
}

void ConnectionMore::createField(Field which, const QString &name, const QString &note)
{
    auto *field = new FormField(name, m_parts);
    field->setUsualNote(note);
    QLineEdit &edit = field->edit();
    edit.setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    edit.setLayoutDirection(Qt::LeftToRight); // technical, whatever the language
    connect(&edit, &QLineEdit::returnPressed, this, &ConnectionMore::submitted);
    connect(&edit, &QLineEdit::textChanged, field, [field] {
        field->remark(FormField::Remark::Note, {});
    });
    m_fields[size_t(which)] = field;
}

void ConnectionMore::offerFiles(Field which, const QString &title)
{
    auto *button = new QPushButton(tr("Choose…"), &field(which));
    button->setAccessibleName(title);
    button->setAutoDefault(false);
    field(which).setBeside(button);
    connect(
        button, &QPushButton::clicked, this, [this, which, title] { chooseFile(which, title); });
}

void ConnectionMore::createAlgorithm()
{
    using Base::SigningAlgorithm;
    m_algorithm = new QComboBox(m_parts);
    for (const auto algorithm :
         {SigningAlgorithm::Rs256, SigningAlgorithm::Rs384, SigningAlgorithm::Ps256})
        m_algorithm->addItem(Base::nameOf(algorithm), int(algorithm));
}

void ConnectionMore::layOut()
{
    auto *label = new PlainLabel(tr("Algorithm"), PlainLabel::Style::Base, m_parts);
    label->setBuddy(m_algorithm);
    auto *algorithm = new QVBoxLayout;
    algorithm->setSpacing(4);
    algorithm->addWidget(label);
    algorithm->addWidget(m_algorithm);
    algorithm->addStretch();
    auto *key = new QHBoxLayout;
    key->setSpacing(12);
    key->addWidget(&field(Field::KeyFile), 1);
    key->addLayout(algorithm);
    auto *parts = new QVBoxLayout(m_parts);
    parts->setContentsMargins(24, 0, 0, 0);
    parts->setSpacing(12);
    parts->addWidget(&field(Field::CaFile));
    parts->addLayout(key);
    parts->addWidget(&field(Field::Organization));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_link, 0, Qt::AlignLeft);
    layout->addWidget(m_parts);
}

void ConnectionMore::fill(const Values &values)
{
    const Tenant::PrivateKey key = values.privateKey.value_or(Tenant::PrivateKey());
    m_heldKey = values.privateKey;
    field(Field::CaFile).edit().setText(values.caFile);
    field(Field::KeyFile).edit().setText(key.file);
    field(Field::Organization).edit().setText(values.organization);
    m_algorithm->setCurrentIndex(m_algorithm->findData(int(key.algorithm)));
    clearRemarks();
    setOpen(!values.caFile.isEmpty() || values.privateKey || !values.organization.isEmpty());
}

void ConnectionMore::setOpen(bool isOpen)
{
    m_link->setChecked(isOpen);
}

void ConnectionMore::forgetKey()
{
    m_heldKey.reset();
}

bool ConnectionMore::check()
{
    tellWrong(Field::CaFile, caFileProblem());
    tellWrong(Field::KeyFile, readKey());
    return !field(Field::CaFile).isWrong() && !field(Field::KeyFile).isWrong();
}

void ConnectionMore::tellWrong(Field which, const QString &text)
{
    field(which).remark(FormField::Remark::Error, text);
    if (!text.isEmpty())
        setOpen(true);
}

void ConnectionMore::clearRemarks()
{
    for (FormField *field : m_fields)
        field->remark(FormField::Remark::Note, {});
}

bool ConnectionMore::focusFirstWrong()
{
    for (FormField *field : m_fields) {
        if (!field->isWrong())
            continue;
        field->edit().setFocus(Qt::OtherFocusReason);
        field->edit().selectAll();
        return true;
    }
    return false;
}

ConnectionMore::Values ConnectionMore::values() const
{
    Values values{.caFile = text(Field::CaFile), .organization = text(Field::Organization)};
    if (namesKey()) {
        const QString file = text(Field::KeyFile);
        values.privateKey = Tenant::PrivateKey{
            .pem = m_heldKey && m_heldKey->file == file ? m_heldKey->pem : Base::Secret(),
            .algorithm = Base::SigningAlgorithm(m_algorithm->currentData().toInt()),
            .file = file};
    }
    return values;
}

bool ConnectionMore::namesKey() const
{
    return !text(Field::KeyFile).isEmpty();
}

FormField &ConnectionMore::field(Field which) const
{
    return *m_fields[size_t(which)];
}

QString ConnectionMore::text(Field which) const
{
    return field(which).edit().text().trimmed();
}

} // namespace Tenantscope::Ui
