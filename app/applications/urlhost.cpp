// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/urlhost.h"

#include <QLatin1StringView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

/// Domains directly below which anybody can get a name, and so be matched by a wildcard there.
constexpr QLatin1StringView sharedDomains[] = {
    "app"_L1,
    "com"_L1,
    "dev"_L1,
    "io"_L1,
    "net"_L1,
    "org"_L1,
    "appspot.com"_L1,
    "azurestaticapps.net"_L1,
    "azurewebsites.net"_L1,
    "cloudfront.net"_L1,
    "firebaseapp.com"_L1,
    "fly.dev"_L1,
    "github.io"_L1,
    "gitlab.io"_L1,
    "herokuapp.com"_L1,
    "loca.lt"_L1,
    "netlify.app"_L1,
    "ngrok-free.app"_L1,
    "ngrok.app"_L1,
    "ngrok.io"_L1,
    "now.sh"_L1,
    "onrender.com"_L1,
    "pages.dev"_L1,
    "run.app"_L1,
    "surge.sh"_L1,
    "up.railway.app"_L1,
    "vercel.app"_L1,
    "web.app"_L1,
    "workers.dev"_L1,
};

constexpr auto organizationPlaceholder = "{organization_name}"_L1;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool is(QStringView text, QLatin1StringView word)
{
    return text.size() == word.size() && text.compare(word, Qt::CaseInsensitive) == 0;
}

bool isHostCharacter(QChar c)
{
    if (c.unicode() < 0x80)
        return isAsciiLetter(c) || isDigit(c) || c == u'-' || c == u'_' || c == u'*';
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

bool isBracketed(QStringView host)
{
    return host.startsWith(u'[') && host.endsWith(u']');
}

} // namespace

bool isHost(QStringView host)
{
    if (isBracketed(host))
        return host.size() > 3 && std::ranges::all_of(host.sliced(1).chopped(1), [](QChar c) {
                   return isDigit(c) || c == u':' || c == u'.'
                       || (isAsciiLetter(c) && c.toLower() <= u'f');
               });
    if (is(host, "http"_L1) || is(host, "https"_L1)) // pasted twice: https://https://…
        return false;
    bool wasDot = true;
    for (qsizetype i = 0; i < host.size(); ++i) {
        if (host[i] == u'{' && host.sliced(i).startsWith(organizationPlaceholder))
            i += organizationPlaceholder.size() - 1;
        else if (host[i] == u'.' ? wasDot : !isHostCharacter(host[i]))
            return false;
        wasDot = host[i] == u'.';
    }
    return !wasDot;
}

bool isLoopbackHost(QStringView host)
{
    if (is(host, "localhost"_L1) || host.endsWith(".localhost"_L1, Qt::CaseInsensitive)
        || host == u"[::1]" || host == u"0.0.0.0")
        return true;
    return host.startsWith(u"127.") && host.count(u'.') == 3
        && std::ranges::all_of(host, [](QChar c) { return isDigit(c) || c == u'.'; });
}

bool isSharedHost(QStringView host)
{
    if (host == u"*")
        return true;
    const qsizetype dot = host.indexOf(u'.');
    if (dot < 0 || !host.first(dot).contains(u'*'))
        return false;
    const QStringView rest = host.sliced(dot + 1);
    return std::ranges::any_of(
        sharedDomains, [rest](QLatin1StringView domain) { return is(rest, domain); });
}

} // namespace Tenantscope::Applications
