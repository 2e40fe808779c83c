// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/doctor/doctor.h"

#include "app/base/plaintext.h"
#include "app/doctor/errorcode.h"
#include "app/http/answer.h"
#include "app/http/call.h"
#include "app/management/apicall.h"
#include "app/session/dashboard.h"

#include <QCoreApplication>
#include <QHostInfo>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tenantscope::Doctor {

using Base::ErrorKind;
using Outcome = Step::Outcome;

namespace {

constexpr auto lookupPatience = 10s; // a resolver may try for a minute
constexpr auto mostSkew = 60s;       // a tenant's leeway
constexpr auto mostSignedSkew = 10s; // and with what a private key signs
constexpr QStringView neededScope = u"read:clients";

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Doctor)
};

/// The issuer a discovery document names; empty: it names none.
QUrl issuerIn(const Http::Response &answer)
{
    return QUrl(answer.json.object().value(u"issuer"_s).toString(), QUrl::StrictMode);
}

/// True when the host did not even answer in its own way: no later step can fare better.
bool isUnreachable(const Base::Error &error)
{
    return error.status == 0;
}

} // namespace

QLatin1StringView nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return "ok"_L1;
    case Outcome::Warn:
        return "warn"_L1;
    case Outcome::Fail:
        return "fail"_L1;
    }
    Q_UNREACHABLE();
}

Doctor::Doctor(Base::Clock &clock, Base::Random &random, Patient patient, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_patient(std::move(patient))
    , m_client(clock, random, m_patient.caFile)
    , m_keeper(m_client, clock, random)
    , m_management(m_client, m_keeper, clock, domain(), m_patient.policy.management)
{
    m_keeper.setPolicy(m_patient.policy.token);
    m_keeper.setCredentials(m_patient.checked.credentials);
}

Doctor::~Doctor()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
    // Calls belong to this object, and must go before the client they were sent by.
    qDeleteAll(findChildren<QObject *>(Qt::FindDirectChildrenOnly));
}

void Doctor::start()
{
    QMetaObject::invokeMethod(this, &Doctor::examineInput, Qt::QueuedConnection);
}

void Doctor::examineInput()
{
    const QList<Tenant::Hint> &hints = m_patient.checked.hints;
    for (const Tenant::Hint hint : hints)
        tell({
            .name = u"input"_s,
            .outcome = Outcome::Warn,
            .code = codeOf(hint),
            .what = Session::describe(hint),
        });
    if (hints.isEmpty())
        tell({.name = u"input"_s, .what = Text::tr("Domain, client ID and audience look right.")});
    if (const auto &key = m_patient.checked.credentials.privateKey)
        tell(
            {.name = u"key"_s,
             .what = Text::tr("Token requests are signed with the key in %1, by %2.")
                         .arg(Base::plainLine(key->file, 200), nameOf(key->algorithm))});
    lookUp();
}

void Doctor::lookUp()
{
    m_lookup = QHostInfo::lookupHost(domain().host(), this, &Doctor::lookedUp);
    m_lookupEnd = m_clock.wakeAfter(lookupPatience, [this] {
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
        QHostInfo none;
        none.setError(QHostInfo::UnknownError);
        lookedUp(none);
    });
}

void Doctor::lookedUp(const QHostInfo &info)
{
    m_lookup = -1;
    m_lookupEnd.cancel();
    const QString host = domain().host();
    if (info.error() == QHostInfo::NoError) {
        tell({.name = u"dns"_s, .what = Text::tr("%1 resolves.").arg(host)});
        return discover();
    }
    const Base::Error error{.kind = ErrorKind::HostNotFound, .subject = host};
    if (Http::Client::proxyFor(domain().url(u"/"_s)).isEmpty()) {
        fail(u"dns"_s, error, Session::Doing::SigningIn);
        Q_EMIT finished();
        return;
    }
    tell(
        {.name = u"dns"_s,
         .outcome = Outcome::Warn,
         .code = codeOf(error),
         .what = Text::tr("%1 does not resolve here.").arg(host),
         .why = Text::tr("There is a proxy, which looks names up itself.")});
    discover();
}

void Doctor::discover()
{
    auto *call = m_client.send(
        {.url = domain().url(u"/.well-known/openid-configuration"_s),
         .policy = m_patient.policy.management},
        this);
    connect(call, &Http::Call::finished, this, [this, call] {
        const Base::Result<Http::Response> answer = call->takeResult();
        call->deleteLater();
        discovered(answer);
    });
}

void Doctor::discovered(const Base::Result<Http::Response> &answer)
{
    const QString name = u"discovery"_s;
    if (!answer && isUnreachable(answer.error())) {
        fail(name, answer.error(), Session::Doing::SigningIn);
        Q_EMIT finished();
        return;
    }
    const QUrl issuer = answer ? issuerIn(*answer) : QUrl();
    if (issuer.host().isEmpty())
        tell({
            .name = name,
            .outcome = Outcome::Warn,
            .code = answer ? u"no-issuer"_s : codeOf(answer.error()),
            .what = Text::tr("%1 answers, but not as an Auth0 tenant does.").arg(domain().text()),
            .why = Text::tr("Its /.well-known/openid-configuration names no issuer."),
            .fix = Text::tr("Check the domain: is it the tenant's, and not an application's?"),
        });
    else if (issuer.authority() != domain().url(u"/"_s).authority())
        tell({
            .name = name,
            .outcome = Outcome::Warn,
            .code = u"another-issuer"_s,
            .what = Text::tr("%1 says that it is %2.")
                        .arg(domain().text(), Base::plainLine(issuer.toDisplayString(), 200)),
            .why = Text::tr("A proxy, or another name of the tenant, stands before it."),
            .fix = Text::tr("If tokens are refused, use the name it gives itself."),
        });
    else
        tell(
            {.name = name, .what = Text::tr("%1 answers as its own issuer.").arg(domain().text())});
    examineClock();
}

