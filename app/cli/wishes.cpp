// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/wishes.h"

#include "app/applications/searchquery.h"
#include "app/base/plaintext.h"
#include "app/cli/text.h"

#include <QCommandLineParser>

#include <limits>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
using Parsed = tl::expected<T, UsageError>;

template<typename Format>
struct FormatName
{
    QLatin1StringView name;
    Format format;
};

/// The value of `--format`, one of \a names; the first of them when there is none.
template<typename Format, size_t N>
Parsed<Format> readFormat(const QCommandLineParser &parser, const FormatName<Format> (&names)[N])
{
    if (!parser.isSet(u"format"_s))
        return names[0].format;
    const QString typed = parser.value(u"format"_s);
    QStringList known;
    for (const FormatName<Format> &entry : names) {
        if (typed == entry.name)
            return entry.format;
        known.append(entry.name);
    }
    return tl::unexpected(UsageError{
        .what = Text::tr("There is no format “%1” here.").arg(Base::plainLine(typed, 40)),
        .now = Text::tr("There are: %1.").arg(known.join(u", "_s))});
}

/// A range of whole numbers, both ends in it.
struct Range
{
    int least = 0;
    int most = std::numeric_limits<int>::max();
};

UsageError notInRange(QLatin1StringView name, const QString &typed, const QString &range)
{
    return {
        .what = Text::tr("--%1 takes %2, not “%3”.").arg(name, range, Base::plainLine(typed, 40)),
        .now = Text::tr("tenantscope-cli --help tells more.")};
}

Parsed<std::optional<int>> readNumber(
    const QCommandLineParser &parser, QLatin1StringView name, Range range)
{
    if (!parser.isSet(name))
        return std::nullopt;
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if (isNumber && number >= range.least && number <= range.most)
        return number;
    const QString words = Text::tr("a whole number from %1 to %2").arg(range.least).arg(range.most);
    return tl::unexpected(notInRange(name, parser.value(name), words));
}

Parsed<std::optional<double>> readRate(const QCommandLineParser &parser)
{
    constexpr double least = 0.001;
    constexpr double most = 1e6;
    const QLatin1StringView name = "rate"_L1;
    if (!parser.isSet(name))
        return std::nullopt;
    bool isNumber = false;
    const double number = parser.value(name).toDouble(&isNumber);
    if (isNumber && number >= least && number <= most)
        return number;
    const QString words = Text::tr("a number from %1 to %2").arg(least).arg(most, 0, 'f', 0);
    return tl::unexpected(notInRange(name, parser.value(name), words));
}

Parsed<Wish> readToken(const QCommandLineParser &parser)
{
    using Format = TokenWish::Format;
    constexpr FormatName<Format> names[] = {
        {"raw"_L1, Format::Raw},   {"header"_L1, Format::Header}, {"env"_L1, Format::Env},
        {"json"_L1, Format::Json}, {"curl"_L1, Format::Curl},
    };
    const Parsed<Format> format = readFormat(parser, names);
    if (!format)
        return tl::unexpected(format.error());
    const Parsed<std::optional<int>> leastLife = readNumber(parser, "min-life"_L1, {});
    if (!leastLife)
        return tl::unexpected(leastLife.error());
    return TokenWish{.format = *format, .leastLife = std::chrono::seconds(leastLife->value_or(0))};
}

Parsed<Wish> readScopes(const QCommandLineParser &parser)
{
    using Format = ScopesWish::Format;
    constexpr FormatName<Format> names[] = {{"table"_L1, Format::Table}, {"json"_L1, Format::Json}};
    return readFormat(parser, names).map([](Format format) { return Wish(ScopesWish{format}); });
}

Parsed<Wish> readDoctor(const QCommandLineParser &parser)
{
    using Format = DoctorWish::Format;
    constexpr FormatName<Format> names[] = {{"text"_L1, Format::Text}, {"json"_L1, Format::Json}};
    return readFormat(parser, names).map([](Format format) { return Wish(DoctorWish{format}); });
}

