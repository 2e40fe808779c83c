# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""The rules of the house. Each takes a Tree and yields a Finding for every line that breaks it."""

import re
from pathlib import Path

from rooms import LIBRARIES
from source import Finding

CARD_LINES = 25
SPDX = ("SPDX-FileCopyrightText: 2026 The Tenantscope authors", "SPDX-License-Identifier: MIT")


def cards_are_there(tree):
    """Every room has a card of at most 25 lines with one line "May include:"."""
    for room in sorted({file.room for file in tree.files} - set(tree.cards)):
        yield Finding(f"{room}/README.md", 1, "the room has no card")
    for card in tree.cards.values():
        lines = len(card.text.splitlines())
        if lines > CARD_LINES:
            yield card.finding(f"a card has at most {CARD_LINES} lines, this one {lines}")
        if card.may_include_count != 1:
            yield card.finding(f'{card.may_include_count} lines "May include:" where there must be one')


def cards_name_rooms(tree):
    """A card names rooms that exist, and libraries; app/ knows nothing of ui/."""
    for card in tree.cards.values():
        for name, _ in card.names:
            room = tree.resolve(name)
            if room is None and not LIBRARIES.search(name):
                yield card.finding(f'"{name}" is no room and no library', card.may_include_line)
            if room and card.room.startswith("app/") and room.startswith("ui"):
                yield card.finding(f"app/ knows nothing of {room}", card.may_include_line)


def rooms_stand_in_order(tree):
    """No room reaches itself by way of others."""
    done = set()

    def walk(room, way):
        if room in way:
            circle = " → ".join(way[way.index(room):] + [room])
            yield tree.cards[room].finding(f"rooms in a circle: {circle}")
        elif room not in done:
            for other in sorted(set(tree.allowed(room)) - {room}):
                yield from walk(other, way + [room])
            done.add(room)

    for room in sorted(tree.cards):
        yield from walk(room, [])


def includes_follow_cards(tree):
    """Quoted includes are written from the root and stay within what the room's card allows."""
    for file in tree.files:
        if file.room not in tree.cards:
            continue
        if file.room not in tree.cards:
            continue
        allowed = tree.allowed(file.room)
        for include in file.includes:
            if include.angled or include.name.endswith(".moc"):
                continue
            target = tree.by_path.get(include.name)
            if target is None:
                yield file.finding(include.line, f'"{include.name}" is no file of app/ or ui/, seen from the root')
            elif target.room not in allowed:
                yield file.finding(include.line, f"{file.room} may not include {target.room} (its card does not say so)")
            elif allowed[target.room] and not is_value_header(tree, target):
                yield file.finding(include.line, f"{file.room} may include only value headers of {target.room}; {target.name} has a QObject")


def is_value_header(tree, file, seen=()):
    """A value header declares no QObject, nor does what it includes of its own room."""
    if any(file.search(r"\bQ_OBJECT\b")):
        return False
    inner = (tree.by_path.get(include.name) for include in file.includes if not include.angled)
    return all(is_value_header(tree, other, (*seen, file)) for other in inner
               if other and other.room == file.room and other not in seen)


def qt_modules_follow_floors(tree):
    """The core is Qt Core and Qt Network; base is Qt Core; hardening has no Qt; ui/ has no network."""
    for file in tree.files:
        allowed = qt_modules_of(file.room)
        for include in file.includes:
            if not include.angled:
                continue
            folder, _, name = include.name.rpartition("/")
            module = folder if folder.startswith("Qt") else tree.qt_headers.get(name) if not folder else None
            is_exception = (file.room.partition("/")[0], name) in _EXCEPTIONS
            if module and module not in allowed and not is_exception:
                yield file.finding(include.line, f"{file.room} may not include <{include.name}> of {module}")


# Whether the machine is online is told by Qt Network, but it is no talk with anybody.
_EXCEPTIONS = {("ui", "QNetworkInformation")}


