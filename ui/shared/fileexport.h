// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/turns.h"

#include <QSaveFile>

#include <functional>
#include <optional>

namespace Tenantscope::Ui {

/// Writes a file that only its user can read, some of it in each turn of the event loop. Deleted before it has finished, it leaves
/// the file as it was.
class FileExport final : public QObject
{
    Q_OBJECT

public:
    /// Gives the next piece, which may be empty, after a millisecond or so; nullopt: there is no more.
    using Pieces = std::function<std::optional<QByteArray>()>;

    FileExport(Pieces pieces, const QString &file, QObject *parent);

    void start();

Q_SIGNALS:
    /// Once, perhaps within start(). \a error: what the system says; empty: the file is there.
    void finished(const QString &error);

private:
    [[nodiscard]] bool writePiece();
    void end();

    Pieces m_pieces;
    QSaveFile m_file;
    Turns m_turns;
};

} // namespace Tenantscope::Ui
