// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/connection.h"

#include "app/cli/text.h"
#include "app/jwt/keyfile.h"
#include "app/session/sentence.h"

#include <QDir>

#include <cstring>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

Base::Secret takeSecret(const char *variable)
{
    char *value = ::getenv(variable);
    if (!value)
        return {};
    Base::Secret secret{QByteArrayView(value)};
    ::explicit_bzero(value, ::strlen(value)); // unsetenv() only drops the pointer
    qunsetenv(variable);
    return secret;
}

QStringList missingTenant(const Tenant::CredentialsInput &input)
{
    QStringList problems;
    if (input.domain.isEmpty())
        problems.append(Text::tr("No domain. Pass --domain, or set AUTH0_DOMAIN."));
    if (input.clientId.isEmpty())
        problems.append(Text::tr("No client ID. Pass --client-id, or set AUTH0_CLIENT_ID."));
    return problems;
}

QString noSecretWords(bool isSetAside)
{
    if (isSetAside)
        return Text::tr(
            "No client secret. AUTH0_CLIENT_SECRET is set aside, for AUTH0_CLIENT_ID names "
            "another client than the profile. If the secret is the profile's, unset "
            "AUTH0_CLIENT_ID; else pass its secret on standard input with --secret-stdin.");
    return Text::tr("No client secret. Set AUTH0_CLIENT_SECRET, pass it on standard "
                    "input with --secret-stdin, or sign with --private-key.");
}

QStringList missing(const Tenant::CredentialsInput &input, bool isSecretSetAside)
{
    QStringList problems = missingTenant(input);
    if (input.clientSecret.isEmpty() && !input.privateKey)
        problems.append(noSecretWords(isSecretSetAside));
    if (problems.size() == 3)
        problems.append(Text::tr("To try it without a tenant, pass --demo."));
    return problems;
}

QStringList wordsFor(const QList<Base::Error> &errors)
{
    QStringList words;
    for (const Base::Error &error : errors)
        words.append(Session::describe(error, Session::Doing::SigningIn).line());
    return words;
}

QStringList notesOn(const Tenant::CheckedCredentials &checked)
{
    QStringList notes;
    for (const Tenant::Domain::Note note : checked.domainNotes)
        notes.append(Session::describe(note));
    for (const Tenant::Hint hint : checked.hints)
        notes.append(Session::describe(hint));
    return notes;
}

QString absolutePath(const QString &path)
{
    return path.isEmpty() ? path : QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

/// The private key that options or profile name, read; nullopt: neither names one.
tl::expected<std::optional<Tenant::PrivateKey>, QStringList> namedKey(
    const ConnectionOptions &options, const Environment &environment)
{
    const QString file = absolutePath(options.privateKeyFile.value_or(environment.privateKeyFile));
    if (file.isEmpty() && options.signingAlgorithm)
        return tl::unexpected(QStringList{
            Text::tr("--signing-alg says how a private key signs. Pass --private-key too.")});
    if (file.isEmpty())
        return std::nullopt;
    Base::Result<Base::Secret> pem = Jwt::readKeyFile(file);
    if (!pem)
        return tl::unexpected(wordsFor({pem.error()}));
    return Tenant::PrivateKey{
        .pem = std::move(*pem),
        .algorithm = options.signingAlgorithm.value_or(environment.signingAlgorithm),
        .file = file};
}

/// What options and environment say, but for what authenticates the client.
Tenant::CredentialsInput inputFrom(const ConnectionOptions &options, const Environment &environment)
{
    return {
        .domain = options.domain.value_or(environment.domain),
        .clientId = options.clientId.value_or(environment.clientId),
        .clientSecret = {},
        .audience = options.audience.value_or(environment.audience),
        .organization = options.organization.value_or(environment.organization),
    };
}

} // namespace

