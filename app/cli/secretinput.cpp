// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/secretinput.h"

#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"
#include "app/jwt/foundtoken.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace Tenantscope::Cli {

namespace {

/// Switches a terminal's echo off, and back on in every case. For a token also what makes lines of what is typed: the
/// kernel cuts them at 4,095 bytes.
class SilentTerminal final
{
public:
    SilentTerminal(int descriptor, Input input)
        : m_descriptor(descriptor)
        , m_changed(::tcgetattr(descriptor, &m_before) == 0)
    {
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        if (input == Input::Token) {
            silent.c_lflag &= ~tcflag_t(ICANON);
            silent.c_cc[VMIN] = 1;
            silent.c_cc[VTIME] = 0;
            // Keys that would leave a shell with a terminal like this; Ctrl+C is heard by who reads.
            silent.c_cc[VQUIT] = silent.c_cc[VSUSP] = _POSIX_VDISABLE;
        }
        ::tcsetattr(descriptor, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_changed)
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)

private:
    int m_descriptor;
    termios m_before = {};
    bool m_changed;
};

/// Fixed storage that leaves no copies behind, as a growing one would.
struct Buffer
{
    std::array<char, longestSecret + 1> bytes;
    size_t size = 0;

    Buffer() = default;
    ~Buffer() { ::explicit_bzero(bytes.data(), bytes.size()); }
    Q_DISABLE_COPY_MOVE(Buffer)

    [[nodiscard]] bool endsLine() const { return size > 0 && bytes[size - 1] == '\n'; }
    [[nodiscard]] QByteArrayView view() const { return {bytes.data(), qsizetype(size)}; }
};

/// Waits until \a descriptor can be read; false: \a interrupt came first.
bool waitForInput(int descriptor, int interrupt)
{
    for (;;) {
        pollfd states[] = {
            {.fd = descriptor, .events = POLLIN, .revents = 0},
            {.fd = interrupt, .events = POLLIN, .revents = 0},
        };
        if (::poll(states, 2, -1) < 0 && errno != EINTR)
            return true; // read() will tell what is wrong
        if (states[1].revents != 0)
            return false;
        if (states[0].revents != 0)
            return true;
    }
}

tl::expected<Base::Secret, InputFailure> secretIn(const Buffer &buffer)
{
    size_t size = buffer.size;
    if (buffer.endsLine())
        --size;
    if (size > 0 && buffer.bytes[size - 1] == '\r')
        --size;
    if (size == 0)
        return tl::unexpected(InputFailure{.kind = InputFailure::Kind::Empty});
    return Base::Secret(buffer.view().first(qsizetype(size)));
}

/// Whether somebody at a terminal has said all there is to say. \a news: what came last.
bool isAllTyped(Buffer &buffer, qsizetype news, Input input)
{
    if (input == Input::Secret)
        return buffer.endsLine();
    constexpr char controlD = 4; // no longer the kernel's to understand
    const QByteArrayView latest = buffer.view().last(news);
    if (const qsizetype end = latest.indexOf(controlD); end >= 0) {
        buffer.size -= size_t(news - end);
        return true;
    }
    if (!latest.contains('\n'))
        return false;
    const std::optional<Jwt::FoundToken> found = Jwt::findToken(buffer.view());
    return found && found->isWhole;
}

/// Waits until nothing more comes: the rest of what was pasted.
void dropRest(int descriptor)
{
    constexpr int silence = 50; // ms
    std::array<char, 4096> rest;
    pollfd state{.fd = descriptor, .events = POLLIN, .revents = 0};
    while (::poll(&state, 1, silence) > 0 && ::read(descriptor, rest.data(), rest.size()) > 0) {
    }
    ::explicit_bzero(rest.data(), rest.size());
}

/// Reads until \a input ends.
std::optional<InputFailure> fill(
    Buffer &buffer, int descriptor, int interrupt, Input input, bool isTyped)
{
    using Kind = InputFailure::Kind;
    for (;;) {
        if (!waitForInput(descriptor, interrupt))
            return InputFailure{.kind = Kind::Interrupted};
        const ssize_t count = ::read(
            descriptor, buffer.bytes.data() + buffer.size, buffer.bytes.size() - buffer.size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return InputFailure{.kind = Kind::Unreadable, .code = errno};
        if (count == 0)
            return std::nullopt;
        buffer.size += size_t(count);
        if (buffer.size > size_t(longestSecret))
            return InputFailure{.kind = Kind::TooLong};
        if (isTyped && isAllTyped(buffer, count, input))
            return std::nullopt;
    }
}

/// Asks for \a input on \a prompt.
void ask(int prompt, Input input)
{
    const QString text = input == Input::Secret ? Text::tr("Client secret: ")
                                                : Text::tr("Token (Ctrl+D ends it): ");
    writeAll(prompt, text.toUtf8());
}

} // namespace

QString describe(const InputFailure &failure, Input input)
{
    const bool isSecret = input == Input::Secret;
    switch (failure.kind) {
    case InputFailure::Kind::Interrupted:
        return {};
    case InputFailure::Kind::Unreadable: {
        const QString why = QString::fromLocal8Bit(::strerror(failure.code));
        return isSecret ? Text::tr("The secret cannot be read from standard input: %1").arg(why)
                        : Text::tr("The token cannot be read from standard input: %1").arg(why);
    }
    case InputFailure::Kind::TooLong:
        return isSecret ? Text::tr("What came on standard input is too long for a secret.")
                        : Text::tr("What came on standard input is too long for a token.");
    case InputFailure::Kind::Empty:
        return isSecret ? Text::tr("Standard input held no secret.")
                        : Text::tr("Standard input held no token.");
    }
    Q_UNREACHABLE();
}

tl::expected<Base::Secret, InputFailure> readSecret(
    int descriptor, int interrupt, int prompt, Input input)
{
    const bool asks = isTerminal(descriptor);
    std::optional<SilentTerminal> silence;
    if (asks) {
        silence.emplace(descriptor, input);
        ask(prompt, input);
    }
    const auto buffer = std::make_unique<Buffer>();
    const std::optional<InputFailure> failure = fill(*buffer, descriptor, interrupt, input, asks);
    if (asks && input == Input::Token)
        dropRest(descriptor);
    if (failure)
        return tl::unexpected(*failure);
    if (asks)
        writeAll(prompt, "\n"); // the user's own line end was not shown
    return secretIn(*buffer);
}

} // namespace Tenantscope::Cli
