// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/tokenmembers.h"

#include <QAbstractTableModel>

namespace Tenantscope::Ui {

/// Shows the members of a token to a table: header and claims, each with its name, its meaning and its value.
class ClaimsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Part, Name, Meaning, Value };
    static constexpr int columns = 4;

    using QAbstractTableModel::QAbstractTableModel;

    void setMembers(const QList<Session::TokenMember> &members);
    /// What times are told against: the wall clock, corrected where it is known to be wrong.
    void setNow(const QDateTime &now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    /// What a copy of the cell takes along: the whole value, as in the token.
    [[nodiscard]] QString copyText(const QModelIndex &index) const;

private:
    [[nodiscard]] QString text(const Session::TokenMember &member, Column column) const;
    [[nodiscard]] QString valueText(const Session::TokenMember &member) const;

    QList<Session::TokenMember> m_members;
    QDateTime m_now;
};

/// "Tue 24 Nov 14:05 (13:05 UTC)".
[[nodiscard]] QString instantText(const QDateTime &time, const QDateTime &now);
/// The same and how far away that is: "Tue 24 Nov 14:05 (13:05 UTC), in 58 min".
[[nodiscard]] QString momentText(const QDateTime &time, const QDateTime &now);

} // namespace Tenantscope::Ui
