// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/foundtoken.h"

#include "app/jwt/decode.h"

#include <QByteArray>

#include <algorithm>

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 1024 * 1024;
constexpr qsizetype shortestOpaque = 16; // standing alone: a word is no token

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// RFC 6750 §2.1.
bool isTokenCharacter(char c)
{
    return isNameCharacter(c) || QByteArrayView("-.~+/=").contains(c);
}

bool isBlank(char c)
{
    return QByteArrayView(" \t\r\n").contains(c);
}

bool endsWithWord(QByteArrayView text, QByteArrayView word)
{
    return text.size() >= word.size()
        && qstrnicmp(text.last(word.size()).data(), word.size(), word.data(), word.size()) == 0;
}

/// A run of token characters, with what it was called.
struct Run
{
    QByteArrayView text;
    bool isNamed = false; ///< what stands before it says that it is a token
};

/// The run that begins at \a at in \a text, less the `NAME=` of an assignment.
Run runAt(QByteArrayView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isTokenCharacter(text[end]))
        ++end;
    Run run{.text = text.sliced(at, end - at)};
    const auto *nameEnd = std::find_if_not(run.text.begin(), run.text.end(), isNameCharacter);
    const qsizetype nameSize = nameEnd - run.text.begin();
    const bool isAssignment = nameSize > 0 && nameSize + 1 < run.text.size() && *nameEnd == '='
        && nameEnd[1] != '='; // which is padding
    if (isAssignment) {
        run.text = run.text.sliced(nameSize + 1);
        run.isNamed = true;
    }
    return run;
}

/// Whether \a before, the text up to a run, ends by saying that a token follows.
bool namesToken(QByteArrayView before)
{
    while (!before.isEmpty()
           && (isBlank(before.back()) || QByteArrayView("\"':").contains(before.back())))
        before.chop(1);
    return endsWithWord(before, "bearer") || endsWithWord(before, "access_token")
        || endsWithWord(before, "id_token") || endsWithWord(before, "=");
}

std::optional<TokenForm> compactForm(QByteArrayView text)
{
    const std::optional<QJsonObject> header = decodeHeader(text);
    if (!header || !header->value("alg"_L1).isString())
        return std::nullopt;
    if (text.count('.') == 2)
        return TokenForm::Jws;
    return header->value("enc"_L1).isString() ? std::optional(TokenForm::Jwe) : std::nullopt;
}

/// \a text without the words that stand before a token in a header field.
QByteArrayView bare(QByteArrayView text)
{
    for (const QByteArrayView word :
         {QByteArrayView("Authorization:"), QByteArrayView("Bearer ")}) {
        text = text.trimmed();
        if (endsWithWord(text.first(std::min(text.size(), word.size())), word))
            text = text.sliced(word.size());
    }
    return text.trimmed();
}

/// The JWS or JWE that \a text is, once the line ends and blanks within it are taken away: a terminal or a mail broke it.
std::optional<FoundToken> brokenToken(QByteArrayView text)
{
    if (text.size() > 2 * largestToken || !std::all_of(text.begin(), text.end(), [](char c) {
            return isTokenCharacter(c) || isBlank(c);
        }))
        return std::nullopt;
    QByteArray joined = text.toByteArray();
    joined.removeIf(isBlank);
    std::optional<FoundToken> found;
    if (const std::optional<TokenForm> form = compactForm(joined))
        found = FoundToken{Base::Secret(joined), *form};
    Base::wipe(joined);
    return found;
}

bool isOpaque(const Run &run, QByteArrayView whole)
{
    const bool standsAlone = run.text.size() == whole.size() && run.text.size() >= shortestOpaque;
    return (run.isNamed || standsAlone) && !run.text.isEmpty() && run.text.size() <= largestToken;
}

} // namespace

std::optional<FoundToken> findToken(QByteArrayView pasted)
{
    const QByteArrayView whole = pasted.first(std::min(pasted.size(), longestText)).trimmed();
    const QByteArrayView text = bare(whole);
    if (std::optional<FoundToken> found = brokenToken(text))
        return found;
    QByteArrayView opaque;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!isTokenCharacter(text[at]))
            continue;
        Run run = runAt(text, at);
        if (const std::optional<TokenForm> form = compactForm(run.text))
            return FoundToken{Base::Secret(run.text), *form};
        run.isNamed = run.isNamed || namesToken(whole.first(run.text.begin() - whole.begin()));
        if (opaque.isEmpty() && isOpaque(run, text))
            opaque = run.text;
        at = run.text.end() - text.begin();
    }
    if (opaque.isEmpty())
        return std::nullopt;
    return FoundToken{Base::Secret(opaque), TokenForm::Opaque};
}

} // namespace Tenantscope::Jwt
