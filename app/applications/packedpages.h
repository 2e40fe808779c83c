// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace Tenantscope::Applications {

/// Keeps the answers' own text packed, page by page, and the page looked at last unpacked.
///
/// A page of 100 applications packs to a tenth; packed one by one they take five times as much.
class PackedPages final
{
public:
    /// Returns the number under which \a text can be had again.
    quint32 add(const QByteArray &text);
    void clear();

    [[nodiscard]] const QByteArray &text(quint32 page) const;

private:
    std::vector<QByteArray> m_pages;
    mutable QByteArray m_unpacked;
    mutable qint64 m_unpackedPage = -1;
};

} // namespace Tenantscope::Applications
