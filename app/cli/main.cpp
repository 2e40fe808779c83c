// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/program.h"
#include "app/hardening/process.h"

int main(int argc, char **argv)
{
    Tenantscope::Hardening::hardenProcess();
    return Tenantscope::Cli::run(argc, argv);
}
