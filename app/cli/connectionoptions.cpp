// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/connectionoptions.h"

#include "app/base/plaintext.h"
#include "app/cli/text.h"

#include <QCommandLineParser>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> valueOf(const QCommandLineParser &parser, const QString &name)
{
    return parser.isSet(name) ? std::optional(parser.value(name)) : std::nullopt;
}

tl::expected<std::optional<Base::SigningAlgorithm>, UsageError> readAlgorithm(
    const QCommandLineParser &parser)
{
    if (!parser.isSet(u"signing-alg"_s))
        return std::nullopt;
    const QString typed = parser.value(u"signing-alg"_s);
    if (const auto algorithm = Base::signingAlgorithmFrom(typed))
        return algorithm;
    return tl::unexpected(UsageError{
        .what = Text::tr("There is no signing algorithm “%1” here.")
                    .arg(Base::plainLine(typed, 40)),
        .now = Text::tr("There are: RS256, RS384, PS256. Take the one that the key is registered "
                        "with at the application.")});
}

/// Connection options that exclude each other.
std::optional<UsageError> contradictionIn(const ConnectionOptions &options)
{
    const bool namesTenant = options.domain || options.clientId || options.audience
        || options.organization;
    const bool namesKey = options.privateKeyFile || options.signingAlgorithm;
    if (options.profile && namesTenant)
        return UsageError{
            .what = Text::tr(
                "--profile brings its own domain, client ID, audience and organization."),
            .now = Text::tr("Leave out either --profile or those.")};
    if (options.demo
        && (namesTenant || namesKey || options.profile || options.caFile
            || options.secretFromInput))
        return UsageError{
            .what = Text::tr("--demo brings its own domain, client and secret."),
            .now = Text::tr("Leave out either --demo or the other connection options.")};
    if (namesKey && options.secretFromInput)
        return UsageError{
            .what = Text::tr("A private key stands in the place of a client secret."),
            .now = Text::tr("Leave out either --secret-stdin or --private-key and --signing-alg.")};
    return std::nullopt;
}

} // namespace

tl::expected<ConnectionOptions, UsageError> readConnection(const QCommandLineParser &parser)
{
    const auto algorithm = readAlgorithm(parser);
    if (!algorithm)
        return tl::unexpected(algorithm.error());
    ConnectionOptions options{
        .domain = valueOf(parser, u"domain"_s),
        .clientId = valueOf(parser, u"client-id"_s),
        .audience = valueOf(parser, u"audience"_s),
        .caFile = valueOf(parser, u"ca-file"_s),
        .organization = valueOf(parser, u"organization"_s),
        .privateKeyFile = valueOf(parser, u"private-key"_s),
        .signingAlgorithm = *algorithm,
        .profile = valueOf(parser, u"profile"_s),
        .secretFromInput = parser.isSet(u"secret-stdin"_s),
        .demo = parser.isSet(u"demo"_s),
    };
    if (const std::optional<UsageError> error = contradictionIn(options))
        return tl::unexpected(*error);
    return options;
}

} // namespace Tenantscope::Cli
