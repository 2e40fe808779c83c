// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/jsonscanner.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstring>

namespace Tenantscope::Base {

namespace {

constexpr int deepest = 1024; // QJsonDocument's own limit

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Walks a JSON text by QJsonDocument's rules, which are a little laxer than RFC 8259 within strings and
/// numbers. Each function returns false at the first doubt and leaves the position where it arose.
class Scanner final
{
public:
    explicit Scanner(QByteArrayView json)
        : m_json(json)
    {
        if (m_json.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
    }

    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    [[nodiscard]] JsonKind kind() const;
    /// Only blanks are left.
    [[nodiscard]] bool isDone();

    void skipBlanks();
    bool value(); ///< past any value
    /// Past an object, calling \a member(name) at the first byte of each value, which it must pass.
    template<typename Function>
    bool object(Function member);
    /// Past an array, calling \a element() at the first byte of each element, which it must pass.
    template<typename Function>
    bool array(Function element);

private:
    bool accept(char c);
    bool text(QByteArrayView *raw = nullptr);
    bool number();
    bool literal(QByteArrayView word);
    template<typename Function>
    bool list(char open, char close, Function item);

    QByteArrayView m_json;
    qsizetype m_at = 0;
    int m_depth = 0;
};

JsonKind Scanner::kind() const
{
    switch (peek()) {
    case '{':
        return JsonKind::Object;
    case '[':
        return JsonKind::Array;
    case '"':
        return JsonKind::String;
    case 't':
    case 'f':
    case 'n':
        return JsonKind::Literal;
    default:
        return JsonKind::Number;
    }
}

bool Scanner::isDone()
{
    skipBlanks();
    return m_at == m_json.size();
}

void Scanner::skipBlanks()
{
    while (m_at < m_json.size() && std::strchr(" \t\r\n", m_json[m_at]) && m_json[m_at] != '\0')
        ++m_at;
}

bool Scanner::accept(char c)
{
    if (m_at >= m_json.size() || m_json[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool Scanner::value()
{
    switch (peek()) {
    case '{':
        return object([this](QByteArrayView) { return value(); });
    case '[':
        return array([this] { return value(); });
    case '"':
        return text();
    case 't':
        return literal("true");
    case 'f':
        return literal("false");
    case 'n':
        return literal("null");
    default:
        return number();
    }
}

bool Scanner::text(QByteArrayView *raw)
{
    const qsizetype start = m_at;
    if (!accept('"'))
        return false;
    for (qsizetype i = m_at; i < m_json.size(); ++i) {
        if (m_json[i] == '\\') {
            ++i;
        } else if (m_json[i] == '"') {
            if (raw)
                *raw = m_json.sliced(m_at, i - m_at);
            m_at = i + 1;
            return true;
        }
    }
    m_at = start; // the doubt is the whole string
    return false;
}

bool Scanner::number()
{
    qsizetype i = m_at;
    const auto at = [this, &i](char c) { return i < m_json.size() && m_json[i] == c; };
    const auto digits = [this, &i] {
        const qsizetype first = i;
        while (i < m_json.size() && isDigit(m_json[i]))
            ++i;
        return i > first;
    };
    if (at('-'))
        ++i;
    bool any = true;
    if (at('0'))
        ++i;
    else
        any = digits();
    if (at('.')) {
        ++i;
        any = digits() || any;
    }
    if (any && (at('e') || at('E'))) {
        ++i;
        if (at('+') || at('-'))
            ++i;
        any = digits();
    }
    if (any)
        m_at = i;
    return any;
}

bool Scanner::literal(QByteArrayView word)
{
    if (!m_json.sliced(m_at).startsWith(word))
        return false;
    m_at += word.size();
    return true;
}

template<typename Function>
bool Scanner::list(char open, char close, Function item)
{
    if (!accept(open) || ++m_depth > deepest)
        return false;
    skipBlanks();
    if (!accept(close)) {
        do {
            skipBlanks();
            if (!item())
                return false;
            skipBlanks();
        } while (accept(','));
        if (!accept(close))
            return false;
    }
    --m_depth;
    return true;
}

template<typename Function>
bool Scanner::object(Function member)
{
    return list('{', '}', [this, &member] {
        QByteArrayView name;
        if (!text(&name))
            return false;
        skipBlanks();
        if (!accept(':'))
            return false;
        skipBlanks();
        return member(name);
    });
}

template<typename Function>
bool Scanner::array(Function element)
{
    return list('[', ']', std::move(element));
}

/// A member name as QJsonDocument reads it.
QString decodedName(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return QString::fromUtf8(raw);
    const QByteArray document = QByteArray("[\"") + raw.toByteArray() + QByteArray("\"]");
    return QJsonDocument::fromJson(document).array().first().toString();
}

/// The elements of the array at \a path from step \a step on; nullopt: there is none. Sets \a whole to
/// false when the text is no JSON.
std::optional<QList<JsonSpan>> elementsBelow(
    Scanner &scanner, const QStringList &path, qsizetype step, bool &whole)
{
    std::optional<QList<JsonSpan>> found;
    if (step == path.size() && scanner.kind() == JsonKind::Array) {
        found.emplace();
        whole = scanner.array([&] {
            const qsizetype start = scanner.position();
            const bool passed = scanner.value();
            found->append({start, scanner.position() - start});
            return passed;
        });
    } else if (step < path.size() && scanner.kind() == JsonKind::Object) {
        whole = scanner.object([&](QByteArrayView name) {
            if (decodedName(name) != path[step])
                return scanner.value();
            bool passed = true;
            found = elementsBelow(scanner, path, step + 1, passed); // the last of duplicates counts
            return passed;
        });
    } else {
        whole = scanner.value();
    }
    return found;
}

using IsSecret = std::function<bool(const QStringList &path, JsonKind kind)>;

/// Copies a JSON text, putting a mask in the place of secret values.
class Masker final
{
public:
    Masker(QByteArrayView json, const IsSecret &isSecret, QByteArrayView mask)
        : m_json(json)
        , m_isSecret(isSecret)
        , m_mask(mask)
        , m_scanner(json)
    {
    }

    [[nodiscard]] QByteArray run()
    {
        m_scanner.skipBlanks();
        if (value() && m_scanner.isDone())
            m_masked.append(m_json.sliced(m_copied));
        else if (m_copied < m_json.size())
            maskUpTo(m_scanner.position(), m_json.size());
        return m_masked;
    }

private:
    bool value()
    {
        if (m_scanner.kind() == JsonKind::Object)
            return m_scanner.object([this](QByteArrayView name) { return member(name); });
        if (m_scanner.kind() == JsonKind::Array)
            return m_scanner.array([this] { return value(); });
        return m_scanner.value();
    }

    bool member(QByteArrayView name)
    {
        m_path.append(decodedName(name));
        bool passed = false;
        if (m_isSecret(m_path, m_scanner.kind())) {
            const qsizetype start = m_scanner.position();
            passed = m_scanner.value();
            // A secret that is not whole hides all that follows it.
            maskUpTo(start, passed ? m_scanner.position() : m_json.size());
        } else {
            passed = value();
        }
        m_path.removeLast();
        return passed;
    }

    void maskUpTo(qsizetype start, qsizetype end)
    {
        m_masked.append(m_json.sliced(m_copied, std::max<qsizetype>(0, start - m_copied)));
        m_masked.append(m_mask);
        m_copied = end;
    }

    QByteArrayView m_json;
    const IsSecret &m_isSecret;
    QByteArrayView m_mask;
    Scanner m_scanner;
    QStringList m_path;
    QByteArray m_masked;
    qsizetype m_copied = 0; ///< how much of the text is dealt with
};

} // namespace

std::optional<QList<JsonSpan>> arrayElements(QByteArrayView json, const QStringList &path)
{
    Scanner scanner(json);
    scanner.skipBlanks();
    bool whole = true;
    std::optional<QList<JsonSpan>> found = elementsBelow(scanner, path, 0, whole);
    if (!whole || !scanner.isDone())
        return std::nullopt;
    return found;
}

QByteArray maskMembers(
    QByteArrayView json, const std::function<bool(const QStringList &path)> &isSecret,
    QByteArrayView mask)
{
    const IsSecret byPath = [&isSecret](const QStringList &path, JsonKind) {
        return isSecret(path);
    };
    return Masker(json, byPath, mask).run();
}

QByteArray maskMembers(
    QByteArrayView json,
    const std::function<bool(const QStringList &path, JsonKind kind)> &isSecret,
    QByteArrayView mask)
{
    return Masker(json, isSecret, mask).run();
}

int jsonDepth(QByteArrayView json)
{
    int depth = 0;
    int deepestSeen = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepestSeen = std::max(deepestSeen, ++depth);
        } else if (c == '}' || c == ']') {
            depth = std::max(0, depth - 1);
        }
    }
    return deepestSeen;
}

} // namespace Tenantscope::Base
