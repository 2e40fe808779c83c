// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <utility>

namespace Tenantscope::Demo {

/// Names and values as a query or a form carries them (application/x-www-form-urlencoded), or a JSON object's
/// text members.
class Parameters final
{
public:
    [[nodiscard]] static Parameters fromForm(QByteArrayView text);
    /// nullopt: \a json is no object. Members that are no strings are left out.
    [[nodiscard]] static std::optional<Parameters> fromJson(const QByteArray &json);

    /// The first value of \a name.
    [[nodiscard]] std::optional<QByteArray> value(QByteArrayView name) const;
    /// All values of \a name.
    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    [[nodiscard]] QList<QByteArray> names() const;

private:
    QList<std::pair<QByteArray, QByteArray>> m_pairs;
};

} // namespace Tenantscope::Demo
