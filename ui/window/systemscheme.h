// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/colors.h"

#include <QObject>

#include <optional>

QT_BEGIN_NAMESPACE
class QDBusVariant;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Listens to what the desktop portal says about light and dark
/// (`org.freedesktop.portal.Settings`, namespace `org.freedesktop.appearance`, key `color-scheme`).
class SystemScheme final : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE(<QDBusVariant>)

public:
    using QObject::QObject;

    /// Connects to the session bus and asks, without waiting for the answer. After the first paint.
    void start();

    /// The portal's value: 1 dark, 2 light, anything else no preference.
    [[nodiscard]] static std::optional<ColorScheme> schemeOf(uint value);

Q_SIGNALS:
    void schemeTold(std::optional<Tenantscope::Ui::ColorScheme> scheme);

private Q_SLOTS: // by name: QDBusConnection::connect knows nothing else
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void tell(const QVariant &value);
};

} // namespace Tenantscope::Ui
