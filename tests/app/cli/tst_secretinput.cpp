// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/secretinput.h"
#include "app/jwt/base64url.h"

#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <cstring>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Cli;

namespace {

constexpr char controlD = 4;

/// A whole one, whose payload has \a size characters.
QByteArray token(qsizetype size)
{
    return Jwt::base64UrlEncode(R"({"alg":"RS256"})") + '.' + QByteArray(size, 'A') + '.'
        + Jwt::base64UrlEncode(QByteArray(256, 's'));
}

/// A terminal at which somebody types, or pastes, as soon as the echo is off.
class Desk final
{
public:
    Desk()
    {
        if (::openpty(&m_master, &m_slave, nullptr, nullptr, nullptr) != 0
            || ::pipe2(m_signal, O_CLOEXEC) != 0 || ::pipe2(m_prompt, O_CLOEXEC) != 0)
            qFatal("openpty, pipe2");
        ::tcgetattr(m_slave, &m_before);
    }
    ~Desk()
    {
        for (const int descriptor :
             {m_master, m_slave, m_signal[0], m_signal[1], m_prompt[0], m_prompt[1]})
            ::close(descriptor);
    }
    Q_DISABLE_COPY_MOVE(Desk)

    tl::expected<Base::Secret, InputFailure> read(const QByteArray &typed, bool thenSignal = false)
    {
        std::thread typing([this, &typed, thenSignal] {
            type(typed);
            if (thenSignal) [[maybe_unused]]
                const ssize_t count = ::write(m_signal[1], "x", 1);
        });
        auto secret = readSecret(m_slave, m_signal[0], m_prompt[1], Input::Token);
        typing.join();
        return secret;
    }
    [[nodiscard]] bool isAsBefore() const
    {
        termios now = {};
        ::tcgetattr(m_slave, &now);
        return now.c_lflag == m_before.c_lflag
            && std::memcmp(now.c_cc, m_before.c_cc, sizeof now.c_cc) == 0;
    }
    /// What the next program would read.
    [[nodiscard]] QByteArray left() const { return drain(m_slave); }
    [[nodiscard]] QByteArray shown() const { return drain(m_master); }
    [[nodiscard]] QByteArray asked() const { return drain(m_prompt[0]); }

private:
    void type(QByteArrayView text) const
    {
        termios mode = {};
        do {
            ::tcgetattr(m_slave, &mode);
        } while (mode.c_lflag & ECHO);
        while (!text.isEmpty()) {
            const ssize_t count = ::write(m_master, text.data(), size_t(text.size()));
            if (count < 0)
                qFatal("write");
            text = text.sliced(count);
        }
    }
    static QByteArray drain(int descriptor)
    {
        QByteArray bytes(64 * 1024, '\0');
        ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
        const ssize_t count = ::read(descriptor, bytes.data(), size_t(bytes.size()));
        return bytes.first(std::max<ssize_t>(0, count));
    }

    int m_master = -1;
    int m_slave = -1;
    int m_signal[2] = {-1, -1};
    int m_prompt[2] = {-1, -1};
    termios m_before = {};
};

} // namespace

/// A token that is pasted at a terminal.
class TestSecretInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsATokenAsItIsPasted_data();
    void readsATokenAsItIsPasted();
    void dropsWhatFollows();
    void restoresTheTerminal_data();
    void restoresTheTerminal();
};

void TestSecretInput::readsATokenAsItIsPasted_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("read");
    const auto row = [](const char *name, const QByteArray &typed, const QByteArray &read) {
        QTest::newRow(name) << typed << read;
    };
    const QByteArray usual = token(500);
    const QByteArray large = token(9'000);
    row("a line", usual + '\n', usual);
    row("longer than a line can be", large + '\n', large);
    const QByteArray lines = usual.first(300) + '\n' + usual.sliced(300, 400) + '\n'
        + usual.sliced(700);
    row("broken, its third part too", lines + '\n', lines);
    const QByteArray curl = "curl \\\n -H 'Authorization: Bearer " + large + "' \\";
    row("a command of several lines", curl + '\n', curl);
    row("ended by Ctrl+D", usual + controlD, usual);
    row("opaque", "opaque\nmore\n" + QByteArray(1, controlD), "opaque\nmore");
    row("a signature of another length", usual.chopped(2) + '\n' + controlD, usual.chopped(2));
}

void TestSecretInput::readsATokenAsItIsPasted()
{
    QFETCH(const QByteArray, typed);
    Desk desk;
    const auto read = desk.read(typed);
    QVERIFY(read.has_value());
    QTEST(read->reveal().toByteArray(), "read");
    QVERIFY(desk.asked().startsWith("Token"));
    QCOMPARE(desk.shown(), QByteArray());
    QVERIFY(desk.isAsBefore());
}

/// A shell would run it.
void TestSecretInput::dropsWhatFollows()
{
    Desk desk;
    const QByteArray lines = "rm -rf /tmp/x\n";
    const auto read = desk.read(token(500) + '\n' + lines.repeated(2'000));
    QVERIFY(read.has_value());
    QCOMPARE(desk.left(), QByteArray());
}

void TestSecretInput::restoresTheTerminal_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<bool>("thenSignal");
    QTest::addColumn<InputFailure::Kind>("kind");
    QTest::newRow("interrupted") << QByteArray("eyJ") << true << InputFailure::Kind::Interrupted;
    QTest::newRow("nothing") << QByteArray(1, controlD) << false << InputFailure::Kind::Empty;
    QTest::newRow("too long") << QByteArray(longestSecret + 1, 'a') << false
                              << InputFailure::Kind::TooLong;
}

void TestSecretInput::restoresTheTerminal()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const bool, thenSignal);
    Desk desk;
    const auto read = desk.read(typed, thenSignal);
    QVERIFY(!read.has_value());
    QTEST(read.error().kind, "kind");
    QVERIFY(desk.isAsBefore());
}

QTEST_GUILESS_MAIN(TestSecretInput)
#include "tst_secretinput.moc"
