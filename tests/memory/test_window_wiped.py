#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""The window holds no copy of secret or token in writable memory outside the stack once the token is forgotten, and
none at its end (MEM-1). To be run by gui-session.sh; only root can look.
"""

import json
import os
import secrets
import sys
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "window"))
CANNOT_RUN_HERE = 77
if os.getuid() != 0:
    print("memory/window-wiped: skipped, because only root may look into the memory of a program that shut itself")
    sys.exit(CANNOT_RUN_HERE)

from desk import WindowTest, clipboard, wait_until  # noqa: E402  pyatspi wants a desktop, so only now
from tracing import find, let_end, needles, stop_at_exit  # noqa: E402


class Keeper(BaseHTTPRequestHandler):
    """A tenant with one application, whose token, unlike the demo tenant's, may read client secrets."""

    protocol_version = "HTTP/1.1"
    secret = secrets.token_urlsafe(48)
    client = {"client_id": "k158", "name": "Shop"}

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": secrets.token_urlsafe(48), "token_type": "Bearer", "expires_in": 3600,
                     "scope": "read:clients read:client_keys"})

    def do_GET(self):
        if "/clients/" in self.path:
            self.answer({**self.client, "client_secret": self.secret})
        else:
            self.answer({"total": 1, "start": 0, "limit": 100, "clients": [self.client]})

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class WindowWipedTest(WindowTest):
    maxDiff = None

    def used_window(self):
        """A window in which a token was got, seen and copied; and what nobody may find of it."""
        tenant = self.tenant("--tls", "--ca-out", self.authority, "--applications", "120")
        environment = tenant.environment(TENANTSCOPE_CA_FILE=self.authority)
        del environment["AUTH0_CLIENT_SECRET"]  # the environment is on the stack: not looked at, nor proof of anything
        program = self.program(env=environment)
        program.type_into("Client secret", tenant.secret)
        program.press("Get token")
        program.wait_for_text(r"^Token valid")
        wait_until(lambda: program.rows() == 120, "all rows")
        program.press("Reveal token")
        program.press("Copy token")
        token = wait_until(clipboard, "a token on the clipboard")
        forms = needles(tenant.secret) | needles(token)
        self.assertNotEqual(find(program.process.pid, forms), [])  # or the search would find nothing anywhere, ever
        return program, forms

    def setUp(self):
        self.authority = str(Path(os.environ["HOME"]) / "ca.pem")

    def test_nothing_is_left_once_the_token_is_forgotten(self):
        program, forms = self.used_window()
        program.key("ctrl+d")
        program.wait_for("Get token")
        self.expect_nothing_left(program, forms)

    def test_nothing_is_left_once_it_is_locked(self):
        program, forms = self.used_window()
        program.key("ctrl+l")
        program.wait_for_text("^Tenantscope is locked")
        self.expect_nothing_left(program, forms)

    def expect_nothing_left(self, program, forms):
        # The last of it goes when the event loop has come round: frames painted, replies deleted.
        left, end = ["not looked"], time.monotonic() + 5
        while left and time.monotonic() < end:
            left = find(program.process.pid, forms)
            time.sleep(0.05)
        self.assertEqual(left, [])

    def test_nothing_is_left_of_an_applications_secret_once_hidden(self):
        server = ThreadingHTTPServer(("127.0.0.1", 0), Keeper)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        domain = f"http://127.0.0.1:{server.server_port}"
        program = self.program(env={**os.environ, "AUTH0_DOMAIN": domain, "AUTH0_CLIENT_ID": "machine",
                                    "AUTH0_CLIENT_SECRET": "open sesame"})
        program.press("Get token")
        wait_until(lambda: program.rows() == 1, "its row")
        program.key("ctrl+i")
        program.press("Reveal secret…")
        program.press("Reveal")
        program.press("Copy")
        wait_until(lambda: clipboard() == Keeper.secret, "the secret on the clipboard")
        forms = needles(Keeper.secret)
        self.assertNotEqual(find(program.process.pid, forms), [])
        program.press("Hide")
        program.key("ctrl+shift+x")  # off the clipboard
        self.expect_nothing_left(program, forms)

    def test_nothing_is_left_at_the_end(self):
        program, forms = self.used_window()
        wait = stop_at_exit(program.process.pid)
        program.key("ctrl+q")
        wait()
        left = find(program.process.pid, forms)
        program.process.returncode = let_end(program.process.pid)
        self.assertEqual(program.process.returncode, 0)
        self.assertEqual(left, [])


if __name__ == "__main__":
    unittest.main()