Parsed<Wish> readEndpoints(const QCommandLineParser &parser)
{
    using Format = EndpointsWish::Format;
    constexpr FormatName<Format> names[] = {{"table"_L1, Format::Table}, {"json"_L1, Format::Json}};
    return readFormat(parser, names).map([&parser](Format format) {
        EndpointsWish wish{.format = format, .search = parser.value(u"search"_s)};
        if (parser.isSet(u"scope"_s))
            wish.scope = parser.value(u"scope"_s);
        return Wish(wish);
    });
}

Parsed<Wish> readDecode(const QCommandLineParser &parser)
{
    using Format = DecodeWish::Format;
    constexpr FormatName<Format> names[] = {{"text"_L1, Format::Text}, {"json"_L1, Format::Json}};
    if (parser.isSet(u"secret-stdin"_s))
        return tl::unexpected(UsageError{
            .what = Text::tr("decode reads a token from standard input, not a secret."),
            .now = Text::tr("Leave out --secret-stdin: no secret is needed.")});
    if (parser.isSet(u"jwks"_s) && parser.value(u"jwks"_s).isEmpty())
        return tl::unexpected(UsageError{
            .what = Text::tr("--jwks takes the name of a file."),
            .now = Text::tr("To fetch the tenant's own keys, pass --verify alone.")});
    return readFormat(parser, names).map([&parser](Format format) {
        return Wish(DecodeWish{
            .format = format,
            .verify = parser.isSet(u"verify"_s),
            .jwksFile = parser.value(u"jwks"_s)});
    });
}

Parsed<std::optional<Applications::Severity>> readFailOn(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"fail-on"_s))
        return std::nullopt;
    const QString typed = parser.value(u"fail-on"_s);
    const auto severity = Applications::severityFrom(typed);
    if (severity && parser.isSet(u"findings"_s))
        return severity;
    return tl::unexpected(
        severity
            ? UsageError{.what = Text::tr("--fail-on is about findings, and none are asked for."), .now = Text::tr("Pass --findings too.")}
            : UsageError{
                .what = Text::tr("There is no severity “%1”.").arg(Base::plainLine(typed, 40)),
                .now = Text::tr("There are: low, medium, high.")});
}

Parsed<Wish> readFindings(const QCommandLineParser &parser)
{
    using Format = ApplicationsWish::Format;
    constexpr FormatName<Format> names[] = {
        {"table"_L1, Format::Table},
        {"json"_L1, Format::Json},
        {"sarif"_L1, Format::Sarif},
    };
    const Parsed<Format> format = readFormat(parser, names);
    if (!format)
        return tl::unexpected(format.error());
    return readFailOn(parser).map([&](std::optional<Applications::Severity> failOn) {
        return Wish(ApplicationsWish{
            .format = *format,
            .search = parser.value(u"search"_s),
            .secrets = parser.isSet(u"secrets"_s),
            .findings = true,
            .failOn = failOn});
    });
}

Parsed<Wish> readApplications(const QCommandLineParser &parser)
{
    if (Applications::SearchQuery::parse(parser.value(u"search"_s)).hasOpenQuote())
        return tl::unexpected(UsageError{
            .what = Text::tr("The search has a quote that is not closed."),
            .now = Text::tr(
                "Put a second one after the phrase; one that is part of it is written twice. In a "
                "shell, put the whole search between single quotes.")});
    if (parser.isSet(u"findings"_s))
        return readFindings(parser);
    if (const auto failOn = readFailOn(parser); !failOn)
        return tl::unexpected(failOn.error());
    using Format = ApplicationsWish::Format;
    constexpr FormatName<Format> names[] = {
        {"table"_L1, Format::Table},
        {"json"_L1, Format::Json},
        {"ndjson"_L1, Format::Ndjson},
        {"csv"_L1, Format::Csv},
    };
    return readFormat(parser, names).map([&parser](Format format) {
        return Wish(ApplicationsWish{
            .format = format,
            .search = parser.value(u"search"_s),
            .secrets = parser.isSet(u"secrets"_s)});
    });
}

