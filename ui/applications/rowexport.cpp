// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/rowexport.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <algorithm>

namespace Tenantscope::Ui {

RowExport::RowExport(
    Applications::RowWriter writer, std::vector<int> storeRows, const QString &file,
    QObject *parent)
    : QObject(parent)
    , m_writer(std::move(writer))
    , m_rows(std::move(storeRows))
    , m_file(file)
{
}

void RowExport::start()
{
    const bool isOpen = m_file.open(QIODevice::WriteOnly)
        && m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isOpen) {
        Q_EMIT finished(m_file.errorString());
        return;
    }
    m_file.write(m_writer.head());
    writeSome();
}

void RowExport::writeSome()
{
    constexpr size_t fewRows = 20;
    const QDeadlineTimer end(turn);
    do {
        const std::span rows = std::span(m_rows).subspan(m_written);
        const std::span some = rows.first(std::min(fewRows, rows.size()));
        m_file.write(m_writer.rows(some));
        m_written += some.size();
    } while (m_written < m_rows.size() && !end.hasExpired());
    if (m_written < m_rows.size() && m_file.error() == QFileDevice::NoError)
        QTimer::singleShot(0, this, &RowExport::writeSome);
    else
        this->end();
}

void RowExport::end()
{
    m_file.write(m_writer.foot());
    const bool isWhole = m_file.error() == QFileDevice::NoError && m_file.commit();
    Q_EMIT finished(isWhole ? QString() : m_file.errorString());
}

} // namespace Tenantscope::Ui
