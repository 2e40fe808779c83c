// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/catalogue.h"

#include <QCoreApplication>

#include <algorithm>

namespace Tenantscope::Cli {

namespace {

constexpr OptionSpec general[] = {
    {"help", nullptr, QT_TRANSLATE_NOOP("Tenantscope::Cli", "Show this help and leave.")},
    {"version", nullptr, QT_TRANSLATE_NOOP("Tenantscope::Cli", "Show the version and leave.")},
};

constexpr OptionSpec connection[] = {
    {"domain", "DOMAIN",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "The tenant's domain, e.g. contoso.eu.auth0.com (AUTH0_DOMAIN).")},
    {"client-id", "ID",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Client ID of the machine-to-machine application (AUTH0_CLIENT_ID).")},
    {"secret-stdin", nullptr,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Read the client secret from standard input; else it is taken from AUTH0_CLIENT_SECRET.")},
    {"private-key", "FILE",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Sign token requests with the RSA key in this PEM file instead of sending a secret "
         "(private_key_jwt).")},
    {"signing-alg", "ALG",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "RS256 (unless told), RS384 or PS256: the one the key is registered with.")},
    {"audience", "URL",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Identifier of the API the token is for; https://DOMAIN/api/v2/ unless told "
         "(AUTH0_AUDIENCE).")},
    {"organization", "ORG",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "ID or name of the organization the token is for; none unless told.")},
    {"ca-file", "FILE",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Trust the certificates in this PEM file instead of the system's (TENANTSCOPE_CA_FILE).")},
    {"profile", "NAME",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Connect as this saved profile says, with its secret from the keychain or its key file.")},
    {"demo", nullptr,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Use a demo tenant inside this program; needs no network.")},
};

constexpr OptionSpec token[] = {
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "raw: the token alone (unless told). header: Authorization: Bearer TOKEN. env: export "
         "AUTH0_TOKEN='TOKEN'. "
         "json: access_token, token_type, expires_in (seconds left), expires_at (UTC), scope. "
         "curl: shell lines that "
         "set TOKEN and call the API with it.")},
    {"min-life", "SECONDS",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Print nothing and exit with 3 when even a new token lives shorter than this, or does not tell how long.")},
};

constexpr OptionSpec scopes[] = {
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "table: one a line (unless told). json: a list; null when the token does not tell its "
         "scopes.")},
};

constexpr OptionSpec applications[] = {
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "table (unless told), csv, json (a list) or ndjson (an object a line, as the pages "
         "arrive). JSON holds "
         "each application as the tenant sent it; a cell of the table without a value says why: – not set, [ ] "
         "empty, ? unknown, or the scope that would show it. With --findings: table, json or sarif (2.1.0).")},
    {"search", "WORDS",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Only applications of which all of this is true: words, \"a phrase\", -not, "
         "callback:localhost, is:public, as the search field of the window takes them. See "
         "Search.")},
    {"secrets", nullptr,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Ask for client secrets, keys and add-ons too. Auth0 writes a log event (mgmt_api_read) "
         "in the tenant.")},
    {"findings", nullptr,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Print what on these applications an admin should look at, instead of the applications. Nothing more is "
         "asked of the tenant.")},
    {"fail-on", "SEVERITY",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "With --findings: exit with 1 when one is at least low, medium or high.")},
};

constexpr OptionSpec snapshot[] = {
    {"out", "FILE",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Write it to this file, which only its owner may read, instead of standard output.")},
};

constexpr OptionSpec compare[] = {
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "text (unless told), for people; or json: an object with added, removed and changed, "
         "whose elements have client_id and name, and those of changed fields: a list of field, "
         "before and after.")},
};

constexpr OptionSpec grants[] = {
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "table (unless told), csv, json (a list) or ndjson (an object a line). JSON holds each "
         "client grant with all its members, in the order of their names.")},
    {"scope", "SCOPE",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Only client grants that allow this scope, or all scopes of their API.")},
    {"api", "AUDIENCE",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "Only client grants for the API of this audience.")},
    {"application", "ID",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Only client grants of the application with this client ID.")},
};

constexpr OptionSpec decode[] = {
    {"verify", nullptr,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Check the token with the tenant's public keys, and its issuer, audience and times.")},
    {"jwks", "FILE",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Check it with the keys (JWKS) in this file instead; needs no network.")},
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "text (unless told), for people; or json: an object with header, claims, verdict "
         "(decoded, verified, invalid, unverifiable), reason and its code.")},
};

constexpr OptionSpec doctor[] = {
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "text (unless told), step by step; or json: {\"steps\":[…]} with step, outcome (ok, warn, "
         "fail), code, what, why and fix.")},
};

constexpr OptionSpec profiles[] = {
    {"environment", "NAME",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Of a profile to be added: development (unless told), staging or production.")},
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "Of list and show: table (unless told) or json.")},
};

constexpr OptionSpec endpoints[] = {
    {"search", "WORDS",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Only endpoints in whose method, path, group and scopes all words occur, or the one that "
         "a request such as \"GET /api/v2/users/auth0|123/roles\" goes to.")},
    {"scope", "SCOPE",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "Only endpoints that take this scope.")},
    {"format", "FORMAT",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "table (unless told) or json: a list of group, method, path, scopes, lifecycle and "
         "deprecated. Its scopes are lists, of which any one is enough and all scopes of one are "
         "needed.")},
};

