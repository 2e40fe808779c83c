// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/colors.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <optional>

namespace Tenantscope::Ui {

/// Decides which palette and which text size the application has.
class Theme final : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    /// Takes the application's palette and font of the moment for the system's own.
    explicit Theme(QObject *parent = nullptr);

    /// Gives the application its style, palette and font.
    void apply();

    void setChoice(Choice choice);
    /// What the system wants, once somebody knows; nullopt: nobody does, the standard palette decides.
    void setSystemScheme(std::optional<ColorScheme> scheme);
    /// In steps of a tenth; 0 is the system's size.
    void setTextStep(int step);

    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] std::optional<ColorScheme> systemScheme() const { return m_systemScheme; }
    [[nodiscard]] ColorScheme scheme() const;
    [[nodiscard]] int textStep() const { return m_textStep; }

    static constexpr int smallestStep = -2;
    static constexpr int largestStep = 10;

private:
    void applyPalette() const;
    void applyFont() const;

    QPalette m_standardPalette;
    QFont m_standardFont;
    Choice m_choice = Choice::System;
    std::optional<ColorScheme> m_systemScheme;
    int m_textStep = 0;
};

} // namespace Tenantscope::Ui
