// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/fileexport.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace Tenantscope::Ui {

FileExport::FileExport(Pieces pieces, const QString &file, QObject *parent)
    : QObject(parent)
    , m_pieces(std::move(pieces))
    , m_file(file)
{
}

void FileExport::start()
{
    const bool isOpen = m_file.open(QIODevice::WriteOnly)
        && m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (isOpen)
        writeSome();
    else
        Q_EMIT finished(m_file.errorString());
}

void FileExport::writeSome()
{
    const QDeadlineTimer end(turn);
    while (m_file.error() == QFileDevice::NoError) {
        const std::optional<QByteArray> piece = m_pieces();
        if (!piece)
            break;
        m_file.write(*piece);
        if (end.hasExpired()) {
            QTimer::singleShot(0, this, &FileExport::writeSome);
            return;
        }
    }
    this->end();
}

void FileExport::end()
{
    const bool isWhole = m_file.error() == QFileDevice::NoError && m_file.commit();
    Q_EMIT finished(isWhole ? QString() : m_file.errorString());
}

} // namespace Tenantscope::Ui
