// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMenu>

namespace Tenantscope::Ui {

/// Offers the words of the search language, each with what it means.
class SearchHelpMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit SearchHelpMenu(QWidget *parent = nullptr);

Q_SIGNALS:
    /// \a term is to be put into the search, and the cursor \a back characters before its end.
    void termChosen(const QString &term, int back);

private:
    struct Entry
    {
        QString shown;
        QString meaning;
        QString term;
        int back = 0;
    };
    void offer(const Entry &entry);
};

} // namespace Tenantscope::Ui
