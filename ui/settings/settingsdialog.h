// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/settings/settings.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QSpinBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class SettingsKeeper;

/// Shows the settings, group by group, and puts each change in force at once.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a keeper must outlive the dialog.
    explicit SettingsDialog(SettingsKeeper &keeper, QWidget *parent = nullptr);

private:
    void createParts();
    void layOut();
    void connectParts();
    /// A title and below it what \a fill adds.
    void addTitle(QVBoxLayout &column, const QString &title);
    [[nodiscard]] QSpinBox *makeSpin(const QString &name, int least, int most, const QString &unit);
    void fill(const Settings &settings);
    void apply();

    SettingsKeeper &m_keeper;
    QSpinBox *m_leastLife = nullptr;
    QCheckBox *m_clearsClipboard = nullptr;
    QSpinBox *m_clipboardStay = nullptr;
    QSpinBox *m_revealStay = nullptr;
    QCheckBox *m_locksWhenIdle = nullptr;
    QCheckBox *m_asksForProduction = nullptr;
    bool m_isShowing = false; ///< the parts change because the settings did
};

} // namespace Tenantscope::Ui