Environment takeEnvironment()
{
    return {
        .domain = qEnvironmentVariable("AUTH0_DOMAIN"),
        .clientId = qEnvironmentVariable("AUTH0_CLIENT_ID"),
        .audience = qEnvironmentVariable("AUTH0_AUDIENCE"),
        .caFile = qEnvironmentVariable("TENANTSCOPE_CA_FILE"),
        .clientSecret = takeSecret("AUTH0_CLIENT_SECRET"),
    };
}

tl::expected<Connection, QStringList> connectionFrom(
    const ConnectionOptions &options, Environment environment,
    std::optional<Base::Secret> typedSecret)
{
    Tenant::CredentialsInput input = inputFrom(options, environment);
    if (typedSecret) {
        input.clientSecret = std::move(*typedSecret);
    } else if (auto key = namedKey(options, environment); !key) {
        return tl::unexpected(key.error());
    } else {
        input.privateKey = std::move(*key);
        input.clientSecret = std::move(environment.clientSecret);
    }
    const QStringList problems = missing(input, environment.isSecretSetAside);
    if (!problems.isEmpty())
        return tl::unexpected(problems);
    const Tenant::CredentialsCheck check = Tenant::checkCredentials(input);
    if (!check.credentials)
        return tl::unexpected(wordsFor(check.errors));
    return Connection{
        .checked = *check.credentials,
        .caFile = absolutePath(options.caFile.value_or(environment.caFile)),
        .notes = notesOn(*check.credentials),
        .kind = environment.kind,
    };
}

Environment environmentOf(const Tenant::Profile &profile, Environment environment)
{
    const bool isTaken = Tenant::takesSecretFor(profile, environment.clientId);
    const bool isForAnother = !isTaken && Tenant::takesSecretFor(profile, {});
    return {
        .domain = profile.domain.text(),
        .clientId = profile.clientId,
        .audience = profile.audience,
        .caFile = profile.caFile,
        .isSecretSetAside = isForAnother && !environment.clientSecret.isEmpty(),
        .clientSecret = isTaken ? std::move(environment.clientSecret) : Base::Secret(),
        .organization = profile.organization,
        .privateKeyFile = profile.privateKeyFile,
        .signingAlgorithm = profile.signingAlgorithm,
        .kind = profile.environment,
    };
}

tl::expected<SavedConnection, QStringList> savedConnectionFrom(
    const ProfilesWish &wish, const ConnectionOptions &options, const Environment &environment,
    std::optional<Base::Secret> typedSecret)
{
    const Base::Result<QString> name = Tenant::checkedProfileName(wish.name);
    if (!name)
        return tl::unexpected(wordsFor({name.error()}));
    auto key = namedKey(options, environment);
    if (!key)
        return tl::unexpected(key.error());
    Tenant::CredentialsInput input = inputFrom(options, environment);
    input.privateKey = std::move(*key);
    if (typedSecret)
        input.clientSecret = std::move(*typedSecret);
    const QStringList problems = missingTenant(input);
    if (!problems.isEmpty())
        return tl::unexpected(problems);
    const auto check = Tenant::checkCredentials(input, Tenant::SecretIs::NotNeeded);
    if (!check.credentials)
        return tl::unexpected(wordsFor(check.errors));
    const Tenant::Credentials &credentials = check.credentials->credentials;
    const Tenant::PrivateKey signs = credentials.privateKey.value_or(Tenant::PrivateKey{});
    return SavedConnection{
        .profile =
            {.name = *name,
             .domain = credentials.domain,
             .clientId = credentials.clientId,
             .audience = credentials.audience,
             .caFile = absolutePath(options.caFile.value_or(environment.caFile)),
             .environment = wish.environment,
             .isSecretSaved = !credentials.clientSecret.isEmpty(),
             .privateKeyFile = signs.file,
             .signingAlgorithm = signs.algorithm,
             .organization = credentials.organization},
        .secret = credentials.clientSecret,
        .notes = notesOn(*check.credentials),
    };
}

} // namespace Tenantscope::Cli
