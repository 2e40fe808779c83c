// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/facts.h"
#include "app/applications/rules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

template<UrlFault fault>
QStringList callbacksWith(const Facts &facts)
{
    return facts.urls(UrlUse::Callback, fault);
}

/// A program on the user's machine listens there rightly (RFC 8252 §7.3).
QStringList loopback(const Facts &facts)
{
    return facts.isNative() ? QStringList() : facts.urls(UrlUse::Callback, UrlFault::Loopback);
}

QStringList customScheme(const Facts &facts)
{
    const bool isWeb = facts.isSinglePage() || facts.isRegularWeb();
    return isWeb ? facts.urls(UrlUse::Callback, UrlFault::CustomScheme) : QStringList();
}

QStringList shortScheme(const Facts &facts)
{
    return facts.isNative() ? facts.urls(UrlUse::Callback, UrlFault::ShortScheme) : QStringList();
}

QStringList promptSkipped(const Facts &facts)
{
    if (facts.flag("skip_non_verifiable_callback_uri_confirmation_prompt"_L1) != true)
        return {};
    return facts.urls(UrlUse::Callback, UrlFault::CustomScheme | UrlFault::Loopback);
}

constexpr Rule table[] = {
    {"callback-script"_L1, always(Severity::High),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Callback that runs a script"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "A browser that is sent to such a URL runs what it holds instead of calling anybody."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Remove it from the allowed callback URLs."),
     callbacksWith<UrlFault::Script>},
    {"callback-shared-wildcard"_L1,
     {.development = Severity::Medium, .staging = Severity::High, .production = Severity::High},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Wildcard callback on a shared domain"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Anybody can get a name that this wildcard takes in, and have users' codes and tokens sent there."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "List the exact URLs, or serve previews below a domain of your own."),
     callbacksWith<UrlFault::SharedWildcard>},
    {"callback-http"_L1,
     {.development = Severity::Low, .staging = Severity::Medium, .production = Severity::High},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Callback without TLS"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Codes and tokens sent to an http: URL can be read and changed by everybody on the way."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Serve the callback by https: and replace the URL."),
     callbacksWith<UrlFault::Insecure>},
    {"callback-wildcard"_L1,
     {.development = Severity::Low, .staging = Severity::Medium, .production = Severity::Medium},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Wildcard callback"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Whoever takes over one host or page that it matches gets users' codes and tokens."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "List the exact URLs; keep wildcards to an application for previews."),
     callbacksWith<UrlFault::Wildcard>},
    {"callback-localhost"_L1,
     {.development = {}, .staging = Severity::Low, .production = Severity::Medium},
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Callback to localhost"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Any program that listens on that port of a user's machine gets the user's codes and tokens."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Remove it, and develop with an application of a development tenant."),
     loopback},
    {"callback-prompt-skipped"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "No confirmation before a callback nobody can verify"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Another program can claim a custom scheme or a local port, and users are not asked before it is called."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Set skip_non_verifiable_callback_uri_confirmation_prompt to false, or use https: app links."),
     promptSkipped},
    {"callback-malformed"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Malformed callback"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "No browser can be sent there: sign-ins that ask for it fail, or it is a leftover."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Correct it, or remove it."),
     callbacksWith<UrlFault::Malformed>},
    {"callback-fragment"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Callback with a fragment"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "A callback must not hold a # (RFC 6749, section 3.1.2): the answer may get lost behind it."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Use a URL that ends before the #."),
     callbacksWith<UrlFault::Fragment>},
    {"callback-custom-scheme"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Custom scheme on a web application"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Such URLs open a program on a device: the type is wrong, or a program shares a web application's client."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Give the program an application of type Native of its own."),
     customScheme},
    {"callback-short-scheme"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Custom scheme that others may use too"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Only a reversed domain name keeps programs' schemes apart (RFC 8252, section 7.1)."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Use a scheme such as com.example.app, or https: app links."),
     shortScheme},
};

} // namespace

std::span<const Rule> callbackRules()
{
    return table;
}

} // namespace Tenantscope::Applications
