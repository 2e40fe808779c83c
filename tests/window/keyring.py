# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""A real keychain for a test: gnome-keyring, unlocked, on the session's bus."""

import subprocess

from desk import WindowTest, wait_until

LOGIN = "/org/freedesktop/secrets/collection/login"


class KeyringTest(WindowTest):
    """Has an unlocked keychain of its own."""

    @classmethod
    def setUpClass(cls):
        cls.keyring = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                       stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
        cls.keyring.stdin.write("password")
        cls.keyring.stdin.close()
        wait_until(cls.is_unlocked, "an unlocked keychain")

    @classmethod
    def tearDownClass(cls):
        cls.keyring.kill()
        cls.keyring.wait()

    @staticmethod
    def is_unlocked():
        """Asks the process that was started, not one the bus would start for the asking."""
        owned = subprocess.run(["gdbus", "call", "--session", "--dest=org.freedesktop.DBus", "--object-path=/org/freedesktop/DBus",
                                "--method=org.freedesktop.DBus.NameHasOwner", "org.freedesktop.secrets"],
                               capture_output=True, text=True).stdout
        if "true" not in owned:
            return False
        return LOGIN in subprocess.run(
            ["gdbus", "call", "--session", "--dest=org.freedesktop.secrets", "--object-path=/org/freedesktop/secrets",
             "--method=org.freedesktop.DBus.Properties.Get", "org.freedesktop.Secret.Service", "Collections"],
            capture_output=True, text=True).stdout
