#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""executables.py twin|hardening: looks at what was built in $TENANTSCOPE_BIN, as ldd and readelf show it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

# Not D-Bus: the keychain is reached by it.
WINDOWS = re.compile(r"lib(Qt6(Gui|Widgets|OpenGL|Svg)|X11|xcb|wayland-client|E?GL|fontconfig)[.\-_\w]*\.so[.\d]*")


def window_libraries(ldd):
    """Libraries of windows in the output of ldd."""
    return sorted({match[0] for match in WINDOWS.finditer(ldd)})


def weaknesses(readelf):
    """What is missing in an executable (MEM-4), by the output of `readelf -hldW --dyn-syms`."""
    wanted = {
        "position independent": r"Type:\s+DYN.*(?s:.*)FLAGS_1\).*\bPIE\b",
        "relocations read-only": r"^\s*GNU_RELRO\b",
        "all bound at start": r"\(FLAGS\).*\bBIND_NOW\b|\(FLAGS_1\).*\bNOW\b",
        "stack not executable": r"^\s*GNU_STACK\s.*\sRW\s+0x",
        "stack protector": r"\b__stack_chk_fail@",
        "fortified calls": r"\b__(?!stack_chk)\w+_chk@",
    }
    return [name for name, pattern in wanted.items() if not re.search(pattern, readelf, re.MULTILINE)]


def unfortified(commands):
    """Files that were compiled without FORTIFY at level 3 or without the stack protector."""
    flags = ("-D_FORTIFY_SOURCE=3", "-fstack-protector-strong", "-O")
    return sorted({
        entry["file"] for entry in commands
        if not all(any(word.startswith(flag) for word in entry["command"].split()) for flag in flags)})


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def check_twin(folder):
    ldd = output("ldd", str(folder / "tenantscope-cli"))
    if "libQt6Core" not in ldd:
        return ["ldd shows no libQt6Core: this is not the program that was meant"]
    return [f"tenantscope-cli loads {library}" for library in window_libraries(ldd)]


def check_hardening(folder):
    problems = []
    for name in ("tenantscope", "tenantscope-cli"):
        readelf = output("readelf", "-hldW", "--dyn-syms", str(folder / name))
        problems += [f"{name}: not so: {weakness}" for weakness in weaknesses(readelf)]
    commands = json.loads((folder.parent / "compile_commands.json").read_text(encoding="utf-8"))
    return problems + [f"compiled without hardening: {file}" for file in unfortified(commands)]


def main(what):
    folder = Path(os.environ["TENANTSCOPE_BIN"])
    problems = {"twin": check_twin, "hardening": check_hardening}[what](folder)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
