// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/secretinput.h"

#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace Tenantscope::Cli {

namespace {

/// Switches a terminal's echo off, and back on in every case.
class SilentTerminal final
{
public:
    explicit SilentTerminal(int descriptor)
        : m_descriptor(descriptor)
        , m_changed(::tcgetattr(descriptor, &m_before) == 0)
    {
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
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
    ~Buffer() { ::explicit_bzero(bytes.data(), size); }
    Q_DISABLE_COPY_MOVE(Buffer)

    [[nodiscard]] bool endsLine() const { return size > 0 && bytes[size - 1] == '\n'; }
};

tl::unexpected<InputFailure> failed(InputFailure::Kind kind, int code = 0)
{
    return tl::unexpected(InputFailure{.kind = kind, .code = code});
}

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
        return failed(InputFailure::Kind::Empty);
    return Base::Secret(QByteArrayView(buffer.bytes.data(), qsizetype(size)));
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
        silence.emplace(descriptor);
        writeAll(
            prompt,
            (input == Input::Secret ? Text::tr("Client secret: ") : Text::tr("Token: ")).toUtf8());
    }
    const auto buffer = std::make_unique<Buffer>();
    while (!(asks && buffer->endsLine())) {
        if (!waitForInput(descriptor, interrupt))
            return failed(InputFailure::Kind::Interrupted);
        const ssize_t count = ::read(
            descriptor, buffer->bytes.data() + buffer->size, buffer->bytes.size() - buffer->size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failed(InputFailure::Kind::Unreadable, errno);
        if (count == 0)
            break;
        buffer->size += size_t(count);
        if (buffer->size > size_t(longestSecret))
            return failed(InputFailure::Kind::TooLong);
    }
    if (asks)
        writeAll(prompt, "\n"); // the user's own line end was not shown
    return secretIn(*buffer);
}

} // namespace Tenantscope::Cli
