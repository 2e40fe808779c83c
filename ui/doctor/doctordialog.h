// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/doctor/doctor.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QPushButton;
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// Examines one connection and shows each step as it ends: what was found, why, and what to do.
class DoctorDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a clock and \a random must outlive the dialog. The examination starts at once.
    DoctorDialog(
        Base::Clock &clock, Base::Random &random, Doctor::Patient patient,
        QWidget *parent = nullptr);
    ~DoctorDialog() override;

    /// All steps as text, one finding a line.
    [[nodiscard]] QString report() const;

private:
    void layOut();
    void add(const Doctor::Step &step);
    void end();

    QString m_domain;
    PlainLabel *m_summary;
    QVBoxLayout *m_steps;
    QScrollArea *m_scroll;
    QPushButton *m_copy;
    Doctor::Doctor m_doctor;
};

} // namespace Tenantscope::Ui
