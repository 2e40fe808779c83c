// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/domain.h"

#include "app/tenant/hostname.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

constexpr qsizetype longestInput = 2'048; // nothing longer is looked at

/// A domain as typed, taken apart.
struct Pieces
{
    QString host;
    std::optional<QString> port;
    bool isBracketed = false;
    bool isEncrypted = true;
    QList<Domain::Note> notes;
};

/// Takes the scheme off \a rest.
std::optional<Base::Error> takeScheme(QStringView &rest, Pieces &pieces)
{
    const qsizetype colon = rest.indexOf(u':');
    if (colon < 0)
        return {};
    const QStringView scheme = rest.first(colon);
    const bool isHttps = scheme.compare("https"_L1, Qt::CaseInsensitive) == 0;
    const bool isHttp = scheme.compare("http"_L1, Qt::CaseInsensitive) == 0;
    const bool hasSlashes = rest.sliced(colon).startsWith("://"_L1);
    if ((isHttps || isHttp) != hasSlashes) // `ftp://…`, `https:/…`
        return refusedDomain(DomainRule::scheme).value();
    if (!hasSlashes)
        return {};
    rest = rest.sliced(colon + 3);
    pieces.isEncrypted = isHttps;
    if (isHttps)
        pieces.notes << Domain::Note::SchemeDropped;
    return {};
}

/// The rule broken by the first character of \a text that would end a host and begin something else.
QLatin1StringView ruleBrokenByDelimiter(QStringView text)
{
    for (const QChar c : text) {
        if (c == u'/' || c == u'?' || c == u'#')
            return DomainRule::path;
        if (c == u'@')
            return DomainRule::userinfo;
        if (c == u'%')
            return DomainRule::percent;
        if (c == u'\\' || c.isSpace())
            return DomainRule::character;
    }
    return {};
}

/// True when the dashboard's address was pasted, of which no tenant is reached.
bool isDashboard(QStringView text)
{
    constexpr auto dashboard = "manage.auth0.com"_L1;
    if (!text.startsWith(dashboard, Qt::CaseInsensitive))
        return false;
    const QStringView after = text.sliced(dashboard.size());
    return after.isEmpty() || "/?#"_L1.contains(after.front());
}

/// The tenant whose dashboard was pasted, `manage.auth0.com/dashboard/{region}/{tenant}/…`; empty when it
/// does not tell. Old tenants in the United States have no region in their name: the newer form is likelier.
QString tenantOfDashboard(QStringView text)
{
    const QList<QStringView> parts = text.split(u'/');
    if (parts.size() < 4 || parts.at(1) != "dashboard"_L1)
        return {};
    const QString region = parts.at(2).toString().toLower();
    const QString tenant = parts.at(3).toString().toLower();
    if (!ruleBrokenByLabel(region).isEmpty() || !ruleBrokenByLabel(tenant).isEmpty())
        return {};
    return tenant + u'.' + region + ".auth0.com"_L1;
}

/// Splits \a rest, all that is left between scheme and final slash, into host and port.
std::optional<Base::Error> takeHostAndPort(QStringView rest, Pieces &pieces)
{
    const qsizetype bracket = rest.startsWith(u'[') ? rest.indexOf(u']') : -1;
    pieces.isBracketed = bracket >= 0;
    const qsizetype colon = rest.indexOf(u':', pieces.isBracketed ? bracket : 0);
    if (!pieces.isBracketed && rest.count(u':') > 1)
        return refusedDomain(DomainRule::address).value();
    const QStringView host = colon < 0 ? rest : rest.first(colon);
    if (pieces.isBracketed && !host.endsWith(u']')) // `[::1]x`
        return refusedDomain(DomainRule::address).value();
    pieces.host = (pieces.isBracketed ? host.sliced(1, host.size() - 2) : host).toString();
    if (colon >= 0)
        pieces.port = rest.sliced(colon + 1).toString();
    return {};
}

Base::Result<Pieces> takeApart(QStringView text)
{
    Pieces pieces;
    QStringView rest = text.trimmed();
    if (rest.size() != text.size())
        pieces.notes << Domain::Note::BlanksDropped;
    if (rest.isEmpty())
        return refusedDomain(DomainRule::empty);
    if (rest.size() > longestInput)
        return refusedDomain(DomainRule::tooLong);
    if (const auto error = takeScheme(rest, pieces))
        return Base::failure(*error);
    if (isDashboard(rest))
        return refusedDomain(DomainRule::dashboardUrl, tenantOfDashboard(rest));
    if (rest.endsWith(u'/')) {
        rest.chop(1);
        pieces.notes << Domain::Note::SlashDropped;
    }
    if (const QLatin1StringView rule = ruleBrokenByDelimiter(rest); !rule.isEmpty())
        return refusedDomain(rule);
    if (const auto error = takeHostAndPort(rest, pieces))
        return Base::failure(*error);
    return pieces;
}

/// The number of a port; 0 when \a text is none.
int portNumber(const QString &text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.size() > 5 || text.startsWith(u'0') || !std::all_of(text.begin(), text.end(), isDigit))
        return 0;
    const int number = text.toInt();
    return number <= 65'535 ? number : 0;
}

} // namespace

Base::Result<Domain::Parsed> Domain::parse(QStringView text)
{
    const Base::Result<Pieces> pieces = takeApart(text);
    if (!pieces)
        return Base::failure(pieces.error());
    const Base::Result<Hostname> host = readHostname(pieces->host, pieces->isBracketed);
    if (!host)
        return Base::failure(host.error());
    if (!host->isLoopback && !pieces->isEncrypted)
        return refusedDomain(DomainRule::plainHttp);
    if (!host->isLoopback && pieces->port)
        return refusedDomain(DomainRule::port);

    Parsed parsed;
    parsed.notes = pieces->notes;
    parsed.domain.m_host = host->text;
    parsed.domain.m_loopback = host->isLoopback;
    parsed.domain.m_encrypted = pieces->isEncrypted;
    if (pieces->port) {
        parsed.domain.m_port = portNumber(*pieces->port);
        if (parsed.domain.m_port == 0)
            return refusedDomain(DomainRule::portNumber);
    }
    if (pieces->host.toLower() != pieces->host)
        parsed.notes << Note::LowerCased;
    if (host->isPunycode)
        parsed.notes << Note::Punycode;
    return parsed;
}

QString Domain::text() const
{
    return m_encrypted ? authority() : QString("http://"_L1 + authority());
}

QUrl Domain::url(const QString &path, const QUrlQuery &query) const
{
    QUrl url;
    url.setScheme(m_encrypted ? u"https"_s : u"http"_s);
    url.setHost(m_host, QUrl::StrictMode);
    url.setPort(m_port);
    url.setPath(path, QUrl::TolerantMode); // keeps what is encoded, encodes `?` and `#`
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QString Domain::defaultAudience() const
{
    return "https://"_L1 + authority() + "/api/v2/"_L1;
}

QString Domain::authority() const
{
    const QString host = m_host.contains(u':') ? QString(u'[' + m_host + u']') : m_host;
    return m_port < 0 ? host : QString(host + u':' + QString::number(m_port));
}

} // namespace Tenantscope::Tenant
