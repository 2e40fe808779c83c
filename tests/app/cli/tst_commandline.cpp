// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchkey.h"
#include "app/applications/trait.h"
#include "app/cli/catalogue.h"
#include "app/cli/commandline.h"
#include "app/cli/help.h"
#include "app/cli/suggestion.h"
#include "app/cli/terminal.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Cli;

namespace {

constexpr auto marker = "x7Qk-marker-of-a-secret"_L1;

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

/// Reading of arguments into typed wishes, and how a wrong command line is refused.
class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsWishes_data();
    void readsWishes();
    void readsConnectionOptions();
    void readsDemoOptions();
    void refuses_data();
    void refuses();
    void refusesSecrets_data();
    void refusesSecrets();
    void takesWhatOnlyLooksLikeASecret_data();
    void takesWhatOnlyLooksLikeASecret();
    void suggests_data();
    void suggests();
    void helpNamesEveryOption();
    void helpFitsItsWidth();
};

void TestCommandLine::readsWishes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Wish>("wish");
    using std::chrono::seconds;
    QTest::newRow("--help") << words("--help") << Wish(HelpWish{});
    QTest::newRow("-h") << words("-h") << Wish(HelpWish{});
    QTest::newRow("help") << words("help") << Wish(HelpWish{});
    QTest::newRow("help token") << words("help token") << Wish(HelpWish{u"token"_s});
    QTest::newRow("token --help") << words("token --help") << Wish(HelpWish{u"token"_s});
    QTest::newRow("--help token") << words("--help token") << Wish(HelpWish{u"token"_s});
    QTest::newRow("--version") << words("--version") << Wish(VersionWish{});
    QTest::newRow("token") << words("token") << Wish(TokenWish{});
    QTest::newRow("token raw") << words("token --format raw") << Wish(TokenWish{});
    QTest::newRow("token header") << words("token --format=header")
                                  << Wish(TokenWish{.format = TokenWish::Format::Header});
    QTest::newRow("token env") << words("--format env token")
                               << Wish(TokenWish{.format = TokenWish::Format::Env});
    QTest::newRow("token json") << words("token --format json")
                                << Wish(TokenWish{.format = TokenWish::Format::Json});
    QTest::newRow("token curl") << words("token --format curl")
                                << Wish(TokenWish{.format = TokenWish::Format::Curl});
    QTest::newRow("token min-life")
        << words("token --min-life 3600") << Wish(TokenWish{.leastLife = seconds(3600)});
    QTest::newRow("last one counts")
        << words("token --min-life 1 --min-life 2") << Wish(TokenWish{.leastLife = seconds(2)});
    QTest::newRow("decode") << words("decode") << Wish(DecodeWish{});
    QTest::newRow("decode --verify json")
        << words("decode --verify --format json")
        << Wish(DecodeWish{.format = DecodeWish::Format::Json, .verify = true});
    QTest::newRow("decode --jwks")
        << words("decode --jwks keys.json") << Wish(DecodeWish{.jwksFile = u"keys.json"_s});
    QTest::newRow("doctor") << words("doctor") << Wish(DoctorWish{});
    QTest::newRow("doctor json") << words("doctor --format json")
                                 << Wish(DoctorWish{DoctorWish::Format::Json});
    QTest::newRow("grants") << words("grants") << Wish(GrantsWish{});
    QTest::newRow("grants, filtered")
        << words("grants --format csv --scope read:users --api https://a/ --application abc")
        << Wish(GrantsWish{
               .format = GrantsWish::Format::Csv,
               .scope = u"read:users"_s,
               .api = u"https://a/"_s,
               .application = u"abc"_s});
    QTest::newRow("snapshot") << words("snapshot") << Wish(SnapshotWish{});
    QTest::newRow("snapshot --out")
        << words("snapshot --out a.json") << Wish(SnapshotWish{.out = u"a.json"_s});
    QTest::newRow("compare") << words("compare a.json b")
                             << Wish(CompareWish{.before = u"a.json"_s, .after = u"b"_s});
    QTest::newRow("compare json")
        << words("compare --format json a b")
        << Wish(
               CompareWish{.format = CompareWish::Format::Json, .before = u"a"_s, .after = u"b"_s});
    using Action = ProfilesWish::Action;
    QTest::newRow("profiles list") << words("profiles list") << Wish(ProfilesWish{});
    QTest::newRow("profiles list json") << words("profiles list --format json")
                                        << Wish(ProfilesWish{.format = ProfilesWish::Format::Json});
    QTest::newRow("profiles show")
        << QStringList{u"profiles"_s, u"show"_s, u"Contoso EU"_s}
        << Wish(ProfilesWish{.action = Action::Show, .name = u"Contoso EU"_s});
    QTest::newRow("profiles remove")
        << words("profiles remove x")
        << Wish(ProfilesWish{.action = Action::Remove, .name = u"x"_s});
    QTest::newRow("profiles add") << words("profiles add x --environment production")
                                  << Wish(ProfilesWish{
                                         .action = Action::Add,
                                         .name = u"x"_s,
                                         .environment = Tenant::Environment::Production});
    QTest::newRow("scopes") << words("scopes") << Wish(ScopesWish{});
    QTest::newRow("scopes json") << words("scopes --format json")
                                 << Wish(ScopesWish{ScopesWish::Format::Json});
    QTest::newRow("endpoints") << words("endpoints") << Wish(EndpointsWish{});
    QTest::newRow("endpoints json search scope")
        << words("endpoints --format json --search GET --scope read:users")
        << Wish(EndpointsWish{
               .format = EndpointsWish::Format::Json,
               .search = u"GET"_s,
               .scope = u"read:users"_s});
    QTest::newRow("applications") << words("applications") << Wish(ApplicationsWish{});
    QTest::newRow("applications ndjson")
        << words("applications --format ndjson --secrets")
        << Wish(ApplicationsWish{.format = ApplicationsWish::Format::Ndjson, .secrets = true});
    QTest::newRow("applications search that excludes")
        << QStringList{u"applications"_s, u"--search"_s, u"-is:public"_s}
        << Wish(ApplicationsWish{.search = u"-is:public"_s});
    QTest::newRow("applications csv search")
        << QStringList{u"applications"_s, u"--format"_s, u"csv"_s, u"--search"_s, u"\"a b\" -c"_s}
        << Wish(ApplicationsWish{
               .format = ApplicationsWish::Format::Csv, .search = u"\"a b\" -c"_s});
    QTest::newRow("findings") << words("applications --findings")
                              << Wish(ApplicationsWish{.findings = true});
    QTest::newRow("findings sarif")
        << words("applications --findings --format sarif --fail-on medium --search shop --secrets")
        << Wish(ApplicationsWish{
               .format = ApplicationsWish::Format::Sarif,
               .search = u"shop"_s,
               .secrets = true,
               .findings = true,
               .failOn = Applications::Severity::Medium});
}

