// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/urlfault.h"

#include "app/applications/urlhost.h"

#include <QString>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Characters that stand in no URL, however it was written.
bool isForeign(QChar c)
{
    if (c.unicode() > 0x7f)
        return c.isSpace() || c.category() == QChar::Other_Control
            || c.category() == QChar::Other_Format;
    switch (c.unicode()) {
    case '<':
    case '>':
    case '"':
    case '\\':
    case '^':
    case '`':
    case '|':
    case 0x7f:
        return true;
    default:
        return c <= u' ';
    }
}

struct Characters
{
    bool isForeign = false;
    bool hasStar = false;
    bool hasHash = false;
};

/// In one go: a list has many URLs, and this is asked as its pages arrive.
Characters charactersOf(QStringView url)
{
    Characters found;
    for (const QChar c : url) {
        found.isForeign |= isForeign(c);
        found.hasStar |= c == u'*';
        found.hasHash |= c == u'#';
    }
    return found;
}

bool isScheme(QStringView text)
{
    return !text.isEmpty() && isAsciiLetter(text.front()) && std::ranges::all_of(text, [](QChar c) {
        return isAsciiLetter(c) || isDigit(c) || c == u'+' || c == u'-' || c == u'.';
    });
}

bool is(QStringView text, QLatin1StringView word)
{
    return text.size() == word.size() && text.compare(word, Qt::CaseInsensitive) == 0;
}

bool isPort(QStringView text)
{
    constexpr int highest = 65'535;
    if (text == u"*")
        return true;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && isDigit(text.front()) && number > 0 && number <= highest;
}

/// The host and port of an authority (RFC 3986 §3.2), which has no user in it.
struct Authority
{
    QStringView host;
    std::optional<QStringView> port;
};

Authority split(QStringView authority)
{
    const qsizetype colon = authority.lastIndexOf(u':');
    if (colon < 0 || authority.endsWith(u']'))
        return {.host = authority, .port = {}};
    return {.host = authority.first(colon), .port = authority.sliced(colon + 1)};
}

/// Of a URL for a browser; \a rest is what follows its scheme and colon.
UrlFaults webFaults(QStringView rest, bool isSecure)
{
    if (!rest.startsWith(u"//"))
        return UrlFault::Malformed;
    rest = rest.sliced(2);
    const auto end = std::ranges::find_if(
        rest, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    const qsizetype size = std::distance(rest.begin(), end);
    const auto [host, port] = split(rest.first(size));
    if (!isHost(host) || (port && (port->isEmpty() || !isPort(*port))))
        return UrlFault::Malformed;
    UrlFaults faults;
    if (isLoopbackHost(host))
        faults |= UrlFault::Loopback;
    else if (!isSecure)
        faults |= UrlFault::Insecure;
    if (isSharedHost(host))
        faults |= UrlFault::SharedWildcard;
    const QStringView path = rest.sliced(size);
    if (!path.isEmpty() && path != u"/")
        faults |= UrlFault::Path;
    return faults;
}

UrlFaults customFaults(QStringView scheme, QStringView rest)
{
    if (is(scheme, "javascript"_L1) || is(scheme, "vbscript"_L1) || is(scheme, "data"_L1))
        return UrlFault::Script;
    // No page of the web leads to a file; what older web views run from files has the origin file://, though.
    if (is(scheme, "file"_L1) && rest != u"//" && rest != u"//*")
        return UrlFault::Malformed;
    if (rest.isEmpty() || isDigit(rest.front())) // a host and a port that lack their scheme
        return UrlFault::Malformed;
    return scheme.contains(u'.') ? UrlFault::CustomScheme
                                 : UrlFault::CustomScheme | UrlFault::ShortScheme;
}

} // namespace

UrlFaults faultsOf(QStringView url)
{
    if (url == u"*")
        return UrlFault::SharedWildcard;
    const Characters characters = charactersOf(url);
    const qsizetype colon = url.indexOf(u':');
    UrlFaults faults;
    if (colon < 0 || !isScheme(url.first(colon)) || characters.isForeign) {
        faults = UrlFault::Malformed;
    } else {
        const QStringView scheme = url.first(colon);
        const QStringView rest = url.sliced(colon + 1);
        const bool isSecure = is(scheme, "https"_L1);
        faults = isSecure || is(scheme, "http"_L1) ? webFaults(rest, isSecure)
                                                   : customFaults(scheme, rest);
    }
    if (characters.hasStar && !faults.testFlag(UrlFault::SharedWildcard))
        faults |= UrlFault::Wildcard;
    if (characters.hasHash)
        faults |= UrlFault::Fragment;
    return faults;
}

} // namespace Tenantscope::Applications
