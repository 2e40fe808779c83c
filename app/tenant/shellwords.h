// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/importedvalues.h"

#include <QList>

namespace Tenantscope::Tenant {

/// The words of the first command in a text, as a POSIX shell would part them (POSIX.1-2017, Shell Command Language §2.2),
/// and bash's `$'…'`. Nothing is expanded: `$NAME` stays as it is.
class ShellWords final
{
public:
    explicit ShellWords(QByteArrayView text);

    /// False when a quote is never closed.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] qsizetype size() const { return m_ends.size(); }
    /// Valid as long as this lives.
    [[nodiscard]] QByteArrayView at(qsizetype index) const;

private:
    void read();
    void readQuoted(char quote);
    void readAnsiQuoted();
    void readEscape();
    [[nodiscard]] char take();
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    WipedBytes m_words; ///< one behind the other
    QList<qsizetype> m_ends;
    bool m_isWhole = true;
};

} // namespace Tenantscope::Tenant