void TestCommandLine::readsWishes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const Wish, wish);
    const auto line = parseCommandLine(arguments);
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().what));
    QVERIFY(line->wish == wish);
    QVERIFY(line->connection == ConnectionOptions{});
}

void TestCommandLine::readsConnectionOptions()
{
    const auto line = parseCommandLine(words(
        "--domain contoso.eu.auth0.com token --client-id abc --audience https://a/ --ca-file ca.pem "
        "--secret-stdin"));
    QVERIFY(line.has_value());
    const ConnectionOptions expected{
        .domain = u"contoso.eu.auth0.com"_s,
        .clientId = u"abc"_s,
        .audience = u"https://a/"_s,
        .caFile = u"ca.pem"_s,
        .secretFromInput = true,
    };
    QVERIFY(line->connection == expected);
    const auto byKey = parseCommandLine(
        words("token --private-key key.pem --signing-alg PS256 --organization org_abc"));
    QVERIFY(byKey.has_value());
    const ConnectionOptions signing{
        .organization = u"org_abc"_s,
        .privateKeyFile = u"key.pem"_s,
        .signingAlgorithm = Base::SigningAlgorithm::Ps256,
    };
    QVERIFY(byKey->connection == signing);
    QVERIFY(parseCommandLine(words("token --profile a --private-key key.pem")).has_value());
    const auto byProfile = parseCommandLine(words("scopes --profile Contoso --ca-file ca.pem"));
    QVERIFY(byProfile.has_value());
    QCOMPARE(byProfile->connection.profile, std::optional(u"Contoso"_s));
}

