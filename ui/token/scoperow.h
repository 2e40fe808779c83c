// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/oauth/scopeset.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// The scopes a token was granted, one badge each: one row of them, or as many as there are on demand.
class ScopeRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeRow(QWidget *parent = nullptr);

    void show(const OAuth::ScopeSet &scopes);
    /// No token: nothing to show.
    void clear();
    [[nodiscard]] QStringList shownScopes() const { return m_scopes.names(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillBadges();
    void fitHeight();

    OAuth::ScopeSet m_scopes;
    bool m_isFilled = false;
    PlainLabel *m_words; ///< instead of badges when there are none
    QScrollArea *m_area;
    QPushButton *m_all;
};

} // namespace Tenantscope::Ui
