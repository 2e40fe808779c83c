// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/rowcopy.h"

#include <QLocale>

namespace Tenantscope::Ui {

RowCopy::RowCopy(Applications::RowPieces pieces, QObject *parent)
    : QObject(parent)
    , m_pieces(std::move(pieces))
    , m_turns([this] { return step(); }, nullptr)
{
    connect(&m_turns, &Turns::progressed, this, [this] {
        m_wasLong = true;
        Q_EMIT progressed();
    });
    connect(&m_turns, &Turns::finished, this, &RowCopy::finished);
}

void RowCopy::start()
{
    m_turns.start();
}

QString RowCopy::words() const
{
    const auto counted = [](size_t number) { return QLocale().toString(quint64(number)); };
    return tr("Copying… %1 of %2 · Esc cancels")
        .arg(counted(m_pieces.done()), counted(m_pieces.size()));
}

bool RowCopy::step()
{
    const std::optional<QByteArray> piece = m_pieces.next();
    if (piece)
        m_text += QString::fromUtf8(*piece); // whole rows, so no character is cut
    return piece.has_value();
}

} // namespace Tenantscope::Ui
