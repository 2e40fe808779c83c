# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Several tenants in a real window, their secrets in a real keychain, and never a hand on the mouse."""

import json
import os
import subprocess
import unittest
from pathlib import Path

import pyatspi

from desk import TWIN, copied_token, wait_until
from keyring import KeyringTest

PROFILES = Path(os.environ.get("XDG_CONFIG_HOME") or Path(os.environ["HOME"]) / ".config") / "tenantscope/profiles.json"


class Tenants(KeyringTest):
    def tearDown(self):
        subprocess.run([TWIN, "profiles", "remove", "shop"], capture_output=True)
        subprocess.run([TWIN, "profiles", "remove", "stage"], capture_output=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "1", text], check=True)

    def add(self, program, name, tenant, kind=0):
        """Adds and saves a tenant by keys alone."""
        program.key("ctrl+n")
        program.wait_for("Name")
        for value in (tenant.domain, tenant.client_id, tenant.secret):
            self.type(value)
            program.key("Tab")
        self.type(tenant.audience)
        program.key("Tab", "Tab")  # past "More options", if there is one, to the tick
        while not self.has_focus(program, "Name"):
            program.key("Tab")
        program.key("ctrl+a")
        self.type(name)
        program.key("Tab", *["Down"] * kind, "shift+Tab", "Return")
        program.wait_for_text(rf"^“{name}” is saved, its secret in the system's keychain")

    @staticmethod
    def has_focus(program, name):
        node = program.find(name)
        return node and node.getState().contains(pyatspi.STATE_FOCUSED)

    def entry(self, name):
        """What the keychain holds for a profile."""
        return subprocess.run(["secret-tool", "lookup", "server", "Tenantscope", "user", name],
                              capture_output=True, text=True).stdout

    def test_keyboard_only(self):
        first, second = self.tenant("--applications", "40"), self.tenant("--applications", "60")
        program = self.program()
        program.wait_for("Domain")
        self.add(program, "stage", first, kind=1)
        wait_until(lambda: program.rows() == 40, "the first tenant's rows")
        self.add(program, "shop", second, kind=2)
        wait_until(lambda: program.rows() == 60, "the second tenant's rows")
        self.assertTrue(program.title().startswith("PRODUCTION"))
        self.assertEqual(self.entry("shop"), second.secret)

        program.key("ctrl+1")
        wait_until(lambda: program.rows() == 40, "the first tenant again")
        self.assertIn(first.domain, program.title())
        program.key("ctrl+2")
        wait_until(lambda: program.rows() == 60, "the second tenant again")
        program.key("shift+F6", "shift+F6")  # from the table over the card to the list of tenants
        wait_until(lambda: self.has_focus(program, "Tenants") or program.find("Tenants"), "the list of tenants")
        program.key("Delete")
        program.wait_for_text("^“shop” is removed")
        wait_until(lambda: program.rows() == 40, "the tenant that is left")
        self.assertNotIn("shop", PROFILES.read_text())
        self.assertEqual(self.entry("shop"), second.secret)  # as long as it can be undone
        program.key("ctrl+z")
        wait_until(lambda: "shop" in PROFILES.read_text(), "the profile")
        program.key("ctrl+shift+r")
        wait_until(lambda: program.rows() == 60, "its rows, with the keychain's secret")
        self.assertEqual(program.quit(), 0)

    def test_window_and_twin_share_profiles(self):
        tenant = self.tenant("--applications", "40")
        program = self.program()
        program.wait_for("Domain")
        self.add(program, "shop", tenant)
        token = subprocess.run([TWIN, "token", "--profile", "shop"], capture_output=True, text=True)
        self.assertEqual(token.returncode, 0, token.stderr)
        self.assertEqual(token.stdout.count("."), 2)
        subprocess.run([TWIN, "profiles", "add", "stage", "--domain", tenant.domain, "--client-id", tenant.client_id,
                        "--audience", tenant.audience, "--environment", "staging", "--secret-stdin"],
                       input=tenant.secret, text=True, check=True, capture_output=True)
        program.key("ctrl+2")  # the running window has seen it
        wait_until(lambda: program.find("Get token"), "the new tenant's card")
        program.press("Get token")
        program.wait_for_text("^Token valid")
        self.assertEqual(program.quit(), 0)

    def test_removal_at_quit_takes_the_secret_along(self):
        tenant = self.tenant("--applications", "40")
        program = self.program()
        program.wait_for("Domain")
        self.add(program, "shop", tenant)
        program.key("shift+F6", "shift+F6", "Delete")
        program.wait_for_text("^“shop” is removed")
        self.assertEqual(program.quit(), 0)
        self.assertEqual(self.entry("shop"), "")

    def test_a_saved_secret_is_in_the_keychain_alone(self):
        tenant = self.tenant("--applications", "40")
        program = self.program()
        program.wait_for("Domain")
        self.add(program, "shop", tenant)
        token = copied_token(program)
        program.key("ctrl+l")
        program.wait_for_text("^Tenantscope is locked")
        program.press("Unlock")
        program.wait_for_text("^Token valid")
        command_line = Path(f"/proc/{program.process.pid}/cmdline").read_bytes().decode()
        self.assertEqual(program.quit(), 0)
        for needle in (tenant.secret, token, token.split(".")[2]):
            self.assertNotIn(needle, command_line)
            self.assertNotIn(needle, program.output())
            self.assertEqual(self.files_with(needle), [])
        self.assertEqual(self.entry("shop"), tenant.secret)
        saved = json.loads(PROFILES.read_text())["profiles"]
        self.assertTrue(saved[0]["secret_saved"])
        self.assertEqual(PROFILES.stat().st_mode & 0o777, 0o600)

    @staticmethod
    def files_with(needle):
        folders = {os.environ[name] for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                                 "XDG_RUNTIME_DIR") if name in os.environ}
        found = []
        for folder in folders:
            for path in Path(folder).rglob("*"):
                if path.is_file() and any(form in path.read_bytes() for form in (needle.encode(), needle.encode("utf-16-le"))):
                    found.append(str(path))
        return found


if __name__ == "__main__":
    unittest.main()
