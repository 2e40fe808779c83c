// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/markedtext.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

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

    void setMarker(const Marker &marker);

protected:
    void changeEvent(QEvent *event) override;

private:
    void copy(const QString &value);
    void paintIcon();

    PlainLabel *m_label;
    QPushButton *m_button;
};

} // namespace Tenantscope::Ui
