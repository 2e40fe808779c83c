# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""The token inspector in a real window: what a token says of itself, whether that is so, and what it may do."""

import subprocess
import unittest

import pyatspi

from desk import DEEP, TWIN, WindowTest, use_theme, wait_until

TITLE = "Token inspector"


def token_of(tenant):
    """A token that another program got."""
    return subprocess.run([TWIN, "token"], env=tenant.environment(), capture_output=True, text=True, check=True).stdout.strip()


def issuer_of(tenant):
    """As the demo tenant, and Auth0, call themselves."""
    return f"https://{tenant.domain.removeprefix('http://')}/"


class Inspector(WindowTest):
    def inspecting(self):
        """A signed-in window with its inspector open."""
        tenant, program = self.signed_in()
        program.key("ctrl+shift+i")
        program.wait_for(TITLE)
        program.wait_for_text(r"^Decoded, not verified")
        return tenant, program

    @staticmethod
    def claims(program):
        """The values that are shown, by name."""
        table = program.wait_for("Header and claims", pyatspi.ROLE_TABLE).queryTable()
        return {table.getAccessibleAt(row, 1).name: table.getAccessibleAt(row, 3).name for row in range(table.nRows)}

    def test_claims_are_shown_and_verified(self):
        tenant, program = self.inspecting()
        claims = self.claims(program)
        self.assertEqual(claims["iss"], issuer_of(tenant))
        self.assertEqual(claims["aud"], tenant.audience)
        self.assertRegex(claims["exp"], r"UTC\), in (10|9) min$")
        self.assertEqual(claims["azp"].split("@")[0], tenant.client_id)
        program.press("Verify signature")
        program.wait_for_text(r"^Verified")
        program.screenshot("inspector")

    def test_scopes_are_a_key_away(self):
        tenant, program = self.signed_in()
        program.key("ctrl+shift+s")
        program.wait_for(TITLE)
        scopes = program.wait_for("Scopes", pyatspi.ROLE_TABLE).queryTable()
        self.assertIn("clients", [scopes.getAccessibleAt(row, 0).name for row in range(scopes.nRows)])
        program.screenshot("inspector-scopes")

    def test_a_foreign_token_is_shown_and_told_to_be_one(self):
        other = self.tenant("--applications", "40")
        tenant, program = self.signed_in()
        token = token_of(other)
        subprocess.run(["xclip", "-selection", "clipboard"], input=token, text=True, check=True)
        program.key("ctrl+shift+v")
        program.wait_for_text(r"which is none of your tenants")
        self.assertEqual(self.claims(program)["iss"], issuer_of(other))
        verify = program.wait_for("Verify signature", pyatspi.ROLE_PUSH_BUTTON)
        self.assertFalse(verify.getState().contains(pyatspi.STATE_SENSITIVE))
        program.screenshot("inspector-pasted")
        self.assertEqual([text for text in program.everything() if token.split(".")[2] in text], [])

    def test_a_token_of_ones_own_is_pasted_and_verified(self):
        tenant, program = self.inspecting()
        subprocess.run(["xclip", "-selection", "clipboard"], input=f"Authorization: Bearer {token_of(tenant)}\n", text=True,
                       check=True)
        program.key("ctrl+v", title=TITLE)
        program.wait_for("Pasted token", pyatspi.ROLE_COMBO_BOX)  # is what is chosen of "Token of"
        program.press("Verify signature")
        program.wait_for_text(r"^Verified")

    def test_escape_closes_it(self):
        tenant, program = self.inspecting()
        program.key("Escape", title=TITLE)
        wait_until(lambda: program.find(TITLE) is None, "the inspector gone")
        program.key("ctrl+shift+i")
        program.wait_for(TITLE)

    def test_it_never_tells_the_signature(self):
        tenant, program = self.signed_in()
        program.press("Copy token")
        token = wait_until(lambda: subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True,
                                                  text=True).stdout, "a token on the clipboard")
        program.key("ctrl+shift+i")
        program.wait_for(TITLE)
        texts = list(program.everything())
        self.assertTrue([text for text in texts if tenant.audience in text])  # so much of it is read
        self.assertEqual([text for text in texts if token.split(".")[2] in text], [])

    def test_every_control_can_be_told_and_hit(self):
        tenant, program = self.inspecting()
        for page in ("Claims", "Scopes", "Copied tokens"):
            with self.subTest(page=page):
                program.activate(TITLE)
                self.assertEqual(program.nameless(), [])
                self.assertEqual(program.small_targets(), [])
            program.key("ctrl+Tab", title=TITLE)

    def outside(self, program):
        """What can be pressed and does not stand in the inspector as a whole: name and place."""
        def place(node):
            box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
            return box.x, box.y, box.x + box.width, box.y + box.height

        dialog = program.wait_for(TITLE, pyatspi.ROLE_DIALOG)
        left, top, right, bottom = place(dialog)
        found, queue = [], [dialog]
        while queue:
            node = queue.pop()
            if node.getState().contains(pyatspi.STATE_SHOWING) and node.getRole() not in DEEP:
                if node.getRole() in (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_ENTRY):
                    at = place(node)
                    if at[0] < left or at[1] < top or at[2] > right or at[3] > bottom:
                        found.append((node.name, at))
                queue += [node.getChildAtIndex(index) for index in range(node.childCount)]
        return found

    def test_it_is_usable_at_twice_the_text_size(self):
        for theme in ("dark", "light"):
            use_theme(theme)
            tenant, program = self.signed_in()
            for size, steps in (("usual", 0), ("large", 5), ("largest", 5)):
                for _ in range(steps):
                    program.key("ctrl+plus")
                program.key("ctrl+shift+i")
                program.resize(1024, 700, title=TITLE)
                for page in ("claims", "scopes", "copied"):
                    with self.subTest(theme=theme, size=size, page=page):
                        self.assertEqual(self.outside(program), [])
                    program.screenshot(f"inspector-{page}-{size}-{theme}")
                    program.key("ctrl+Tab", title=TITLE)
                program.key("Escape", title=TITLE)
            program.end()
            tenant.stop()


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
