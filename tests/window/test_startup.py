# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""What a window does not do before it has shown itself."""

import os
import signal
import subprocess
import unittest
from pathlib import Path

from desk import WindowTest, wait_until

MARK = "tenantscope-first-paint"  # the probe asks for a file of that name when the window has painted


class StartUp(WindowTest):
    def test_nothing_of_tls_before_the_first_paint(self):
        """Traced: no CA file or folder, no key ring and no secret service is touched before the window is there."""
        for arguments in ([], ["--demo"]):
            with self.subTest(arguments=arguments):
                before = self.trace_until_painted(arguments)
                self.assertIn("openat", before)
                for forbidden in ("/etc/ssl", "/usr/lib/ssl", "/usr/share/ca-certificates", "ca-certificates.crt",
                                  "org.freedesktop.secrets", "libsecret", "qt6keychain"):
                    self.assertNotIn(forbidden, before)

    def trace_until_painted(self, arguments):
        trace = Path(os.environ["HOME"]) / "trace"
        trace.unlink(missing_ok=True)
        program = self.program(
            *arguments, env=dict(os.environ, PROBE_SCENARIO="mark"),
            prefix=["strace", "-f", "-s", "300", "-e", "trace=openat,access,connect,sendmsg", "-o", str(trace),
                    "-E", f"LD_PRELOAD={os.environ['WINDOW_PROBE']}"])
        wait_until(lambda: MARK in trace.read_text(errors="replace"), "the first paint")
        for child in subprocess.run(["pgrep", "-P", str(program.process.pid)], capture_output=True,
                                    text=True).stdout.split():
            os.kill(int(child), signal.SIGTERM)
        program.process.wait(20)
        return trace.read_text(errors="replace").split(MARK)[0]


if __name__ == "__main__":
    unittest.main(verbosity=2)