void TestCommandLine::readsDemoOptions()
{
    using namespace std::chrono_literals;
    const auto line = parseCommandLine(words(
        "demo --port 8443 --applications 1579 --latency 20 --rate 1.667 --burst 5 --token-life 3 --tls "
        "--ca-out ca.pem --fault 429:every=7 --fault empty"));
    QVERIFY(line.has_value());
    const DemoWish expected{
        .port = 8443,
        .applications = 1579,
        .latency = 20ms,
        .rate = 1.667,
        .burst = 5,
        .tokenLife = 3s,
        .tls = true,
        .caOut = u"ca.pem"_s,
        .faults = {u"429:every=7"_s, u"empty"_s},
    };
    QVERIFY(line->wish == Wish(expected));
    QVERIFY(parseCommandLine({u"demo"_s})->wish == Wish(DemoWish{}));
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names"); // what the refusal must name
    QTest::newRow("nothing") << QStringList() << u"applications"_s;
    QTest::newRow("unknown command") << words("tokens") << u"Did you mean token?"_s;
    QTest::newRow("unknown command, far") << words("frobnicate") << u"scopes"_s;
    QTest::newRow("help for nothing") << words("help tokn") << u"Did you mean token?"_s;
    QTest::newRow("unknown option") << words("token --domian x") << u"Did you mean --domain?"_s;
    QTest::newRow("unknown short option") << words("token -x") << u"--x"_s;
    QTest::newRow("other command's option") << words("token --search x") << u"applications"_s;
    QTest::newRow("sarif of applications")
        << words("applications --format sarif") << u"table, json, ndjson, csv"_s;
    QTest::newRow("findings have no csv")
        << words("applications --findings --format csv") << u"table, json, sarif"_s;
    QTest::newRow("no such severity")
        << words("applications --findings --fail-on critical") << u"low, medium, high"_s;
    QTest::newRow("severity of applications")
        << words("applications --fail-on low") << u"--findings"_s;
    QTest::newRow("open quote in a search")
        << QStringList{u"applications"_s, u"--search"_s, u"name:\"shop web"_s} << u"quote"_s;
    QTest::newRow("open quote in a search of findings")
        << QStringList{u"applications"_s, u"--findings"_s, u"--search"_s, u"\"shop"_s}
        << u"quote"_s;
    QTest::newRow("demo takes no domain") << words("demo --domain x") << u"--domain"_s;
    QTest::newRow("missing value") << words("token --domain") << u"domain"_s;
    QTest::newRow("value for a flag") << words("token --demo=1") << u"demo"_s;
    QTest::newRow("compare with nothing") << words("compare") << u"two things"_s;
    QTest::newRow("compare one") << words("compare a.json") << u"two things"_s;
    QTest::newRow("compare three") << words("compare a b c") << u"two things"_s;
    QTest::newRow("compare an empty name")
        << QStringList{u"compare"_s, u"a"_s, QString()} << u"two things"_s;
    QTest::newRow("compare in a table") << words("compare a b --format table") << u"text, json"_s;
    QTest::newRow("compare takes no domain") << words("compare a b --domain x") << u"--domain"_s;
    QTest::newRow("snapshot to nothing") << words("snapshot --out=") << u"--out"_s;
    QTest::newRow("snapshot with a word") << words("snapshot a.json") << u"options only"_s;
    QTest::newRow("unknown format")
        << words("token --format xml") << u"raw, header, env, json, curl"_s;
    QTest::newRow("scopes has no csv") << words("scopes --format csv") << u"table, json"_s;
    QTest::newRow("empty format") << QStringList{u"token"_s, u"--format="_s} << u"raw"_s;
    QTest::newRow("life no number") << words("token --min-life 5m") << u"--min-life"_s;
    QTest::newRow("life negative") << words("token --min-life -5") << u"--min-life"_s;
    QTest::newRow("life too large") << words("token --min-life 99999999999") << u"--min-life"_s;
    QTest::newRow("port") << words("demo --port 65536") << u"65535"_s;
    QTest::newRow("rate zero") << words("demo --rate 0") << u"--rate"_s;
    QTest::newRow("rate nan") << words("demo --rate nan") << u"--rate"_s;
    QTest::newRow("burst zero") << words("demo --burst 0") << u"--burst"_s;
    QTest::newRow("tls without file") << words("demo --tls") << u"--ca-out"_s;
    QTest::newRow("file without tls") << words("demo --ca-out x") << u"--tls"_s;
    QTest::newRow("profiles alone") << words("profiles") << u"remove NAME"_s;
    QTest::newRow("profiles nonsense") << words("profiles drop x") << u"remove NAME"_s;
    QTest::newRow("profiles show nothing") << words("profiles show") << u"show NAME"_s;
    QTest::newRow("profiles show two") << words("profiles show a b") << u"quotes"_s;
    QTest::newRow("profiles list one") << words("profiles list a") << u"list, show NAME"_s;
    QTest::newRow("domain of a list") << words("profiles list --domain x") << u"--domain"_s;
    QTest::newRow("secret to show")
        << words("profiles show a --secret-stdin") << u"--secret-stdin"_s;
    QTest::newRow("environment to remove")
        << words("profiles remove a --environment staging") << u"--environment"_s;
    QTest::newRow("no such environment")
        << words("profiles add a --environment prod") << u"production"_s;
    QTest::newRow("profile of the demo") << words("profiles add a --demo") << u"--demo"_s;
    QTest::newRow("profile of a profile") << words("profiles add a --profile b") << u"--profile"_s;
    QTest::newRow("profile and domain") << words("token --profile a --domain x") << u"--profile"_s;
    QTest::newRow("profile and organization")
        << words("token --profile a --organization o") << u"organization"_s;
    QTest::newRow("key and secret")
        << words("token --private-key k --secret-stdin") << u"--private-key"_s;
    QTest::newRow("algorithm and secret")
        << words("token --signing-alg RS256 --secret-stdin") << u"--signing-alg"_s;
    QTest::newRow("no such algorithm")
        << words("token --private-key k --signing-alg HS256") << u"RS256, RS384, PS256"_s;
    QTest::newRow("demo and key") << words("token --demo --private-key k") << u"--demo"_s;
    QTest::newRow("demo and organization") << words("token --demo --organization o") << u"--demo"_s;
    QTest::newRow("key to show") << words("profiles show a --private-key k") << u"--private-key"_s;
    QTest::newRow("profile and demo") << words("token --profile a --demo") << u"--demo"_s;
    QTest::newRow("endpoints has no csv") << words("endpoints --format csv") << u"table, json"_s;
    QTest::newRow("endpoints needs no tenant")
        << words("endpoints --profile a") << u"endpoints takes no option --profile"_s;
    QTest::newRow("token takes no word") << words("token list") << u"options only"_s;
    QTest::newRow("demo and domain") << words("token --demo --domain x") << u"--demo"_s;
    QTest::newRow("demo and secret") << words("token --demo --secret-stdin") << u"--demo"_s;
}