constexpr OptionSpec demo[] = {
    {"port", "N",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "Port on the loopback; any free one unless told.")},
    {"applications", "N",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "How many applications, not counting the global client; 1240 unless told.")},
    {"latency", "MS", QT_TRANSLATE_NOOP("Tenantscope::Cli", "Wait so long before each answer.")},
    {"rate", "R",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "Requests a second that refill the API's limit.")},
    {"burst", "B",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "Requests at once that the API's limit allows.")},
    {"token-life", "SECONDS",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "How long tokens live; 600 unless told.")},
    {"tls", nullptr,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Serve https with a certificate of its own; needs --ca-out.")},
    {"ca-out", "FILE",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Where to write the certificate that clients must trust (their --ca-file).")},
    {"fault", "NAME[:every=N]",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Misbehave at every N-th call; may be repeated: 401, 403, 429, 500, html, empty, "
         "cut-json, duplicate, "
         "shrink.")},
};

constexpr CommandSpec all[] = {
    {"token",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "Get a Management API access token and print it."),
     nullptr, true, token,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Nothing but the token goes to standard output: TOKEN=$(tenantscope-cli token) is safe. "
         "It cannot be "
         "revoked; it lives until it expires.")},
    {"scopes",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "Print the scopes the tenant grants, one a line."),
     nullptr, true, scopes, nullptr},
    {"applications", QT_TRANSLATE_NOOP("Tenantscope::Cli", "Print all applications of the tenant."),
     nullptr, true, applications,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Without --secrets no client secret is asked for. A list that could not be read to its "
         "end is printed as "
         "far as it came, and the exit status is 7. How severe a finding is depends on the profile's "
         "environment; without a profile the tenant counts as production. JSON findings are a list of "
         "client_id, name, rule, severity, title, why (with the values at fault) and fix.")},
    {"snapshot",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Print all applications, without secrets, to be compared later."),
     nullptr, true, snapshot,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Indented JSON in an order that does not change, fit for version control. A list that "
         "could not be read to its end is not written at all, and the exit status is 7.")},
    {"compare",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Print how the applications of two snapshots or tenants differ."),
     "A B", false, compare,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "A and B are each a snapshot's file, which needs no network, or the name of a profile, "
         "whose applications are read now. What exists as a file, has a slash in it or ends in "
         ".json is a file. Applications are matched by client ID, those of different tenants by name. Order "
         "counts only where it means something. Secrets are never compared. Exits with 0 when "
         "they are the same, with 1 when they differ.")},
    {"grants",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Print which application may call which API with which scopes."),
     nullptr, true, grants,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Needs the scope read:client_grants. The names in table and csv are looked up in the list "
         "of applications, which takes read:clients or read:client_summary. A list that could not be read to its "
         "end is printed as far as it came, and the exit status is 7.")},
    {"decode",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Show what a token says, and check whether it is right."),
     nullptr, true, decode,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Reads the token from standard input: bare, or within what was copied around it, as a "
         "header, a curl command or a JSON answer; at a terminal it ends with the token's line, or "
         "at Ctrl+D. Without --verify or --jwks nothing is sent, and the token may be forged. To "
         "check, the domain is enough; neither client nor secret is used, and --verify goes by the "
         "tenant's clock. Without a domain the issuer is not checked, and without domain and audience "
         "neither is. Exits with 3 when the token is invalid or cannot be checked, with 2 when "
         "there is none.")},
    {"profiles", QT_TRANSLATE_NOOP("Tenantscope::Cli", "List, show, add or remove saved tenants."),
     "list|show NAME|add NAME|remove NAME", true, profiles,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "add takes the connection options and saves them under NAME; with --secret-stdin the "
         "client secret goes to the system's keychain, and nowhere else. remove takes it out again. Of "
         "a private key only the file's path is saved.")},
    {"doctor",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Find out why a connection does not work, or see that it does."),
     nullptr, true, doctor,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Looks at what was typed, the name, the host, the clocks, the token, its scopes and the "
         "list. Exits with the status of the first failure; warnings do not count.")},
    {"endpoints",
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli", "Print the endpoints of the Management API and the scopes they take."),
     nullptr, false, endpoints,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Needs no tenant and no network: the list is part of this program, taken from Auth0's "
         "reference. STAGE is GA, EA (early access) or beta, – where Auth0 does not tell.")},
    {"demo",
     QT_TRANSLATE_NOOP("Tenantscope::Cli", "Serve a demo tenant on the loopback until killed."),
     nullptr, false, demo,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Cli",
         "Prints one JSON line with domain, client_id, client_secret and audience as soon as it "
         "serves. SIGTERM ends "
         "it with exit status 0, Ctrl+C with 130.")},
};

} // namespace

std::span<const CommandSpec> commands()
{
    return all;
}

const CommandSpec *findCommand(const QString &name)
{
    const auto found = std::find_if(
        std::begin(all), std::end(all),
        [&name](const CommandSpec &spec) { return name == QLatin1StringView(spec.name); });
    return found == std::end(all) ? nullptr : found;
}

QStringList commandNames()
{
    QStringList names;
    for (const CommandSpec &spec : all)
        names.append(QLatin1StringView(spec.name));
    return names;
}

std::span<const OptionSpec> connectionOptions()
{
    return connection;
}

std::span<const OptionSpec> generalOptions()
{
    return general;
}

QList<OptionSpec> optionsOf(const CommandSpec &command)
{
    QList<OptionSpec> options(command.options.begin(), command.options.end());
    if (command.connects)
        options.append(QList<OptionSpec>(std::begin(connection), std::end(connection)));
    options.append(QList<OptionSpec>(std::begin(general), std::end(general)));
    return options;
}

QList<OptionSpec> allOptions()
{
    QList<OptionSpec> options;
    for (const CommandSpec &command : all) {
        for (const OptionSpec &option : optionsOf(command)) {
            const bool known = std::any_of(
                options.cbegin(), options.cend(), [&](const OptionSpec &o) {
                    return QLatin1StringView(o.name) == QLatin1StringView(option.name);
                });
            if (!known)
                options.append(option);
        }
    }
    return options;
}

} // namespace Tenantscope::Cli
