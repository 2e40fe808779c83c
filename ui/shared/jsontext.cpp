// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/jsontext.h"

#include <algorithm>

namespace Tenantscope::Ui {

namespace {

constexpr int step = 2;
constexpr int deepest = 64; // what we parse goes no deeper; beyond it, no further to the right

/// Writes the text as it is read, byte by byte.
class Indenter final
{
public:
    explicit Indenter(QByteArrayView json)
        : m_json(json)
    {
        m_out.reserve(json.size() * 2);
    }

    QByteArray run()
    {
        for (m_at = 0; m_at < m_json.size(); ++m_at) {
            const char byte = m_json[m_at];
            if (byte == '"')
                copyString();
            else if (!isBlank(byte))
                copyToken(byte);
        }
        return std::move(m_out);
    }

private:
    static bool isBlank(char byte)
    {
        return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    }

    void copyString()
    {
        const qsizetype start = m_at;
        for (++m_at; m_at < m_json.size() && m_json[m_at] != '"'; ++m_at) {
            if (m_json[m_at] == '\\')
                ++m_at;
        }
        m_out.append(m_json.sliced(start, std::min(m_at + 1, m_json.size()) - start));
    }

    void copyToken(char byte)
    {
        if (byte == '{' || byte == '[') {
            m_out.append(byte);
            if (!closesAtOnce())
                newLine(++m_depth);
        } else if (byte == '}' || byte == ']') {
            newLine(--m_depth);
            m_out.append(byte);
        } else if (byte == ',') {
            m_out.append(byte);
            newLine(m_depth);
        } else if (byte == ':') {
            m_out.append(": ");
        } else {
            m_out.append(byte);
        }
    }

    /// `{}` and `[]` stay together.
    bool closesAtOnce()
    {
        qsizetype next = m_at + 1;
        while (next < m_json.size() && isBlank(m_json[next]))
            ++next;
        if (next >= m_json.size() || (m_json[next] != '}' && m_json[next] != ']'))
            return false;
        m_out.append(m_json[next]);
        m_at = next;
        return true;
    }

    void newLine(int depth)
    {
        m_out.append('\n');
        m_out.append(std::clamp(depth, 0, deepest) * step, ' ');
    }

    QByteArrayView m_json;
    QByteArray m_out;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

QByteArray indentedJson(QByteArrayView json)
{
    return Indenter(json).run();
}

} // namespace Tenantscope::Ui
