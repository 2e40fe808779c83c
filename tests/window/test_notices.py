# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""What a window tells that nobody looks at: a notification service stands in for the desktop's on the session's bus."""

import os
import re
import subprocess
import sys
import unittest

from gi.repository import Gio, GLib

from desk import WindowTest, wait_until

PORT = 4411
NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
INTERFACE = Gio.DBusNodeInfo.new_for_xml(f"""<node><interface name="{NAME}">
  <method name="GetCapabilities"><arg direction="out" type="as"/></method>
  <method name="Notify"><arg direction="in" type="s"/><arg direction="in" type="u"/><arg direction="in" type="s"/>
    <arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="in" type="as"/>
    <arg direction="in" type="a{{sv}}"/><arg direction="in" type="i"/><arg direction="out" type="u"/></method>
  <method name="CloseNotification"><arg direction="in" type="u"/></method>
</interface></node>""").interfaces[0]


def serve():
    """The service, in a process of its own: prints each thing that is asked of it, and clicks what a line says."""
    def called(_bus, _sender, _path, _interface, method, arguments, answer):
        if method == "GetCapabilities":
            answer.return_value(GLib.Variant("(as)", (["body", "actions", "body-markup"],)))
            return
        given = arguments.unpack()
        print(method, *(given[3:5] if method == "Notify" else given), sep="|", flush=True)
        answer.return_value(GLib.Variant("(u)", (given[1] or 7,)) if method == "Notify" else None)

    def click(channel, _condition):
        number = channel.readline().strip()
        if number:
            bus.emit_signal(None, PATH, NAME, "ActionInvoked", GLib.Variant("(us)", (int(number), "default")))
        return bool(number)

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.register_object(PATH, INTERFACE, called, None, None)
    Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: print("ready", flush=True), None)
    GLib.io_add_watch(sys.stdin, GLib.IO_IN, click)
    GLib.MainLoop().run()


class Notices(WindowTest):
    def setUp(self):
        super().setUp()
        self.service = subprocess.Popen([sys.executable, __file__, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self.addCleanup(self.service.stdout.close)
        self.addCleanup(self.service.stdin.close)
        self.addCleanup(self.service.wait)
        self.addCleanup(self.service.kill)
        self.assertEqual(self.service.stdout.readline(), "ready\n")
        os.set_blocking(self.service.stdout.fileno(), False)

    def asked(self, start):
        """The next line that begins so."""
        return wait_until(lambda: (line := self.service.stdout.readline()) and line.startswith(start) and line.strip(), start)

    def minimise(self, program):
        self.window = program.activate()
        subprocess.run(["xdotool", "windowminimize", "--sync", self.window], check=True)
        wait_until(lambda: self.active() is None, "no active window")

    @staticmethod
    def active():
        done = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else None

    def wait_for_title(self, pattern):
        """The title as the window manager knows it."""
        wait_until(lambda: re.search(pattern, subprocess.run(["xdotool", "getwindowname", self.window], capture_output=True,
                                                             text=True).stdout.strip()), f"the title /{pattern}/")

    def test_an_expired_token_reaches_a_minimised_window(self):
        tenant, program = self.signed_in("--token-life", "40")
        host = tenant.domain.split("//")[-1]
        self.minimise(program)
        tenant.process.kill()
        told = self.asked("Notify|Token expires soon")
        self.assertRegex(told, rf"{host}\|It lives until .*\(no connection\) and is tried again")
        self.wait_for_title(rf"^Token expires soon – .*{host} – Tenantscope$")
        self.assertIn(f"{host}|Its renewal failed", self.asked("Notify|Token expired"))
        self.wait_for_title(rf"^Token expired – .*{host} – Tenantscope$")

        self.service.stdin.write("7\n")
        self.service.stdin.flush()
        wait_until(lambda: self.active() == self.window, "the window in front")
        self.wait_for_title(r"^http")
        program.wait_for_text("^Expired")

    def test_a_renewed_token_takes_its_notification_away(self):
        tenant, program = self.signed_in("--token-life", "40", "--port", str(PORT))
        self.minimise(program)
        tenant.process.kill()
        tenant.process.wait()
        self.asked("Notify|Token expires soon")
        self.tenant("--port", str(PORT), "--token-life", "40")  # with the same client, which is made from a seed
        self.asked("CloseNotification|7")
        self.wait_for_title(r"^http")

    def test_who_looks_is_not_told(self):
        tenant, program = self.signed_in("--token-life", "8")
        program.activate()
        tenant.process.kill()
        program.wait_for_text("^Expired", 60)
        self.assertEqual(self.service.stdout.readline(), "")
        self.assertFalse(program.title().startswith("Token"))


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        serve()
    else:
        unittest.main(verbosity=2, warnings="ignore")
