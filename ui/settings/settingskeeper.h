// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settings.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Has the settings in force, and keeps them in a file from run to run.
class SettingsKeeper final : public QObject
{
    Q_OBJECT

public:
    /// \a file must outlive the keeper. What it holds that cannot be read, or is out of range, counts as not set.
    explicit SettingsKeeper(QSettings &file, QObject *parent = nullptr);

    /// Every value must be within its range.
    void set(const Settings &settings);
    [[nodiscard]] const Settings &current() const { return m_current; }

Q_SIGNALS:
    void changed();

private:
    void write();

    QSettings &m_file;
    Settings m_current;
};

} // namespace Tenantscope::Ui
