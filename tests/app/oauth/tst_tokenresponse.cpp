// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenresponse.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace std::chrono_literals;
using OAuth::AccessToken;
using Note = AccessToken::Note;

namespace {

constexpr Base::Instant sentAt{1h};
constexpr Base::Instant receivedAt{1h + 2s};
constexpr qint64 life = 86'400;

QByteArray jwt(const QJsonObject &claims)
{
    const auto part = [](const QJsonObject &object) {
        return QJsonDocument(object)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part({{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"JWT"_s}}) + '.' + part(claims)
        + ".c2lnbmF0dXJl";
}

/// A JWT that lives \a seconds by its own word.
QByteArray jwtOfLife(qint64 seconds)
{
    constexpr qint64 issuedAt = 1'795'521'600;
    return jwt(
        {{u"iat"_s, issuedAt}, {u"exp"_s, issuedAt + seconds}, {u"scope"_s, u"read:clients"_s}});
}

Http::Response answer(const QByteArray &body)
{
    return {
        .status = 200,
        .headers = {},
        .body = body,
        .json = QJsonDocument::fromJson(body),
        .sentAt = sentAt,
        .receivedAt = receivedAt};
}

QByteArray member(const char *name, const QByteArray &json)
{
    return ",\"" + QByteArray(name) + "\":" + json;
}

} // namespace

class TokenResponseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void readsAuth0sAnswer();
    void leavesNoBody();
    void lives_data();
    void lives();
    void scopes_data();
    void scopes();
    void types_data();
    void types();
    void values_data();
    void values();
    void errors_data();
    void errors();
};

