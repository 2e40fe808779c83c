// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopespage.h"

#include "ui/scopes/scopespage_p.h"

namespace Tenantscope::Ui {

ScopesPage::ScopesPage(QWidget *parent)
    : QWidget(parent)
{
}

ScopesPage::~ScopesPage() = default;

void ScopesPage::show(const OAuth::ScopeSet &scopes, const QString &whose)
{
    const NamedScopes here{.name = whose, .scopes = scopes};
    if (m_here == here)
        return;
    m_here = here;
    if (d)
        d->setHere(m_here);
}

void ScopesPage::clear()
{
    m_here.reset();
    if (d)
        d->setHere(m_here);
}

void ScopesPage::setOthers(const QList<NamedScopes> &others)
{
    m_others = others;
    if (d)
        d->setOthers(m_others);
}

void ScopesPage::focusSearch()
{
    if (d)
        d->focusSearch();
}

void ScopesPage::showEvent(QShowEvent *event)
{
    if (!d) {
        d = new Private(*this);
        d->setOthers(m_others);
        d->setHere(m_here);
    }
    QWidget::showEvent(event);
}

} // namespace Tenantscope::Ui
