// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/credentials.h"

#include "app/tenant/audience.h"
#include "app/tenant/clientshape.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

constexpr qsizetype longestClientId = 128; // Auth0's have 32, or 26 for third parties
constexpr qsizetype longestSecret = 4'096;
constexpr qsizetype longestAudience = 2'048;
constexpr qsizetype longestOrganization = 128; // Auth0's IDs have 20, names to 50

void addOnce(QList<Hint> &hints, Hint hint)
{
    if (!hints.contains(hint))
        hints << hint;
}

/// \a text without blanks and then quotes around it.
QString cleaned(QStringView text, QList<Hint> &hints)
{
    QStringView inner = text.trimmed();
    if (inner.size() != text.size())
        addOnce(hints, Hint::BlanksDropped);
    for (const auto &[open, close] :
         {std::pair(u'"', u'"'), std::pair(u'\'', u'\''), std::pair(u'\u201c', u'\u201d'),
          std::pair(u'`', u'`')}) {
        if (inner.size() >= 2 && inner.startsWith(open) && inner.endsWith(close)) {
            addOnce(hints, Hint::QuotesDropped);
            return inner.sliced(1, inner.size() - 2).trimmed().toString();
        }
    }
    return inner.toString();
}

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

QByteArrayView trimmed(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && isBlank(bytes.front()))
        bytes = bytes.sliced(1);
    while (!bytes.isEmpty() && isBlank(bytes.back()))
        bytes.chop(1);
    return bytes;
}

/// The bytes of a pasted secret without blanks and quotes around them: a view, so nothing to wipe.
QByteArrayView cleanedSecret(QByteArrayView secret, QList<Hint> &hints)
{
    QByteArrayView inner = trimmed(secret);
    if (inner.size() != secret.size())
        addOnce(hints, Hint::BlanksDropped);
    for (const auto &[open, close] :
         {std::pair<QByteArrayView, QByteArrayView>("\"", "\""),
          {"'", "'"},
          {"\xE2\x80\x9C", "\xE2\x80\x9D"},
          {"`", "`"}}) {
        if (inner.size() >= open.size() + close.size() && inner.startsWith(open)
            && inner.endsWith(close)) {
            addOnce(hints, Hint::SecretQuoted);
            return trimmed(inner.sliced(open.size(), inner.size() - open.size() - close.size()));
        }
    }
    return inner;
}

QLatin1StringView ruleBrokenByClientId(QStringView text)
{
    if (text.isEmpty())
        return CredentialRule::empty;
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }))
        return CredentialRule::blank;
    const auto isVisibleAscii = [](QChar c) { return c > u' ' && c <= u'~'; };
    if (!std::all_of(text.begin(), text.end(), isVisibleAscii))
        return CredentialRule::character;
    return text.size() > longestClientId ? CredentialRule::tooLong : QLatin1StringView();
}

QLatin1StringView ruleBrokenBySecret(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return CredentialRule::empty;
    if (std::any_of(bytes.begin(), bytes.end(), [](char c) { return c != ' ' && isBlank(c); }))
        return CredentialRule::blank;
    const auto isControl = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
    if (std::any_of(bytes.begin(), bytes.end(), isControl))
        return CredentialRule::character;
    return bytes.size() > longestSecret ? CredentialRule::tooLong : QLatin1StringView();
}

/// An API's or organization's identifier may be any text; blanks and invisible characters in it come from pasting.
QLatin1StringView ruleBrokenByIdentifier(const QString &text, qsizetype longest)
{
    const QList<uint> points = text.toUcs4();
    if (std::any_of(points.begin(), points.end(), [](uint point) { return QChar::isSpace(point); }))
        return CredentialRule::blank;
    if (std::any_of(points.begin(), points.end(), [](uint point) {
            const QChar::Category category = QChar::category(point);
            return point == QChar::ReplacementCharacter // also what a lone surrogate becomes
                || (category >= QChar::Other_Control && category <= QChar::Other_NotAssigned);
        }))
        return CredentialRule::character;
    return text.size() > longest ? CredentialRule::tooLong : QLatin1StringView();
}

