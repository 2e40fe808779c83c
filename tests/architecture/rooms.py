# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Reads the tree: its rooms, their cards, their files."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from source import Finding, SourceFile

# What a card may name besides rooms, for the reader: each library is held by a rule of its own.
LIBRARIES = re.compile(r"\b(?:Qt \w+|OpenSSL|QtKeychain|cpp-httplib|tl::expected)\b", re.IGNORECASE)

_MAY_INCLUDE = re.compile(r"^\W*May include:\W*?(?P<list>.*?)(?=\n\s*\n|\n[-#*]|\Z)", re.MULTILINE | re.DOTALL)
_VALUES_OF = re.compile(r"(?:and )?(?:only )?(?:the )?value headers of ")


@dataclass(frozen=True)
class Card:
    """What a room's README.md says of the room."""

    room: str
    text: str

    @property
    def path(self):
        return f"{self.room}/README.md"

    def finding(self, message, line=1):
        return Finding(self.path, line, message)

    @property
    def may_include_count(self):
        return len(_MAY_INCLUDE.findall(self.text))

    @cached_property
    def may_include_line(self):
        match = _MAY_INCLUDE.search(self.text)
        return self.text.count("\n", 0, match.start("list")) + 1 if match else 1

    @cached_property
    def names(self):
        """Pairs (name as written, values only). After "value headers of" all names are for values only."""
        match = _MAY_INCLUDE.search(self.text)
        if not match:
            return []
        text = re.sub(r"[`*_]|\(.*?\)", "", match["list"]).replace("\n", " ").strip().rstrip(".")
        result, values_only = [], False
        for name in re.split(r"[,;]", text):
            name = name.strip()
            values_only = values_only or bool(_VALUES_OF.match(name))
            name = re.sub(r"^and ", "", _VALUES_OF.sub("", name)).strip()
            if name and name.lower() != "nothing":
                result.append((name, values_only))
        return result


@dataclass
class Tree:
    """All that the rules look at."""

    files: list
    cards: dict
    build_files: dict  # folder → text of its CMakeLists.txt
    others: dict = field(default_factory=dict)  # path → text: scripts, tests, build files
    qt_headers: dict = field(default_factory=dict)  # header → Qt module

    @cached_property
    def by_path(self):
        return {file.path: file for file in self.files}

    @cached_property
    def rooms(self):
        return {file.room for file in self.files} | set(self.cards)

    def resolve(self, name):
        """The room that a card names: rooms of app/ by their bare name, those of ui/ with the floor."""
        for room in (name, f"app/{name}", f"ui/{name}"):
            if room in self.rooms:
                return room
        return None

    def allowed(self, room):
        """{room: values only} that files of the room may include, itself among them."""
        result = {room: False}
        for name, values_only in self.cards[room].names if room in self.cards else []:
            other = self.resolve(name)
            if other:
                result[other] = values_only and result.get(other, True)
        return result


def read_tree(root, qt_headers_folder=None):
    """The tree under `root`, as rules.py looks at it."""
    root = Path(root)

    def relative(path):
        return path.relative_to(root).as_posix()

    def texts(pattern, *floors):
        return {
            relative(path): path.read_text(encoding="utf-8")
            for floor in floors for path in sorted((root / floor).rglob(pattern))
            if "node_modules" not in path.parts}

    sources = {**texts("*.h", "app", "ui"), **texts("*.cpp", "app", "ui")}
    others = {}
    for pattern in ("*.h", "*.cpp", "*.py", "*.mjs", "*.sh"):
        others.update(texts(pattern, "tests"))
    build_files = texts("CMakeLists.txt", "app", "ui", "tests")
    return Tree(
        files=[SourceFile(path, text) for path, text in sorted(sources.items())],
        cards={str(Path(path).parent): Card(str(Path(path).parent), text)
               for path, text in texts("README.md", "app", "ui").items()},
        build_files={str(Path(path).parent): text for path, text in build_files.items()},
        others={**others, **build_files},
        qt_headers=read_qt_headers(qt_headers_folder) if qt_headers_folder else {})


def read_qt_headers(folder):
    """Which Qt module a header such as QWidget or qwidget.h is of."""
    result = {}
    for module in sorted(Path(folder).glob("Qt*")):
        for header in module.iterdir():
            if header.is_file():
                result.setdefault(header.name, module.name)
    return result
