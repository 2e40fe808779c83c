# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Presentation mode in a real window: what others are not to see is nowhere, be it read by eye or by ear."""

import unittest

from desk import WindowTest, clipboard, use_theme, wait_until

INSPECTOR = "Token inspector"


class Presentation(WindowTest):
    def setUp(self):
        super().setUp()
        self.origin, self.shown = self.signed_in()
        self.needles = {"host": self.origin.domain.split("//")[-1], "client": self.origin.client_id,
                        "application": self.shown.cell(0, 2)}

    def hits(self):
        """Which needles stand in any text, each with the first that has it."""
        texts = [self.shown.title(), *self.shown.everything()]
        return {what: found for what, needle in self.needles.items()
                if (found := next((text for text in texts if needle in text), None))}

    def present(self, is_on):
        self.shown.key("F8")
        wait_until(lambda: (self.needles["host"] in self.shown.title()) != is_on, "the title")

    def check_masked(self, picture, *, shows):
        """\\a shows: what stands there while presentation mode is off."""
        self.assertEqual(self.hits().keys() & shows, shows)
        self.present(True)
        self.assertEqual(self.hits(), {})
        self.shown.screenshot(f"presentation-{picture}")
        self.present(False)
        self.assertEqual(self.hits().keys() & shows, shows)

    def test_the_window_masks(self):
        self.check_masked("window", shows={"host", "application"})

    def test_request_log_and_details_mask(self):
        self.shown.key("ctrl+j", "ctrl+i")
        self.shown.wait_for("Requests")
        self.shown.key("ctrl+f", "Down")
        self.check_masked("panes", shows={"host", "application"})

    def test_the_inspector_masks(self):
        self.shown.key("ctrl+shift+i")
        self.shown.wait_for(INSPECTOR)
        self.check_masked("inspector", shows={"host", "application", "client"})

    def test_what_is_opened_meanwhile_masks(self):
        self.present(True)
        for keys, name in (("ctrl+j", "Requests"), ("ctrl+n", "Domain"), ("ctrl+1", "Applications"), ("F2", "Client ID"),
                           ("Escape", "Applications"), ("ctrl+shift+i", INSPECTOR)):
            self.shown.key(keys)
            self.shown.wait_for(name)
            self.assertEqual(self.hits(), {}, keys)

    def test_what_is_copied_is_real(self):
        self.present(True)
        self.shown.key("ctrl+f", "Down", "Right", "Right", "ctrl+c")
        wait_until(lambda: clipboard() == self.needles["application"], "the client ID on the clipboard")

    def test_requests_are_copied_as_they_are(self):
        self.shown.key("ctrl+j", "ctrl+f", "Down", "ctrl+i")
        self.shown.wait_for("Fetch the rest")
        self.shown.press("Fetch the rest")
        wait_until(lambda: not self.shown.find("Fetch the rest"), "the rest")
        self.present(True)
        self.shown.key("ctrl+f", "Down", "F6", "ctrl+End", "Home", "Right", "Right", "ctrl+c")
        wait_until(lambda: self.needles["application"] in (clipboard() or ""), "the request of an application")

    def test_it_is_to_be_seen_that_it_is_on(self):
        self.present(True)
        self.shown.wait_for_text(r"^Presentation mode")
        self.shown.end()
        self.addCleanup(use_theme, "light")
        use_theme("dark")
        tenant, self.shown = self.signed_in()
        self.shown.key("F8", "ctrl+j", "ctrl+i")
        self.shown.screenshot("presentation-dark")


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
