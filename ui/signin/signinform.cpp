// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/signinform.h"

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
}

void SignInForm::createFields()
{
    m_fields = {
        new FormField(tr("Domain"), this), new FormField(tr("Client ID"), this),
        new FormField(tr("Client secret"), this), new FormField(tr("Audience"), this)};
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (FormField *field : m_fields) {
        layout->addWidget(field);
        field->edit().setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    }
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
    connect(&edit(Field::ClientSecret), &QLineEdit::textEdited, this, &SignInForm::secretEdited);
}

void SignInForm::fill(const SignInValues &values)
{
    m_heldSecret = values.secret;
    m_heldKey = values.privateKey;
    m_organization = values.organization;
    m_source = values.source;
    m_audienceFollows = values.audience.isEmpty();
    for (FormField *field : m_fields)
        field->remark(FormField::Remark::Note, {});
    edit(Field::Domain).setText(values.domain);
    edit(Field::ClientId).setText(values.clientId);
    edit(Field::ClientSecret).setText({}); // clear() could be undone
    showHeld();
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
    m_heldKey.reset();
    if (m_source != SecretSource::Keychain) // whose it still is
        m_source = SecretSource::Nowhere;
    edit(Field::ClientSecret).setText({});
    showHeld();
}

void SignInForm::focusField(Field which)
{
    edit(which).setFocus(Qt::OtherFocusReason);
    edit(which).selectAll();
}

void SignInForm::focusFirstEmpty()
{
    const bool needsSecret = m_heldSecret.isEmpty() && !m_heldKey
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
    if (m_source == SecretSource::Keychain)
        need = Tenant::SecretIs::NotNeeded;
    Tenant::CredentialsCheck check = Tenant::checkCredentials(input(), need);
    if (!check.credentials) {
        showErrors(check.errors);
        focusFirstWrong();
        return std::nullopt;
    }
    showCleaned(check.credentials->credentials);
    showHints(*check.credentials);
    return std::move(check.credentials->credentials);
}

FormField &SignInForm::field(Field which) const
{
    return *m_fields[size_t(which)];
}

void SignInForm::setSecretPlace(const QString &text)
{
    field(Field::ClientSecret).setUsualNote(text);
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

void SignInForm::secretEdited()
{
    showHeld(); // empty again: what is held counts once more, as the placeholder says
}

void SignInForm::showHeld()
{
    edit(Field::ClientSecret)
        .setPlaceholderText(m_heldKey ? placeholderFor(*m_heldKey) : placeholderFor(m_source));
}

Tenant::CredentialsInput SignInForm::input() const
{
    const QString typed = edit(Field::ClientSecret).text();
    return {
        .domain = edit(Field::Domain).text(),
        .clientId = edit(Field::ClientId).text(),
        .clientSecret = typed.isEmpty() ? m_heldSecret : Base::Secret::fromText(typed),
        .audience = m_audienceFollows ? QString() : edit(Field::Audience).text(),
        .privateKey = typed.isEmpty() ? m_heldKey : std::nullopt,
        .organization = m_organization,
    };
}

} // namespace Tenantscope::Ui