void TestCommandLine::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, names);
    const auto line = parseCommandLine(arguments);
    QVERIFY(!line.has_value());
    const QString text = line.error().what + u' ' + line.error().now;
    QVERIFY2(text.contains(names), qPrintable(text));
    QVERIFY(!line.error().now.isEmpty());
}

void TestCommandLine::refusesSecrets_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString value = marker;
    QTest::newRow("apart") << QStringList{u"token"_s, u"--client-secret"_s, value};
    QTest::newRow("joined") << QStringList{u"token"_s, u"--client-secret=" + value};
    QTest::newRow("short word") << QStringList{u"token"_s, u"-client-secret"_s, value};
    QTest::newRow("underscore") << QStringList{u"token"_s, u"--client_secret=" + value};
    QTest::newRow("capitals") << QStringList{u"token"_s, u"--Client-Secret=" + value};
    QTest::newRow("secret") << QStringList{u"--secret"_s, value, u"token"_s};
    QTest::newRow("password") << QStringList{u"scopes"_s, u"--password=" + value};
    QTest::newRow("token") << QStringList{u"applications"_s, u"--token"_s, value};
    QTest::newRow("variable") << QStringList{u"token"_s, u"AUTH0_CLIENT_SECRET=" + value};
    QTest::newRow("after help") << QStringList{u"--help"_s, u"--client-secret=" + value};
    // Refused for other reasons, and still not repeated.
    QTest::newRow("flag with value") << QStringList{u"token"_s, u"--secret-stdin=" + value};
    QTest::newRow("flag, then value") << QStringList{u"token"_s, u"--secret-stdin"_s, value};
    QTest::newRow("misspelt") << QStringList{u"token"_s, u"--cleint-secret=" + value};
}

