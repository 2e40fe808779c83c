// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/session/requestlog.h"
#include "ui/requests/requestcell.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace Tenantscope::Ui {

/// Shows the exchanges of a request log that its filter lets through, the oldest first.
class RequestsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// \a log and \a clock must outlive the model.
    RequestsModel(
        const Session::RequestLog &log, const Base::Clock &clock, QObject *parent = nullptr);

    /// Words that all must occur in what a row shows.
    void setFilter(const QString &text);
    void setFailuresOnly(bool failuresOnly);
    /// Waits have become shorter.
    void tick();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    /// Null when the log has dropped it.
    [[nodiscard]] const Http::Exchange *exchangeAt(int row) const;
    /// A cell as it is copied: redacted as ever, but not masked in presentation mode.
    [[nodiscard]] QString copyText(const QModelIndex &index) const;
    [[nodiscard]] bool isFiltered() const;
    /// The shortest wait among the rows; nullopt: none waits.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> shortestWait() const;

private:
    void appended();
    void changed(int index);
    void removedFirst(int count);
    void cleared();
    void filterAnew();
    [[nodiscard]] bool passes(const Http::Exchange &exchange) const;

    const Session::RequestLog &m_log;
    const Base::Clock &m_clock;
    /// Rows as numbers that count up from the log's first day, so that they stay right when the oldest go.
    std::vector<qint64> m_rows;
    qint64 m_firstNumber = 0; ///< the number of the log's first exchange
    QStringList m_words;
    bool m_failuresOnly = false;
};

} // namespace Tenantscope::Ui
