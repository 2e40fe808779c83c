// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/scopes/namedscopes.h"

#include <QWidget>

namespace Tenantscope::Ui {

/// Shows what a token's scopes mean: a verdict, the matrix of all scopes, what each opens and risks, what is missing for a
/// request, and another token beside it. The catalogues are read when it is first seen.
class ScopesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ScopesPage(QWidget *parent = nullptr);
    ~ScopesPage() override;

    using QWidget::show;
    /// Shows \a scopes, which \a whose token was granted. The same again moves nothing.
    void show(const OAuth::ScopeSet &scopes, const QString &whose);
    /// There is no token.
    void clear();
    /// Whose scopes may be shown beside them, by names that differ.
    void setOthers(const QList<NamedScopes> &others);

    void focusSearch();

protected:
    void showEvent(QShowEvent *event) override;

private:
    class Private;
    Private *d = nullptr; ///< a child, made when the page is first seen
    std::optional<NamedScopes> m_here;
    QList<NamedScopes> m_others;
};

} // namespace Tenantscope::Ui
