// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/fileexport.h"

namespace Tenantscope::Ui {

FileExport::FileExport(Pieces pieces, const QString &file, QObject *parent)
    : QObject(parent)
    , m_pieces(std::move(pieces))
    , m_file(file)
    , m_turns([this] { return writePiece(); }, nullptr)
{
    connect(&m_turns, &Turns::finished, this, &FileExport::end);
}

void FileExport::start()
{
    const bool isOpen = m_file.open(QIODevice::WriteOnly)
        && m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (isOpen)
        m_turns.start();
    else
        Q_EMIT finished(m_file.errorString());
}

bool FileExport::writePiece()
{
    if (m_file.error() != QFileDevice::NoError)
        return false;
    const std::optional<QByteArray> piece = m_pieces();
    if (piece)
        m_file.write(*piece);
    return piece.has_value();
}

void FileExport::end()
{
    const bool isWhole = m_file.error() == QFileDevice::NoError && m_file.commit();
    Q_EMIT finished(isWhole ? QString() : m_file.errorString());
}

} // namespace Tenantscope::Ui
