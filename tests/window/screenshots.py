# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Makes the pictures in resources/screenshots anew, each state in light and dark.

GEOM=1760x1080x24 LIMIT=600 tests/window/gui-session.sh /usr/bin/python3 tests/window/screenshots.py [STATE…]
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyatspi

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("TENANTSCOPE_BIN", str(ROOT / "build/release/bin"))

from desk import THEMES, TWIN, Program, Tenant, use_theme, wait_until  # noqa: E402  it reads the environment
from keyring import KeyringTest  # noqa: E402

FOLDER = Path(os.environ.get("ARTEFACTS", ROOT / "resources/screenshots"))
PORT = 4400  # always the same, for it is in the pictures
os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"  # local time and UTC differ, as for most people


class Stage:
    """One window and its demo tenant, in one theme."""

    def __init__(self, theme, stack):
        use_theme(theme)
        self.stack = stack
        self.program = self.tenant = self.inspector = None

    def open(self, *arguments, **how):
        self.program = Program(*arguments, **how)
        self.stack.callback(self.program.end)

    def fill_in(self, *demo_arguments, **environment):
        """A window whose form is filled in for a tenant."""
        self.tenant = Tenant("--port", str(PORT), *demo_arguments)
        self.stack.callback(self.tenant.stop)
        self.open(env={**self.tenant.environment(), **environment})

    def sign_in(self, *demo_arguments):
        self.fill_in(*demo_arguments)
        self.program.press("Get token")

    def load(self, *demo_arguments):
        self.sign_in(*demo_arguments)
        self.program.wait_for_text(r"applications · complete$", 60)

    def resize(self, width, height):
        self.program.resize(width, height)

    def keys(self, *keys):
        for key in keys:
            self.program.key(key)

    def inspect(self, key):
        """The inspector, opened by its key; the picture will be its."""
        self.open_beside(key, "Token inspector")

    def open_beside(self, key, title):
        """What a key opens beside the window; the picture will be its."""
        self.keys(key)
        self.inspector = wait_until(lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
            capture_output=True, text=True).stdout.split(), title)[0]

    def into_table(self, pages=2):
        """Past the names that are there to try programs with, to what tenants are full of."""
        self.keys("ctrl+f", "Down", *["Next"] * pages)

    def take(self, name):
        """A picture of the window as it looks when nothing moves any more, the caret aside."""
        file = FOLDER / f"{name}.png"
        time.sleep(1)
        window = self.inspector or self.program.activate()
        subprocess.run(["import", "-window", window, str(file)], check=True)
        subprocess.run(["convert", str(file), "+dither", "-colors", "256", "-strip", "-define",
                        "png:compression-level=9", f"PNG8:{file}"], check=True)


def first_run(stage):
    stage.open()


def loading(stage):
    stage.sign_in("--latency", "1000", "--applications", "12400")
    wait_until(lambda: stage.program.rows() >= 4000, "some pages")
    stage.into_table()


def main(stage):
    stage.open("--demo")
    stage.program.wait_for_text(r"applications · complete$", 60)
    stage.into_table()


def details(stage):
    stage.load()
    stage.keys("ctrl+i")
    stage.into_table()


def refused(stage):
    stage.fill_in(AUTH0_CLIENT_SECRET="")
    stage.program.type_into("Client secret", "a mistyped one")
    stage.program.press("Get token")
    stage.program.wait_for_text(r"client ID or (the )?client secret")


def stopped(stage):
    stage.sign_in("--latency", "400")
    wait_until(lambda: stage.program.rows() >= 400, "some pages")
    stage.tenant.process.kill()
    stage.program.wait_for_text(r"^There is no connection", 60)
    stage.into_table()


def requests(stage):
    stage.load("--fault", "429:every=4")
    stage.resize(1280, 900)
    stage.keys("ctrl+j")
    stage.into_table(3)
    stage.keys("F6", "Up")


def narrow(stage):
    stage.load()
    stage.resize(1024, 700)
    stage.into_table(3)


def wide(stage):
    stage.load()
    stage.resize(1680, 1000)
    stage.keys("ctrl+i", "ctrl+j")
    stage.into_table(4)


