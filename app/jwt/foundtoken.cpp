// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/foundtoken.h"

#include "app/jwt/brokentoken.h"
#include "app/jwt/decode.h"
#include "app/jwt/tokencharacters.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace Tenantscope::Jwt {

namespace {

constexpr qsizetype longestText = 1024 * 1024;
constexpr qsizetype shortestOpaque = 16; // unless it is a Bearer: a word is no token
constexpr qsizetype longestName = 128;   // with what stands between it and the token

bool endsWithWord(QByteArrayView text, QByteArrayView word)
{
    return text.size() >= word.size()
        && qstrnicmp(text.last(word.size()).data(), word.size(), word.data(), word.size()) == 0;
}

/// The run of token characters that begins at \a at in \a text, less the `NAME=` of an assignment.
QByteArrayView runAt(QByteArrayView text, qsizetype at)
{
    const QByteArrayView rest = text.sliced(at);
    const auto *end = std::find_if_not(rest.begin(), rest.end(), isTokenCharacter);
    const QByteArrayView run = rest.first(end - rest.begin());
    const auto *nameEnd = std::find_if_not(run.begin(), run.end(), isNameCharacter);
    const qsizetype nameSize = nameEnd - run.begin();
    const bool isAssignment = nameSize > 0 && nameSize + 1 < run.size() && *nameEnd == '='
        && nameEnd[1] != '='; // which is padding
    return isAssignment ? run.sliced(nameSize + 1) : run;
}

/// Whether what is called \a name is a token: `AUTH0_TOKEN`, `mgmtJwt`; but not, say, a `token_type`.
bool isTokenName(QByteArrayView name)
{
    const QByteArray plain = name.toByteArray().toLower();
    const auto isIn = [&plain](const char *word) { return plain.contains(word); };
    constexpr std::array words{"token", "bearer", "jwt", "authorization"};
    constexpr std::array others{"token_type", "token_endpoint"}; // RFC 6749 §5.1, RFC 8414 §2
    return std::any_of(words.begin(), words.end(), isIn)
        && std::none_of(others.begin(), others.end(), isIn);
}

/// Whether \a before, the text up to \a run, ends by saying that a token follows.
bool isNamed(QByteArrayView run, QByteArrayView before)
{
    before = before.last(std::min(before.size(), longestName)); // no more, in each of many runs
    bool isAssigned = false;
    for (; !before.isEmpty(); before.chop(1)) {
        const char c = before.back();
        if (!isBlank(c) && !QByteArrayView("\"':=").contains(c))
            break;
        isAssigned = isAssigned || c == ':' || c == '=';
    }
    if (endsWithWord(before, "bearer") || endsWithWord(before, "access_token")
        || endsWithWord(before, "id_token"))
        return true;
    qsizetype nameSize = 0;
    while (nameSize < before.size() && isNameCharacter(before[before.size() - 1 - nameSize]))
        ++nameSize;
    return isAssigned && run.size() >= shortestOpaque && isTokenName(before.last(nameSize));
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

/// \a before: what stands before \a run; \a text: what is left to search, which it is a part of.
bool isOpaque(QByteArrayView run, QByteArrayView before, QByteArrayView text)
{
    const bool standsAlone = run.size() == text.size() && run.size() >= shortestOpaque;
    const bool isMarks = std::none_of(run.begin(), run.end(), isNameCharacter);
    return !isMarks && run.size() <= largestToken && (standsAlone || isNamed(run, before));
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
        const QByteArrayView run = runAt(text, at);
        if (const std::optional<TokenForm> form = compactForm(run))
            return FoundToken{
                .token = Base::Secret(run), .form = *form, .isWhole = isWholeToken(run)};
        if (opaque.isEmpty() && isOpaque(run, whole.first(run.begin() - whole.begin()), text))
            opaque = run;
        at = run.end() - text.begin();
    }
    if (opaque.isEmpty())
        return std::nullopt;
    return FoundToken{.token = Base::Secret(opaque)};
}

} // namespace Tenantscope::Jwt
