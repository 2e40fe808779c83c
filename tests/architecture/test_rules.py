#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tenantscope authors
# SPDX-License-Identifier: MIT
"""Each rule of rules.py against a small tree that breaks it, and against one that keeps it."""

import unittest
from pathlib import Path

import rules
from rooms import Card, Tree
from source import SourceFile

LICENCE = "// SPDX-FileCopyrightText: 2026 The Tenantscope authors\n// SPDX-License-Identifier: MIT\n"
QT_HEADERS = {
    "QString": "QtCore", "QNetworkAccessManager": "QtNetwork", "QUrl": "QtCore", "QWidget": "QtWidgets",
    "QLabel": "QtWidgets", "QPainter": "QtGui", "QDBusInterface": "QtDBus"}
CARDS = {
    "app/base": "Qt Core", "app/http": "base", "app/jwt": "base; OpenSSL in `.cpp` only",
    "app/session": "base, http", "app/demo": "base, jwt",
    "ui/shared": "base, session",
    "ui/requests": "base, session, ui/shared, and the value headers of http"}


def tree(files=None, cards=None, build=None, others=None):
    """A tree of the given C++ files; the rest is as it should be unless said otherwise."""
    files = {"app/base/error.h": "namespace Tenantscope::Base { }", **(files or {})}
    sources = [SourceFile(path, LICENCE + text) for path, text in files.items()]
    built = {}
    for source in sources:
        built[source.room] = built.get(source.room, "") + f" {source.name}"
    said = {**CARDS, **(cards or {})}
    return Tree(
        files=sources,
        cards={room: Card(room, f"# room\n\nMay include: {names}\n\nTests: some\n")
               for room, names in said.items() if names is not None},
        build_files={**built, **(build or {})}, others=others or {}, qt_headers=dict(QT_HEADERS))


