// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/hardening/process.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace Tenantscope::Hardening {

void hardenProcess()
{
#ifdef TENANTSCOPE_HARDENING
    // Both are needed: a core_pattern that pipes to a program ignores the limit, and a program that is
    // not dumpable may be made so again by an exec.
    const rlimit none = {.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace Tenantscope::Hardening
