// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/remarks.h"

#include "app/base/plaintext.h"

namespace Tenantscope::Ui {

using Tenant::Hint;
using Field = SignInForm::Field;

namespace {

/// Gives the functions of this file a context for translators.
class Remarks final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::Remarks)

public:
    static QString fromEnvironment() { return tr("Taken from AUTH0_CLIENT_SECRET."); }
    static QString fromStandardInput() { return tr("Taken from standard input."); }
    static QString ofSession() { return tr("Kept from before. Leave empty to keep it."); }
    static QString ofKeychain()
    {
        return tr("Saved in the system keychain. Leave empty to keep it.");
    }
    static QString pasted() { return tr("Taken from what you pasted."); }
    static QString fromFile() { return tr("Taken from the file."); }
    static QString signsWith(const QString &file)
    {
        return tr("Signs with the key in %1").arg(file);
    }
    static QString follows() { return tr("Follows the domain until you edit it."); }
    static QString edited()
    {
        return tr("Edited by you. Empty it and it follows the domain again.");
    }
};

bool hasBlanksAround(QStringView text)
{
    return text.size() != text.trimmed().size();
}

bool hasQuotesAround(QStringView text)
{
    const QStringView inner = text.trimmed();
    return inner.size() >= 2 && !inner.front().isLetterOrNumber()
        && !inner.back().isLetterOrNumber() && inner.front() != u'[';
}

/// The fields that \a isMeant picks of those whose text the form can look at.
QList<Field> fieldsWhere(const Tenant::CredentialsInput &typed, bool (*isMeant)(QStringView))
{
    QList<Field> fields;
    if (isMeant(typed.domain))
        fields.append(Field::Domain);
    if (isMeant(typed.clientId))
        fields.append(Field::ClientId);
    if (isMeant(typed.audience))
        fields.append(Field::Audience);
    if (fields.isEmpty()) // then it was the one that is not looked into
        fields.append(Field::ClientSecret);
    return fields;
}

QList<Field> fieldsOf(Hint hint, const Tenant::CredentialsInput &typed)
{
    switch (hint) {
    case Hint::AudienceWithoutSlash:
    case Hint::AudienceDoubledSlash:
    case Hint::AudienceOfAnotherTenant:
    case Hint::AudienceOfAnotherHost:
    case Hint::CustomDomainDefaultAudience:
    case Hint::AudienceOfAnotherApi:
        return {Field::Audience};
    case Hint::ClientIdLooksLikeSecret:
        return {Field::ClientId};
    case Hint::SecretQuoted:
    case Hint::SecretHasBlank:
    case Hint::SecretHasQuote:
    case Hint::SecretLooksLikeClientId:
        return {Field::ClientSecret};
    case Hint::PunycodeDomain:
        return {Field::Domain};
    case Hint::BlanksDropped:
        return fieldsWhere(typed, hasBlanksAround);
    case Hint::QuotesDropped:
        return fieldsWhere(typed, hasQuotesAround);
    }
    return {};
}

} // namespace

Field fieldOf(Base::ErrorKind kind)
{
    switch (kind) {
    case Base::ErrorKind::InvalidClientId:
        return Field::ClientId;
    case Base::ErrorKind::InvalidClientSecret:
    case Base::ErrorKind::InvalidPrivateKey:
        return Field::ClientSecret;
    case Base::ErrorKind::InvalidAudience:
        return Field::Audience;
    default:
        return Field::Domain;
    }
}

std::optional<Field> fieldOf(Session::Remedy remedy)
{
    switch (remedy) {
    case Session::Remedy::EditDomain:
        return Field::Domain;
    case Session::Remedy::EditClient:
        return Field::
            ClientSecret; // of the two the one that is more often wrong, and cannot be checked by eye
    case Session::Remedy::EditAudience:
        return Field::Audience;
    default:
        return std::nullopt;
    }
}

QString fieldText(const Session::Sentence &sentence)
{
    return sentence.line();
}

QString domainNotes(const QList<Tenant::Domain::Note> &notes)
{
    QStringList lines;
    for (const Tenant::Domain::Note note : notes)
        lines.append(Session::describe(note));
    return lines.join(u'\n');
}

QString placeholderFor(SecretSource source)
{
    switch (source) {
    case SecretSource::Nowhere:
        break;
    case SecretSource::Environment:
        return Remarks::fromEnvironment();
    case SecretSource::StandardInput:
        return Remarks::fromStandardInput();
    case SecretSource::Session:
        return Remarks::ofSession();
    case SecretSource::Keychain:
        return Remarks::ofKeychain();
    case SecretSource::Pasted:
        return Remarks::pasted();
    case SecretSource::File:
        return Remarks::fromFile();
    }
    return {};
}

QString placeholderFor(const Tenant::PrivateKey &key)
{
    return Remarks::signsWith(Base::plainLine(key.file));
}

QString audienceNote(bool follows)
{
    return follows ? Remarks::follows() : Remarks::edited();
}

std::array<QString, 4> hintTexts(const QList<Hint> &hints, const Tenant::CredentialsInput &typed)
{
    std::array<QString, 4> texts;
    for (const Hint hint : hints) {
        for (const Field field : fieldsOf(hint, typed)) {
            QString &text = texts[size_t(field)];
            if (!text.isEmpty())
                text += u'\n';
            text += Session::describe(hint);
        }
    }
    return texts;
}

} // namespace Tenantscope::Ui
