// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/doctor/doctor.h"

namespace Tenantscope::Cli {

class Console;
class Output;

/// Examines the connection and prints what it finds: in words step by step, or as one JSON object at the end.
class DoctorCommand final : public Command
{
    Q_OBJECT

public:
    /// All references must outlive the command.
    DoctorCommand(
        DoctorWish wish, Base::Clock &clock, Base::Random &random, Doctor::Patient patient,
        Output &output, Console &console);

    void start() override;

private:
    void print(const Doctor::Step &step);
    void end();

    DoctorWish m_wish;
    Output &m_output;
    Console &m_console;
    Doctor::Doctor m_doctor;
};

/// One step as text: outcome, name and what; reason, remedy, link and details, if any, on lines of their own.
[[nodiscard]] QByteArray printedStep(const Doctor::Step &step);
/// `{"steps":[…]}` on one line.
[[nodiscard]] QByteArray printedSteps(const QList<Doctor::Step> &steps);
/// That of the first failure.
[[nodiscard]] ExitCode exitCodeFor(const QList<Doctor::Step> &steps);

} // namespace Tenantscope::Cli
