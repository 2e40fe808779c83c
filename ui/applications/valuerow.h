// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Tenantscope::Ui {

/// One value to read, and a button that copies it.
class ValueRow final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Text,      ///< prose: wrapped
        Technical, ///< IDs, URLs: fixed width, middle elided
    };

    /// \a what names the value for the button: "Copy: Client ID".
    ValueRow(const QString &value, const QString &what, Kind kind, QWidget *parent);

private:
    void copy(const QString &value, QWidget *button);
};

} // namespace Tenantscope::Ui
