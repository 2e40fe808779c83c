#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""The window holds no copy of secret or token in writable memory outside the stack once the token is forgotten, and
none at its end (MEM-1). To be run by gui-session.sh; only root can look.
"""

import os
import sys
import time
import unittest
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "window"))
CANNOT_RUN_HERE = 77
if os.getuid() != 0:
    print("memory/window-wiped: skipped, because only root may look into the memory of a program that shut itself")
    sys.exit(CANNOT_RUN_HERE)

from desk import WindowTest, clipboard, wait_until  # noqa: E402  pyatspi wants a desktop, so only now
from tracing import find, let_end, needles, stop_at_exit  # noqa: E402


class WindowWipedTest(WindowTest):
    maxDiff = None

    def used_window(self):
        """A window in which a token and an application's secret were got, seen and copied; and what nobody may find."""
        tenant = self.tenant("--tls", "--ca-out", self.authority, "--applications", "120")
        environment = tenant.environment(TENANTSCOPE_CA_FILE=self.authority)
        del environment["AUTH0_CLIENT_SECRET"]  # the environment is on the stack: not looked at, nor proof of anything
        program = self.program(env=environment)
        program.type_into("Client secret", tenant.secret)
        program.press("Get token")
        program.wait_for_text(r"^Token valid")
        wait_until(lambda: program.rows() == 120, "all rows")
        program.press("Reveal token")
        program.press("Copy token")
        token = wait_until(clipboard, "a token on the clipboard")
        secret = self.revealed_secret(program, token)
        forms = needles(tenant.secret) | needles(token) | needles(secret)
        self.assertNotEqual(find(program.process.pid, forms), [])  # or the search would find nothing anywhere, ever
        return program, forms

    def revealed_secret(self, program, token):
        """That of the first application, which stays revealed."""
        program.key("ctrl+i")
        program.press("Reveal secret…")
        program.press("Reveal")
        program.press("Copy")
        secret = wait_until(lambda: (text := clipboard()) and text != token and text, "a secret on the clipboard")
        self.assertNotEqual(find(program.process.pid, needles(secret)), [])
        return secret

    def setUp(self):
        self.authority = str(Path(os.environ["HOME"]) / "ca.pem")

    def test_nothing_is_left_once_the_token_is_forgotten(self):
        program, forms = self.used_window()
        program.key("ctrl+d")
        program.wait_for("Get token")
        self.expect_nothing_left(program, forms)

    def test_nothing_is_left_once_it_is_locked(self):
        program, forms = self.used_window()
        program.key("ctrl+l")
        program.wait_for_text("^Tenantscope is locked")
        self.expect_nothing_left(program, forms)

    def expect_nothing_left(self, program, forms):
        # The last of it goes when the event loop has come round: frames painted, replies deleted.
        left, end = ["not looked"], time.monotonic() + 5
        while left and time.monotonic() < end:
            left = find(program.process.pid, forms)
            time.sleep(0.05)
        self.assertEqual(left, [])

    def test_nothing_is_left_at_the_end(self):
        program, forms = self.used_window()
        wait = stop_at_exit(program.process.pid)
        program.key("ctrl+q")
        wait()
        left = find(program.process.pid, forms)
        program.process.returncode = let_end(program.process.pid)
        self.assertEqual(program.process.returncode, 0)
        self.assertEqual(left, [])


if __name__ == "__main__":
    unittest.main()
