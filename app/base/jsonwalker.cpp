// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/jsonwalker.h"

#include <algorithm>

namespace Tenantscope::Base {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

qsizetype closingQuote(QByteArrayView json, qsizetype at)
{
    for (qsizetype start = std::min(at, json.size());;) {
        const qsizetype quote = json.indexOf('"', start);
        if (quote < 0)
            return json.size();
        qsizetype escapes = quote;
        while (escapes > start && json[escapes - 1] == '\\')
            --escapes;
        if ((quote - escapes) % 2 == 0)
            return quote;
        start = quote + 1;
    }
}

JsonKind JsonWalker::kind() const
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

bool JsonWalker::isDone()
{
    skipBlanks();
    return m_at == m_json.size();
}

bool JsonWalker::accept(char c)
{
    if (m_at >= m_json.size() || m_json[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool JsonWalker::value()
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

bool JsonWalker::text(QByteArrayView *raw)
{
    const qsizetype start = m_at;
    if (!accept('"'))
        return false;
    const qsizetype end = closingQuote(m_json, m_at);
    if (end == m_json.size()) {
        m_at = start; // the doubt is the whole string
        return false;
    }
    if (raw)
        *raw = m_json.sliced(m_at, end - m_at);
    m_at = end + 1;
    return true;
}

bool JsonWalker::number()
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

bool JsonWalker::literal(QByteArrayView word)
{
    if (!m_json.sliced(m_at).startsWith(word))
        return false;
    m_at += word.size();
    return true;
}

} // namespace Tenantscope::Base
