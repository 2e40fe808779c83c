// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/jsontext.h"

#include "app/base/safejson.h"

#include <algorithm>
#include <utility>

namespace Tenantscope::Cli {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Copies a text but for what is left out of it, in pieces as large as can be: most have nothing to leave out.
class Copy final
{
public:
    explicit Copy(QByteArrayView text)
        : m_text(text)
    {
        m_copy.reserve(text.size() + 1); // and a line's end
    }

    void leaveOut(qsizetype at, qsizetype size)
    {
        m_copy.append(m_text.sliced(m_done, at - m_done));
        m_done = at + size;
    }
    void escape(char32_t character) { Base::appendEscaped(m_copy, character); }
    [[nodiscard]] QByteArray whole()
    {
        leaveOut(m_text.size(), 0);
        return std::move(m_copy);
    }

private:
    QByteArrayView m_text;
    QByteArray m_copy;
    qsizetype m_done = 0; ///< of the text
};

/// Passes the string that begins at \a at; returns where it ends.
qsizetype passString(Copy &copy, QByteArrayView json, qsizetype at)
{
    at = Base::afterPlainText(json, at + 1);
    while (at < json.size() && json[at] != '"') {
        // QJsonDocument takes a backslash before anything, a raw control character included.
        const qsizetype escapes = json[at] == '\\' ? 1 : 0;
        const Base::UnsafeCharacter found = Base::unsafeAt(json, at + escapes);
        const qsizetype size = escapes + (found.size > 0 ? found.size : 1);
        if (found.size > 0) {
            copy.leaveOut(at, std::min(size, json.size() - at));
            copy.escape(found.character);
        }
        at = Base::afterPlainText(json, at + size);
    }
    return std::min(at + 1, json.size()); // it may lack its last quote
}

} // namespace

QByteArray oneLineJson(QByteArrayView json)
{
    Copy copy(json);
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] == '"') {
            at = passString(copy, json, at);
            continue;
        }
        if (isBlank(json[at]))
            copy.leaveOut(at, 1);
        ++at;
    }
    return copy.whole();
}

} // namespace Tenantscope::Cli
