// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

namespace Tenantscope::Tenant {

/// The rule a refused domain breaks: the `detail` of an InvalidDomain error, for which the session has a sentence.
namespace DomainRule {
inline constexpr QLatin1StringView empty{"empty"};
inline constexpr QLatin1StringView scheme{"scheme"}; ///< neither https:// nor http://
inline constexpr QLatin1StringView plainHttp{
    "plain-http"};                                       ///< http:// to another host than loopback
inline constexpr QLatin1StringView userinfo{"userinfo"}; ///< `somebody@host`
inline constexpr QLatin1StringView path{"path"}; ///< something after the host: `/…`, `?…`, `#…`
inline constexpr QLatin1StringView percent{"percent"}; ///< `%2e` and the like
inline constexpr QLatin1StringView character{
    "character"}; ///< blank, backslash, `_`, invisible or look-alike character
inline constexpr QLatin1StringView label{
    "label"}; ///< a part between dots: empty, over 63, `-` at an end
inline constexpr QLatin1StringView oneLabel{"one-label"}; ///< no dot at all, and not `localhost`
inline constexpr QLatin1StringView tooLong{"too-long"};   ///< over 253 characters
inline constexpr QLatin1StringView port{"port"};          ///< a port on another host than loopback
inline constexpr QLatin1StringView portNumber{"port-number"}; ///< not 1…65535
inline constexpr QLatin1StringView address{
    "address"}; ///< an IP address, in any spelling, other than loopback
inline constexpr QLatin1StringView dashboardUrl{
    "dashboard-url"}; ///< manage.auth0.com; `subject`: the tenant's domain, if it can be told
} // namespace DomainRule

/// A tenant's host, validated: the only source of request URLs.
///
/// A DNS name of at least two labels (RFC 1123 §2.1), at most 253 characters, or, for loopback only, `localhost`,
/// 127/8 or `[::1]` with an optional port and an optional `http://`. Never judged by its suffix: custom domains and
/// Private Cloud have any name.
class Domain final
{
public:
    /// What was tidied up on the way in, to be shown beside the field.
    enum class Note { SchemeDropped, SlashDropped, BlanksDropped, LowerCased, Punycode };

    struct Parsed;
    /// Reads \a text as typed or pasted. InvalidDomain says in `detail` which rule it breaks.
    [[nodiscard]] static Base::Result<Parsed> parse(QStringView text);

    Domain() = default; ///< no domain: isEmpty()

    [[nodiscard]] bool isEmpty() const { return m_host.isEmpty(); }
    [[nodiscard]] bool isLoopback() const { return m_loopback; }
    [[nodiscard]] bool isEncrypted() const { return m_encrypted; }
    /// As its user would type it: `contoso.eu.auth0.com`, `localhost:8443`, `http://localhost:8080`.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString host() const { return m_host; }
    [[nodiscard]] int port() const { return m_port; } ///< −1: the scheme's own

    /// `https://{domain}` + \a path (absolute, already percent-encoded where needed) + \a query.
    [[nodiscard]] QUrl url(const QString &path, const QUrlQuery &query = {}) const;
    /// `https://{domain}/api/v2/`, the Management API's identifier. It names an API, is
    /// never fetched, and so is https for loopback too.
    [[nodiscard]] QString defaultAudience() const;

    bool operator==(const Domain &) const = default;

private:
    [[nodiscard]] QString authority() const; ///< host and port as they stand in a URL

    QString m_host; ///< ASCII, lower case; IPv6 without brackets
    int m_port = -1;
    bool m_loopback = false;
    bool m_encrypted = true;
};

struct Domain::Parsed
{
    Domain domain;
    QList<Note> notes;

    bool operator==(const Parsed &) const = default;
};

} // namespace Tenantscope::Tenant
