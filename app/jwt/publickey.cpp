// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/publickey.h"

#include "app/jwt/base64url.h"
#include "app/jwt/evpkey.h"
#include "app/jwt/rocamodulus.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <bit>

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype fewestBits = 2048;
constexpr qsizetype mostBits = 8192;
constexpr qsizetype longestExponent = 4; // bytes: 65,537 takes three
constexpr qsizetype coordinateSize = 32; // of P-256, RFC 7518 §6.2.1.2

template<typename T>
using Found = tl::expected<T, KeyProblem>;

tl::unexpected<KeyProblem> unusable(KeyProblem problem)
{
    return tl::unexpected(problem);
}

/// A Base64urlUInt, RFC 7518 §2: big-endian in as few bytes as can be.
std::optional<QByteArray> number(const QJsonObject &jwk, QLatin1StringView name)
{
    const QJsonValue value = jwk.value(name);
    std::optional<QByteArray> bytes = base64UrlDecode(value.toString().toUtf8());
    if (!bytes || bytes->isEmpty() || bytes->front() == '\0')
        return std::nullopt;
    return bytes;
}

/// A coordinate, RFC 7518 §6.2.1.2: always of full length.
std::optional<QByteArray> coordinate(const QJsonObject &jwk, QLatin1StringView name)
{
    std::optional<QByteArray> bytes = base64UrlDecode(jwk.value(name).toString().toUtf8());
    return bytes && bytes->size() == coordinateSize ? bytes : std::nullopt;
}

bool isOdd(const QByteArray &bigEndian)
{
    return bigEndian.back() & 1;
}

/// RFC 7517 §4.2, §4.3: what is not said is not forbidden; what is said twice has to agree.
bool isForSignatures(const QJsonObject &jwk)
{
    if (jwk.contains("use"_L1) && jwk.value("use"_L1) != "sig"_L1)
        return false;
    return !jwk.contains("key_ops"_L1)
        || jwk.value("key_ops"_L1).toArray().contains(QJsonValue("verify"_L1));
}

bool isPrivate(const QJsonObject &jwk)
{
    constexpr QLatin1StringView names[] = {"d"_L1,  "p"_L1,  "q"_L1,   "dp"_L1,
                                           "dq"_L1, "qi"_L1, "oth"_L1, "k"_L1};
    return std::any_of(
        std::begin(names), std::end(names), [&jwk](auto name) { return jwk.contains(name); });
}

/// Of those \a ofType, the one that \a jwk names; all when it names none.
Found<QList<Algorithm>> algorithmsOf(const QJsonObject &jwk, const QList<Algorithm> &ofType)
{
    if (!jwk.contains("alg"_L1))
        return ofType;
    const std::optional<Algorithm> named = algorithmFrom(jwk.value("alg"_L1).toString());
    if (!named || !ofType.contains(*named))
        return unusable(KeyProblem::OtherAlgorithm);
    return QList<Algorithm>{*named};
}

Found<EvpKey> rsaKey(const QJsonObject &jwk)
{
    const std::optional<QByteArray> modulus = number(jwk, "n"_L1);
    const std::optional<QByteArray> exponent = number(jwk, "e"_L1);
    if (!modulus || !exponent)
        return unusable(KeyProblem::BadNumber);
    const auto first = static_cast<unsigned char>(modulus->front());
    const qsizetype bits = modulus->size() * 8 - std::countl_zero(first);
    if (bits < fewestBits)
        return unusable(KeyProblem::TooShort);
    if (bits > mostBits)
        return unusable(KeyProblem::TooLong);
    if (!isOdd(*modulus) || !isOdd(*exponent) || exponent->size() > longestExponent
        || *exponent == "\x01") // which makes each text its own signature
        return unusable(KeyProblem::BadNumber);
    if (isRocaModulus(*modulus))
        return unusable(KeyProblem::Guessable);
    std::optional<EvpKey> key = EvpKey::fromRsa(*modulus, *exponent);
    return key ? Found<EvpKey>(std::move(*key)) : unusable(KeyProblem::BadNumber);
}