void TokenResponseTest::readsAuth0sAnswer()
{
    const QByteArray value = jwtOfLife(life);
    const auto token = OAuth::readTokenResponse(answer(
        "{\"access_token\":\"" + value
        + "\",\"scope\":\"read:users read:clients\",\"expires_in\":86400,"
          "\"token_type\":\"Bearer\",\"unknown\":{\"x\":[]}}"));
    QVERIFY(token);
    QCOMPARE(token->value.reveal().toByteArray(), value);
    QCOMPARE(token->issuedAt, sentAt);
    QCOMPARE(
        *token->expiresAt, sentAt + 86'400s); // from the start of the request, not from the answer
    QCOMPARE(token->scopes.names(), (QStringList{u"read:clients"_s, u"read:users"_s}));
    QCOMPARE(token->claimedExpiry->toSecsSinceEpoch(), 1'795'521'600 + life);
    QCOMPARE(token->notes, QList<Note>());
}

void TokenResponseTest::leavesNoBody()
{
    // That the bytes are overwritten, too, cannot be seen from here: they are freed by then.
    for (const QByteArray &body :
         {QByteArray("{\"access_token\":\"abc\",\"expires_in\":60}"),
          QByteArray("{\"access_token\":\"a b\"}"), QByteArray("[]")}) {
        Http::Response response = answer(body);
        const auto token = OAuth::readTokenResponse(std::move(response));
        QCOMPARE(token.has_value(), body.contains("abc"));
        QVERIFY(response.body.isEmpty()); // NOLINT(bugprone-use-after-move): that is the question
    }
}

void TokenResponseTest::lives_data()
{
    QTest::addColumn<QByteArray>("expiresIn"); // JSON; empty: no such member
    QTest::addColumn<qint64>("claimed");       // s by the JWT's claims; 0: an opaque token
    QTest::addColumn<qint64>("seconds");       // −1: unknown
    QTest::addColumn<QList<Note>>("notes");
    const auto row = [](const char *name, const QByteArray &expiresIn, qint64 claimed,
                        qint64 seconds, const QList<Note> &notes = {}) {
        QTest::newRow(name) << expiresIn << claimed << seconds << notes;
    };
    const QList<Note> fromText{Note::LifeWasText};
    const QList<Note> fromClaims{Note::LifeFromClaims};
    const QList<Note> unknown{Note::LifeUnknown};
    const QList<Note> dead{Note::ExpiredOnArrival};
    row("a day", "86400", 86'400, 86'400);
    row("1", "1", 0, 1);
    row("most", "2592000", 0, 2'592'000);
    row("fraction", "59.9", 0, 59);
    row("fraction of the most", "2592000.5", 0, 2'592'000);
    row("exponent", "6e1", 0, 60);
    row("text", "\"3600\"", 0, 3'600, fromText);
    row("text with fraction", "\"59.9\"", 0, 59, fromText);
    row("text with blanks", "\" 60 \"", 0, 60, fromText);
    row("zero", "0", 0, 0, dead);
    row("half a second", "0.5", 0, 0, dead);
    row("negative", "-1", 0, 0, dead);
    row("very negative", "-1e300", 0, 0, dead);
    row("zero, claims say more", "0", 3'600, 0, dead);
    row("negative text", "\"-5\"", 0, 0, {Note::LifeWasText, Note::ExpiredOnArrival});
    row("too large, claims", "2592001", 3'600, 3'600, fromClaims);
    row("2^64, claims", "18446744073709551616", 3'600, 3'600, fromClaims);
    row("1e308, claims", "1e308", 3'600, 3'600, fromClaims);
    row("too large, opaque", "2592001", 0, -1, unknown);
    row("missing, claims", {}, 3'600, 3'600, fromClaims);
    row("missing, opaque", {}, 0, -1, unknown);
    row("null, claims", "null", 3'600, 3'600, fromClaims);
    row("true, opaque", "true", 0, -1, unknown);
    row("array, claims", "[60]", 3'600, 3'600, fromClaims);
    row("words, claims", "\"soon\"", 3'600, 3'600, fromClaims);
    row("hexadecimal, opaque", "\"0x10\"", 0, -1, unknown);
    row("exponent in text, opaque", "\"6e1\"", 0, -1, unknown);
    row("empty text, opaque", "\"\"", 0, -1, unknown);
    row("infinite text, opaque", "\"inf\"", 0, -1, unknown);
    row("missing, claims absurd", {}, 2'592'001, -1, unknown);
    row("missing, claims reversed", {}, -60, -1, unknown);
    row("missing, claims beyond dates", {}, 9'000'000'000'000, -1, unknown);
    row("differ by a minute", "3600", 3'660, 3'600);
    row("differ by more", "3600", 3'661, 3'600, {Note::LifesDiffer});
    row("differ downwards", "3600", 60, 3'600, {Note::LifesDiffer});
    row("zero, claims say less than nothing", "0", -60, 0, dead);
}

void TokenResponseTest::lives()
{
    QFETCH(QByteArray, expiresIn);
    QFETCH(qint64, claimed);
    QFETCH(qint64, seconds);
    const QByteArray value = claimed == 0 ? QByteArray("opaque") : jwtOfLife(claimed);
    const auto token = OAuth::readTokenResponse(answer(
        "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"scope\":\"\""
        + (expiresIn.isEmpty() ? QByteArray() : member("expires_in", expiresIn)) + '}'));
    QVERIFY(token);
    QCOMPARE(token->expiresAt.has_value(), seconds >= 0);
    if (seconds >= 0)
        QCOMPARE(*token->expiresAt, sentAt + std::chrono::seconds(seconds));
    // What may be promised is the claims' where they say less.
    const bool isLess = claimed > 0 && seconds - claimed > 60;
    QCOMPARE(token->endByClaims.has_value(), isLess);
    if (seconds >= 0)
        QCOMPARE(token->assuredLife(sentAt), std::chrono::seconds(isLess ? claimed : seconds));
    QTEST(token->notes, "notes");
}

void TokenResponseTest::scopes_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QList<Note>>("notes");
    const QByteArray opaque("opaque");
    const QByteArray withClaim = jwt({{u"scope"_s, u"read:clients"_s}});
    const QByteArray without = jwt({{u"sub"_s, u"x@clients"_s}});
    const QList<Note> fromClaim{Note::ScopeFromClaim};
    const QList<Note> unknown{Note::ScopesUnknown};
    QTest::newRow("stated") << QByteArray("\"b a\"") << opaque << true
                            << QStringList{u"a"_s, u"b"_s} << QList<Note>();
    QTest::newRow("stated beats claim")
        << QByteArray("\"a\"") << withClaim << true << QStringList{u"a"_s} << QList<Note>();
    QTest::newRow("empty") << QByteArray("\"\"") << withClaim << true << QStringList()
                           << QList<Note>();
    QTest::newRow("missing, claim")
        << QByteArray() << withClaim << true << QStringList{u"read:clients"_s} << fromClaim;
    QTest::newRow("null, claim") << QByteArray("null") << withClaim << true
                                 << QStringList{u"read:clients"_s} << fromClaim;
    QTest::newRow("number, claim")
        << QByteArray("7") << withClaim << true << QStringList{u"read:clients"_s} << fromClaim;
    QTest::newRow("missing, no claim")
        << QByteArray() << without << false << QStringList() << unknown;
    QTest::newRow("missing, opaque") << QByteArray() << opaque << false << QStringList() << unknown;
}

void TokenResponseTest::scopes()
{
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, value);
    const auto token = OAuth::readTokenResponse(answer(
        "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":60"
        + (scope.isEmpty() ? QByteArray() : member("scope", scope)) + '}'));
    QVERIFY(token);
    QTEST(token->scopes.isKnown(), "isKnown");
    QTEST(token->scopes.names(), "names");
    QTEST(token->notes, "notes");
}

void TokenResponseTest::types_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isUsable");
    QTest::addColumn<bool>("isNoted");
    QTest::addColumn<QString>("shown");
    QTest::newRow("Bearer") << QByteArray("\"Bearer\"") << true << false << QString();
    QTest::newRow("bearer") << QByteArray("\"bearer\"") << true << false << QString();
    QTest::newRow("BEARER") << QByteArray("\"BEARER\"") << true << false << QString();
    QTest::newRow("missing") << QByteArray() << true << true << QString();
    QTest::newRow("null") << QByteArray("null") << true << true << QString();
    QTest::newRow("DPoP") << QByteArray("\"DPoP\"") << false << false << u"DPoP"_s;
    QTest::newRow("empty") << QByteArray("\"\"") << false << false << QString();
    QTest::newRow("blank") << QByteArray("\"Bearer \"") << false << false << u"Bearer "_s;
    QTest::newRow("number") << QByteArray("1") << false << false << u"1"_s;
    QTest::newRow("array") << QByteArray("[\"Bearer\"]") << false << false << QString();
}

void TokenResponseTest::types()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, isUsable);
    const auto token = OAuth::readTokenResponse(answer(
        "{\"access_token\":\"abc\",\"scope\":\"\",\"expires_in\":60"
        + (type.isEmpty() ? QByteArray() : member("token_type", type)) + '}'));
    QCOMPARE(token.has_value(), isUsable);
    if (isUsable) {
        QTEST(token->notes.contains(Note::TypeMissing), "isNoted");
    } else {
        QCOMPARE(token.error().kind, Base::ErrorKind::TokenUnusable);
        QCOMPARE(token.error().detail, OAuth::TokenProblem::type);
        QTEST(token.error().subject, "shown");
    }
}