class RulesTest(unittest.TestCase):
    def assert_breaks(self, rule, bad, *expected):
        """The rule finds just what is expected: pairs (path:line, part of the message)."""
        found = [str(finding) for finding in rule(bad)]
        self.assertEqual(len(found), len(expected), found)
        for place, words in expected:
            self.assertTrue(any(line.startswith(f"{place}:") and words in line for line in found),
                            f"{place} … {words} not in {found}")

    def assert_keeps(self, rule, good):
        self.assertEqual([str(finding) for finding in rule(good)], [])

    def test_a_good_tree_has_no_findings(self):
        good = tree({
            "app/http/client.h": '#include "app/base/error.h"\nnamespace Tenantscope::Http { class C { Q_OBJECT }; }',
            "app/http/request.h": "#include <QUrl>\nnamespace Tenantscope::Http { struct Request {}; }",
            "app/http/attempt.cpp": "#include <QNetworkAccessManager>\nvoid f(QNetworkAccessManager &m) { m.get(r); }",
            "ui/requests/pane.cpp": '#include "app/http/request.h"\n#include <QWidget>\n#include "pane.moc"'})
        self.assertEqual([str(finding) for finding in rules.check(good)], [])

    def test_cards(self):
        rule = rules.cards_are_there
        self.assert_keeps(rule, tree())
        self.assert_breaks(rule, tree(cards={"app/base": None}), ("app/base/README.md:1", "no card"))
        long = tree()
        long.cards["app/base"] = Card("app/base", "May include: Qt Core\n" + "word\n" * 25)
        self.assert_breaks(rule, long, ("app/base/README.md:1", "26"))
        silent = tree()
        silent.cards["app/base"] = Card("app/base", "# base\n")
        self.assert_breaks(rule, silent, ("app/base/README.md:1", "0 lines"))
        twice = tree()
        twice.cards["app/base"] = Card("app/base", "May include: http\n\nMay include: jwt\n")
        self.assert_breaks(rule, twice, ("app/base/README.md:1", "2 lines"))

    def test_names_on_cards(self):
        rule = rules.cards_name_rooms
        self.assert_keeps(rule, tree())
        self.assert_breaks(rule, tree(cards={"app/http": "base, https"}), ("app/http/README.md:3", '"https"'))
        self.assert_breaks(rule, tree(cards={"app/http": "base, ui/shared"}), ("app/http/README.md:3", "ui/shared"))

    def test_circles(self):
        rule = rules.rooms_stand_in_order
        self.assert_keeps(rule, tree())
        self.assert_breaks(rule, tree(cards={"app/http": "base, session"}),
                           ("app/http/README.md:1", "app/http → app/session → app/http"))

    def test_edges(self):
        rule = rules.includes_follow_cards
        self.assert_breaks(rule, tree({"app/base/a.cpp": '\n#include "app/http/b.h"', "app/http/b.h": ""}),
                           ("app/base/a.cpp:4", "may not include app/http"))
        self.assert_breaks(rule, tree({"app/base/a.cpp": '#include "error.h"'}), ("app/base/a.cpp:3", "no file"))
        self.assert_breaks(rule, tree({"app/http/a.cpp": '#include "app/base/../base/error.h"'}),
                           ("app/http/a.cpp:3", "no file"))
        self.assert_breaks(rule, tree({"app/http/a.cpp": '#include "tests/support/x.h"'}), ("app/http/a.cpp:3", "no file"))
        self.assert_keeps(rule, tree({"app/http/a.cpp": '// #include "app/jwt/b.h"\n#include "app/base/error.h"'}))

    def test_value_headers(self):
        rule = rules.includes_follow_cards
        pane = '#include "app/http/call.h"'
        self.assert_breaks(rule, tree({"ui/requests/pane.cpp": pane, "app/http/call.h": "class Call { Q_OBJECT };"}),
                           ("ui/requests/pane.cpp:3", "value headers"))
        self.assert_breaks(rule, tree({
            "ui/requests/pane.cpp": pane, "app/http/call.h": '#include "app/http/client.h"',
            "app/http/client.h": "class Client { Q_OBJECT };"}), ("ui/requests/pane.cpp:3", "value headers"))
        self.assert_keeps(rule, tree({"ui/requests/pane.cpp": pane, "app/http/call.h": "struct Exchange {}; // Q_OBJECT"}))
        self.assert_keeps(rule, tree({"app/session/a.h": pane, "app/http/call.h": "class Call { Q_OBJECT };"}))

    def test_qt_modules(self):
        rule = rules.qt_modules_follow_floors
        for line in ("#include <QWidget>", "#include <QtWidgets>", "#include <QtWidgets/QWidget>", "#include <QPainter>"):
            bad = tree({"app/session/a.cpp": line})
            bad.qt_headers["QtWidgets"] = "QtWidgets"
            self.assert_breaks(rule, bad, ("app/session/a.cpp:3", "may not include"))
        self.assert_breaks(rule, tree({"app/base/a.cpp": "#include <QNetworkAccessManager>"}), ("app/base/a.cpp:3", "QtNetwork"))
        self.assert_breaks(rule, tree({"ui/shared/a.cpp": "#include <QNetworkAccessManager>"}), ("ui/shared/a.cpp:3", "QtNetwork"))
        self.assert_breaks(rule, tree({"app/hardening/a.cpp": "#include <QString>"}), ("app/hardening/a.cpp:3", "QtCore"))
        self.assert_breaks(rule, tree({"app/http/a.cpp": "#include <QDBusInterface>"}), ("app/http/a.cpp:3", "QtDBus"))
        online = tree({"ui/shared/a.cpp": "#include <QNetworkInformation>", "app/base/a.cpp": "#include <QNetworkInformation>"})
        online.qt_headers["QNetworkInformation"] = "QtNetwork"
        self.assert_breaks(rule, online, ("app/base/a.cpp:3", "QtNetwork"))
        self.assert_keeps(rule, tree({"ui/shared/a.cpp": "#include <QWidget>\n#include <vector>"}))

    def test_libraries(self):
        rule = rules.libraries_stay_in_their_rooms
        self.assert_keeps(rule, tree({"app/jwt/a.cpp": "#include <openssl/evp.h>", "app/base/r.h": "#include <tl/expected.hpp>"}))
        self.assert_breaks(rule, tree({"app/http/a.cpp": "#include <openssl/evp.h>"}), ("app/http/a.cpp:3", "OpenSSL"))
        self.assert_breaks(rule, tree({"app/jwt/a.h": "#include <openssl/evp.h>"}), ("app/jwt/a.h:3", ".cpp"))
        self.assert_breaks(rule, tree({"app/session/a.cpp": "#include <qt6keychain/keychain.h>"}), ("app/session/a.cpp:3", "QtKeychain"))
        self.assert_breaks(rule, tree({"app/http/a.cpp": "#include <httplib.h>"}), ("app/http/a.cpp:3", "httplib"))
        self.assert_breaks(rule, tree({"app/http/a.h": "#include <tl/expected.hpp>"}), ("app/http/a.h:3", "tl::expected"))

    def test_the_door_to_the_network(self):
        rule = rules.one_door_to_the_network
        include = "#include <QNetworkAccessManager>\n"
        self.assert_breaks(rule, tree({"app/session/a.cpp": include}), ("app/session/a.cpp:3", "app/http"))
        self.assert_breaks(rule, tree({"app/http/a.h": include}), ("app/http/a.h:3", ".cpp"))
        self.assert_breaks(rule, tree({"app/http/a.cpp": include, "app/http/b.cpp": include}), ("app/http/b.cpp:1", "already"))
        for call in ("QNetworkAccessManager m;\nm.put(r);", "QNetworkAccessManager *m;\nm->head(r);",
                     "std::unique_ptr<QNetworkAccessManager> m;\nm->put(r);", "void f(QNetworkAccessManager &m)\n{ m.put(r); }"):
            self.assert_breaks(rule, tree({"app/http/a.cpp": include + call}), ("app/http/a.cpp:5", "only get"))
        self.assert_breaks(rule, tree({
            "app/http/a.cpp": include + "QNetworkAccessManager &A::manager() { return m; }\nvoid f(A a) { a.manager().put(r); }"}),
            ("app/http/a.cpp:5", "put()"))
        self.assert_keeps(rule, tree({"app/http/a.cpp": include + "QNetworkAccessManager m;\nm.setProxyFactory(p); m.get(r); m.post(r, b);"}))
        self.assert_breaks(rule, tree({
            "app/http/a.h": "class A { QNetworkAccessManager *m_network; };",
            "app/http/a.cpp": include + "void A::f() { m_network->put(r); }"}), ("app/http/a.cpp:4", "put()"))

    def test_forbidden_words(self):
        rule = rules.nothing_forbidden
        for path, line in [
                ("app/session/a.cpp", "QTimer timer;"), ("app/session/a.cpp", "QTimer::singleShot(1, f);"),
                ("app/session/a.cpp", "startTimer (5);"), ("app/http/a.cpp", "QElapsedTimer t;"),
                ("app/oauth/a.cpp", "auto n = QDateTime::currentDateTimeUtc();"),
                ("app/oauth/a.cpp", "std::chrono::steady_clock::now();"),
                ("app/http/a.cpp", "reply->ignoreSslErrors();"), ("app/http/a.cpp", "c.setPeerVerifyMode(QSslSocket::VerifyNone);"),
                ("app/http/a.cpp", "QSslConfiguration::systemCaCertificates();"), ("app/http/a.cpp", 'm->sendCustomRequest(r, "PATCH");'),
                ("app/http/a.cpp", "socket.connectToHost(h, 80);"), ("app/cli/a.cpp", "QTcpSocket s;"), ("app/demo/a.cpp", "httplib::Client c;"),
                ("app/secrets/a.cpp", "job.setInsecureFallback(true);"),
                ("ui/token/a.cpp", "auto *l = new QLabel(text);"), ("ui/token/a.h", "class L : public QLabel {};"),
                ("ui/token/a.h", "QLabel m_label;"), ("ui/token/a.cpp", "std::make_unique<QLabel>(t);"),
                ("ui/token/a.cpp", "QMessageBox::warning(this, t, s);"), ("ui/token/a.cpp", "QToolTip::showText(p, t);"),
                ("ui/token/a.cpp", "button->setToolTip(t);"),
                ("ui/shared/a.cpp", "view->setHtml(t);"), ("ui/shared/a.cpp", "QTextBrowser *b;"), ("ui/applications/a.h", "QSortFilterProxyModel m;")]:
            with self.subTest(path=path, line=line):
                self.assert_breaks(rule, tree({path: line}), (f"{path}:3", ""))

    def test_words_that_only_look_forbidden(self):
        self.assert_keeps(rules.nothing_forbidden, tree({
            "app/session/a.cpp": "// QTimer is not used\n/* ignoreSslErrors\n QTimer */ const char *t = \"QTimer\"; int n = 1'000; char c = '\"';",
            "app/session/b.cpp": 'auto raw = R"x(QTimer "quoted" )x";', "app/base/clock.cpp": "clock_gettime(c, &t);",
            "app/demo/a.cpp": "std::chrono::system_clock::now();", "ui/shared/a.cpp": "new QLabel(p);",
            "ui/token/a.h": "QLabel *m_label;", "ui/token/b.cpp": 'QToolTip::showText(p, tr("Copied")); item->setToolTip(1, plainToolTip(t));', "ui/token/a.cpp": "void f(QLabel *label, const QLabel &other);",
            "app/secrets/a.cpp": "job.setInsecureFallback(false);"}))

    def test_reveals(self):
        rule = rules.reveals_are_listed
        header = {"app/base/secret.h": "/// `http/a.cpp` and `ui/token/a.cpp`\nnamespace Tenantscope::Base { }"}
        good = {**header, "app/http/a.cpp": "f(secret.reveal());", "ui/token/a.cpp": "f(secret->reveal());",
                "app/http/b.cpp": "// secret.reveal()\nreveal(); box->reveal(true);"}
        self.assert_keeps(rule, tree(good))
        self.assert_breaks(rule, tree({**good, "app/session/a.cpp": "\nf(secret.reveal());"}),
                           ("app/session/a.cpp:4", "does not name it"))
        self.assert_breaks(rule, tree({**good, "app/http/a.cpp": "f(secret);"}),
                           ("app/base/secret.h:1", "names http/a.cpp"))

    def test_licences(self):
        rule = rules.sources_carry_a_licence
        bad = tree(others={"tests/app/tst_x.cpp": "int main() {}", "tests/a.sh": "#!/bin/sh\n# " + "\n# ".join(rules.SPDX)})
        bad.files.append(SourceFile("app/base/x.h", "// SPDX-License-Identifier: MIT\n#pragma once\n"))
        self.assert_breaks(rule, bad, ("tests/app/tst_x.cpp:1", "SPDX"), ("app/base/x.h:1", "SPDX"))

    def test_files_that_nobody_builds(self):
        rule = rules.sources_are_built
        self.assert_keeps(rule, tree({"ui/main.cpp": ""}, build={"ui": "add_executable(tenantscope main.cpp)"}))
        self.assert_keeps(rule, tree(others={"tests/app/base/tst_a.cpp": ""},
                                     build={"tests/app/base": "tenantscope_test(tst_a unit lib)"}))
        many = "foreach(name a b)\n tenantscope_test(tst_${name} unit lib)\nendforeach()"
        self.assert_keeps(rule, tree(others={"tests/app/base/tst_a.cpp": ""}, build={"tests/app/base": many}))
        self.assert_breaks(rule, tree(others={"tests/app/base/tst_c.cpp": ""}, build={"tests/app/base": many}),
                           ("tests/app/base/tst_c.cpp:1", "no CMakeLists.txt"))
        self.assert_keeps(rule, tree(build={"app/base": "x.cpp", "app": "target_sources(core PRIVATE base/error.h)"}))
        self.assert_breaks(rule, tree(build={"app/base": "xerror.h # error.h"}), ("app/base/error.h:1", "no CMakeLists.txt"))
        self.assert_breaks(rule, tree(others={"tests/app/base/tst_a.cpp": ""}), ("tests/app/base/tst_a.cpp:1", "no CMakeLists.txt"))

    def test_namespaces(self):
        rule = rules.namespaces_follow_rooms
        self.assert_breaks(rule, tree({"app/http/a.h": "namespace Tenantscope::Base { class Clock; }"}), ("app/http/a.h:1", "namespace"))
        self.assert_breaks(rule, tree({"ui/shared/a.h": "struct A {};"}), ("ui/shared/a.h:1", "namespace"))
        self.assert_keeps(rule, tree({"ui/shared/a.h": "namespace Tenantscope::Base { class Clock; }\nnamespace Tenantscope::Ui { }"}))

    def test_every_rule_has_been_seen_to_fail(self):
        source = Path(__file__).read_text(encoding="utf-8")
        for rule in rules.RULES:
            self.assertIn(f"rules.{rule.__name__}", source)


if __name__ == "__main__":
    unittest.main()
