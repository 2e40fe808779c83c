// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Tenantscope::Hardening {

/// Shuts this process to others of the same user: no core file, no debugger, no reading of its memory or
/// environment under /proc. First thing in main(), before a credential is read. Does nothing in a build
/// without TENANTSCOPE_HARDENING, where developers want their debugger and the leak sanitizer needs ptrace.
void hardenProcess();

} // namespace Tenantscope::Hardening
