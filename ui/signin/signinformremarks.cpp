// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// What the form says beside its fields, and mends on a press of a button there.
#include "app/session/sentence.h"
#include "app/tenant/clientshape.h"
#include "ui/signin/connectionmore.h"
#include "ui/signin/formfield.h"
#include "ui/signin/remarks.h"
#include "ui/signin/repair.h"
#include "ui/signin/signinform.h"

#include <QLineEdit>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

void SignInForm::tidyDomain()
{
    const QString typed = edit(Field::Domain).text();
    if (typed.trimmed().isEmpty())
        return;
    const auto parsed = Tenant::Domain::parse(typed);
    if (!parsed) {
        showErrors({parsed.error()});
        return;
    }
    edit(Field::Domain).setText(parsed->domain.text());
    if (!parsed->notes.isEmpty())
        field(Field::Domain).remark(FormField::Remark::Note, domainNotes(parsed->notes));
}

void SignInForm::remarkHints()
{
    // Hints on what is there already must not wait for what is not there yet.
    Tenant::CredentialsInput values = input();
    if (values.clientId.trimmed().isEmpty())
        values.clientId = u"x"_s;
    if (values.clientSecret.isEmpty())
        values.clientSecret = Base::Secret::fromText(u"x");
    const Tenant::CredentialsCheck check = Tenant::checkCredentials(values);
    if (check.credentials)
        return showHints(*check.credentials);
    for (const Base::Error &error : check.errors) {
        if (error.detail == Tenant::CredentialRule::swapped)
            showErrors({error});
    }
}

void SignInForm::showHints(const Tenant::CheckedCredentials &checked)
{
    const Tenant::CredentialsInput typed = input();
    const auto texts = hintTexts(checked.hints, typed);
    std::array<QString, 4> offers;
    for (const Tenant::Hint hint : checked.hints) {
        if (const auto repair = repairFor(hint, typed))
            offers[size_t(repair->field)] = offer(repair); // the last one mends most
    }
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (!texts[i].isEmpty() && !m_fields[i]->isWrong())
            m_fields[i]->remark(FormField::Remark::Hint, texts[i], offers[i]);
    }
}

/// Keeps \a repair for the button beside its field, and returns what that says.
QString SignInForm::offer(const std::optional<Repair> &repair)
{
    if (!repair)
        return {};
    std::erase_if(m_repairs, [&](const Repair &old) { return old.field == repair->field; });
    m_repairs.push_back(*repair);
    return repair->text;
}

void SignInForm::carryOut(Field which)
{
    const auto found = std::find_if(m_repairs.begin(), m_repairs.end(), [which](const Repair &one) {
        return one.field == which;
    });
    if (found == m_repairs.end())
        return;
    const std::optional<QString> value = found->value;
    for (FormField *field : m_fields)
        field->remark(FormField::Remark::Note, {});
    if (value)
        edit(which).setText(*value);
    else
        swapClient();
    if (which == Field::Audience)
        audienceEdited();
    focusField(which);
    tidyDomain();
    remarkHints();
}

/// What stands in the secret field, or is held, becomes the client ID only if it looks like one.
void SignInForm::swapClient()
{
    const auto swapped = Tenant::withClientSwapped(input());
    if (!swapped)
        return;
    const QString secret = edit(Field::ClientId).text().trimmed();
    edit(Field::ClientId).setText(swapped->clientId);
    edit(Field::ClientSecret).setText(secret);
}

void SignInForm::showCleaned(const Tenant::Credentials &credentials)
{
    const auto show = [this](Field which, const QString &text) {
        if (edit(which).text() != text)
            edit(which).setText(text);
    };
    show(Field::Domain, credentials.domain.text());
    show(Field::ClientId, credentials.clientId);
    show(Field::Audience, credentials.audience);
    QLineEdit &organization = m_more->field(ConnectionMore::Field::Organization).edit();
    if (organization.text() != credentials.organization)
        organization.setText(credentials.organization);
}

void SignInForm::showErrors(const QList<Base::Error> &errors)
{
    const Tenant::CredentialsInput typed = input();
    for (const Base::Error &error : errors) {
        const Session::Sentence sentence = Session::describe(error, Session::Doing::SigningIn);
        if (error.kind == Base::ErrorKind::InvalidOrganization) {
            m_more->tellWrong(ConnectionMore::Field::Organization, fieldText(sentence));
            continue;
        }
        field(fieldOf(error.kind))
            .remark(FormField::Remark::Error, fieldText(sentence), offer(repairFor(error, typed)));
    }
}

void SignInForm::focusFirstWrong()
{
    for (const Field which :
         {Field::Domain, Field::ClientId, Field::ClientSecret, Field::Audience}) {
        if (field(which).isWrong())
            return focusField(which);
    }
    m_more->focusFirstWrong();
}

} // namespace Tenantscope::Ui
