#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""tenantscope-cli's profiles and their secrets, on a session bus of their own with gnome-keyring: unlocked, locked, frozen,
absent.
"""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

CLI = Path(os.environ["TENANTSCOPE_BIN"]) / "tenantscope-cli"
OK, USAGE, KEYCHAIN = 0, 2, 6
LOGIN = "/org/freedesktop/secrets/collection/login"
# Without folders of services, so that nothing is started because somebody asks for it.
BUS = """<busconfig>
  <type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""
SECRET = "kc_MARKER-Secret~" + "0123456789abcdef" * 2


class Home:
    """A home folder nobody else uses, and a session bus if it is wanted."""

    def __init__(self, case):
        self.path = Path(tempfile.mkdtemp())
        case.addCleanup(shutil.rmtree, self.path, ignore_errors=True)
        self.environment = {
            "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self.path), "XDG_RUNTIME_DIR": str(self.path / "run"),
            "XDG_CONFIG_HOME": str(self.path / "config"), "XDG_DATA_HOME": str(self.path / "data"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.path}/no-bus"}
        (self.path / "run").mkdir(mode=0o700)
        self.case = case

    def start_bus(self):
        configuration = self.path / "bus.conf"
        configuration.write_text(BUS, encoding="utf-8")
        bus = subprocess.Popen(["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"],
                               env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.case.addCleanup(bus.stdout.close)
        self.case.addCleanup(bus.wait)
        self.case.addCleanup(bus.kill)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def start_keyring(self):
        """gnome-keyring with an unlocked login collection; returns its process."""
        keyring = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                   env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, text=True)
        self.case.addCleanup(keyring.wait)
        self.case.addCleanup(keyring.kill)
        keyring.stdin.write("password")
        keyring.stdin.close()
        end = time.monotonic() + 20
        while LOGIN not in self.call("org.freedesktop.DBus.Properties.Get", "org.freedesktop.Secret.Service", "Collections"):
            self.case.assertLess(time.monotonic(), end, "gnome-keyring does not serve")
            time.sleep(0.1)
        return keyring

    def call(self, method, *arguments):
        """What the secret service answers; empty when it does not."""
        return subprocess.run(["gdbus", "call", "--session", "--timeout=10", "--dest=org.freedesktop.secrets",
                               "--object-path=/org/freedesktop/secrets", f"--method={method}", *arguments],
                              env=self.environment, capture_output=True, text=True, timeout=20).stdout

    def tool(self, *arguments, stdin=""):
        return subprocess.run(["secret-tool", *arguments], env=self.environment, input=stdin, capture_output=True, text=True,
                              timeout=20)

    def cli(self, *arguments, stdin="", **variables):
        return subprocess.run([CLI, *arguments], env=self.environment | variables, input=stdin, capture_output=True, text=True,
                              timeout=60)

    def add(self, name="Contoso", secret=SECRET):
        return self.cli("profiles", "add", name, "--domain", "contoso.eu.auth0.com", "--client-id", "abc", "--secret-stdin",
                        stdin=secret)

    def names(self):
        return [profile["name"] for profile in json.loads(self.cli("profiles", "list", "--format", "json").stdout)]


class KeychainTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.home = Home(self)

    def with_keyring(self):
        self.home.start_bus()
        return self.home.start_keyring()

    def assert_ends(self, done, code, words=""):
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertIn(words, done.stderr)
        self.assertNotIn(SECRET, done.stderr + done.stdout)

    def test_a_profile_gets_a_token_with_the_secret_of_the_keychain(self):
        self.with_keyring()
        authority = str(self.home.path / "ca.pem")
        demo = subprocess.Popen([CLI, "demo", "--tls", "--ca-out", authority], env=self.home.environment,
                                stdout=subprocess.PIPE, text=True)
        self.addCleanup(demo.stdout.close)
        self.addCleanup(demo.wait)
        self.addCleanup(demo.terminate)
        tenant = json.loads(demo.stdout.readline())
        self.assert_ends(self.home.cli(
            "profiles", "add", "Demo tenant", "--domain", tenant["domain"], "--client-id", tenant["client_id"], "--audience",
            tenant["audience"], "--ca-file", authority, "--environment", "staging", "--secret-stdin",
            stdin=tenant["client_secret"] + "\n"), OK)
        # The environment's tenant is another one, and so is its secret.
        done = self.home.cli("token", "--profile", "demo TENANT", AUTH0_DOMAIN="other.auth0.com", AUTH0_CLIENT_ID="other",
                             AUTH0_CLIENT_SECRET="wrong")
        self.assert_ends(done, OK)
        self.assertEqual(done.stdout.count("."), 2)

    def test_the_secret_is_in_the_keychain_and_nowhere_else(self):
        self.with_keyring()
        self.assert_ends(self.home.add(), OK)
        found = self.home.tool("lookup", "server", "Tenantscope", "user", "Contoso")
        self.assertEqual(found.stdout, SECRET)
        for file in self.home.path.rglob("*"):
            if file.is_file():
                self.assertNotIn(SECRET.encode(), file.read_bytes(), file)
        self.assert_ends(self.home.cli("profiles", "show", "Contoso"), OK)
        self.assert_ends(self.home.cli("profiles", "remove", "Contoso"), OK)
        self.assertEqual(self.home.tool("lookup", "server", "Tenantscope", "user", "Contoso").stdout, "")
        self.assertEqual(self.home.names(), [])

    def test_another_ones_secret_is_not_overwritten(self):
        self.with_keyring()
        self.assert_ends(self.home.add(), OK)
        self.assert_ends(self.home.add("CONTOSO", "another"), USAGE, "one of that name")
        self.assertEqual(self.home.tool("lookup", "server", "Tenantscope", "user", "Contoso").stdout, SECRET)

    def test_no_secret_stays_behind_a_profile_that_could_not_be_saved(self):
        self.with_keyring()
        (self.home.path / "config").mkdir()
        (self.home.path / "config" / "tenantscope").write_text("a file in the folder's place", encoding="utf-8")
        self.assert_ends(self.home.add(), USAGE, "cannot be used")
        self.assertEqual(self.home.tool("lookup", "server", "Tenantscope", "user", "Contoso").stdout, "")

    def test_a_secret_that_went_missing_is_told(self):
        self.with_keyring()
        self.assert_ends(self.home.add(), OK)
        self.home.tool("clear", "server", "Tenantscope")
        self.assert_ends(self.home.cli("token", "--profile", "Contoso"), KEYCHAIN, "has no entry for it")
        self.assert_ends(self.home.cli("profiles", "remove", "Contoso"), OK)  # what is gone need not be removed

    def test_locked_without_anybody_to_ask(self):
        self.with_keyring()
        self.assert_ends(self.home.add(), OK)
        self.assertIn(LOGIN, self.home.call("org.freedesktop.Secret.Service.Lock", f"['{LOGIN}']"))
        self.assert_ends(self.home.cli("token", "--profile", "Contoso"), KEYCHAIN, "locked")
        self.assert_ends(self.home.add("Fabrikam"), KEYCHAIN, "locked")
        self.assertEqual(self.home.names(), ["Contoso"])  # no profile that promises a secret it has not

    def test_frozen(self):
        keyring = self.with_keyring()
        self.assert_ends(self.home.add(), OK)
        keyring.send_signal(signal.SIGSTOP)
        start = time.monotonic()
        self.assert_ends(self.home.cli("token", "--profile", "Contoso"), KEYCHAIN, "did not answer in time")
        self.assertLess(time.monotonic() - start, 15)
        self.assert_ends(self.home.cli("profiles", "remove", "Contoso"), KEYCHAIN, "did not answer in time")
        self.assertEqual(self.home.names(), ["Contoso"])

    def test_an_interrupted_add_adds_nothing(self):
        keyring = self.with_keyring()
        self.assert_ends(self.home.add(), OK)
        keyring.send_signal(signal.SIGSTOP)
        file = self.home.path / "config" / "tenantscope" / "profiles.json"
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            adding = subprocess.Popen([CLI, "profiles", "add", "Fabrikam", "--domain", "fabrikam.eu.auth0.com", "--client-id",
                                       "abc", "--secret-stdin"], env=self.home.environment, stdin=subprocess.PIPE,
                                      stderr=subprocess.DEVNULL)
            adding.stdin.write(SECRET.encode())
            adding.stdin.close()
            end = time.monotonic() + 20
            while "Fabrikam" not in file.read_text(encoding="utf-8"):
                self.assertIsNone(adding.poll(), "it did not wait")
                self.assertLess(time.monotonic(), end)
                time.sleep(0.01)
            adding.send_signal(number)
            self.assertEqual(adding.wait(20), code)
            self.assertEqual(self.home.names(), ["Contoso"])

    def test_no_secret_service(self):
        self.home.start_bus()
        self.assert_ends(self.home.add(), KEYCHAIN, "no secret service answers")
        self.assertEqual(self.home.names(), [])

    def test_no_bus(self):
        self.assert_ends(self.home.add(), KEYCHAIN, "no secret service answers")
        self.assertEqual(self.home.names(), [])

    def test_without_a_keychain_the_secret_may_come_otherwise(self):
        added = self.home.cli("profiles", "add", "Contoso", "--domain", "localhost:1", "--client-id", "abc")
        self.assert_ends(added, OK, "without a secret")
        missing = self.home.cli("token", "--profile", "Contoso")
        self.assert_ends(missing, USAGE, "AUTH0_CLIENT_SECRET")
        given = self.home.cli("token", "--profile", "Contoso", AUTH0_CLIENT_SECRET=SECRET)
        self.assert_ends(given, 4, "localhost")  # nobody listens there, but it was sent on its way
        others = self.home.cli("token", "--profile", "Contoso", AUTH0_CLIENT_SECRET=SECRET, AUTH0_CLIENT_ID="other")
        self.assert_ends(others, USAGE, "AUTH0_CLIENT_SECRET")


if __name__ == "__main__":
    unittest.main()
