// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/terminal.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <fcntl.h>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <cwchar>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

bool canRewriteLine(int descriptor)
{
    const QByteArray kind = qgetenv("TERM");
    return isTerminal(descriptor) && !kind.isEmpty() && kind != "dumb";
}

std::optional<int> terminalColumns(int descriptor)
{
    constexpr int usual = 80;
    if (!isTerminal(descriptor))
        return std::nullopt;
    winsize size = {};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return usual;
    return size.ws_col;
}

namespace {

/// Widths as the C library's UTF-8 locale has them, whatever the process's own locale is.
class Utf8Widths final
{
public:
    Utf8Widths()
        : m_locale(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr))
        , m_before(m_locale ? ::uselocale(m_locale) : nullptr)
    {
    }
    ~Utf8Widths()
    {
        if (!m_locale)
            return;
        ::uselocale(m_before);
        ::freelocale(m_locale);
    }
    Q_DISABLE_COPY_MOVE(Utf8Widths)

    [[nodiscard]] int of(QStringView text) const
    {
        int width = 0;
        for (const char32_t character : text.toUcs4()) {
            const int columns = character < 0x7f ? 1 : ::wcwidth(wchar_t(character));
            width += columns < 0 ? 1 : columns; // unassigned: terminals show a box
        }
        return width;
    }

private:
    locale_t m_locale;
    locale_t m_before;
};

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x7f; });
}

} // namespace

int displayWidth(QStringView text)
{
    return isAscii(text) ? int(text.size()) : Utf8Widths().of(text);
}

QString fitted(const QString &text, int columns)
{
    if (displayWidth(text) <= columns)
        return text;
    const Utf8Widths widths;
    QTextBoundaryFinder clusters(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    int width = 0;
    for (qsizetype next = clusters.toNextBoundary(); next > 0; next = clusters.toNextBoundary()) {
        width += widths.of(QStringView(text).mid(end, next - end));
        if (width > columns - 1)
            break;
        end = next;
    }
    const QString cut = text.left(end) + u'…';
    return cut;
}

QString padded(const QString &text, int columns)
{
    QString cell = fitted(text, columns);
    const int missing = columns - displayWidth(cell);
    return missing > 0 ? cell.append(QString(missing, u' ')) : cell;
}

void openStandardFiles()
{
    // In the "wrong" direction: what was closed before must not seem to work.
    constexpr int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) [[maybe_unused]]
            const int opened = ::open("/dev/null", modes[descriptor]);
    }
}

void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    qunsetenv("LC_ALL"); // it would outrank the next
    qputenv("LC_CTYPE", "C.UTF-8");
    std::setlocale(LC_ALL, "");
}

} // namespace Tenantscope::Cli