void Doctor::examineClock()
{
    const QString name = u"clock"_s;
    const std::optional<std::chrono::seconds> skew = m_client.clockSkew();
    const bool signs = m_patient.checked.credentials.privateKey.has_value();
    if (!skew)
        tell({
            .name = name,
            .outcome = Outcome::Warn,
            .code = u"no-date"_s,
            .what = Text::tr("The tenant does not tell the time."),
        });
    else if (std::chrono::abs(*skew) > (signs ? mostSignedSkew : mostSkew))
        tell({
            .name = name,
            .outcome = Outcome::Warn,
            .code = u"clock-skew"_s,
            .what = Text::tr("This computer's clock differs from the tenant's by %1 s.")
                        .arg(std::chrono::abs(*skew).count()),
            .why = signs
                ? Text::tr("Auth0 refuses what a private key signed when its time is off by more "
                           "than 10 s.")
                : Text::tr("Tokens carry times; whoever compares them with this clock is misled."),
            .fix = Text::tr("Set the clock, or let it be set from the network."),
        });
    else
        tell({.name = name, .what = Text::tr("The clock agrees with the tenant's.")});
    askForToken();
}

void Doctor::askForToken()
{
    m_keeper.ask({}, this, [this](const Base::Result<OAuth::AccessToken> &token) {
        if (token) {
            tell({.name = u"token"_s, .what = Text::tr("The tenant gives a token.")});
            return examineScopes(*token);
        }
        fail(u"token"_s, token.error(), Session::Doing::SigningIn);
        Q_EMIT finished();
    });
}

void Doctor::examineScopes(const OAuth::AccessToken &token)
{
    Step step{.name = u"scopes"_s};
    if (!token.scopes.isKnown()) {
        step.outcome = Outcome::Warn;
        step.code = u"scopes-unknown"_s;
        step.what = Text::tr("The token does not tell its scopes.");
    } else if (!token.scopes.contains(neededScope)) {
        step.outcome = Outcome::Warn;
        step.code = u"missing-scope"_s;
        step.what = Text::tr("The token lacks read:clients.");
        step.why = Text::tr("Without it the applications cannot be listed in full.");
        step.fix = Text::tr(
            "In the Auth0 Dashboard, under APIs > Auth0 Management API > Application "
            "Access, grant it to this application.");
        step.link = Tenant::dashboardLink(
            Tenant::DashboardPage::Apis, domain(), m_patient.checked.credentials.audience);
    } else {
        step.what = Text::tr("Scopes granted: %1, read:clients among them.")
                        .arg(token.scopes.names().size());
    }
    tell(std::move(step));
    askForApplications();
}

void Doctor::askForApplications()
{
    if (!Tenant::isManagementAudience(m_patient.checked.credentials.audience)) {
        tell({
            .name = u"applications"_s,
            .outcome = Outcome::Warn,
            .code = u"not-management-audience"_s,
            .what = Text::tr("The applications were not asked for."),
            .why = Text::tr("The audience is not the Management API's."),
        });
        Q_EMIT finished();
        return;
    }
    auto *call = m_management.listApplications(Management::PageNumber{0}, 1, this);
    connect(call, &Management::ApiCall::finished, this, [this, call] {
        const Base::Result<Http::Response> answer = call->takeResult();
        call->deleteLater();
        if (answer)
            tell({.name = u"applications"_s, .what = Text::tr("The applications can be listed.")});
        else
            fail(u"applications"_s, answer.error(), Session::Doing::LoadingApplications);
        Q_EMIT finished();
    });
}

void Doctor::tell(Step step)
{
    m_steps.append(std::move(step));
    Q_EMIT stepEnded(m_steps.constLast());
}

void Doctor::fail(const QString &name, const Base::Error &error, Session::Doing doing)
{
    const Session::Sentence sentence = Session::describe(error, doing);
    // A missing scope is a warning already, and no failure of the connection.
    const bool isFailure = error.kind != ErrorKind::MissingScope;
    tell({
        .name = name,
        .outcome = isFailure ? Outcome::Fail : Outcome::Warn,
        .code = codeOf(error),
        .what = sentence.what,
        .why = sentence.tenantWords.isEmpty()
            ? sentence.why
            : Text::tr("%1 The tenant says: %2").arg(sentence.why, sentence.tenantWords),
        .fix = sentence.now,
        .cause = isFailure ? std::optional(error.kind) : std::nullopt,
        .link = Session::dashboardLink(sentence, m_patient.checked.credentials),
        .details = Session::details(error),
    });
}

} // namespace Tenantscope::Doctor
