# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Looks into another process's memory: while it runs, and at its very end, when all it does is done."""

import ctypes
import os
import re
import signal

_SEIZE, _CONTINUE, _EXIT_STOPS, _EXIT_STOPPED = 0x4206, 7, 0x40, 6
_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
_libc.ptrace.restype = ctypes.c_long
_MAPPING = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)")


def _ptrace(request, pid, data=0):
    if _libc.ptrace(request, pid, None, data) == -1:
        raise OSError(ctypes.get_errno(), f"ptrace {request:#x}")


def needles(marker):
    """The forms in which a marker may lie about: 8-bit and UTF-16, its first 32 characters and its last."""
    parts = {marker, marker[:32], marker[-32:]}
    return {form for part in parts for form in (part.encode(), part.encode("utf-16-le"))}


def find(pid, forms):
    """Where in the writable memory outside the stack one of the forms stands: ["[heap]+0x1a0: b'…'", …]."""
    found = []
    with open(f"/proc/{pid}/maps", encoding="ascii", errors="replace") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for start, end, rights, name in _MAPPING.findall(maps.read()):
            if "w" not in rights or name in ("[stack]", "[vvar]"):
                continue
            start, size = int(start, 16), int(end, 16) - int(start, 16)
            try:
                memory.seek(start)
                block = memory.read(size)
            except OSError:
                continue  # a device's memory
            for form in forms:
                at = block.find(form)
                if at >= 0:
                    found.append(f"{name or 'anonymous'}+{at:#x} of {size:#x}: {block[max(0, at - 24):at + len(form) + 24]!r}")
    return found


def stop_at_exit(pid):
    """Follows a child until it is about to end, all its code run and its memory still there; then call let_end()."""
    _ptrace(_SEIZE, pid, _EXIT_STOPS)

    def wait():
        while True:
            _, status = os.waitpid(pid, 0x40000000)  # __WALL
            if not os.WIFSTOPPED(status):
                raise AssertionError(f"the program ended unseen: {status:#x}")
            if status >> 8 == signal.SIGTRAP | _EXIT_STOPPED << 8:
                return
            is_event = status >> 16 != 0
            _ptrace(_CONTINUE, pid, 0 if is_event else os.WSTOPSIG(status))

    return wait


def let_end(pid):
    """The exit code of a child that stop_at_exit() stopped."""
    _ptrace(_CONTINUE, pid)
    _, status = os.waitpid(pid, 0x40000000)
    return os.waitstatus_to_exitcode(status)
