// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/markedtext.h"

#include <QPlainTextEdit>

namespace Tenantscope::Ui {

class LineMarker;

/// Shows JSON, headers and the like to read and to select from: fixed width, left to right, neutralised. Tab leaves it.
class TechnicalView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TechnicalView(const QString &accessibleName, QWidget *parent = nullptr);

    /// Shadows the edit's: control characters become visible, very long texts are cut; masked in presentation mode.
    void setText(const QString &text);
    /// Marks what \a marker finds in each line.
    void setMarker(const Marker &marker);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// The real text behind what is selected: a mask stands for all it masks.
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    void showText();

    QString m_text;
    LineMarker *m_marker;
};

} // namespace Tenantscope::Ui