void TokenResponseTest::values_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Base::ErrorKind>("kind");
    QTest::addColumn<QString>("problem"); // empty: none
    const auto row = [](const char *name, const QByteArray &body, Base::ErrorKind kind,
                        QLatin1StringView problem) {
        QTest::newRow(name) << body << kind << QString(problem);
    };
    const auto value = [](const QByteArray &json) -> QByteArray {
        return "{\"token_type\":\"Bearer\",\"access_token\":" + json + '}';
    };
    using enum Base::ErrorKind;
    using namespace OAuth;
    row("all RFC 6750 characters", value("\"azAZ09-._~+/==\""), Malformed, {});
    row("64 KiB", value('"' + QByteArray(65'536, 'a') + '"'), Malformed, {});
    row("64 KiB + 1", value('"' + QByteArray(65'537, 'a') + '"'), Malformed, TokenProblem::tooLong);
    row("2 MB", value('"' + QByteArray(2'000'000, 'a') + '"'), Malformed, TokenProblem::tooLong);
    row("absent", "{\"token_type\":\"Bearer\"}", Malformed, TokenProblem::missing);
    row("empty", value("\"\""), Malformed, TokenProblem::missing);
    row("null", value("null"), Malformed, TokenProblem::missing);
    row("number", value("12345"), Malformed, TokenProblem::missing);
    row("object", value("{\"a\":1}"), Malformed, TokenProblem::missing);
    row("array at the top", "[\"abc\"]", Malformed, TokenProblem::missing);
    row("no JSON", "", Malformed, TokenProblem::missing);
    row("error with status 200", "{\"error\":\"access_denied\"}", Malformed, TokenProblem::missing);
    row("blank inside", value("\"abc def\""), TokenUnusable, TokenProblem::character);
    row("blank at the end", value("\"abc \""), TokenUnusable, TokenProblem::character);
    row("header injection", value("\"abc\\r\\nHost: evil.com\""), TokenUnusable,
        TokenProblem::character);
    row("NUL", value("\"abc\\u0000\""), TokenUnusable, TokenProblem::character);
    row("not ASCII", value("\"äbc\""), TokenUnusable, TokenProblem::character);
    row("equals first", value("\"=abc\""), TokenUnusable, TokenProblem::character);
    row("equals only", value("\"==\""), TokenUnusable, TokenProblem::character);
    row("quote", value("\"a\\\"b\""), TokenUnusable, TokenProblem::character);
    row("comma", value("\"a,b\""), TokenUnusable, TokenProblem::character);
}

void TokenResponseTest::values()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, problem);
    const auto token = OAuth::readTokenResponse(answer(body));
    QCOMPARE(token.has_value(), problem.isEmpty());
    if (!token) {
        QTEST(token.error().kind, "kind");
        QCOMPARE(token.error().detail, problem);
    }
}

void TokenResponseTest::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Base::ErrorKind>("before");
    QTest::addColumn<Base::ErrorKind>("after");
    using enum Base::ErrorKind;
    QTest::newRow("400") << 400 << UnexpectedStatus << TokenRefused;
    QTest::newRow("401") << 401 << Unauthorized << TokenRefused;
    QTest::newRow("403") << 403 << Forbidden << TokenRefused;
    QTest::newRow("403 of an API") << 403 << MissingScope << TokenRefused;
    QTest::newRow("404") << 404 << NotFound << NotFound;
    QTest::newRow("429") << 429 << RateLimited << RateLimited;
    QTest::newRow("503") << 503 << ServerFailed << ServerFailed;
    QTest::newRow("no answer") << 0 << HostNotFound << HostNotFound;
}

void TokenResponseTest::errors()
{
    QFETCH(int, status);
    QFETCH(Base::ErrorKind, before);
    const Base::Error error{
        .kind = before,
        .status = status,
        .code = u"access_denied"_s,
        .description = u"Unauthorized"_s,
        .uri = u"https://auth0.com/docs"_s};
    Base::Error expected = error;
    QTEST(OAuth::tokenError(error).kind, "after");
    expected.kind = OAuth::tokenError(error).kind;
    QCOMPARE(OAuth::tokenError(error), expected); // the tenant's words stay
}

QTEST_GUILESS_MAIN(TokenResponseTest)
#include "tst_tokenresponse.moc"
