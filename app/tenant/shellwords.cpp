// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/shellwords.h"

namespace Tenantscope::Tenant {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool endsCommand(char c)
{
    return c == '\n' || c == ';' || c == '|' || c == '&' || c == '>' || c == '<';
}

} // namespace

ShellWords::ShellWords(QByteArrayView text)
    : m_text(text)
    , m_words(text.size())
{
    read();
}

QByteArrayView ShellWords::at(qsizetype index) const
{
    const qsizetype start = index == 0 ? 0 : m_ends.at(index - 1);
    return m_words.view().sliced(start, m_ends.at(index) - start);
}

char ShellWords::take()
{
    return m_text[m_at++];
}

void ShellWords::read()
{
    bool isInWord = false;
    const auto endWord = [this, &isInWord] {
        if (isInWord)
            m_ends.append(m_words.size());
        isInWord = false;
    };
    while (!isAtEnd() && m_isWhole) {
        const char c = take();
        if (endsCommand(c))
            break;
        if (c == '\\' && !isAtEnd() && (m_text[m_at] == '\n' || m_text[m_at] == '\r')) {
            readEscape(); // the line goes on; a word ends only at a blank
        } else if (isBlank(c)) {
            endWord();
        } else {
            isInWord = true;
            if (c == '\'' || c == '"')
                readQuoted(c);
            else if (c == '$' && !isAtEnd() && m_text[m_at] == '\'')
                readAnsiQuoted();
            else if (c == '\\')
                readEscape();
            else
                m_words.append(c);
        }
    }
    endWord();
}

/// After a backslash: the next character as it is, or a line end that goes.
void ShellWords::readEscape()
{
    if (isAtEnd())
        return;
    char c = take();
    if (c == '\r' && !isAtEnd() && m_text[m_at] == '\n')
        c = take();
    if (c != '\n' && c != '\r')
        m_words.append(c);
}

void ShellWords::readQuoted(char quote)
{
    constexpr QByteArrayView escapable = "\"\\$`\n";
    while (!isAtEnd()) {
        const char c = take();
        if (c == quote)
            return;
        if (c == '\\' && quote == '"' && !isAtEnd() && escapable.contains(m_text[m_at]))
            readEscape();
        else
            m_words.append(c);
    }
    m_isWhole = false;
}

/// Browsers write `$'…'` when a value holds quotes. Other escapes than these they write for text beyond ASCII only.
void ShellWords::readAnsiQuoted()
{
    ++m_at;
    while (!isAtEnd()) {
        const char c = take();
        if (c == '\'')
            return;
        if (c != '\\' || isAtEnd()) {
            m_words.append(c);
            continue;
        }
        const char escaped = take();
        m_words.append(
            escaped == 'n'       ? '\n'
                : escaped == 't' ? '\t'
                : escaped == 'r' ? '\r'
                                 : escaped);
    }
    m_isWhole = false;
}

} // namespace Tenantscope::Tenant
