// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/scopelens.h"
#include "ui/scopes/openedmodel.h"
#include "ui/scopes/scopecell.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class KindMark;
class PlainLabel;
class RowTable;

/// Shows what is known of a cell's scope, or of a row's: who holds it, what it risks, which endpoints it opens.
class ScopeDetails final : public QWidget
{
    Q_OBJECT

public:
    /// \a catalogues must outlive the widget.
    explicit ScopeDetails(const Management::Catalogues &catalogues, QWidget *parent = nullptr);

    /// \a scopes: those of the cell, none when there is no such scope.
    void setScopes(const QString &resource, const QStringList &scopes, const ScopeHolders &holders);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createHeader();
    void createTable();
    void showFacts(const QStringList &scopes, const ScopeHolders &holders);
    void showOpened(const QStringList &scopes);
    void fitColumns();
    [[nodiscard]] QString remarks(const QStringList &scopes) const;

    const Management::Catalogues &m_catalogues;
    QStringList m_scopes;
    OpenedModel m_opened;
    PlainLabel *m_title;
    QPushButton *m_copy;
    PlainLabel *m_holding;
    KindMark *m_kind;
    PlainLabel *m_remark;
    PlainLabel *m_count;
    RowTable *m_table;
};

} // namespace Tenantscope::Ui
