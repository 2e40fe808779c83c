// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/importreaders.h"
#include "app/tenant/shellwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

constexpr QByteArrayView tokenPath = "/oauth/token";

/// curl's options that matter here; all others that take a value must be known to pass over it.
enum class Option { Url, Data, UrlEncodedData, User, OtherWithValue, Flag };

constexpr struct
{
    QByteArrayView name;
    Option option;
} longOptions[] = {
    {"--url", Option::Url},
    {"--data", Option::Data},
    {"--data-raw", Option::Data},
    {"--data-ascii", Option::Data},
    {"--data-binary", Option::Data},
    {"--json", Option::Data},
    {"--data-urlencode", Option::UrlEncodedData},
    {"--user", Option::User},
    {"--request", Option::OtherWithValue},
    {"--header", Option::OtherWithValue},
    {"--user-agent", Option::OtherWithValue},
    {"--cookie", Option::OtherWithValue},
    {"--cookie-jar", Option::OtherWithValue},
    {"--referer", Option::OtherWithValue},
    {"--output", Option::OtherWithValue},
    {"--write-out", Option::OtherWithValue},
    {"--max-time", Option::OtherWithValue},
    {"--connect-timeout", Option::OtherWithValue},
    {"--retry", Option::OtherWithValue},
    {"--cacert", Option::OtherWithValue},
    {"--cert", Option::OtherWithValue},
    {"--key", Option::OtherWithValue},
    {"--proxy", Option::OtherWithValue},
    {"--resolve", Option::OtherWithValue},
};
constexpr QByteArrayView shortWithValue = "XHAbceEmoTwxDK"; // beside d and u

Option optionOf(QByteArrayView word)
{
    for (const auto &[name, option] : longOptions) {
        if (name == word)
            return option;
    }
    return Option::Flag;
}

Option optionOf(char letter)
{
    if (letter == 'd')
        return Option::Data;
    if (letter == 'u')
        return Option::User;
    return shortWithValue.contains(letter) ? Option::OtherWithValue : Option::Flag;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// application/x-www-form-urlencoded (WHATWG URL §5.1): `+` is a blank, `%41` a byte.
void decodeForm(QByteArrayView value, WipedBytes &text)
{
    for (qsizetype at = 0; at < value.size(); ++at) {
        const bool isEscape = value[at] == '%' && at + 2 < value.size()
            && hexDigit(value[at + 1]) >= 0 && hexDigit(value[at + 2]) >= 0;
        if (isEscape) {
            text.append(char(hexDigit(value[at + 1]) * 16 + hexDigit(value[at + 2])));
            at += 2;
        } else {
            text.append(value[at] == '+' ? ' ' : value[at]);
        }
    }
}

/// Reads the words of one curl command.
class CurlCommand final
{
public:
    explicit CurlCommand(const ShellWords &words)
        : m_words(words)
    {
        for (m_at = 1; m_at < m_words.size(); ++m_at)
            readWord(m_words.at(m_at));
    }

    [[nodiscard]] QByteArrayView url() const { return m_url; }
    [[nodiscard]] const CredentialsInput &values() const { return m_values; }
    [[nodiscard]] std::optional<Base::Error> error() const { return m_error; }

private:
    void readWord(QByteArrayView word)
    {
        if (word.startsWith("--"))
            return take(optionOf(word), {});
        if (!word.startsWith('-') || word.size() < 2) {
            m_url = word;
            return;
        }
        for (qsizetype at = 1; at < word.size(); ++at) { // `-sSd value`, `-dvalue`
            const Option option = optionOf(word[at]);
            if (option != Option::Flag)
                return take(option, word.sliced(at + 1));
        }
    }

    /// \a attached is the option's value when it is written in one word with it.
    void take(Option option, QByteArrayView attached)
    {
        if (option == Option::Flag)
            return;
        if (attached.isEmpty() && m_at + 1 >= m_words.size())
            return;
        const QByteArrayView value = attached.isEmpty() ? m_words.at(++m_at) : attached;
        if (option == Option::Url)
            m_url = value;
        else if (option == Option::User)
            readUser(value);
        else if (option == Option::UrlEncodedData)
            readPair(value, false); // curl encodes what follows the first `=`
        else if (option == Option::Data)
            readBody(value);
    }

    void readUser(QByteArrayView value)
    {
        const qsizetype colon = value.indexOf(':');
        put(m_values, ImportedName::ClientId, colon < 0 ? value : value.first(colon));
        if (colon >= 0)
            put(m_values, ImportedName::ClientSecret, value.sliced(colon + 1));
    }

    void readBody(QByteArrayView body)
    {
        if (!body.trimmed().startsWith('{')) {
            while (!body.isEmpty()) {
                const qsizetype end = body.indexOf('&');
                readPair(end < 0 ? body : body.first(end), true);
                body = end < 0 ? QByteArrayView() : body.sliced(end + 1);
            }
            return;
        }
        const Base::Result<ImportedConnection> read = importJson(body);
        if (!read && read.error().detail != ImportRule::nothing)
            m_error = read.error();
        if (!read)
            return;
        // Beside what -u or another -d gave; the domain is the URL's.
        const auto take = [](auto &value, const auto &found) {
            if (!found.isEmpty())
                value = found;
        };
        take(m_values.clientId, read->values.clientId);
        take(m_values.clientSecret, read->values.clientSecret);
        take(m_values.audience, read->values.audience);
        take(m_values.organization, read->values.organization);
    }

    void readPair(QByteArrayView pair, bool isEncoded)
    {
        const qsizetype equals = pair.indexOf('=');
        const auto name = equals < 0 ? std::nullopt : importedName(pair.first(equals));
        if (!name || *name == ImportedName::Domain)
            return;
        const QByteArrayView value = pair.sliced(equals + 1);
        WipedBytes decoded(value.size());
        if (isEncoded)
            decodeForm(value, decoded);
        put(m_values, *name, isEncoded ? decoded.view() : value);
    }

    const ShellWords &m_words;
    qsizetype m_at = 0;
    QByteArrayView m_url;
    CredentialsInput m_values;
    std::optional<Base::Error> m_error;
};

} // namespace

Base::Result<ImportedConnection> importCurl(QByteArrayView text)
{
    const ShellWords words(text);
    if (!words.isWhole())
        return refusedImport(ImportRule::quote);
    const CurlCommand command(words);
    if (command.error())
        return Base::failure(*command.error());
    const QByteArrayView address = command.url().first(
        command.url().indexOf('?') < 0 ? command.url().size() : command.url().indexOf('?'));
    if (!address.endsWith(tokenPath))
        return refusedImport(ImportRule::noTokenRequest);
    CredentialsInput values = command.values();
    put(values, ImportedName::Domain, domainOfUrl(address));
    return ImportedConnection{.values = values, .format = ImportFormat::Curl};
}

} // namespace Tenantscope::Tenant