/// Gathers the values, the hints on them and all errors.
class Check final
{
public:
    Check(const CredentialsInput &input, SecretIs secretIs)
    {
        readDomain(input.domain);
        m_checked.credentials.clientId = cleaned(input.clientId, m_checked.hints);
        note(
            Base::ErrorKind::InvalidClientId, ruleBrokenByClientId(m_checked.credentials.clientId));
        m_checked.credentials.privateKey = input.privateKey;
        if (!input.privateKey)
            readSecret(input.clientSecret, secretIs);
        readAudience(input.audience);
        readOrganization(input.organization);
    }

    CredentialsCheck result() &&
    {
        CredentialsCheck check;
        if (m_errors.isEmpty())
            check.credentials = std::move(m_checked);
        check.errors = std::move(m_errors);
        return check;
    }

private:
    void note(Base::ErrorKind kind, QLatin1StringView rule)
    {
        if (!rule.isEmpty())
            m_errors << Base::Error{.kind = kind, .detail = rule};
    }

    void readDomain(const QString &text)
    {
        // Blanks are Domain's to drop and to note: it is asked with what stands within quotes only.
        QList<Hint> quotes;
        const QString unquoted = cleaned(text, quotes);
        const bool isQuoted = quotes.contains(Hint::QuotesDropped);
        if (isQuoted)
            addOnce(m_checked.hints, Hint::QuotesDropped);
        const Base::Result<Domain::Parsed> parsed = Domain::parse(isQuoted ? unquoted : text);
        if (!parsed) {
            m_errors << parsed.error();
            return;
        }
        m_checked.credentials.domain = parsed->domain;
        m_checked.domainNotes = parsed->notes;
        if (parsed->notes.contains(Domain::Note::Punycode))
            addOnce(m_checked.hints, Hint::PunycodeDomain);
    }

    void readSecret(const Base::Secret &typed, SecretIs secretIs)
    {
        const QByteArrayView secret = cleanedSecret(typed.reveal(), m_checked.hints);
        if (secretIs == SecretIs::Needed || !secret.isEmpty())
            note(Base::ErrorKind::InvalidClientSecret, ruleBrokenBySecret(secret));
        noteShape(secret);
        m_checked.credentials.clientSecret = Base::Secret(secret);
    }

    /// Auth0's own secrets have neither blanks nor quotes, and look unlike a client ID.
    void noteShape(QByteArrayView secret)
    {
        QList<Hint> &hints = m_checked.hints;
        if (secret.contains(' '))
            addOnce(hints, Hint::SecretHasBlank);
        if (secret.contains('"') || secret.contains('\'') || secret.contains('`'))
            addOnce(hints, Hint::SecretHasQuote);
        const bool isId = looksLikeClientId(secret);
        const bool isSecret = looksLikeClientSecret(m_checked.credentials.clientId);
        if (isId && isSecret)
            note(Base::ErrorKind::InvalidClientId, CredentialRule::swapped);
        else if (isSecret)
            addOnce(hints, Hint::ClientIdLooksLikeSecret);
        else if (isId)
            addOnce(hints, Hint::SecretLooksLikeClientId);
    }

    void readOrganization(const QString &text)
    {
        QString &organization = m_checked.credentials.organization;
        organization = cleaned(text, m_checked.hints);
        note(
            Base::ErrorKind::InvalidOrganization,
            ruleBrokenByIdentifier(organization, longestOrganization));
    }

    void readAudience(const QString &text)
    {
        const Domain &domain = m_checked.credentials.domain;
        QString &audience = m_checked.credentials.audience;
        audience = cleaned(text, m_checked.hints);
        if (audience.isEmpty() && !domain.isEmpty())
            audience = domain.defaultAudience();
        note(Base::ErrorKind::InvalidAudience, ruleBrokenByIdentifier(audience, longestAudience));
        if (m_errors.isEmpty())
            m_checked.hints << hintsOnAudience(audience, domain);
    }

    CheckedCredentials m_checked;
    QList<Base::Error> m_errors;
};

} // namespace

CredentialsCheck checkCredentials(const CredentialsInput &input, SecretIs secret)
{
    return Check(input, secret).result();
}

} // namespace Tenantscope::Tenant
