# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Drives a real Tenantscope window through the accessibility tree, as assistive technology does.

Run inside gui-session.sh, with the distribution's Python, which has pyatspi. Environment: TENANTSCOPE_BIN (folder of
the executables), ARTEFACTS (where screenshots go).
"""

import contextlib
import json
import os
import re
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import pyatspi

WINDOW = os.path.join(os.environ["TENANTSCOPE_BIN"], "tenantscope")
TWIN = os.path.join(os.environ["TENANTSCOPE_BIN"], "tenantscope-cli")
ARTEFACTS = Path(os.environ.get("ARTEFACTS", tempfile.gettempdir()))

THEMES = {"light": 1, "dark": 2}  # Ui::Theme::Choice
TARGET = 24  # pixels a side that a target has at least
ROWS = 50  # of a table that are read: what is shown of it, and more

# Below these stand as many nodes as there are cells: never searched.
DEEP = {pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_LIST}


def wait_until(question, what, seconds=30):
    """Polls until question() is true and returns what it gave; fails the test, by name, when it never is."""
    end = time.monotonic() + seconds
    while True:
        try:
            answer = question()
        except Exception as gone:  # nodes vanish while they are being read
            answer = None
            last = gone
        else:
            last = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {seconds} s{f' ({last!r})' if last else ''}")
        time.sleep(0.05)


class Tenant:
    """A demo tenant in a process of its own."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([TWIN, "demo", *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        facts = json.loads(self.process.stdout.readline())
        self.domain, self.client_id = facts["domain"], facts["client_id"]
        self.secret, self.audience = facts["client_secret"], facts["audience"]

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)
        self.process.stdout.close()

    def environment(self, **more):
        return dict(os.environ, AUTH0_DOMAIN=self.domain, AUTH0_CLIENT_ID=self.client_id,
                    AUTH0_CLIENT_SECRET=self.secret, AUTH0_AUDIENCE=self.audience, **more)


