# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""A real window beside a screen that locks and a machine that sleeps: both are played on the session's bus."""

import os
import unittest

from gi.repository import Gio, GLib

from desk import WindowTest, clipboard, copied_token, wait_until

SCREENSAVER = "org.freedesktop.ScreenSaver"
LOGIN = "org.freedesktop.login1"


class Lock(WindowTest):
    def setUp(self):
        super().setUp()
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        for name in (SCREENSAVER, LOGIN):
            self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                               GLib.Variant("(su)", (name, 0)), None, Gio.DBusCallFlags.NONE, -1)
        self.origin = self.tenant("--applications", "40")
        self.shown = self.program(env=self.origin.environment(
            DBUS_SYSTEM_BUS_ADDRESS=os.environ["DBUS_SESSION_BUS_ADDRESS"]))
        self.shown.press("Get token")
        self.shown.wait_for_text(r"^Token valid")
        copied_token(self.shown)

    def tell(self, path, interface, signal, value):
        self.bus.emit_signal(None, path, interface, signal, GLib.Variant("(b)", (value,)))
        self.bus.flush_sync()

    def check_locked(self):
        self.shown.wait_for_text("^Tenantscope is locked")
        self.assertIsNone(self.shown.find("Copy token"))
        wait_until(lambda: not clipboard(), "an empty clipboard")

    def check_secret_asked(self):
        """It came from the environment, and nobody else has it."""
        self.shown.wait_for("Get token")
        self.assertEqual(self.shown.find("Domain").queryText().getText(0, -1), self.origin.domain)

    def test_the_screen_is_locked(self):
        self.tell("/ScreenSaver", SCREENSAVER, "ActiveChanged", True)
        self.check_locked()
        self.tell("/ScreenSaver", SCREENSAVER, "ActiveChanged", False)
        self.check_secret_asked()

    def test_the_machine_sleeps(self):
        self.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", True)
        self.check_locked()
        self.tell("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep", False)
        self.check_secret_asked()

    def test_its_user_locked_it(self):
        self.shown.activate()
        self.shown.key("ctrl+l")
        self.check_locked()
        self.tell("/ScreenSaver", SCREENSAVER, "ActiveChanged", True)
        self.tell("/ScreenSaver", SCREENSAVER, "ActiveChanged", False)
        self.shown.press("Unlock")  # which is still to be pressed
        self.check_secret_asked()


if __name__ == "__main__":
    unittest.main()
