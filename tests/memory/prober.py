# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""prober.py PROGRAM [ARGUMENT…]: what a user can see of a program of their own. Prints it as JSON.

Starts PROGRAM, as its parent and with core files allowed; waits until its environment is shut, or long enough; then
tries to read it, to attach as a debugger does, and to get a core file of it.
"""

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time

PTRACE_ATTACH = 16


def is_readable(path):
    try:
        with open(path, "rb") as file:
            file.read(0 if path.endswith("mem") else 1)
        return True
    except PermissionError:
        return False


def can_attach(pid):
    libc = ctypes.CDLL(None, use_errno=True)
    libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    if libc.ptrace(PTRACE_ATTACH, pid, None, None) == 0:
        os.waitpid(pid, 0)
        libc.ptrace(17, pid, None, None)  # PTRACE_DETACH
        return True
    return False


def allow_core():
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def main(command, patience=10):
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=allow_core)
    environment = f"/proc/{child.pid}/environ"
    end = time.monotonic() + patience
    while is_readable(environment) and time.monotonic() < end and child.poll() is None:
        time.sleep(0.02)
    seen = {"alive": child.poll() is None}
    if seen["alive"]:
        seen |= {"environment": is_readable(environment), "memory": is_readable(f"/proc/{child.pid}/mem"),
                 "attached": can_attach(child.pid), "core limit": resource.prlimit(child.pid, resource.RLIMIT_CORE)[1]}
        child.send_signal(signal.SIGSEGV)
        _, status = os.waitpid(child.pid, 0)
        seen |= {"killed": os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGSEGV,
                 "core": os.WCOREDUMP(status)}
    print(json.dumps(seen))


if __name__ == "__main__":
    main(sys.argv[1:], float(os.environ.get("PATIENCE", 10)))
