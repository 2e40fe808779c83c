// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <optional>

namespace Tenantscope::Ui {

/// Whether this computer has a network, as far as the system tells.
class NetworkState final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Loads what the system offers; after the first paint.
    void start();

    /// nullopt: the system does not tell.
    [[nodiscard]] std::optional<bool> isOnline() const { return m_online; }
    void setOnline(std::optional<bool> online);

Q_SIGNALS:
    void changed();

private:
    std::optional<bool> m_online;
};

} // namespace Tenantscope::Ui
