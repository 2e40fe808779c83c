# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Where secrets and tokens go, and where they do not."""

import os
import secrets
import shutil
import signal
import subprocess
import threading
import time
import unittest
from pathlib import Path

import pyatspi

from desk import WindowTest, clipboard, copied_token, wait_until

HINT = "x-kde-passwordManagerHint"


def copyq(*arguments):
    return subprocess.run(["copyq", *arguments], capture_output=True, text=True).stdout


class PoliteManager(threading.Thread):
    """A clipboard manager that honours the hint, as KDE's Klipper does: its history is all that was not a secret."""

    def __init__(self):
        super().__init__(daemon=True)
        self.history, self.secrets_met = [], 0
        self.ended = threading.Event()

    def run(self):
        last = None
        while not self.ended.wait(0.05):
            targets = clipboard("TARGETS")
            if targets and HINT in targets:  # the text itself is not even asked for
                self.secrets_met += clipboard(HINT) == "secret"
            elif (text := clipboard()) and text != last:
                if clipboard("TARGETS") == targets:  # else another copy has come in between
                    self.history.append(text)
                    last = text

    def end(self):
        self.ended.set()
        self.join()


class Clipboard(WindowTest):
    def test_a_manager_that_honours_the_hint_keeps_no_token(self):
        tenant, program = self.signed_in()
        manager = PoliteManager()
        manager.start()
        self.addCleanup(manager.end)
        token = copied_token(program)
        wait_until(lambda: manager.secrets_met, "the manager's look at the secret")
        program.press("Clear now")
        wait_until(lambda: not clipboard(), "an empty clipboard")
        met = manager.secrets_met
        program.copy_as("h")
        wait_until(lambda: clipboard() == f"Authorization: Bearer {token}", "the header on the clipboard")
        wait_until(lambda: manager.secrets_met > met, "the manager's look at the header")
        program.copy_as("c")  # curl with $TOKEN: no secret, to be kept like anything else
        wait_until(lambda: manager.history, "the command in the history")
        manager.end()
        self.assertEqual([text[:12] for text in manager.history], [manager.history[0][:12]])
        self.assertTrue(manager.history[0].startswith("curl "), manager.history[0][:20])
        self.assertIn("$TOKEN", manager.history[0])
        self.assertNotIn(token, manager.history[0])

    @unittest.skipUnless(shutil.which("copyq"), "CopyQ is not installed")
    def test_clearing_works_beside_a_manager_that_ignores_the_hint(self):
        manager = subprocess.Popen(["copyq"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(manager.wait, 10)
        self.addCleanup(copyq, "exit")
        wait_until(lambda: copyq("eval", "1").strip() == "1", "CopyQ")
        tenant, program = self.signed_in()
        token = copied_token(program)
        # What the README warns of.
        wait_until(lambda: token in copyq("read", "0"), "the token in CopyQ's history")
        program.press("Clear now")
        wait_until(lambda: not clipboard(), "an empty clipboard")
        time.sleep(1)
        self.assertFalse(clipboard(), "CopyQ put it back")

    def test_copy_is_hinted_and_leaves_primary_alone(self):
        tenant, program = self.signed_in()
        subprocess.run(["xclip", "-selection", "primary"], input=b"mine", check=True)
        copied_token(program)
        self.assertIn(HINT, clipboard("TARGETS"))
        self.assertEqual(clipboard(HINT), "secret")
        self.assertEqual(clipboard(selection="primary"), "mine")
        program.wait_for_text(r"clipboard")

    def test_clear_now(self):
        tenant, program = self.signed_in()
        copied_token(program)
        program.press("Clear now")
        wait_until(lambda: not clipboard(), "an empty clipboard")

    def test_cleared_after_its_time(self):
        tenant, program = self.signed_in()
        copied_token(program)
        start = time.monotonic()
        wait_until(lambda: not clipboard(), "an empty clipboard", 60)
        self.assertGreater(time.monotonic() - start, 20)

    def test_somebody_elses_copy_stays(self):
        tenant, program = self.signed_in()
        copied_token(program)
        subprocess.run(["xclip", "-selection", "clipboard"], input=b"theirs", check=True)
        self.assertEqual(program.quit(), 0)
        self.assertEqual(clipboard(), "theirs")

    def test_cleared_at_quit_and_at_signals(self):
        for number in (None, signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            with self.subTest(signal=number):
                tenant, program = self.signed_in()
                token = copied_token(program)
                if number is None:
                    program.quit()
                else:
                    program.process.send_signal(number)
                    program.process.wait(10)
                self.assertNotEqual(clipboard(), token)
                program.end()
                tenant.stop()


class Listener(threading.Thread):
    """A program on the accessibility bus that keeps what it hears of texts, as anything may that runs there."""

    EVENTS = ("object:text-changed", "object:text-caret-moved", "object:text-selection-changed",
              "object:property-change", "object:state-changed")

    def __init__(self):
        super().__init__(daemon=True)
        self.heard = []
        pyatspi.Registry.registerEventListener(self._keep, *self.EVENTS)

    def run(self):
        pyatspi.Registry.start()

    def _keep(self, event):
        self.heard.append((event.type, str(event.any_data)))

    def texts(self, kind):
        return [text for name, text in list(self.heard) if name.startswith(kind)]

    def end(self):
        pyatspi.Registry.deregisterEventListener(self._keep, *self.EVENTS)
        pyatspi.Registry.stop()
        self.join(10)


class Accessibility(WindowTest):
    def test_what_is_typed_or_pasted_into_the_secret_is_heard_as_dots(self):
        program = self.program("--domain", "contoso.eu.auth0.com", "--client-id", "k158")
        field = program.wait_for("Client secret")
        marker = secrets.token_hex(24)
        subprocess.run(["xclip", "-selection", "clipboard"], input=marker.encode(), check=True)
        program.activate()
        field.queryComponent().grabFocus()
        listener = Listener()
        listener.start()
        self.addCleanup(listener.end)
        for count, keys in enumerate((["type", marker], ["key", "ctrl+a", "ctrl+v"], ["key", "ctrl+a", "BackSpace"]), 1):
            subprocess.run(["xdotool", *keys], check=True)
            expected = {1: 48, 2: 3 * 48, 3: 4 * 48}[count]  # characters told of until then, as they come and go
            wait_until(lambda: len("".join(listener.texts("object:text-changed"))) >= expected, f"events {count}")
            text = field.queryText()
            self.assertEqual(text.getText(0, -1).strip("•*"), "")
            self.assertEqual(text.getTextAtOffset(0, pyatspi.TEXT_BOUNDARY_LINE_START)[0].strip("•*"), "")
        program.type_into("Client secret", marker)
        wait_until(lambda: len("".join(listener.texts("object:text-changed"))) >= 5 * 48, "events of assistive technology's own")
        self.assertTrue(listener.texts("object:text-caret-moved"))
        self.assertEqual(set("".join(listener.texts("object:text-changed"))), {"•"})
        self.assertEqual([event for event in listener.heard if any(c in event[1] for c in (marker, marker[:8]))], [])

    def test_other_fields_are_heard(self):
        program = self.program()
        listener = Listener()
        listener.start()
        self.addCleanup(listener.end)
        program.type_into("Domain", "contoso.eu.auth0.com")
        wait_until(lambda: "contoso.eu.auth0.com" in listener.texts("object:text-changed:insert"), "the domain")


class Marker(WindowTest):
    """A random secret goes through a whole journey; afterwards it is nowhere."""

    def test_secret_and_token_are_nowhere(self):
        tenant = self.tenant("--applications", "120")
        marker = secrets.token_hex(24)
        program = self.program(env=dict(tenant.environment(), AUTH0_CLIENT_SECRET=marker))
        program.press("Get token")
        program.wait_for_text(r"client ID or (the )?client secret")
        program.type_into("Client secret", tenant.secret)
        program.press("Get token")
        program.wait_for_text(r"^Token valid")
        wait_until(lambda: program.rows() == 120, "all rows")
        program.key("ctrl+j")
        token = copied_token(program)
        program.press("Reveal token")
        seen = program.rows("Requests")
        program.key("F5")
        wait_until(lambda: program.rows("Requests") >= seen + 2, "the list's pages in the request log")
        needles = [marker, tenant.secret, token, token.split(".")[2]]
        command_line = Path(f"/proc/{program.process.pid}/cmdline").read_bytes().decode()
        self.assertNotIn("secret", command_line)
        self.assertEqual(program.quit(), 0)
        self.assertEqual(self.hits(needles, program.output()), [])

    def hits(self, needles, output):
        found = [("output", needle[:8]) for needle in needles if needle in output]
        folders = {os.environ[name] for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                                 "XDG_RUNTIME_DIR") if name in os.environ}
        for folder in folders:
            for path in Path(folder).rglob("*"):
                if path.is_file():
                    data = path.read_bytes()
                    for needle in needles:
                        for form in (needle.encode(), needle.encode("utf-16-le")):
                            if form in data:
                                found.append((str(path), needle[:8]))
        return found


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
