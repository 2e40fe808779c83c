# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""What a window does not do before it has shown itself."""

import os
import re
import signal
import subprocess
import unittest
from pathlib import Path

from desk import WindowTest, wait_until

MARK = "tenantscope-first-paint"  # the probe asks for a file of that name when the window has painted
# CA files and folders, OpenSSL's configuration, Qt's TLS, key rings and the services that keep secrets. The library that
# talks to those is linked, so it is mapped; what it needs for it, it loads when it is first used.
FORBIDDEN = re.compile(r"/etc/ssl|/lib/ssl|ca-certificates|openssl\.cnf|plugins/tls|libsecret|keyring|"
                       r"org\.freedesktop\.secrets|org\.kde\.kwallet")


class StartUp(WindowTest):
    def test_nothing_of_tls_before_the_first_paint(self):
        """Traced: neither TLS nor a key ring is touched before the window is there."""
        for arguments in ([], ["--demo"]):
            with self.subTest(arguments=arguments):
                before = self.trace_until_painted(arguments)
                # Files, buses and messages are seen, or the rest would prove nothing.
                for sight in (r"openat\(.*libQt6Network", r"connect\(.*AF_UNIX", r"sendmsg\(.*org\.freedesktop\.DBus"):
                    self.assertTrue([line for line in before if re.search(sight, line)], sight)
                self.assertEqual([line for line in before if FORBIDDEN.search(line)], [])

    def trace_until_painted(self, arguments):
        """The system calls up to the first paint, one a line."""
        trace = Path(os.environ["HOME"]) / "trace"
        trace.unlink(missing_ok=True)
        program = self.program(
            *arguments, env=dict(os.environ, PROBE_SCENARIO="mark"),
            prefix=["strace", "-f", "-s", "300", "-e", "trace=open,openat,access,stat,newfstatat,connect,sendmsg",
                    "-o", str(trace), "-E", f"LD_PRELOAD={os.environ['WINDOW_PROBE']}"])
        wait_until(lambda: MARK in trace.read_text(errors="replace"), "the first paint")
        for child in subprocess.run(["pgrep", "-P", str(program.process.pid)], capture_output=True,
                                    text=True).stdout.split():
            os.kill(int(child), signal.SIGTERM)
        program.process.wait(20)
        return trace.read_text(errors="replace").split(MARK)[0].splitlines()


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
