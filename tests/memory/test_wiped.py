#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""At its end the terminal twin holds no copy of secret or token in writable memory outside the stack (MEM-1).

The executables shut their memory to their own user, so only root can look.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from tracing import find, let_end, needles, stop_at_exit

TWIN = os.path.join(os.environ["TENANTSCOPE_BIN"], "tenantscope-cli")
CANNOT_RUN_HERE = 77


class WipedTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        authority = Path(folder.name) / "ca.pem"
        # Slow, so that there is time to look while a request is under way.
        cls.tenant = subprocess.Popen(
            [TWIN, "demo", "--tls", "--ca-out", authority, "--latency", "700", "--applications", "250"],
            stdout=subprocess.PIPE)
        cls.addClassCleanup(cls.tenant.communicate)
        cls.addClassCleanup(cls.tenant.terminate)
        facts = json.loads(cls.tenant.stdout.readline())
        cls.secret = facts["client_secret"]
        cls.environment = {
            "PATH": os.environ["PATH"], "HOME": folder.name, "LC_ALL": "C.UTF-8", "TENANTSCOPE_CA_FILE": str(authority),
            "AUTH0_DOMAIN": facts["domain"], "AUTH0_CLIENT_ID": facts["client_id"], "AUTH0_AUDIENCE": facts["audience"]}

    def start(self, *arguments):
        """The twin at work, its output going to self.output; wait() returns when it is about to end."""
        self.output = tempfile.TemporaryFile()
        self.addCleanup(self.output.close)
        child = subprocess.Popen([TWIN, *arguments, "--secret-stdin"], env=self.environment, stdin=subprocess.PIPE,
                                 stdout=self.output, stderr=subprocess.DEVNULL)
        wait = stop_at_exit(child.pid)
        child.stdin.write(self.secret.encode() + b"\n")
        child.stdin.close()
        return child, wait

    def printed(self):
        self.output.seek(0)
        return self.output.read().decode()

    def end(self, child):
        child.returncode = let_end(child.pid)  # it is waited for already
        self.assertEqual(child.returncode, 0)

    def test_nothing_is_left_of_a_token_that_was_printed(self):
        child, wait = self.start("token")
        wait()
        token = self.printed().strip()
        left = find(child.pid, needles(self.secret) | needles(token))
        self.end(child)
        self.assertRegex(token, r"^[\w-]+\.[\w-]+\.[\w-]+$")
        self.assertEqual(left, [])

    def test_the_secret_is_there_while_needed_and_gone_at_the_end(self):
        child, wait = self.start("applications", "--format", "ndjson")
        seen = []
        end = time.monotonic() + 10
        while not seen and time.monotonic() < end:  # or the search would find nothing anywhere, ever
            seen = find(child.pid, needles(self.secret))
            time.sleep(0.02)
        wait()
        left = find(child.pid, needles(self.secret))
        self.end(child)
        self.assertNotEqual(seen, [])
        self.assertEqual(left, [])
        self.assertEqual(len(self.printed().splitlines()), 250)


if __name__ == "__main__":
    if os.getuid() != 0:
        print("memory/wiped: skipped, because only root may look into the memory of a program that shut itself")
        sys.exit(CANNOT_RUN_HERE)
    unittest.main()