class Program:
    """One running window."""

    def __init__(self, *arguments, env=None, prefix=()):
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen([*prefix, WINDOW, *arguments], env=env or dict(os.environ),
                                        stdout=self.log, stderr=self.log)
        self.node = wait_until(self._application, "the program on the accessibility bus")
        wait_until(lambda: self.window().queryComponent(), "its window")

    def _application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}: {self.output()}")
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.name == "tenantscope" and application.childCount:
                return application
        return None

    def window(self):
        return self.node.getChildAtIndex(0)

    def nodes(self):
        """All nodes breadth-first, those below tables and trees aside."""
        queue = [self.node]
        while queue:
            node = queue.pop(0)
            if node is None:
                continue
            yield node
            if node.getRole() not in DEEP:
                queue += [node.getChildAtIndex(i) for i in range(node.childCount)]

    def find(self, name, role=None):
        """The visible node of that name; None while there is none."""
        for node in self.nodes():
            if node.name == name and (role is None or node.getRole() == role):
                if node.getState().contains(pyatspi.STATE_SHOWING):
                    return node
        return None

    def wait_for(self, name, role=None, seconds=30):
        return wait_until(lambda: self.find(name, role), f"“{name}”", seconds)

    def texts(self):
        """What the labels on screen say."""
        return [node.name for node in self.nodes()
                if node.getRole() in (pyatspi.ROLE_LABEL, pyatspi.ROLE_STATIC)
                and node.getState().contains(pyatspi.STATE_SHOWING) and node.name]

    def wait_for_text(self, pattern, seconds=30):
        return wait_until(lambda: next((text for text in self.texts() if re.search(pattern, text)), None),
                          f"text /{pattern}/", seconds)

    def type_into(self, name, text):
        self.wait_for(name).queryEditableText().setTextContents(text)

    def press(self, name):
        node = wait_until(lambda: self._sensitive(name), f"“{name}” enabled")
        action = node.queryAction()
        for index in range(action.nActions):
            if action.getName(index) in ("Press", "Toggle"):
                action.doAction(index)
                return
        raise AssertionError(f"“{name}” has neither Press nor Toggle")

    def _sensitive(self, name):
        for role in (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX):  # menu items bear the same names
            node = self.find(name, role)
            if node and node.getState().contains(pyatspi.STATE_SENSITIVE):
                return node
        return None

    def rows(self, table="Applications"):
        node = self.find(table, pyatspi.ROLE_TABLE)
        return node.queryTable().nRows if node else 0

    def cell(self, row, column):
        return self.wait_for("Applications", pyatspi.ROLE_TABLE).queryTable().getAccessibleAt(row, column).name

    def everything(self):
        """All that assistive technology can get of any node, hidden ones too: names, descriptions, texts, cells."""
        for node in self.nodes():
            yield from (node.name, node.description)
            with contextlib.suppress(NotImplementedError):
                text = node.queryText()
                yield text.getText(0, text.characterCount)
            with contextlib.suppress(NotImplementedError):
                table = node.queryTable()
                for row in range(min(table.nRows, ROWS)):
                    for column in range(table.nColumns):
                        cell = table.getAccessibleAt(row, column)
                        yield from (cell.name, cell.description)

    def nameless(self):
        """What can have the focus and has no name."""
        return [(node.getRoleName(), node.parent.name if node.parent else "")
                for node in self.nodes()
                if node.getState().contains(pyatspi.STATE_FOCUSABLE)
                and node.getState().contains(pyatspi.STATE_SHOWING)
                and not node.name
                and node.getRole() not in (pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_FRAME)]

    def small_targets(self):
        """Name, width and height of each button that is hard to hit. Where it stands is known of an active window only."""
        small = []
        for node in self.nodes():
            if node.getRole() in (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_TOGGLE_BUTTON) \
                    and node.getState().contains(pyatspi.STATE_SHOWING) \
                    and node.getState().contains(pyatspi.STATE_FOCUSABLE):  # the magnifier in a field is none
                box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
                if box.width < TARGET or box.height < TARGET:
                    small.append((node.name, box.width, box.height))
        return small

    def activate(self, title="Tenantscope"):
        """Puts the window whose title has that in it in front; its X id."""
        def front():
            found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", title],
                                   capture_output=True, text=True).stdout.split()
            for window in found:
                subprocess.run(["timeout", "3", "xdotool", "windowactivate", window], stderr=subprocess.DEVNULL)
                active = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()
                if active == window:
                    return window
            return None
        return wait_until(front, "the window in front")

    def resize(self, width, height, title="Tenantscope"):
        subprocess.run(["xdotool", "windowsize", "--sync", self.activate(title), str(width), str(height)], check=True)

    def key(self, *keys, title="Tenantscope"):
        self.activate(title)
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def copy_as(self, mnemonic):
        """Opens the card's menu of shapes, and chooses the one with that mnemonic. (Its key is about rows in their table.)"""
        self.press("Copy as")
        wait_until(lambda: self.find("Authorization header"), "the menu")
        subprocess.run(["xdotool", "key", mnemonic], check=True)

    def title(self):
        return self.window().name

    def screenshot(self, name):
        ARTEFACTS.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(ARTEFACTS / f"{name}.png")], check=True)

    def output(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def quit(self, seconds=10):
        """Quits by key and returns the exit status."""
        self.key("ctrl+q")
        return self.process.wait(seconds)

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.log.close()


def use_theme(name):
    """Windows that are opened from now on are light or dark."""
    settings = Path(os.environ["XDG_CONFIG_HOME"]) / "tenantscope/window.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f"[General]\nformat=1\n[theme]\nchoice={THEMES[name]}\n")


def clipboard(target=None, selection="clipboard"):
    """What another program gets from the clipboard; None when nothing is there."""
    command = ["timeout", "5", "xclip", "-selection", selection, "-o", *(["-t", target] if target else [])]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


JWT = re.compile(r"^[\w-]+\.[\w-]+\.[\w-]+$")


def copied_token(program):
    """Copies the token and returns what another program then gets from the clipboard."""
    program.press("Copy token")
    return wait_until(lambda: (text := clipboard()) and JWT.match(text) and text, "a token on the clipboard")


class WindowTest(unittest.TestCase):
    """Starts programs and tenants that end with the test, on an empty clipboard."""

    def setUp(self):
        subprocess.run(["xclip", "-selection", "clipboard", "/dev/null"], check=True)

    def tenant(self, *arguments):
        tenant = Tenant(*arguments)
        self.addCleanup(tenant.stop)
        return tenant

    def program(self, *arguments, **how):
        program = Program(*arguments, **how)
        self.addCleanup(program.end)
        return program

    def signed_in(self, *demo_arguments, rows=40):
        """A window signed in to a demo tenant by its form, its rows loaded."""
        tenant = self.tenant("--applications", str(rows), *demo_arguments)
        program = self.program(env=tenant.environment())
        program.press("Get token")
        program.wait_for_text(r"^Token valid")
        wait_until(lambda: program.rows() == rows, f"{rows} rows")
        return tenant, program
