// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/curl.h"

#include <QProcess>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

namespace {

/// What a POSIX shell makes of \a words.
QByteArray printedByShell(const QString &words)
{
    QProcess shell;
    shell.start(u"sh"_s, {u"-c"_s, u"printf '%s\\0' "_s + words});
    if (!shell.waitForFinished(30'000) || shell.exitCode() != 0)
        return "the shell failed: " + shell.readAllStandardError();
    return shell.readAllStandardOutput();
}

} // namespace

/// The command that people paste into a shell.
class CurlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void command_data();
    void command();
    void refuses_data();
    void refuses();
    void randomStringsSurviveTheShell();
    void argumentsSurviveTheShell();
};

void CurlTest::command_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("GET")
        << u"GET"_s << u"https://a.auth0.com/api/v2/clients?page=0&q=[x]"_s
        << u"curl --globoff --url 'https://a.auth0.com/api/v2/clients?page=0&q=[x]' "
           "--header \"Authorization: Bearer $TOKEN\""_s;
    QTest::newRow("DELETE") << u"DELETE"_s << u"https://a.auth0.com/api/v2/clients/a'b"_s
                            << u"curl --request DELETE --globoff --url "
                               "'https://a.auth0.com/api/v2/clients/a'\\''b' "
                               "--header \"Authorization: Bearer $TOKEN\""_s;
    QTest::newRow("no user information") << u"GET"_s << u"https://u:p@a.auth0.com/"_s
                                         << u"curl --globoff --url 'https://a.auth0.com/' "
                                            "--header \"Authorization: Bearer $TOKEN\""_s;
}

void CurlTest::command()
{
    QFETCH(const QString, method);
    QFETCH(const QString, url);
    QFETCH(const QString, expected);
    const auto command = curlCommand(method, QUrl(url));
    QVERIFY(command.has_value());
    QCOMPARE(*command, expected);
}

void CurlTest::refuses_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("url");
    QTest::newRow("shell in the method") << u"GET; rm -rf ~"_s << u"https://a.auth0.com/"_s;
    QTest::newRow("line in the method") << u"GET\nX"_s << u"https://a.auth0.com/"_s;
    QTest::newRow("no method") << QString() << u"https://a.auth0.com/"_s;
    QTest::newRow("no URL") << u"GET"_s << u"https://exa mple/"_s;
}

void CurlTest::refuses()
{
    QFETCH(const QString, method);
    QFETCH(const QString, url);
    QVERIFY(!curlCommand(method, QUrl(url)).has_value());
}

void CurlTest::randomStringsSurviveTheShell()
{
    std::mt19937 chance(20261124);
    const QString spice = u"'\"\\$`!*?~#&|;<>(){}[] \t\n\r%^=-\u00e9\u20ac"_s;
    QString words;
    QByteArray expected;
    for (int i = 0; i < 1000; ++i) {
        QString text;
        const int length = int(chance() % 40);
        for (int j = 0; j < length; ++j) {
            const bool isSpice = chance() % 2;
            text += isSpice ? spice[qsizetype(chance() % quint32(spice.size()))]
                            : QChar(char16_t(1 + chance() % 0xD7FE));
        }
        words += u' ' + shellQuoted(text);
        expected += text.toUtf8() + '\0';
    }
    QCOMPARE(printedByShell(words), expected);
}

void CurlTest::argumentsSurviveTheShell()
{
    QUrl url(u"https://a.auth0.com/api/v2/clients/$(id)`id`'\"; echo"_s);
    url.setQuery(u"q=%27%20%22&x=$HOME!*"_s);
    const auto command = curlCommand(u"GET", url);
    QVERIFY(command.has_value());
    // curl itself stands aside: its arguments are printed instead.
    QString words = *command;
    words.remove(0, 4);
    const QByteArrayList arguments = printedByShell(u"x"_s + words).split('\0');
    QCOMPARE(arguments.value(3), url.toEncoded());
    QCOMPARE(arguments.value(5), QByteArray("Authorization: Bearer "));
}

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::CurlTest)
#include "tst_curl.moc"
