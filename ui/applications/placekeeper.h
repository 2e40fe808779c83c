// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

#include <optional>

namespace Tenantscope::Ui {

class ApplicationsModel;
class RowTable;

/// Keeps its user's place in the table, by client ID, while rows come, go and change their order: the application they
/// chose, and what stands at the top.
class PlaceKeeper final : public QObject
{
    Q_OBJECT

public:
    PlaceKeeper(RowTable &table, ApplicationsModel &model, QObject *parent);

    /// Makes the current row the chosen one, as a press of Enter on it does.
    void chooseCurrent();
    /// Nothing is chosen any more, e.g. because the tenant is another.
    void forget();
    /// All rows are here: a place that a reload has not found again is given up.
    void settle();

    /// Empty: none was chosen. It stays so when a filter hides it, and while a reload has not brought it yet.
    [[nodiscard]] const QString &chosen() const { return m_chosen; }

Q_SIGNALS:
    void chosenChanged();

private:
    /// A row that shall stay where it is seen.
    struct Anchor
    {
        QString clientId;
        int offset = 0; ///< of its top from the viewport's
    };

    void beforeArrival();
    void afterArrival();
    void beforeArranging();
    void afterArranging();
    void beforeReload();
    void noteTop();
    void restoreTop();
    void restoreChosen();
    void currentChanged();
    void choose(const QString &clientId);
    [[nodiscard]] bool isInView(int row) const;

    RowTable &m_table;
    ApplicationsModel &m_model;
    QString m_chosen;
    std::optional<Anchor> m_top;
    bool m_keepsChosenInView = false;
    bool m_isReloading = false; ///< the anchor is from before a reload
    int m_restoring = 0;
};

} // namespace Tenantscope::Ui
