// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/jsonscanner.h"

#include <utility>

namespace Tenantscope::Base {

/// Where the string whose text begins at \a at has its closing quote; the size of \a json when it has none.
[[nodiscard]] qsizetype closingQuote(QByteArrayView json, qsizetype at);

/// Walks a JSON text by QJsonDocument's rules, which are a little laxer than RFC 8259 within strings and
/// numbers. Each function returns false at the first doubt and leaves the position where it arose.
class JsonWalker final
{
public:
    explicit JsonWalker(QByteArrayView json)
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

    void skipBlanks()
    {
        while (m_at < m_json.size() && isBlank(m_json[m_at]))
            ++m_at;
    }
    bool value(); ///< past any value
    /// Past an object, calling \a member(name) at the first byte of each value, which it must pass.
    template<typename Function>
    bool object(Function member);
    /// Past an array, calling \a element() at the first byte of each element, which it must pass.
    template<typename Function>
    bool array(Function element);

private:
    static constexpr int deepest = 1024; // QJsonDocument's own limit

    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
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

template<typename Function>
bool JsonWalker::list(char open, char close, Function item)
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
bool JsonWalker::object(Function member)
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
bool JsonWalker::array(Function element)
{
    return list('[', ']', std::move(element));
}

} // namespace Tenantscope::Base
