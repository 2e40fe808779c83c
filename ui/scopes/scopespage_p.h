// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/scopelens.h"
#include "ui/scopes/scopesmodel.h"
#include "ui/scopes/scopespage.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/splitter.h"

QT_BEGIN_NAMESPACE
class QAction;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class EmptyLook;
class MissingBar;
class PlainLabel;
class ScopeDetails;
class ScopesToolbar;

/// Puts the parts of the page together.
class ScopesPage::Private final : public QObject
{
public:
    explicit Private(ScopesPage &page);

    void setHere(const std::optional<NamedScopes> &here);
    void setOthers(const QList<NamedScopes> &others);
    void focusSearch();

protected:
    /// The page's width decides whether the details stand beside the matrix or below it.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *createContent();
    QWidget *createVerdict();
    QWidget *createMatrix();
    QWidget *createLegend();
    void connectParts();
    void turn();
    void fitColumns();
    void showHolders();
    void showVerdict();
    void showRows();
    void showDetails();
    void keepPlace();

    const Management::Catalogues m_catalogues = Management::Catalogues::read();
    ScopesPage &m_page;
    std::optional<NamedScopes> m_here;
    ScopesModel m_model;
    QString m_resource; ///< of the cell its user was at last, shown or not
    int m_column = 0;
    bool m_isArranging = false;

    QStackedWidget *m_looks;
    PlainLabel *m_verdict = nullptr;
    PlainLabel *m_comparison = nullptr;
    QPushButton *m_copy = nullptr;
    ScopesToolbar *m_toolbar = nullptr;
    Splitter *m_split = nullptr;
    QStackedWidget *m_matrix = nullptr;
    RowTable *m_table = nullptr;
    EmptyLook *m_noMatch = nullptr;
    QWidget *m_legend = nullptr;
    QAction *m_showAll;
    ScopeDetails *m_details = nullptr;
    MissingBar *m_missing = nullptr;
};

} // namespace Tenantscope::Ui
