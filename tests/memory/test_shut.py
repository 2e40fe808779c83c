#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""The release executables shut themselves to their own user: no environment, no memory, no debugger, no core (MEM-2).

Always looked at by an ordinary user, on copies that this user can read: of a file that one may not read, the system
refuses all of it anyway, and to root it shows everything.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BIN = Path(os.environ["TENANTSCOPE_BIN"])
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


class ShutTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.folder.chmod(0o755)
        for file in (BIN / "tenantscope", BIN / "tenantscope-cli", Path(shutil.which("sleep")), Path(__file__).with_name("prober.py")):
            shutil.copy(file, cls.folder)
            (cls.folder / file.name).chmod(0o755)

    def setUp(self):
        self.home = Path(tempfile.mkdtemp(dir=self.folder))
        self.home.chmod(0o777)

    def probe(self, program, *arguments, patience=10):
        user = NOBODY if os.getuid() == 0 else []
        done = subprocess.run(
            [*user, sys.executable, self.folder / "prober.py", self.folder / program, *arguments],
            cwd=self.home, capture_output=True, text=True, timeout=60,
            env={"PATH": os.environ["PATH"], "HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home), "LC_ALL": "C.UTF-8",
                 "QT_QPA_PLATFORM": "offscreen", "AUTH0_CLIENT_SECRET": "seen", "PATIENCE": str(patience)})
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_an_ordinary_program_is_open(self):
        """The other way round, or the tests below would prove nothing."""
        seen = self.probe("sleep", "60", patience=0.2)
        core, limit = seen.pop("core"), seen.pop("core limit")
        self.assertEqual(seen, {"alive": True, "environment": True, "memory": True, "attached": True, "killed": True})
        if not core or not limit:
            print("no core file even of sleep: core files are off here, so their absence below proves nothing", file=sys.stderr)

    def test_the_executables_are_shut(self):
        for program, *arguments in (["tenantscope-cli", "demo"], ["tenantscope"]):
            with self.subTest(program=program):
                self.assertEqual(self.probe(program, *arguments), {
                    "alive": True, "environment": False, "memory": False, "attached": False, "core limit": 0, "killed": True,
                    "core": False})
        self.assertEqual(list(self.home.glob("core*")), [])


if __name__ == "__main__":
    unittest.main()