void TestCommandLine::refusesSecrets()
{
    QFETCH(const QStringList, arguments);
    const auto line = parseCommandLine(arguments);
    QVERIFY(!line.has_value());
    QVERIFY(!line.error().what.contains(marker));
    QVERIFY(!line.error().now.contains(marker));
    const QString first = arguments.join(u' ');
    if (!first.contains("stdin"_L1) && !first.contains("cleint"_L1))
        QVERIFY2(line.error().now.contains("--secret-stdin"_L1), qPrintable(line.error().now));
}

void TestCommandLine::takesWhatOnlyLooksLikeASecret_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("--secret-stdin") << words("token --secret-stdin");
    QTest::newRow("--secrets") << words("applications --secrets");
    QTest::newRow("--token-life") << words("demo --token-life 3");
    QTest::newRow("search for it") << words("applications --search client_secret=x");
}

void TestCommandLine::takesWhatOnlyLooksLikeASecret()
{
    QFETCH(const QStringList, arguments);
    const auto line = parseCommandLine(arguments);
    QVERIFY2(line.has_value(), line ? "" : qPrintable(line.error().what));
}

void TestCommandLine::suggests_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    QTest::newRow("letter left out") << u"tokn"_s << u"token"_s;
    QTest::newRow("letter too many") << u"tokenn"_s << u"token"_s;
    QTest::newRow("neighbours swapped") << u"tokne"_s << u"token"_s;
    QTest::newRow("beginning") << u"appl"_s << u"applications"_s;
    QTest::newRow("capitals") << u"TOKEN"_s << u"token"_s;
    QTest::newRow("itself") << u"demo"_s << u"demo"_s;
    QTest::newRow("nothing near") << u"frobnicate"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("very long") << QString(1'000'000, u't') << QString();
}

void TestCommandLine::suggests()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, word);
    QCOMPARE(nearestWord(typed, commandNames()), word);
}

void TestCommandLine::helpNamesEveryOption()
{
    const QString general = helpText({});
    for (const CommandSpec &command : commands()) {
        const QString name = QString::fromLatin1(command.name);
        QVERIFY2(general.contains(u"  "_s + name), qPrintable(name));
        const QString help = helpText(name);
        QVERIFY(help.startsWith(u"Usage: tenantscope-cli "_s + name));
        for (const OptionSpec &option : optionsOf(command))
            QVERIFY2(help.contains(u"  --"_s + QString::fromLatin1(option.name)), option.name);
        QVERIFY(help.contains("Exit status:"_L1));
    }
    const QString search = helpText(u"applications"_s);
    for (const Applications::KnownKey &known : Applications::searchKeys())
        QVERIFY2(search.contains(u"  "_s + known.name + u":WORD"_s), known.name.data());
    for (const Applications::KnownTrait &known : Applications::knownTraits())
        QVERIFY2(search.contains(u"  is:"_s + known.name), known.name.data());
    QVERIFY(versionText().contains(QString::fromLatin1(TENANTSCOPE_VERSION)));
}

void TestCommandLine::helpFitsItsWidth()
{
    for (const QString &command : commandNames() + QStringList{QString()}) {
        for (const QString &line : helpText(command, 80).split(u'\n'))
            QVERIFY2(displayWidth(line) <= 80, qPrintable(line));
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
