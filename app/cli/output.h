// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSocketNotifier;
QT_END_NAMESPACE

namespace Tenantscope::Cli {

/// Writes results to a descriptor, in order, without ever blocking the event loop: whoever reads slowly slows down
/// what is produced, not the token's renewal, a deadline or Ctrl+C.
class Output final : public QObject
{
    Q_OBJECT

public:
    explicit Output(int descriptor, QObject *parent = nullptr);
    ~Output() override; ///< drops what was not yet written

    /// Takes over \a bytes. After a failure they are dropped.
    void write(QByteArray bytes);
    /// Ends in the middle: of what waits only the rest of a line that was begun will still be written, and nothing of what
    /// comes later.
    void cutShort();
    /// Closes the descriptor, when nothing waits any more: some file systems tell only then that the disk is full.
    void close();

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// False while much is waiting to be written: produce no more before hungry().
    [[nodiscard]] bool wantsMore() const;
    [[nodiscard]] bool isCut() const { return m_isCut; }
    [[nodiscard]] bool isEmpty() const { return m_waiting.size() == m_written; }
    /// `errno` of what went wrong; EPIPE: the reader has left. nullopt: nothing.
    [[nodiscard]] std::optional<int> failure() const { return m_failure; }

Q_SIGNALS:
    void hungry(); ///< all that waited is written
    void failed(); ///< once

private:
    void writeSome();
    void waitUntilWritable();
    void fail(int code);

    int m_descriptor;
    QByteArray m_waiting;
    qsizetype m_written = 0; ///< of m_waiting
    bool m_isWithinLine = false;
    bool m_isCut = false;
    std::optional<int> m_failure;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

/// Writes \a bytes, blocking, before there is an event loop; false with `errno` set when that fails.
bool writeAll(int descriptor, QByteArrayView bytes);

} // namespace Tenantscope::Cli
