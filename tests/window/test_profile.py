# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""A saved tenant in a real window, its secret in a real keychain: gnome-keyring, unlocked and frozen."""

import os
import signal
import subprocess
import unittest

from desk import TWIN, wait_until
from keyring import KeyringTest


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

    def test_an_unknown_one_is_told(self):
        program = self.program("--profile", "Nobody")
        program.wait_for_text("Profile “Nobody” cannot be used")
        program.wait_for("Domain")


if __name__ == "__main__":
    unittest.main()
