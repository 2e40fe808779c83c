// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/exchange.h"
#include "app/demo/parameters.h"

#include <optional>

namespace Tenantscope::Demo {

/// Reads a query's parameters by their types; remembers the first that is wrong, in Auth0's words.
class QueryReader final
{
public:
    explicit QueryReader(const Parameters &parameters)
        : m_parameters(parameters)
    {
    }

    [[nodiscard]] std::optional<int> integer(QByteArrayView name, int minimum, int maximum);
    [[nodiscard]] std::optional<bool> boolean(QByteArrayView name);
    /// Where a checkpoint stands, as checkpoint() wrote it.
    [[nodiscard]] std::optional<int> position(QByteArrayView name);
    /// Objects to any parameter that is not one of \a known.
    void expectOnly(const QList<QByteArray> &known);

    /// The answer to a wrong query; nullopt when all was right.
    [[nodiscard]] const std::optional<Answer> &error() const { return m_error; }

private:
    void object(const QByteArray &what, QByteArrayView name = {});

    const Parameters &m_parameters;
    std::optional<Answer> m_error;
};

/// An opaque text that stands for \a position in a list.
[[nodiscard]] QByteArray checkpoint(int position);

} // namespace Tenantscope::Demo