def qt_modules_of(room):
    if room == "app/hardening":
        return set()
    if room == "app/base":
        return {"QtCore"}
    if room.startswith("app"):
        return {"QtCore", "QtNetwork"}
    return {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtDBus"}


# Library: how its headers begin, which rooms may include it, and whether in headers too.
_LIBRARY_RULES = [
    ("OpenSSL", re.compile(r"openssl/"), {"app/jwt", "app/demo"}, False),
    ("cpp-httplib", re.compile(r"httplib"), {"app/demo"}, True),
    ("QtKeychain", re.compile(r"qt6keychain/|keychain\.h"), {"app/secrets"}, False),
    ("tl::expected", re.compile(r"tl/"), {"app/base"}, True),
    ("<expected>", re.compile(r"expected$"), {"app/base"}, True),
]


def libraries_stay_in_their_rooms(tree):
    """OpenSSL, cpp-httplib and QtKeychain each have their rooms, the first and the last only .cpp files there."""
    for file in tree.files:
        for include in file.includes:
            for library, begin, rooms, in_headers in _LIBRARY_RULES:
                if not include.angled or not begin.match(include.name):
                    continue
                if file.room not in rooms:
                    yield file.finding(include.line, f"{library} is only for {', '.join(sorted(rooms))}")
                elif file.is_header and not in_headers:
                    yield file.finding(include.line, f"{library} is only for .cpp files")


def one_door_to_the_network(tree):
    """One .cpp of app/http has the QNetworkAccessManager and calls nothing but get and post on it (NET-11)."""
    doors = []
    for file in tree.files:
        for include in file.includes:
            if include.angled and include.name.rpartition("/")[2] in ("QNetworkAccessManager", "qnetworkaccessmanager.h"):
                doors.append(file)
                if file.room != "app/http" or file.is_header:
                    yield file.finding(include.line, "only a .cpp of app/http may include QNetworkAccessManager")
    for file in doors[1:]:
        yield file.finding(1, f"QNetworkAccessManager is already in {doors[0].path}: one file is the door")
    for file in doors:
        yield from _other_calls(tree, file)


def _other_calls(tree, file):
    header = tree.by_path.get(re.sub(r"\.cpp$", ".h", file.path))
    declared = r"QNetworkAccessManager[ \t]*(?:\*[ \t]*(?:const[ \t]*)?|&[ \t]*|>[ \t]*)?(?:\w+::)*(\w+)"
    names = {match[1] for part in (file, header) if part for _, match in part.search(declared)}
    for name in sorted(names):
        for line, match in file.search(rf"\b{name}(?:\(\))?(?:\.get\(\))?\s*(?:->|\.)\s*(\w+)\s*\("):
            if not re.fullmatch(r"get|post|set\w+", match[1]):  # what sets sends nothing
                yield file.finding(line, f"calls {match[1]}() on a QNetworkAccessManager: only get() and post() send")


# (where, pattern, message). `where` is a regular expression on the path.
_FORBIDDEN = [
    (r"app/", r"\bQ(?:Basic|Chrono)?Timer\b|\bstartTimer\s*\(", "no timer here: Base::Clock wakes"),
    (r"app/(?!base/clock\.cpp|demo/)",
     r"\bcurrentDateTime(?:Utc)?\b|\bcurrent(?:M)?SecsSinceEpoch\b|\bQ(?:Elapsed|Deadline)Timer\b"
     r"|\b(?:system|steady|high_resolution)_clock\b|\bclock_gettime\b|\bgettimeofday\b|\bcurrentDate\b|\bcurrentTime\b",
     "time comes from Base::Clock only"),
    (r"", r"\bignoreSslErrors\b", "TLS errors are never ignored"),
    (r"", r"\b(?:VerifyNone|QueryPeer)\b", "a peer is always verified"),
    (r"", r"\bsystemCaCertificates\b", "loading every root takes 100 ms: leave it to Qt, on demand"),
    (r"", r"\b(?:sendCustomRequest|deleteResource|connectToHost(?:Encrypted)?)\b", "not read-only, or not by way of app/http"),
    (r"", r"\bQ(?:Tcp|Udp|Local)Socket\b|\bhttplib::(?:SSL)?Client\b", "the network is reached through app/http only"),
    (r"", r"\bsetInsecureFallback\s*\(\s*true", "secrets are never kept in a plain file"),
    (r"ui/(?!shared/)", r"\bnew\s+QLabel\b|\bpublic\s+QLabel\b|\bQLabel\s+\w+\s*[;({=,]|\bQLabel\s*[({]|<\s*QLabel\s*>\s*\(",
     "a QLabel guesses rich text: make it with the wrapper of ui/shared"),
    (r"ui/(?!shared/)", r"\bQ(?:Message|Error)(?:Box|Message)\b", "message boxes guess rich text: use the wrapper of ui/shared"),
    (r"ui/(?!shared/)", r"\bQToolTip::showText\b(?![^;]*\btr\()|\bsetToolTip\s*\((?![^;]*\bplainToolTip\()|\bsetWhatsThis\s*\(",
     "tool tips guess rich text: use the wrapper of ui/shared"),
    (r"ui/", r"\b(?:setHtml|insertHtml|appendHtml|fromHtml)\b|\bQText(?:Edit|Browser)\b|\bQt::(?:AutoText|RichText|MarkdownText)\b",
     "text is plain: no widget that reads markup"),
    (r"ui/", r"\bQSortFilterProxyModel\b", "freezes at 100,000 rows: sort and filter by an index vector"),
]


def nothing_forbidden(tree):
    """Words that a careful reader would stop at, each with its reason."""
    for where, pattern, message in _FORBIDDEN:
        for file in tree.files:
            if re.match(where, file.path):
                for line, _ in file.search(pattern):
                    yield file.finding(line, message)


def reveals_are_listed(tree):
    """Who calls reveal() on a Secret is named in its header, and who is named there does."""
    header = tree.by_path.get("app/base/secret.h")
    named = set(re.findall(r"`([\w/]+\.cpp)`", header.text)) if header else set()
    for file in tree.files:
        calls = [line for line, _ in file.search(r"(?:\.|->)\s*reveal\s*\(\s*\)")]
        name = file.path.removeprefix("app/")
        if calls and name not in named and name != "base/secret.cpp":
            yield file.finding(calls[0], "reveals a Secret: app/base/secret.h does not name it")
        elif not calls and name in named:
            yield header.finding(1, f"names {name}, which reveals nothing")


def sources_carry_a_licence(tree):
    """Two SPDX lines on top of each source file; a script's first line comes before them."""
    texts = {**{file.path: file.text for file in tree.files}, **tree.others}
    for path, text in sorted(texts.items()):
        top = "\n".join(text.split("\n", 3)[:3])
        if not all(line in top for line in SPDX):
            yield Finding(path, 1, "the two SPDX lines are missing on top")


def sources_are_built(tree):
    """Each source file, and each test's, is named by the CMakeLists.txt of its folder or of one above."""
    paths = [file.path for file in tree.files] + [path for path in tree.others if path.endswith(".cpp")]
    for path in paths:
        folder = Path(path).parent
        names = [str(Path(path).relative_to(above)) for above in (folder, *folder.parents)]
        texts = [tree.build_files.get(str(above), "") for above in (folder, *folder.parents)]
        if not any(_is_named(name, text) for name, text in zip(names, texts)):
            yield Finding(path, 1, "no CMakeLists.txt names this file")


def _is_named(name, text):
    words = set(re.sub(r"#[^\n]*", "", text).replace("(", " ").replace(")", " ").split())
    stem = name.removesuffix(".cpp")  # as tenantscope_test() takes it
    if name in words or stem in words:
        return True
    # foreach(name a b) … tst_${name}
    patterns = (re.sub(r"\\\$\\\{\w+\\\}", r"(\\w+)", re.escape(word)) for word in words if "${" in word)
    return any((match := re.fullmatch(pattern, stem)) and match[1] in words for pattern in patterns)


def namespaces_follow_rooms(tree):
    """Room = folder = namespace: a header of app/http declares in Tenantscope::Http, one of ui/ in Tenantscope::Ui."""
    for file in tree.files:
        if not file.is_header:
            continue
        word = "ui" if file.path.startswith("ui/") else file.room.rpartition("/")[2]
        found = {match[1].lower() for _, match in file.search(r"\bnamespace\s+Tenantscope::(\w+)")}
        if word not in found:  # others it may open too, to name what it only points to
            yield file.finding(1, f"a header of {file.room} declares nothing in the namespace of its room")


RULES = [
    cards_are_there, cards_name_rooms, rooms_stand_in_order, includes_follow_cards, qt_modules_follow_floors,
    libraries_stay_in_their_rooms, one_door_to_the_network, nothing_forbidden, reveals_are_listed,
    sources_carry_a_licence, sources_are_built, namespaces_follow_rooms,
]


def check(tree):
    """All findings, by file and line."""
    found = {finding for rule in RULES for finding in rule(tree)}
    return sorted(found, key=lambda finding: (finding.path, finding.line, finding.message))
