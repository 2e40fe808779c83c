// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

#include <memory>
#include <vector>

namespace Tenantscope::Applications {

/// Keeps byte strings in large blocks that never move: views stay valid until clear().
class Arena final
{
public:
    /// A copy of \a bytes that lives as long as the arena, or until clear().
    QByteArrayView store(QByteArrayView bytes);
    void clear();

private:
    static constexpr qsizetype blockSize = 256 * 1024;

    std::vector<std::unique_ptr<char[]>> m_blocks;
    char *m_free = nullptr; ///< in the last block of blockSize
    qsizetype m_left = 0;
};

} // namespace Tenantscope::Applications
