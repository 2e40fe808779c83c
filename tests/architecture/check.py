#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""check.py ROOT QT-HEADERS: holds the tree to the rules of rules.py; prints what breaks them, exits 1."""

import sys

from rooms import read_tree
from rules import RULES, check


def main(root, qt_headers_folder):
    tree = read_tree(root, qt_headers_folder)
    if not tree.files or "QWidget" not in tree.qt_headers:
        print("check.py: no sources, or no Qt headers, where they were said to be", file=sys.stderr)
        return 2
    findings = check(tree)
    for finding in findings:
        print(finding)
    print(f"{len(tree.files)} files, {len(tree.cards)} rooms, {len(RULES)} rules, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