Found<EvpKey> ecKey(const QJsonObject &jwk)
{
    if (jwk.value("crv"_L1) != "P-256"_L1)
        return unusable(KeyProblem::OtherCurve);
    const std::optional<QByteArray> x = coordinate(jwk, "x"_L1);
    const std::optional<QByteArray> y = coordinate(jwk, "y"_L1);
    if (!x || !y)
        return unusable(KeyProblem::BadNumber);
    std::optional<EvpKey> key = EvpKey::fromP256(*x, *y);
    return key ? Found<EvpKey>(std::move(*key)) : unusable(KeyProblem::OffCurve);
}

/// RFC 7638 §3: the required members in alphabetical order, no blanks. All that is hashed is base64url or a known word,
/// so that there is one way to write it.
QString thumbprintOf(const QJsonObject &jwk, const QStringList &required)
{
    QJsonObject members;
    for (const QString &name : required)
        members.insert(name, jwk.value(name));
    const QByteArray json = QJsonDocument(members).toJson(QJsonDocument::Compact);
    const QByteArray hash = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    return QString::fromLatin1(base64UrlEncode(hash));
}

} // namespace

class PublicKey::Private
{
public:
    EvpKey key;
    std::optional<QString> keyId;
    QString thumbprint;
    QList<Algorithm> algorithms;
};

PublicKey::PublicKey(std::unique_ptr<Private> publicKey)
    : d(std::move(publicKey))
{
}

PublicKey::PublicKey(PublicKey &&other) noexcept = default;
PublicKey &PublicKey::operator=(PublicKey &&other) noexcept = default;
PublicKey::~PublicKey() = default;

tl::expected<PublicKey, KeyProblem> PublicKey::fromJwk(const QJsonObject &jwk)
{
    const QJsonValue name = jwk.value("kid"_L1);
    const QString type = jwk.value("kty"_L1).toString();
    if (type.isEmpty() || !(name.isString() || name.isUndefined()))
        return unusable(KeyProblem::Malformed);
    const bool isRsa = type == "RSA"_L1;
    if (!isRsa && type != "EC"_L1)
        return unusable(KeyProblem::OtherType);
    if (isPrivate(jwk))
        return unusable(KeyProblem::Private);
    if (!isForSignatures(jwk))
        return unusable(KeyProblem::NotForSignatures);
    const QList<Algorithm> ofType = isRsa
        ? QList{Algorithm::Rs256, Algorithm::Rs384, Algorithm::Rs512,
                Algorithm::Ps256, Algorithm::Ps384, Algorithm::Ps512}
        : QList{Algorithm::Es256};
    const Found<QList<Algorithm>> algorithms = algorithmsOf(jwk, ofType);
    if (!algorithms)
        return unusable(algorithms.error());
    Found<EvpKey> key = isRsa ? rsaKey(jwk) : ecKey(jwk);
    if (!key)
        return unusable(key.error());
    const QStringList required = isRsa ? QStringList{u"e"_s, u"kty"_s, u"n"_s}
                                       : QStringList{u"crv"_s, u"kty"_s, u"x"_s, u"y"_s};
    return PublicKey(std::make_unique<Private>(Private{
        .key = std::move(*key),
        .keyId = name.isString() ? std::optional(name.toString()) : std::nullopt,
        .thumbprint = thumbprintOf(jwk, required),
        .algorithms = *algorithms,
    }));
}

const std::optional<QString> &PublicKey::keyId() const
{
    return d->keyId;
}

QString PublicKey::thumbprint() const
{
    return d->thumbprint;
}

const QList<Algorithm> &PublicKey::algorithms() const
{
    return d->algorithms;
}

bool PublicKey::verifies(Algorithm algorithm, QByteArrayView input, QByteArrayView signature) const
{
    return serves(algorithm) && d->key.verifies(algorithm, input, signature);
}

} // namespace Tenantscope::Jwt
