# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""What an admin does every day, in a real window."""

import base64
import json
import re
import time
import unittest

import pyatspi

from desk import WindowTest, copied_token, wait_until


def claims(token):
    body = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


class Journey(WindowTest):
    def test_from_form_to_clipboard(self):
        tenant = self.tenant("--applications", "230")
        program = self.program()
        program.screenshot("first-run")
        program.type_into("Domain", tenant.domain)
        program.type_into("Client ID", tenant.client_id)
        program.type_into("Client secret", tenant.secret)
        program.type_into("Audience", tenant.audience)
        program.press("Get token")
        program.wait_for_text(r"^Token valid")
        wait_until(lambda: program.rows() == 230, "all rows")
        host = tenant.domain.removeprefix("http://")
        self.assertIn(host, program.title())
        program.screenshot("loaded")

        ids = {program.cell(row, 2) for row in range(20)}
        self.assertEqual(len(ids), 20)
        wanted = program.cell(7, 2)
        program.type_into("Search applications", wanted)
        wait_until(lambda: program.rows() == 1, "one match")
        self.assertEqual(program.cell(0, 2), wanted)
        program.type_into("Search applications", "")
        wait_until(lambda: program.rows() == 230, "all rows again")

        token = copied_token(program)
        self.assertEqual(claims(token)["aud"], tenant.audience)
        self.assertEqual(program.quit(), 0)
        self.assertEqual(program.output(), "")

    def test_demo_connects_at_once(self):
        program = self.program("--demo")
        program.wait_for_text(r"^Token valid", seconds=30)
        wait_until(lambda: program.rows() == 1240, "1,240 rows", 30)
        program.screenshot("demo")

    def test_wrong_secret_is_told_beside_the_form(self):
        tenant = self.tenant()
        program = self.program(env=dict(tenant.environment(), AUTH0_CLIENT_SECRET="wrong-secret-of-mine"))
        program.press("Get token")
        program.wait_for_text(r"client ID or (the )?client secret")
        program.screenshot("refused")
        self.assertFalse([text for text in program.texts() if "wrong-secret-of-mine" in text])
        program.wait_for("Client secret")  # the form is still there to mend it

    def test_server_that_is_gone(self):
        tenant, program = self.signed_in(rows=230)
        tenant.process.kill()
        tenant.process.wait()
        program.key("F5")
        program.wait_for_text(r"^There is no connection to localhost:\d+\.$", seconds=60)
        program.wait_for_text(r"^230 loaded · incomplete$")
        program.wait_for("Retry", pyatspi.ROLE_PUSH_BUTTON)
        self.assertEqual(program.rows(), 230)
        program.screenshot("server-gone")


class Renewal(WindowTest):
    def test_token_is_renewed_and_nothing_moves(self):
        tenant, program = self.signed_in("--token-life", "6", rows=150)
        program.type_into("Search applications", "console")
        before = wait_until(lambda: 0 < program.rows() < 150 and program.rows(), "some matches")
        first_id = program.cell(3, 2)
        prints = set()
        end = time.monotonic() + 20
        while time.monotonic() < end:
            texts = program.texts()
            self.assertTrue([text for text in texts if text.startswith("Token valid")], texts)
            prints |= {found for text in texts for found in re.findall(r"SHA-256 ([0-9a-f]{8})", text)}
            time.sleep(0.2)
        self.assertGreaterEqual(len(prints), 4, "renewals seen")
        self.assertEqual(program.rows(), before)
        self.assertEqual(program.cell(3, 2), first_id)


class Accessibility(WindowTest):
    def test_every_control_has_a_name(self):
        tenant, program = self.signed_in()
        self.assertEqual(program.nameless(), [])
        program.activate()
        program.key("ctrl+f", "Down", "ctrl+i", "ctrl+j")
        tabs = wait_until(lambda: [node for node in program.nodes() if node.getRole() == pyatspi.ROLE_PAGE_TAB
                                   and node.getState().contains(pyatspi.STATE_SHOWING)], "the details' tabs")
        self.assertGreaterEqual(len(tabs), 5)
        for tab in tabs:
            tab.queryAction().doAction(0)
            self.assertEqual(program.nameless(), [], tab.name)

    def test_fixed_names_are_there(self):
        program = self.program()
        for name in ("Domain", "Client ID", "Client secret", "Audience", "Get token"):
            program.wait_for(name)
        program.end()
        tenant, program = self.signed_in()
        for name in ("Copy token", "Reveal token", "Search applications"):
            program.wait_for(name)
        program.wait_for("Applications", pyatspi.ROLE_TABLE)
        program.key("ctrl+j")
        program.wait_for("Requests", pyatspi.ROLE_TABLE)

    def test_secret_field_tells_nothing(self):
        tenant = self.tenant()
        program = self.program()
        program.type_into("Client secret", "marker-of-a-secret")
        field = program.wait_for("Client secret")
        self.assertEqual(field.getRole(), pyatspi.ROLE_PASSWORD_TEXT)
        text = field.queryText()
        self.assertNotIn("marker", text.getText(0, text.characterCount))

    def test_targets_are_large_enough(self):
        tenant, program = self.signed_in()
        program.activate()
        self.assertEqual(program.small_targets(), [])


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