Parsed<ProfilesWish::Action> readAction(const QStringList &operands)
{
    using Action = ProfilesWish::Action;
    constexpr struct
    {
        QLatin1StringView name;
        Action action;
        qsizetype operands; // itself and its name
    } actions[] = {
        {"list"_L1, Action::List, 1},
        {"show"_L1, Action::Show, 2},
        {"add"_L1, Action::Add, 2},
        {"remove"_L1, Action::Remove, 2},
    };
    for (const auto &known : actions) {
        if (!operands.isEmpty() && operands.front() == known.name
            && operands.size() == known.operands)
            return known.action;
    }
    return tl::unexpected(UsageError{
        .what = Text::tr("profiles takes one of: list, show NAME, add NAME, remove NAME."),
        .now = Text::tr(
            "Put a name with blanks in quotes. tenantscope-cli help profiles tells more.")});
}

/// Options that only `profiles add` takes, whatever else it is about.
UsageError onlyForAdding(const QString &option)
{
    return {
        .what = Text::tr("Only profiles add takes --%1.").arg(option),
        .now = Text::tr("tenantscope-cli help profiles tells more.")};
}

std::optional<UsageError> checkProfilesOptions(
    const QCommandLineParser &parser, ProfilesWish::Action action)
{
    for (const QString &option : {u"demo"_s, u"profile"_s}) {
        if (parser.isSet(option))
            return UsageError{
                .what = Text::tr("profiles takes no --%1.").arg(option),
                .now = Text::tr("tenantscope-cli help profiles tells more.")};
    }
    if (action == ProfilesWish::Action::Add)
        return std::nullopt;
    for (const QString &option :
         {u"environment"_s, u"domain"_s, u"client-id"_s, u"audience"_s, u"organization"_s,
          u"ca-file"_s, u"secret-stdin"_s, u"private-key"_s, u"signing-alg"_s}) {
        if (parser.isSet(option))
            return onlyForAdding(option);
    }
    return std::nullopt;
}

Parsed<Wish> readProfiles(const QStringList &operands, const QCommandLineParser &parser)
{
    using Format = ProfilesWish::Format;
    constexpr FormatName<Format> formats[] = {
        {"table"_L1, Format::Table}, {"json"_L1, Format::Json}};
    const Parsed<ProfilesWish::Action> action = readAction(operands);
    if (!action)
        return tl::unexpected(action.error());
    if (const auto error = checkProfilesOptions(parser, *action))
        return tl::unexpected(*error);
    const Parsed<Format> format = readFormat(parser, formats);
    if (!format)
        return tl::unexpected(format.error());
    const QString typed = parser.isSet(u"environment"_s) ? parser.value(u"environment"_s)
                                                         : QString(u"development"_s);
    const auto environment = Tenant::environmentFrom(typed);
    if (!environment)
        return tl::unexpected(UsageError{
            .what = Text::tr("There is no environment “%1”.").arg(Base::plainLine(typed, 40)),
            .now = Text::tr("There are: development, staging, production.")});
    return ProfilesWish{
        .action = *action,
        .name = operands.value(1),
        .environment = *environment,
        .format = *format};
}

Parsed<Wish> readSnapshot(const QCommandLineParser &parser)
{
    if (parser.isSet(u"out"_s) && parser.value(u"out"_s).isEmpty())
        return tl::unexpected(UsageError{
            .what = Text::tr("--out takes the name of a file."),
            .now = Text::tr("Without it the snapshot goes to standard output.")});
    return SnapshotWish{.out = parser.value(u"out"_s)};
}

