#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""What executables.py looks for, in outputs of ldd and readelf that have it and that lack it."""

import unittest

from executables import unfortified, weaknesses, window_libraries

HARDENED = """\
  Type:                              DYN (Position-Independent Executable file)
  GNU_STACK      0x000000 0x0000000000000000 0x0000000000000000 0x000000 0x000000 RW  0x10
  GNU_RELRO      0x000df0 0x0000000000003df0 0x0000000000003df0 0x000210 0x000210 R   0x1
 0x000000000000001e (FLAGS)              BIND_NOW
 0x000000006ffffffb (FLAGS_1)            Flags: NOW PIE
     3: 0000000000000000     0 FUNC    GLOBAL DEFAULT  UND __stack_chk_fail@GLIBC_2.4 (3)
     4: 0000000000000000     0 FUNC    GLOBAL DEFAULT  UND __memcpy_chk@GLIBC_2.3.4 (4)
"""


class ExecutablesTest(unittest.TestCase):
    def test_a_hardened_executable_has_no_weakness(self):
        self.assertEqual(weaknesses(HARDENED), [])

    def test_each_weakness_is_seen(self):
        for before, after, weakness in [
                ("DYN (Position-Independent Executable file)", "EXEC (Executable file)", "position independent"),
                (" PIE\n", "\n", "position independent"),
                ("GNU_RELRO", "LOAD", "relocations read-only"),
                ("RW  0x10", "RWE 0x10", "stack not executable"),
                ("__stack_chk_fail@", "puts@", "stack protector"),
                ("__memcpy_chk@", "memcpy@", "fortified calls")]:
            with self.subTest(weakness=weakness):
                self.assertEqual(weaknesses(HARDENED.replace(before, after)), [weakness])
        lazy = HARDENED.replace("BIND_NOW", "").replace("Flags: NOW", "Flags:")
        self.assertEqual(weaknesses(lazy), ["all bound at start"])

    def test_windows_are_seen(self):
        line = "\t{} => /lib/x86_64-linux-gnu/{} (0x00007f0000000000)\n"
        for library in ("libQt6Gui.so.6", "libQt6Widgets.so.6", "libX11.so.6", "libxcb.so.1", "libX11-xcb.so.1", "libGL.so.1"):
            with self.subTest(library=library):
                self.assertEqual(window_libraries(line.format(library, library)), [library])
        for library in ("libQt6Core.so.6", "libQt6Network.so.6", "libglib-2.0.so.0", "libgcc_s.so.1"):
            self.assertEqual(window_libraries(line.format(library, library)), [])

    def test_a_file_compiled_without_hardening_is_seen(self):
        good = {"file": "a.cpp", "command": "g++ -O3 -D_FORTIFY_SOURCE=3 -fstack-protector-strong -c a.cpp"}
        self.assertEqual(unfortified([good]), [])
        for flag in ("-O3", "-D_FORTIFY_SOURCE=3", "-fstack-protector-strong"):
            self.assertEqual(unfortified([good, {"file": "b.cpp", "command": good["command"].replace(flag, "")}]), ["b.cpp"])


if __name__ == "__main__":
    unittest.main()
