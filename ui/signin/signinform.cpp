// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/signinform.h"

#include "ui/signin/connectionmore.h"
#include "ui/signin/formfield.h"
#include "ui/signin/importbar.h"
#include "ui/signin/remarks.h"
#include "ui/signin/repair.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

/// A secret field's settings: UI-2. Qt leaves such a field nothing to copy, to drag out or to undo.
void makeSecret(QLineEdit &edit)
{
    edit.setEchoMode(QLineEdit::Password);
    edit.setInputMethodHints(
        Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText
        | Qt::ImhNoAutoUppercase);
    edit.setDragEnabled(false);
}

} // namespace

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent)
{
    createFields();
    connectFields();
    fill({});
}

SignInForm::~SignInForm()
{
    // A field that loses the focus while its window goes tells so; by then there is no form to hear it.
    for (FormField *field : m_fields)
        field->edit().disconnect(this);
    m_more->disconnect(this);
}

void SignInForm::createFields()
{
    m_fields = {
        new FormField(tr("Domain"), this), new FormField(tr("Client ID"), this),
        new FormField(tr("Client secret"), this), new FormField(tr("Audience"), this)};
    m_more = new ConnectionMore(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (FormField *field : m_fields) {
        layout->addWidget(field);
        field->edit().setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    }
    layout->addWidget(m_more);
    edit(Field::Domain).setPlaceholderText(u"contoso.eu.auth0.com"_s);
    edit(Field::Audience).setPlaceholderText(u"https://contoso.eu.auth0.com/api/v2/"_s);
    makeSecret(edit(Field::ClientSecret));
    setSecretPlace(tr("Kept for this session only."));
    // Technical text reads left to right whatever the language.
    for (const Field which : {Field::Domain, Field::ClientId, Field::Audience})
        edit(which).setLayoutDirection(Qt::LeftToRight);
}

void SignInForm::connectFields()
{
    for (FormField *field : m_fields) {
        connect(&field->edit(), &QLineEdit::returnPressed, this, &SignInForm::submitted);
        connect(&field->edit(), &QLineEdit::textEdited, field, [field] {
            field->remark(FormField::Remark::Note, {});
        });
        connect(&field->edit(), &QLineEdit::editingFinished, this, &SignInForm::remarkHints);
    }
    for (const Field which : {Field::Domain, Field::ClientId, Field::ClientSecret, Field::Audience})
        connect(&field(which), &FormField::repairWanted, this, [this, which] { carryOut(which); });
    connect(&edit(Field::Domain), &QLineEdit::textChanged, this, &SignInForm::followDomain);
    connect(&edit(Field::Domain), &QLineEdit::editingFinished, this, &SignInForm::tidyDomain);
    connect(&edit(Field::Domain), &QLineEdit::textEdited, this, [this](const QString &text) {
        if (ImportBar::isConnection(text))
            Q_EMIT connectionPasted(text);
    });
    connect(&edit(Field::Audience), &QLineEdit::textEdited, this, &SignInForm::audienceEdited);
    // Empty again: what is held counts once more, as the placeholder says.
    connect(&edit(Field::ClientSecret), &QLineEdit::textEdited, this, &SignInForm::showHeld);
    connect(m_more, &ConnectionMore::keyNamed, this, &SignInForm::followKey);
    connect(m_more, &ConnectionMore::submitted, this, &SignInForm::submitted);
}

void SignInForm::fill(const SignInValues &values)
{
    m_heldSecret = values.secret;
    m_source = values.source;
    m_audienceFollows = values.audience.isEmpty();
    for (FormField *field : m_fields)
        field->remark(FormField::Remark::Note, {});
    edit(Field::Domain).setText(values.domain);
    edit(Field::ClientId).setText(values.clientId);
    edit(Field::ClientSecret).setText({}); // clear() could be undone
    m_more->fill(
        {.caFile = values.caFile,
         .privateKey = values.privateKey,
         .organization = values.organization});
    followKey();
    if (!m_audienceFollows)
        edit(Field::Audience).setText(values.audience);
    field(Field::Audience).setUsualNote(audienceNote(m_audienceFollows));
    followDomain();
    if (!values.domain.isEmpty()) {
        tidyDomain();
        remarkHints();
    }
}

void SignInForm::forgetSecret()
{
    m_heldSecret.clear();
    m_more->forgetKey();
    if (m_source != SecretSource::Keychain) // whose it still is
        m_source = SecretSource::Nowhere;
    edit(Field::ClientSecret).setText({});
    showHeld();
}

void SignInForm::focusField(Field which)
{
    if (which == Field::ClientSecret && m_more->namesKey()) {
        m_more->setOpen(true);
        return m_more->field(ConnectionMore::Field::KeyFile).edit().setFocus(Qt::OtherFocusReason);
    }
    edit(which).setFocus(Qt::OtherFocusReason);
    edit(which).selectAll();
}

void SignInForm::focusFirstEmpty()
{
    const bool needsSecret = m_heldSecret.isEmpty() && !m_more->namesKey()
        && m_source != SecretSource::Keychain;
    for (const Field which : {Field::Domain, Field::ClientId, Field::ClientSecret}) {
        const bool wanted = which != Field::ClientSecret || needsSecret;
        if (wanted && edit(which).text().isEmpty())
            return focusField(which);
    }
    focusField(Field::Domain);
}

std::optional<Tenant::Credentials> SignInForm::take(Tenant::SecretIs need)
{
    for (FormField *field : m_fields)
        field->remark(FormField::Remark::Note, {});
    m_more->clearRemarks();
    const bool areFilesRight = m_more->check();
    if (m_source == SecretSource::Keychain || m_more->namesKey())
        need = Tenant::SecretIs::NotNeeded;
    Tenant::CredentialsCheck check = Tenant::checkCredentials(input(), need);
    if (!check.credentials || !areFilesRight) {
        showErrors(check.errors);
        focusFirstWrong();
        return std::nullopt;
    }
    showCleaned(check.credentials->credentials);
    showHints(*check.credentials);
    return std::move(check.credentials->credentials);
}

QString SignInForm::caFile() const
{
    return m_more->values().caFile;
}

FormField &SignInForm::field(Field which) const
{
    return *m_fields[size_t(which)];
}

void SignInForm::setSecretPlace(const QString &text)
{
    m_secretPlace = text;
    showHeld();
}

QLineEdit &SignInForm::edit(Field which) const
{
    return field(which).edit();
}

void SignInForm::followDomain()
{
    if (!m_audienceFollows)
        return;
    const auto parsed = Tenant::Domain::parse(edit(Field::Domain).text());
    edit(Field::Audience).setText(parsed ? parsed->domain.defaultAudience() : QString());
    edit(Field::Audience).setCursorPosition(0);
}

void SignInForm::audienceEdited()
{
    m_audienceFollows = edit(Field::Audience).text().isEmpty();
    field(Field::Audience).setUsualNote(audienceNote(m_audienceFollows));
    field(Field::Audience).remark(FormField::Remark::Note, {});
}

void SignInForm::showHeld()
{
    const auto key = m_more->values().privateKey;
    const bool isSecretSomewhere = !m_heldSecret.isEmpty() || m_source == SecretSource::Keychain;
    const SecretSource holder = isSecretSomewhere ? m_source : SecretSource::Nowhere;
    edit(Field::ClientSecret)
        .setPlaceholderText(key ? placeholderFor(*key) : placeholderFor(holder));
    field(Field::ClientSecret).setUsualNote(key ? QString() : m_secretPlace);
}

/// A private key stands in the secret's place.
void SignInForm::followKey()
{
    edit(Field::ClientSecret).setEnabled(!m_more->namesKey());
    if (m_more->namesKey()) {
        edit(Field::ClientSecret).setText({});
        field(Field::ClientSecret).remark(FormField::Remark::Note, {});
    }
    showHeld();
}

Tenant::CredentialsInput SignInForm::input() const
{
    const QString typed = edit(Field::ClientSecret).text();
    const ConnectionMore::Values more = m_more->values();
    Base::Secret secret = typed.isEmpty() ? m_heldSecret : Base::Secret::fromText(typed);
    if (more.privateKey)
        secret.clear();
    return {
        .domain = edit(Field::Domain).text(),
        .clientId = edit(Field::ClientId).text(),
        .clientSecret = secret,
        .audience = m_audienceFollows ? QString() : edit(Field::Audience).text(),
        .privateKey = more.privateKey,
        .organization = more.organization,
    };
}

} // namespace Tenantscope::Ui
