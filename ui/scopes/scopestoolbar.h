// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/scopes/namedscopes.h"
#include "ui/scopes/scopesmodel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// Holds what the matrix is to show: search, filter, and with whose token to compare.
class ScopesToolbar final : public QWidget
{
    Q_OBJECT

public:
    explicit ScopesToolbar(QWidget *parent = nullptr);

    /// Who may be compared with; the choice stays while it is among them.
    void setOthers(const QList<NamedScopes> &others);
    void showAll();
    void focusSearch();

    [[nodiscard]] QString search() const;
    [[nodiscard]] ScopeFilter filter() const;
    /// By the name that it is shown with.
    [[nodiscard]] std::optional<NamedScopes> other() const;

Q_SIGNALS:
    void searchChanged(const QString &text);
    void filterChanged(Tenantscope::Ui::ScopeFilter filter);
    void otherChanged();
    void leftDownwards(); ///< Down in the search field

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillFilters();
    void fillOthers();
    [[nodiscard]] QString choiceText(qsizetype index) const;

    QList<NamedScopes> m_others;
    QLineEdit *m_search;
    QComboBox *m_filter;
    PlainLabel *m_otherLabel;
    QComboBox *m_other;
};

} // namespace Tenantscope::Ui
