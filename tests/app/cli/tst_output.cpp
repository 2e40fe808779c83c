// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/output.h"

#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::StringLiterals;
using Tenantscope::Cli::Output;

namespace {

/// A pipe whose reader takes what it likes, when it likes.
class Pipe final
{
public:
    Pipe()
    {
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC) != 0)
            qFatal("pipe2");
        m_readEnd = ends[0];
        m_writeEnd = ends[1];
    }
    ~Pipe()
    {
        closeReader();
        ::close(m_writeEnd);
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    [[nodiscard]] int writeEnd() const { return m_writeEnd; }
    [[nodiscard]] QByteArray read(qsizetype most) const
    {
        QByteArray bytes(most, '\0');
        const ssize_t count = ::read(m_readEnd, bytes.data(), size_t(most));
        bytes.resize(std::max<qsizetype>(count, 0));
        return bytes;
    }
    void closeReader()
    {
        if (m_readEnd != -1)
            ::close(std::exchange(m_readEnd, -1));
    }

private:
    int m_readEnd = -1;
    int m_writeEnd = -1;
};

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char('a' + (i * 7 + i / 1000) % 26);
    return bytes;
}

} // namespace

/// Results are written whole and in order, and the event loop never waits for who reads them.
class TestOutput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ::signal(SIGPIPE, SIG_IGN); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void writesAtOnceWhatFits();
    void doesNotWaitForASlowReader();
    void keepsTheOrderOfManyPieces();
    void endsWithTheLineUnderWay();
    void endsAtOnceBetweenLines();
    void mayEndWithoutALineEnd();
    void tellsThatTheReaderLeft();
    void tellsThatTheDiskIsFull();
    void tellsOfAClosedDescriptor();
    void tellsOnClose();
};

void TestOutput::writesAtOnceWhatFits()
{
    const Pipe pipe;
    Output output(pipe.writeEnd());
    output.write("abc\n");
    QVERIFY(output.isEmpty());
    QCOMPARE(pipe.read(100), "abc\n");
}

void TestOutput::doesNotWaitForASlowReader()
{
    const Pipe pipe;
    Output output(pipe.writeEnd());
    QSignalSpy hungry(&output, &Output::hungry);
    const QByteArray sent = pattern(1'000'000); // a pipe holds 64 KiB
    output.write(sent);                         // returns, or this test hangs
    QVERIFY(!output.isEmpty());
    QVERIFY(!output.wantsMore());
    QCOMPARE(hungry.size(), 0);

    QByteArray received;
    while (received.size() < sent.size()) {
        received += pipe.read(10'000);
        QCoreApplication::processEvents();
    }
    QCOMPARE(received, sent);
    QTRY_COMPARE(hungry.size(), 1);
    QVERIFY(output.isEmpty());
    QVERIFY(output.wantsMore());
}

void TestOutput::keepsTheOrderOfManyPieces()
{
    const Pipe pipe;
    Output output(pipe.writeEnd());
    const QByteArray sent = pattern(3'000'000);
    QByteArray received;
    qsizetype given = 0;
    while (received.size() < sent.size()) {
        while (given < sent.size() && output.wantsMore()) {
            output.write(sent.sliced(given, std::min<qsizetype>(1'700, sent.size() - given)));
            given = std::min<qsizetype>(given + 1'700, sent.size());
        }
        received += pipe.read(5'000);
        QCoreApplication::processEvents();
    }
    QCOMPARE(received, sent);
}

void TestOutput::endsWithTheLineUnderWay()
{
    const Pipe pipe;
    Output output(pipe.writeEnd());
    const QByteArray line = pattern(100'000) + '\n'; // longer than a pipe holds
    output.write(line + line + line);
    QVERIFY(!output.isEmpty());
    output.cutShort();
    output.write("too late\n");
    QByteArray received;
    while (!output.isEmpty()) {
        received += pipe.read(10'000);
        QCoreApplication::processEvents();
    }
    while (received.size() < line.size())
        received += pipe.read(10'000);
    QCOMPARE(received, line);
}

void TestOutput::endsAtOnceBetweenLines()
{
    const Pipe pipe;
    Output output(pipe.writeEnd());
    const QByteArray line = pattern(4'095) + '\n'; // sixteen fill a pipe
    for (int i = 0; i < 20; ++i)
        output.write(line);
    QVERIFY(!output.isEmpty());
    output.cutShort();
    QVERIFY(output.isEmpty());
    QVERIFY(output.isCut());
    QCOMPARE(pipe.read(100'000), line.repeated(16));
}

void TestOutput::mayEndWithoutALineEnd()
{
    const Pipe pipe;
    Output output(pipe.writeEnd());
    output.write(pattern(100'000));
    output.cutShort();
    QVERIFY(!output.isEmpty()); // all of it is the line under way
}

void TestOutput::tellsThatTheReaderLeft()
{
    Pipe pipe;
    Output output(pipe.writeEnd());
    QSignalSpy failed(&output, &Output::failed);
    output.write(pattern(200'000));
    pipe.closeReader();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(output.failure(), std::optional(EPIPE));
    output.write("more");
    QVERIFY(output.isEmpty());
    QVERIFY(!output.wantsMore());
    QCOMPARE(failed.size(), 1);
}

void TestOutput::tellsThatTheDiskIsFull()
{
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    Output output(full);
    QSignalSpy failed(&output, &Output::failed);
    output.write("abc");
    QCOMPARE(failed.size(), 1);
    QCOMPARE(output.failure(), std::optional(ENOSPC));
    ::close(full);
}

void TestOutput::tellsOfAClosedDescriptor()
{
    const int closed = ::dup(STDOUT_FILENO);
    ::close(closed);
    Output output(closed);
    output.write("abc");
    QCOMPARE(output.failure(), std::optional(EBADF));
}

void TestOutput::tellsOnClose()
{
    const Pipe pipe;
    const int copy = ::dup(pipe.writeEnd());
    Output output(copy);
    output.write("abc");
    output.close();
    QCOMPARE(output.failure(), std::nullopt);
    QCOMPARE(::fcntl(copy, F_GETFD), -1);
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
