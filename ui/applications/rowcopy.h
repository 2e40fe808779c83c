// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowpieces.h"
#include "ui/shared/turns.h"

namespace Tenantscope::Ui {

/// Gathers the text of rows for the clipboard, some in each turn of the event loop. Deleted before it has finished, it copies
/// nothing.
class RowCopy final : public QObject
{
    Q_OBJECT

public:
    RowCopy(Applications::RowPieces pieces, QObject *parent);

    void start();
    /// How far it is: "Copying… 40,000 of 100,000 · Esc cancels".
    [[nodiscard]] QString words() const;
    [[nodiscard]] qint64 size() const { return qint64(m_pieces.size()); } ///< rows
    /// Whether it took more than a turn, so that progressed() came.
    [[nodiscard]] bool wasLong() const { return m_wasLong; }
    [[nodiscard]] const QString &text() const { return m_text; }

Q_SIGNALS:
    void progressed();
    void finished(); ///< once, perhaps within start()

private:
    [[nodiscard]] bool step();

    Applications::RowPieces m_pieces;
    QString m_text;
    bool m_wasLong = false;
    Turns m_turns;
};

} // namespace Tenantscope::Ui