def tenants(stage):
    """Four saved tenants, three of them signed in, the one that is looked at production."""
    KeyringTest.setUpClass()
    stage.stack.callback(KeyringTest.tearDownClass)
    names = {"contoso-dev": "development", "contoso-staging": "staging", "Contoso Shop": "production",
             "Contoso Partners": "production"}
    for place, (name, environment) in enumerate(names.items()):
        tenant = Tenant("--port", str(PORT + place), "--token-life", str(3600 * (place + 2)))
        stage.stack.callback(tenant.stop)
        subprocess.run([TWIN, "profiles", "add", name, "--domain", tenant.domain, "--client-id", tenant.client_id,
                        "--audience", tenant.audience, "--environment", environment, "--secret-stdin"],
                       input=tenant.secret, text=True, check=True, capture_output=True)
        stage.stack.callback(subprocess.run, [TWIN, "profiles", "remove", name], capture_output=True)
    stage.open()
    for place in (1, 2, 3):
        stage.keys(f"ctrl+{place}", "ctrl+shift+r")
        stage.program.wait_for_text(r"applications · complete$", 60)
    stage.into_table()


def inspector(stage):
    stage.load()
    stage.inspect("ctrl+shift+i")
    stage.program.press("Verify signature")
    stage.program.wait_for_text(r"^Verified")


def scopes(stage):
    stage.load()
    stage.inspect("ctrl+shift+s")


def grants(stage):
    stage.load()
    stage.open_beside("ctrl+shift+g", "Who may do what")
    stage.program.wait_for_text(r"client grants · complete$", 60)


def search(stage):
    """What still uses implicit, and the details of the first one."""
    stage.load()
    stage.program.type_into("Search applications", "grant:implicit -staging finding:high")
    stage.into_table(0)
    stage.keys("ctrl+i")


def findings(stage):
    """What is wrong with one application, why and what to do about it."""
    search(stage)
    tab = wait_until(lambda: next((node for node in stage.program.nodes() if node.name.startswith("Findings")
                                   and node.getRole() == pyatspi.ROLE_PAGE_TAB), None), "the tab of findings")
    tab.queryAction().doAction(0)


def compare(stage):
    """A list beside a snapshot in which some things were otherwise."""
    stage.load()
    twin = subprocess.run([TWIN, "snapshot"], env=stage.tenant.environment(), capture_output=True, check=True)
    snapshot = json.loads(twin.stdout)
    applications = snapshot["applications"]
    applications[1]["callbacks"] = ["http://localhost:3000/callback"]
    applications[4]["name"] = "Old Checkout"
    applications[4]["grant_types"] = ["implicit", "authorization_code"]
    applications[7]["description"] = "Before the move"
    del applications[10:13]
    file = Path(stage.stack.enter_context(tempfile.TemporaryDirectory()), "last-week.json")
    file.write_text(json.dumps(snapshot))
    stage.open_beside("ctrl+shift+d", "Compare")
    stage.program.press("Open snapshot… (Before)")
    stage.program.activate("Open snapshot")
    subprocess.run(["xdotool", "type", str(file)], check=True)
    subprocess.run(["xdotool", "key", "Return"], check=True)
    stage.program.wait_for_text(r"^\d+ added, \d+ removed, \d+ changed$")
    stage.program.activate("Compare")


def secret(stage):
    """One application's secret before it is read: what that means is said first."""
    details(stage)
    stage.program.press("Reveal secret…")
    stage.program.wait_for_text("mgmt_api_read")


def columns(stage):
    stage.load()
    stage.open_beside("ctrl+shift+o", "Columns")


def presentation(stage):
    tenants(stage)
    stage.keys("ctrl+i", "F8")


def add_tenant(stage):
    stage.open()
    stage.keys("ctrl+n")
    stage.program.type_into("Domain", "contoso.eu.auth0.com")


STATES = {"first-run": first_run, "tenants": tenants, "add-tenant": add_tenant, "loading": loading, "main": main, "details": details, "refused": refused,
          "stopped": stopped, "requests": requests, "narrow": narrow, "wide": wide, "inspector": inspector,
          "scopes": scopes, "grants": grants, "search": search, "findings": findings,
          "compare": compare, "secret": secret, "columns": columns, "presentation": presentation}

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for state in sys.argv[1:] or STATES:
        for theme in THEMES:
            with contextlib.ExitStack() as stack:
                stage = Stage(theme, stack)
                STATES[state](stage)
                stage.take(f"{state}-{theme}")
