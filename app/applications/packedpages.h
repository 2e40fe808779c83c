// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace Tenantscope::Applications {

/// Keeps the answers' own text packed, page by page; unpacked are the newest, which are likely to be asked for at once, and the
/// one looked at last.
///
/// A page of 100 applications packs to a tenth; packed one by one they take five times as much.
class PackedPages final
{
public:
    /// Returns the number under which \a text can be had again.
    quint32 add(const QByteArray &text);
    /// \a page will not be asked for any more. One that goes while it is new was never packed.
    void drop(quint32 page);

    [[nodiscard]] const QByteArray &text(quint32 page) const;

private:
    std::vector<QByteArray> m_pages;
    quint32 m_packed = 0; ///< how many of them are packed: the first ones
    mutable QByteArray m_unpacked;
    mutable qint64 m_unpackedPage = -1;
};

} // namespace Tenantscope::Applications
