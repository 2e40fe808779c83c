// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"
#include "app/http/redaction.h"
#include "app/oauth/tokenresponse.h"
#include "app/session/sentence.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Details)
};

/// Gathers "name: value" lines, leaving out what is not known.
class Lines final
{
public:
    void add(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_lines.append(
                Text::tr("%1: %2").arg(name, Base::plainLine(Http::redactedMessage(value))));
    }

    [[nodiscard]] const QStringList &lines() const { return m_lines; }

private:
    QStringList m_lines;
};

void addCertificate(Lines &lines, const Base::CertificateFacts &certificate)
{
    const auto instant = [](const QDateTime &date) {
        return date.isValid() ? date.toUTC().toString(Qt::ISODate) : QString();
    };
    lines.add(Text::tr("Certificate"), certificate.subject);
    lines.add(Text::tr("Issuer"), certificate.issuer);
    lines.add(Text::tr("Valid from"), instant(certificate.notBefore));
    lines.add(Text::tr("Valid until"), instant(certificate.notAfter));
    lines.add(u"SHA-256"_s, certificate.sha256);
    for (const QString &problem : certificate.problems)
        lines.add(Text::tr("Problem"), problem);
}

/// The `detail` of these kinds names a rule, which the sentence already words.
bool namesRule(ErrorKind kind)
{
    return kind == ErrorKind::InvalidDomain || kind == ErrorKind::InvalidClientId
        || kind == ErrorKind::InvalidClientSecret || kind == ErrorKind::InvalidAudience
        || kind == ErrorKind::InvalidOrganization || kind == ErrorKind::InvalidPrivateKey;
}

} // namespace

QStringList details(const Base::Error &error)
{
    Lines lines;
    lines.add(Text::tr("About"), error.subject);
    if (error.status != 0)
        lines.add(Text::tr("Status"), QString::number(error.status));
    lines.add(u"error"_s, error.code);
    lines.add(u"error_description"_s, error.description);
    lines.add(u"error_uri"_s, error.uri);
    lines.add(Text::tr("Scopes"), error.scopes.join(u' '));
    lines.add(Text::tr("Request ID"), error.requestId);
    if (error.attempts > 0)
        lines.add(Text::tr("Attempts"), QLocale().toString(error.attempts));
    if (!namesRule(error.kind) && error.detail != OAuth::TokenProblem::assertionRefused)
        lines.add(Text::tr("Technical"), error.detail);
    if (error.certificate)
        addCertificate(lines, *error.certificate);
    return lines.lines();
}

} // namespace Tenantscope::Session
