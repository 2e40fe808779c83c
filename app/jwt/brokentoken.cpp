// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/brokentoken.h"

#include "app/jwt/base64url.h"
#include "app/jwt/decode.h"
#include "app/jwt/tokencharacters.h"

#include <algorithm>

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;

namespace {

/// How many characters of base64url a signature takes, by how its algorithm's name begins.
constexpr struct
{
    QLatin1StringView algorithm;
    qsizetype size;
} usualSignatures[] = {
    {"none"_L1, 0},   {"HS256"_L1, 43},  {"HS384"_L1, 64},
    {"HS512"_L1, 86},                                       // RFC 7518 §3.2, §3.6
    {"ES256"_L1, 86}, {"ES384"_L1, 128}, {"ES512"_L1, 176}, // §3.4
    {"EdDSA"_L1, 86}, {"EdDSA"_L1, 152},                    // RFC 8032
    {"RS"_L1, 342},   {"RS"_L1, 512},    {"RS"_L1, 683},
    {"RS"_L1, 1366}, // by 2,048 to 8,192 bits
    {"PS"_L1, 342},   {"PS"_L1, 512},    {"PS"_L1, 683},
    {"PS"_L1, 1366},
};
/// The same of an authentication tag (§5).
constexpr qsizetype usualTags[] = {22, 32, 43};

/// A token that is put together piece by piece. Its bytes are overwritten when it goes.
class Joined final
{
public:
    explicit Joined(qsizetype capacity) { m_bytes.reserve(capacity); } // no copy is left behind
    ~Joined() { Base::wipe(m_bytes); }
    Q_DISABLE_COPY_MOVE(Joined)

    void append(QByteArrayView piece)
    {
        if (const qsizetype dot = piece.lastIndexOf('.'); dot >= 0)
            m_lastPart = m_bytes.size() + dot + 1;
        m_dots += piece.count('.');
        m_bytes.append(piece);
    }

    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }
    [[nodiscard]] qsizetype dots() const { return m_dots; }

    [[nodiscard]] bool isWhole() const
    {
        const QByteArrayView last = QByteArrayView(m_bytes).sliced(m_lastPart);
        const auto fits = [&last](const auto &usual) { return usual.size == last.size(); };
        const bool isTag = m_dots == 4
            && std::find(std::begin(usualTags), std::end(usualTags), last.size())
                != std::end(usualTags);
        const bool isSignature = m_dots == 2
            && std::any_of(std::begin(usualSignatures), std::end(usualSignatures), fits);
        if (!isTag && !isSignature) // most pieces end here, before anything is decoded
            return false;
        const auto form = compactForm(m_bytes);
        return form && base64UrlDecode(last)
            && (*form == TokenForm::Jwe || isSignedAsUsual(last.size()));
    }

private:
    [[nodiscard]] bool isSignedAsUsual(qsizetype size) const
    {
        const QString name = decodeHeader(m_bytes)->value("alg"_L1).toString();
        return std::any_of(
            std::begin(usualSignatures), std::end(usualSignatures), [&](const auto &usual) {
                return usual.size == size && name.startsWith(usual.algorithm);
            });
    }

    QByteArray m_bytes;
    qsizetype m_lastPart = 0; ///< where it begins
    qsizetype m_dots = 0;
};

/// The longest whole token that pieces of \a text make, from its first one on: of a signature of 683 characters the first
/// 342 may happen to stand on a line's end.
std::optional<FoundToken> wholeToken(QByteArrayView text)
{
    Joined joined(std::min(text.size(), largestToken));
    qsizetype foundSize = 0;
    TokenForm form = TokenForm::Jws;
    for (qsizetype at = 0; at < text.size();) {
        const QByteArrayView rest = text.sliced(at);
        const qsizetype size = std::find_if(rest.begin(), rest.end(), isBlank) - rest.begin();
        const QByteArrayView piece = rest.first(size);
        const bool continues = std::all_of(piece.begin(), piece.end(), isCompactCharacter);
        if (!continues || joined.bytes().size() + size > largestToken || joined.dots() > 4)
            break;
        joined.append(piece);
        if (joined.isWhole()) {
            foundSize = joined.bytes().size();
            form = joined.dots() == 2 ? TokenForm::Jws : TokenForm::Jwe;
        }
        at += size;
        while (at < text.size() && isBlank(text[at]))
            ++at;
    }
    if (foundSize == 0)
        return std::nullopt;
    return FoundToken{
        .token = Base::Secret(joined.bytes().first(foundSize)), .form = form, .isWhole = true};
}

} // namespace

std::optional<TokenForm> compactForm(QByteArrayView text)
{
    const std::optional<QJsonObject> header = decodeHeader(text);
    if (!header || !header->value("alg"_L1).isString())
        return std::nullopt;
    if (text.count('.') == 2)
        return TokenForm::Jws;
    return header->value("enc"_L1).isString() ? std::optional(TokenForm::Jwe) : std::nullopt;
}

bool isWholeToken(QByteArrayView text)
{
    const std::optional<FoundToken> whole = wholeToken(text);
    return whole && whole->token.size() == text.size();
}

std::optional<FoundToken> brokenToken(QByteArrayView text)
{
    if (std::optional<FoundToken> whole = wholeToken(text))
        return whole;
    const auto belongs = [](char c) { return isTokenCharacter(c) || isBlank(c); };
    if (text.size() > 2 * largestToken || !std::all_of(text.begin(), text.end(), belongs))
        return std::nullopt;
    QByteArray joined = text.toByteArray();
    joined.removeIf(isBlank);
    std::optional<FoundToken> found;
    if (const std::optional<TokenForm> form = compactForm(joined))
        found = FoundToken{.token = Base::Secret(joined), .form = *form};
    Base::wipe(joined);
    return found;
}

} // namespace Tenantscope::Jwt
