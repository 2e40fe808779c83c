// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/endpointcatalogue.h"

#include "app/management/cataloguetable.h"

#include <QUrl>

#include <algorithm>

namespace Tenantscope::Management {

using namespace Qt::StringLiterals;

namespace {

constexpr auto root = "/api/v2"_L1;
constexpr qsizetype longestRequest =
    4'000; ///< what is longer was not typed by somebody who looks for an endpoint

enum Field { Group, Method, Path, Scopes, Stage, Deprecated, Fields };

Lifecycle lifecycleFrom(const QString &word)
{
    for (const Lifecycle known :
         {Lifecycle::GeneralAvailability, Lifecycle::EarlyAccess, Lifecycle::Beta}) {
        if (word == nameOf(known))
            return known;
    }
    return Lifecycle::Unknown;
}

Endpoint endpointFrom(const QStringList &row)
{
    Endpoint endpoint{
        .group = row[Group],
        .method = row[Method],
        .path = row[Path],
        .lifecycle = lifecycleFrom(row[Stage]),
        .isDeprecated = row[Deprecated] == "true"_L1};
    for (const QString &way : row[Scopes].split(u' '))
        endpoint.ways.append(way.split(u'+'));
    return endpoint;
}

/// The parts of the path in \a typed, a path or a URL, as they follow on `/api/v2`.
QStringList partsOf(const QString &typed)
{
    const auto *end = std::find_if(
        typed.begin(), typed.end(), [](QChar c) { return c == u'?' || c == u'#'; });
    QString path = typed.first(end - typed.begin());
    const qsizetype colon = path.indexOf("://"_L1);
    if (colon >= 0 && path.indexOf(u'/') == colon + 1) { // else it stands within a path
        const qsizetype slash = path.indexOf(u'/', colon + 3);
        path = slash < 0 ? QString() : path.mid(slash);
    }
    if (!path.startsWith(u'/'))
        path.prepend(u'/');
    if (path == root || path.startsWith(QString(root + u'/')))
        path.remove(0, root.size());
    return path.split(u'/', Qt::SkipEmptyParts);
}

bool isTemplate(const QString &part)
{
    return part.startsWith(u'{');
}

bool fits(const QStringList &pattern, const QStringList &parts)
{
    return std::equal(
        pattern.begin(), pattern.end(), parts.begin(), parts.end(),
        [](const QString &wanted, const QString &part) {
            return isTemplate(wanted) || wanted == part;
        });
}

/// Of two patterns that fit a path the one that names more of it, the sooner the better, is the endpoint's:
/// `/clients/search` before `/clients/{id}`.
bool isCloser(const QStringList &left, const QStringList &right)
{
    return std::lexicographical_compare(
        left.begin(), left.end(), right.begin(), right.end(),
        [](const QString &a, const QString &b) { return !isTemplate(a) && isTemplate(b); });
}

bool matches(const Endpoint &endpoint, const QStringList &words)
{
    const QString text = endpoint.group + u' ' + endpoint.name() + u' '
        + endpoint.scopes().join(u' ');
    return std::all_of(words.begin(), words.end(), [&text](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

EndpointCatalogue EndpointCatalogue::read()
{
    EndpointCatalogue catalogue;
    for (const QStringList &row : readCatalogueTable(u"endpoints"_s, Fields))
        catalogue.m_all.append(endpointFrom(row));
    return catalogue;
}

QList<Endpoint> EndpointCatalogue::openedBy(const QString &scope) const
{
    QList<Endpoint> found;
    std::copy_if(
        m_all.begin(), m_all.end(), std::back_inserter(found), [&scope](const Endpoint &endpoint) {
            return std::any_of(
                endpoint.ways.begin(), endpoint.ways.end(),
                [&scope](const QStringList &way) { return way.contains(scope); });
        });
    return found;
}

std::optional<Endpoint> EndpointCatalogue::find(const QString &method, const QString &path) const
{
    const QStringList parts = partsOf(path);
    const Endpoint *best = nullptr;
    QStringList bestPattern;
    for (const Endpoint &endpoint : m_all) {
        if (method.compare(endpoint.method, Qt::CaseInsensitive) != 0)
            continue;
        const QStringList pattern = partsOf(endpoint.path);
        if (fits(pattern, parts) && (!best || isCloser(pattern, bestPattern))) {
            best = &endpoint;
            bestPattern = pattern;
        }
    }
    return best ? std::optional(*best) : std::nullopt;
}

std::optional<Endpoint> EndpointCatalogue::findRequest(const QString &typed) const
{
    if (typed.size() > longestRequest)
        return {};
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.size() == 2)
        return find(words[0], words[1]);
    if (words.size() != 1 || !words[0].contains(u'/'))
        return {};
    for (const QString &method : {u"GET"_s, u"POST"_s, u"PATCH"_s, u"PUT"_s, u"DELETE"_s}) {
        if (auto endpoint = find(method, words[0]))
            return endpoint;
    }
    return {};
}

QList<Endpoint> EndpointCatalogue::search(const QString &query) const
{
    const QStringList words = query.simplified().split(u' ', Qt::SkipEmptyParts);
    QList<Endpoint> found;
    std::copy_if(
        m_all.begin(), m_all.end(), std::back_inserter(found),
        [&words](const Endpoint &endpoint) { return matches(endpoint, words); });
    if (!found.isEmpty())
        return found;
    if (auto endpoint = findRequest(query))
        found.append(*endpoint);
    return found;
}

} // namespace Tenantscope::Management
