// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/facts.h"
#include "app/applications/rules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

template<UrlUse use, UrlFault fault>
QStringList urlsWith(const Facts &facts)
{
    return facts.urls(use, fault);
}

template<UrlUse use>
QStringList loopback(const Facts &facts)
{
    return facts.isNative() ? QStringList() : facts.urls(use, UrlFault::Loopback);
}

QStringList logoutWildcard(const Facts &facts)
{
    return facts.urls(UrlUse::Logout, UrlFault::Wildcard | UrlFault::SharedWildcard);
}

/// An origin has neither a script nor a fragment.
QStringList malformedOrigin(const Facts &facts)
{
    return facts.urls(UrlUse::Origin, UrlFault::Malformed | UrlFault::Script);
}

QStringList originWithPath(const Facts &facts)
{
    return facts.urls(UrlUse::Origin, UrlFault::Path);
}

/// A program with a web view of its own has one, and is of type Native.
QStringList originWithCustomScheme(const Facts &facts)
{
    const bool isWeb = facts.isSinglePage() || facts.isRegularWeb();
    return isWeb ? facts.urls(UrlUse::Origin, UrlFault::CustomScheme) : QStringList();
}

constexpr Rule table[] = {
    {"logout-script"_L1, always(Severity::High),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Logout URL that runs a script"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "A browser that is sent to such a URL runs what it holds instead of calling anybody."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Remove it from the allowed logout URLs."),
     urlsWith<UrlUse::Logout, UrlFault::Script>},
    {"logout-http"_L1,
     {.development = {}, .staging = Severity::Low, .production = Severity::Medium},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Logout URL without TLS"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Everybody on the way can put another page in the place of an http: one, a false sign-in for one."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Serve the page by https: and replace the URL."),
     urlsWith<UrlUse::Logout, UrlFault::Insecure>},
    {"logout-wildcard"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Wildcard logout URL"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "A link to your tenant can send users on to every page that it matches."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "List the exact URLs."), logoutWildcard},
    {"logout-localhost"_L1,
     {.development = {}, .staging = Severity::Low, .production = Severity::Low},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Logout URL to localhost"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Users are sent to whatever listens on that port of their machine."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Remove it, and develop with an application of a development tenant."),
     loopback<UrlUse::Logout>},
    {"logout-malformed"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Malformed logout URL"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "No browser can be sent there: logouts that ask for it fail, or it is a leftover."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Correct it, or remove it."),
     urlsWith<UrlUse::Logout, UrlFault::Malformed>},
    {"origin-shared-wildcard"_L1,
     {.development = Severity::Medium, .staging = Severity::High, .production = Severity::High},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Wildcard origin on a shared domain"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Anybody can get a name that this wildcard takes in; pages there may talk to the tenant for your users."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "List the exact origins, or serve previews below a domain of your own."),
     urlsWith<UrlUse::Origin, UrlFault::SharedWildcard>},
    {"origin-http"_L1,
     {.development = Severity::Low, .staging = Severity::Medium, .production = Severity::Medium},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Origin without TLS"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Everybody on the way can put scripts into an http: page, and these may talk to the tenant for your users."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Serve the page by https: and replace the origin."),
     urlsWith<UrlUse::Origin, UrlFault::Insecure>},
    {"origin-wildcard"_L1,
     {.development = Severity::Low, .staging = Severity::Medium, .production = Severity::Medium},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Wildcard origin"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Every page on a host that it matches may talk to the tenant for your users."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "List the exact origins."),
     urlsWith<UrlUse::Origin, UrlFault::Wildcard>},
    {"origin-localhost"_L1,
     {.development = {}, .staging = Severity::Low, .production = Severity::Medium},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Origin on localhost"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Pages of whatever listens on that port of a user's machine may talk to the tenant for the user."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Remove it, and develop with an application of a development tenant."),
     loopback<UrlUse::Origin>},
    {"origin-malformed"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Malformed origin"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "No page comes from there: it is a slip, or a leftover."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Correct it, or remove it."), malformedOrigin},
    {"origin-custom-scheme"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Origin with a custom scheme on a web application"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Pages of the web come by http: or https: only. Such an origin is a browser extension's or that of a program with a web view; else it is a slip, or a leftover."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Remove it, or give the program an application of type Native of its own."),
     originWithCustomScheme},
    {"origin-path"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Origin with a path"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "An origin ends after host and port: the path keeps no page out, and may keep all from matching."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Cut it after host and port."), originWithPath},
};

} // namespace

std::span<const Rule> logoutAndOriginRules()
{
    return table;
}

} // namespace Tenantscope::Applications
