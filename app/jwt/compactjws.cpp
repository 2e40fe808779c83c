// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/compactjws.h"

#include "app/jwt/base64url.h"
#include "app/jwt/decode.h"
#include "app/jwt/strictjson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;

namespace {

/// RFC 7515 §4.1 and RFC 7518 §4, §6: what `crit` must not name, for everybody understands it.
constexpr std::array registered{"alg"_L1,  "jku"_L1, "jwk"_L1,      "kid"_L1, "x5u"_L1,
                                "x5c"_L1,  "x5t"_L1, "x5t#S256"_L1, "typ"_L1, "cty"_L1,
                                "crit"_L1, "enc"_L1, "zip"_L1,      "epk"_L1, "apu"_L1,
                                "apv"_L1,  "iv"_L1,  "tag"_L1,      "p2s"_L1, "p2c"_L1};

SignatureVerdict malformed(QLatin1StringView part)
{
    return {.reason = Reason::Malformed, .detail = part};
}

/// The extension of \a header that is not understood; a null text: it asks for none; nullopt: `crit` is malformed
/// (RFC 7515 §4.1.11).
std::optional<QString> extensionIn(const QJsonObject &header)
{
    const QJsonArray names = header.value("crit"_L1).toArray();
    if (header.contains("crit"_L1) && names.isEmpty())
        return std::nullopt;
    for (const QJsonValue &value : names) {
        const QString name = value.toString();
        const bool isRegistered = std::find(registered.begin(), registered.end(), name)
            != registered.end();
        if (!value.isString() || isRegistered || !header.contains(name))
            return std::nullopt;
    }
    if (!names.isEmpty())
        return names.first().toString();
    // RFC 7797 wants it named in `crit`; who forgot to would have us check something else than was signed.
    return header.contains("b64"_L1) ? u"b64"_s : QString();
}

/// Why \a name, which is none of our algorithms, is none.
Reason reasonAgainst(const QString &name)
{
    if (name.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return Reason::Unsecured;
    return name.startsWith("HS"_L1, Qt::CaseInsensitive) ? Reason::SymmetricAlgorithm
                                                         : Reason::OtherAlgorithm;
}

/// Reads what \a jws has to be checked by out of its header; a verdict when that cannot be.
std::optional<SignatureVerdict> readHeader(CompactJws &jws)
{
    const QJsonValue name = jws.header.value("kid"_L1);
    const QString algorithm = jws.header.value("alg"_L1).toString();
    if (algorithm.isEmpty())
        return malformed(Part::alg);
    if (!name.isUndefined() && !name.isString())
        return malformed(Part::kid);
    if (name.isString())
        jws.keyId = name.toString();
    SignatureVerdict verdict{.algorithm = algorithm, .keyId = name.toString()};
    const std::optional<QString> extension = extensionIn(jws.header);
    const std::optional<Algorithm> known = algorithmFrom(algorithm);
    if (known && extension && extension->isNull()) {
        jws.algorithm = *known;
        return std::nullopt;
    }
    verdict.reason = !extension ? Reason::Malformed
        : !known                ? reasonAgainst(algorithm)
                                : Reason::CriticalHeader;
    verdict.detail = extension ? *extension : QString(Part::crit);
    return verdict;
}

/// What \a compact is that has not three parts.
SignatureVerdict notThreeParts(QByteArrayView compact)
{
    const std::optional<QJsonObject> header = decodeHeader(compact);
    if (compact.count('.') != 4 || !header || !header->value("enc"_L1).isString())
        return malformed(Part::parts);
    return {
        .reason = Reason::Encrypted,
        .algorithm = header->value("alg"_L1).toString(),
        .keyId = header->value("kid"_L1).toString()};
}

} // namespace

tl::expected<CompactJws, SignatureVerdict> readCompactJws(QByteArrayView compact)
{
    if (compact.size() > largestToken)
        return tl::unexpected(malformed(Part::size));
    if (compact.count('.') != 2)
        return tl::unexpected(notThreeParts(compact));
    const qsizetype headerEnd = compact.indexOf('.');
    const qsizetype inputEnd = compact.lastIndexOf('.');
    const auto header = base64UrlDecode(compact.first(headerEnd));
    const auto object = header ? readObject(*header) : std::nullopt;
    if (!object)
        return tl::unexpected(malformed(Part::header));
    if (const auto name = duplicateMember(*header, Reach::AllLevels))
        return tl::unexpected(SignatureVerdict{.reason = Reason::DuplicateMember, .detail = *name});
    const auto payload = base64UrlDecode(compact.sliced(headerEnd + 1, inputEnd - headerEnd - 1));
    const auto signature = base64UrlDecode(compact.sliced(inputEnd + 1));
    if (!payload || !signature)
        return tl::unexpected(malformed(payload ? Part::signature : Part::payload));
    CompactJws jws{
        .header = *object,
        .input = compact.first(inputEnd),
        .payload = *payload,
        .signature = *signature};
    if (std::optional<SignatureVerdict> verdict = readHeader(jws))
        return tl::unexpected(*verdict);
    return jws;
}

} // namespace Tenantscope::Jwt
