// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>

#include <optional>

namespace Tenantscope::Http {

/// One header field, as it came or goes.
struct Header
{
    QByteArray name;
    QByteArray value;

    bool operator==(const Header &) const = default;
};

/// Header fields in their order; names are compared without case (RFC 9110 §5.1).
class Headers final
{
public:
    Headers() = default;
    explicit Headers(QList<Header> fields);

    void append(QByteArray name, QByteArray value);

    /// The first field of that name; empty when there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
    [[nodiscard]] bool contains(QByteArrayView name) const;
    [[nodiscard]] std::optional<qint64> integer(QByteArrayView name) const;
    /// An HTTP date (RFC 9110 §5.6.7) in UTC.
    [[nodiscard]] std::optional<QDateTime> date(QByteArrayView name) const;
    [[nodiscard]] const QList<Header> &fields() const { return m_fields; }

    bool operator==(const Headers &) const = default;

private:
    QList<Header> m_fields;
};

} // namespace Tenantscope::Http
