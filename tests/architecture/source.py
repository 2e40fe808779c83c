# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Reads C++ files: their includes, and their code without comments and texts."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# What may hold words that are no code. A quote after a digit parts digits (1'000), it starts no character.
_NO_CODE = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"
      | "(?:\\.|[^"\\\n])*"
      | (?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'""",
    re.DOTALL | re.VERBOSE)
_INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"(?P<quoted>[^"]+)"|<(?P<angled>[^>]+)>)', re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    """One line that breaks a rule."""

    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Include:
    """One #include; `angled` when written with < >."""

    line: int
    name: str
    angled: bool


@dataclass(frozen=True)
class SourceFile:
    """A C++ file; `path` is relative to the root of the repository, with slashes."""

    path: str
    text: str

    @property
    def name(self):
        return Path(self.path).name

    @property
    def room(self):
        """The folder, for a room is a folder."""
        return str(Path(self.path).parent)

    @property
    def is_header(self):
        return self.path.endswith(".h")

    @cached_property
    def code(self):
        """The text with comments and literals blanked; every line keeps its number."""
        return _NO_CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), self.text)

    @cached_property
    def includes(self):
        kept = _NO_CODE.sub(
            lambda match: re.sub(r"[^\n]", " ", match.group()) if match["comment"] else match.group(),
            self.text)
        return [
            Include(kept.count("\n", 0, match.start(0) + len(match[0]) - len(match[0].lstrip())) + 1,
                    match["quoted"] or match["angled"], bool(match["angled"]))
            for match in _INCLUDE.finditer(kept)]

    def search(self, pattern):
        """Yields (line, match) for each match of the regular expression in the code."""
        for match in re.finditer(pattern, self.code):
            yield self.code.count("\n", 0, match.start()) + 1, match

    def finding(self, line, message):
        return Finding(self.path, line, message)
