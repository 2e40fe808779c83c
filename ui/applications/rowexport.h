// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowformat.h"

#include <QObject>
#include <QSaveFile>

#include <chrono>
#include <vector>

namespace Tenantscope::Ui {

/// Writes rows to a file that only its user can read, some in each turn of the event loop. Deleted before it has finished, it leaves
/// the file as it was.
class RowExport final : public QObject
{
    Q_OBJECT

public:
    /// A turn ends after so long, a few rows later.
    static constexpr std::chrono::milliseconds turn{8};

    RowExport(
        Applications::RowWriter writer, std::vector<int> storeRows, const QString &file,
        QObject *parent);

    void start();

Q_SIGNALS:
    /// Once. \a error: what the system says; empty: the file is there.
    void finished(const QString &error);

private:
    void writeSome();
    void end();

    Applications::RowWriter m_writer;
    std::vector<int> m_rows;
    size_t m_written = 0;
    QSaveFile m_file;
};

} // namespace Tenantscope::Ui
