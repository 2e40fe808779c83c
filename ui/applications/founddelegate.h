// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchquery.h"

#include <QStyledItemDelegate>

namespace Tenantscope::Ui {

/// The role of column 0 under which an item tells the path of its field, as Applications::fieldColumn(); empty within a list.
inline constexpr int fieldPathRole = Qt::UserRole + 2;

/// Draws the values in a tree of an application's fields, with what a search found in them marked.
class FoundDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setQuery(const Applications::SearchQuery &query) { m_query = query; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
        const override;

private:
    [[nodiscard]] QByteArrayList wordsAt(const QModelIndex &index) const;

    Applications::SearchQuery m_query;
};

} // namespace Tenantscope::Ui
