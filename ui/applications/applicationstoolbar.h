// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/applications/applicationspane.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class SearchField;
class TypeFilter;

/// The line above the table: search, earlier ones and help, type, reload, details. Two lines where one has no room.
class ApplicationsToolbar final : public QWidget
{
    Q_OBJECT

public:
    explicit ApplicationsToolbar(
        const ApplicationsPane::Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] SearchField &search() const { return *m_search; }
    [[nodiscard]] TypeFilter &types() const { return *m_types; }
    [[nodiscard]] QPushButton &searchesButton() const { return *m_searches; }
    [[nodiscard]] QPushButton &helpButton() const { return *m_help; }

    /// It needs no more than the wider of its two halves.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QLayout *createFinding();
    [[nodiscard]] QLayout *createButtons(const QList<QAction *> &actions);
    void turn();

    SearchField *m_search;
    QPushButton *m_searches;
    QPushButton *m_help;
    TypeFilter *m_types;
    QBoxLayout *m_row;
    QLayout *m_finding;
    QLayout *m_buttons;
};

} // namespace Tenantscope::Ui
