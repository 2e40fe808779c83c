# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""A saved tenant in a real window, its secret in a real keychain: gnome-keyring, unlocked and frozen."""

import os
import re
import signal
import subprocess
import unittest

from desk import TWIN, WINDOW, wait_until
from keyring import LOGIN, KeyringTest


class Profile(KeyringTest):
    def save(self, name, tenant):
        subprocess.run([TWIN, "profiles", "add", name, "--domain", tenant.domain, "--client-id", tenant.client_id,
                        "--audience", tenant.audience, "--secret-stdin"], input=tenant.secret, check=True, text=True,
                       capture_output=True)
        self.addCleanup(subprocess.run, [TWIN, "profiles", "remove", name], capture_output=True)

    def test_connects_at_once(self):
        tenant = self.tenant("--applications", "40")
        self.save("Contoso", tenant)
        # What the environment says is of another tenant.
        program = self.program("--profile", "contoso", env=dict(os.environ, AUTH0_DOMAIN="other.auth0.com",
                                                                AUTH0_CLIENT_SECRET="other"))
        program.wait_for_text(r"^Token valid")
        wait_until(lambda: program.rows() == 40, "all rows")
        self.assertEqual(program.quit(), 0)
        self.assertEqual(program.output(), "")

    def save_bare(self, tenant):
        subprocess.run([TWIN, "profiles", "remove", "Bare"], capture_output=True)
        subprocess.run([TWIN, "profiles", "add", "Bare", "--domain", tenant.domain, "--client-id", tenant.client_id,
                        "--audience", tenant.audience], check=True, capture_output=True)

    def test_one_without_a_secret_takes_the_environments(self):
        tenant = self.tenant("--applications", "40")
        self.addCleanup(subprocess.run, [TWIN, "profiles", "remove", "Bare"], capture_output=True)
        self.save_bare(tenant)
        bare = {name: value for name, value in os.environ.items() if not name.startswith("AUTH0_")}
        program = self.program("--profile", "Bare", env=dict(bare, AUTH0_CLIENT_SECRET=tenant.secret))
        program.wait_for_text(r"^Token valid")
        self.assertEqual(program.quit(), 0)
        # Another client's, and none: what is missing is said at once.
        for env in (dict(bare, AUTH0_CLIENT_SECRET=tenant.secret, AUTH0_CLIENT_ID="other"), bare):
            self.save_bare(tenant)  # what was typed before may have been kept
            program = self.program("--profile", "Bare", env=env)
            program.wait_for_text("None was saved with it")
            program.type_into("Client secret", tenant.secret)
            program.press("Get token")
            program.wait_for_text(r"^Token valid")
            self.assertEqual(program.quit(), 0)

    def test_nobody_waits_for_a_frozen_keychain(self):
        tenant = self.tenant("--applications", "40")
        self.save("Contoso", tenant)
        self.keyring.send_signal(signal.SIGSTOP)
        self.addCleanup(self.keyring.send_signal, signal.SIGCONT)  # before the profile is removed
        program = self.program("--profile", "Contoso")
        program.wait_for_text(r"^Waiting for your keychain")
        program.screenshot("keychain")
        program.key("Escape")
        program.wait_for("Client secret")
        program.type_into("Client secret", tenant.secret)
        program.press("Get token")
        program.wait_for_text(r"^Token valid")

    def test_a_frozen_keychain_holds_nothing_up(self):
        """How long the event loop is busy at most once the keychain is asked: told, with ten times the aim as bound."""
        tenant = self.tenant("--applications", "40")
        self.save("Contoso", tenant)
        self.keyring.send_signal(signal.SIGSTOP)
        self.addCleanup(self.keyring.send_signal, signal.SIGCONT)
        seen = subprocess.run([WINDOW], capture_output=True, text=True, timeout=60, env=dict(
            os.environ, LD_PRELOAD=os.environ["WINDOW_PROBE"], PROBE_SCENARIO="pressed", PROBE_SETTLE="3000"))
        longest = float(re.search(r"^probe stall_max ([\d.]+)", seen.stderr, re.M).group(1))
        print(f"with a frozen keychain the event loop was busy for {longest:.1f} ms at most")
        self.assertLess(longest, 500)

    def test_a_locked_keychain_is_told(self):
        tenant = self.tenant("--applications", "40")
        self.save("Contoso", tenant)
        subprocess.run(["gdbus", "call", "--session", "--dest=org.freedesktop.secrets",
                        "--object-path=/org/freedesktop/secrets", "--method=org.freedesktop.Secret.Service.Lock",
                        f"['{LOGIN}']"], check=True, capture_output=True)
        self.addCleanup(self.unlock_again)
        program = self.program("--profile", "Contoso")
        # Where somebody can ask for the password the keychain waits, else it says that it has nothing.
        wait_until(lambda: program.find("Client secret") or program.find("Use a secret for this session only"),
                   "a way to go on")
        if program.find("Use a secret for this session only"):
            program.press("Use a secret for this session only")
        program.type_into("Client secret", tenant.secret)
        program.press("Get token")
        program.wait_for_text(r"^Token valid")

    def unlock_again(self):
        self.tearDownClass()
        self.setUpClass()

    def test_an_unknown_one_is_told(self):
        program = self.program("--profile", "Nobody")
        program.wait_for_text("Profile “Nobody” cannot be used")
        program.wait_for("Domain")


if __name__ == "__main__":
    unittest.main()
