# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Who may do what, and what changed, in a real window: by keys alone, as readers of the screen get it."""

import json
import os
import stat
import subprocess
import tempfile
import unittest
from pathlib import Path

import pyatspi

from desk import TWIN, WindowTest, wait_until

GRANTS = "Who may do what"


class Insight(WindowTest):
    def type_path(self, path):
        """Into the file dialog that has the focus."""
        subprocess.run(["xdotool", "type", str(path)], check=True)
        subprocess.run(["xdotool", "key", "Return"], check=True)

    def test_grants_are_a_key_away(self):
        tenant, program = self.signed_in()
        program.key("ctrl+shift+g")
        program.wait_for_text(r"client grants · complete$")
        table = program.wait_for(GRANTS, pyatspi.ROLE_TABLE).queryTable()
        own = [row for row in range(table.nRows) if table.getAccessibleAt(row, 1).name == tenant.client_id]
        self.assertEqual(len(own), 1)
        self.assertIn("read:client_grants", table.getAccessibleAt(own[0], 4).name)
        program.activate(GRANTS)
        self.assertEqual(program.nameless(), [])
        subprocess.run(["xdotool", "type", "read:reports"], check=True)
        program.wait_for_text(r"^\d+ of \d+ client grants shown")
        program.screenshot("grants")

    def test_a_missing_scope_is_named(self):
        _, program = self.signed_in("--fault", "403:every=2", rows=1)
        program.key("ctrl+shift+g")
        program.wait_for_text(r"lacks read:client_grants")

    def test_a_snapshot_is_saved_and_compared(self):
        tenant, program = self.signed_in()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "now.json")
            program.key("ctrl+s")
            program.activate("Save snapshot")
            self.type_path(file)
            program.wait_for_text(r"without any secret")
            self.assertEqual(stat.S_IMODE(os.stat(file).st_mode), 0o600)
            snapshot = json.loads(file.read_text())
            twin = subprocess.run([TWIN, "snapshot"], env=tenant.environment(), capture_output=True, check=True)
            self.assertEqual(json.loads(twin.stdout)["applications"], snapshot["applications"])

            del snapshot["applications"][0]
            snapshot["applications"][0]["name"] = "Another name"
            file.write_text(json.dumps(snapshot))
            program.activate()
            program.key("ctrl+shift+d")
            program.wait_for_text(r"^Choose two sides")
            program.press("Open snapshot… (Before)")
            program.activate("Open snapshot")
            self.type_path(file)
            program.wait_for_text(r"^1 added, 0 removed, 1 changed$")
            self.assertEqual(program.nameless(), [])
            program.screenshot("compare")


if __name__ == "__main__":
    unittest.main()