Parsed<Wish> readGrants(const QCommandLineParser &parser)
{
    using Format = GrantsWish::Format;
    constexpr FormatName<Format> names[] = {
        {"table"_L1, Format::Table},
        {"json"_L1, Format::Json},
        {"ndjson"_L1, Format::Ndjson},
        {"csv"_L1, Format::Csv},
    };
    const auto valueOf = [&parser](const QString &name) {
        return parser.isSet(name) ? std::optional(parser.value(name)) : std::nullopt;
    };
    return readFormat(parser, names).map([&valueOf](Format format) {
        return Wish(GrantsWish{
            .format = format,
            .scope = valueOf(u"scope"_s),
            .api = valueOf(u"api"_s),
            .application = valueOf(u"application"_s)});
    });
}

Parsed<Wish> readCompare(const QStringList &operands, const QCommandLineParser &parser)
{
    using Format = CompareWish::Format;
    constexpr FormatName<Format> formats[] = {{"text"_L1, Format::Text}, {"json"_L1, Format::Json}};
    if (operands.size() != 2 || operands.contains(QString()))
        return tl::unexpected(UsageError{
            .what = Text::tr("compare takes two things: snapshot files or profiles."),
            .now = Text::tr("For example: tenantscope-cli compare monday.json “Contoso EU”.")});
    return readFormat(parser, formats).map([&operands](Format format) {
        return Wish(CompareWish{.format = format, .before = operands[0], .after = operands[1]});
    });
}

/// Puts the number of option \a name, if it was passed, into \a target.
template<typename T>
std::optional<UsageError> take(
    std::optional<T> &target, const QCommandLineParser &parser, QLatin1StringView name, Range range)
{
    const Parsed<std::optional<int>> number = readNumber(parser, name, range);
    if (!number)
        return number.error();
    if (*number)
        target = T(**number);
    return std::nullopt;
}

Parsed<Wish> readDemo(const QCommandLineParser &parser)
{
    DemoWish wish;
    std::optional<UsageError> error;
    if ((error = take(wish.port, parser, "port"_L1, {0, 65'535}))
        || (error = take(wish.applications, parser, "applications"_L1, {0, 1'000'000}))
        || (error = take(wish.latency, parser, "latency"_L1, {0, 600'000}))
        || (error = take(wish.burst, parser, "burst"_L1, {1, 1'000'000}))
        || (error = take(wish.tokenLife, parser, "token-life"_L1, {1, 2'592'000})))
        return tl::unexpected(*error);
    const Parsed<std::optional<double>> rate = readRate(parser);
    if (!rate)
        return tl::unexpected(rate.error());
    wish.rate = *rate;
    wish.tls = parser.isSet(u"tls"_s);
    wish.caOut = parser.value(u"ca-out"_s);
    wish.faults = parser.values(u"fault"_s);
    if (wish.tls == wish.caOut.isEmpty())
        return tl::unexpected(UsageError{
            .what = Text::tr("--tls and --ca-out FILE go together."),
            .now = Text::tr(
                "Clients must trust the certificate in FILE, and know it by no other way.")});
    return wish;
}

} // namespace

tl::expected<Wish, UsageError> readWish(const QStringList &words, const QCommandLineParser &parser)
{
    const QString &command = words.front();
    if (command == "token"_L1)
        return readToken(parser);
    if (command == "scopes"_L1)
        return readScopes(parser);
    if (command == "applications"_L1)
        return readApplications(parser);
    if (command == "doctor"_L1)
        return readDoctor(parser);
    if (command == "endpoints"_L1)
        return readEndpoints(parser);
    if (command == "decode"_L1)
        return readDecode(parser);
    if (command == "snapshot"_L1)
        return readSnapshot(parser);
    if (command == "grants"_L1)
        return readGrants(parser);
    if (command == "compare"_L1)
        return readCompare(words.sliced(1), parser);
    if (command == "profiles"_L1)
        return readProfiles(words.sliced(1), parser);
    Q_ASSERT(command == "demo"_L1);
    return readDemo(parser);
}

} // namespace Tenantscope::Cli
