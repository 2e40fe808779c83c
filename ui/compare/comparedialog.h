// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/comparison.h"

#include <QDialog>

#include <memory>

QT_BEGIN_NAMESPACE
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class KnownTenant;
class TenantBook;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

class Banner;
class Comparing;
class ComparisonTree;
class EmptyLook;
class PlainLabel;
class SideChoice;

/// Compares two snapshots – of tenants as they are now, or of files – as soon as both are chosen.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a book must outlive the dialog. \a tenant is what the second side is at first, if its list is whole.
    CompareDialog(
        Session::TenantBook &book, const Session::KnownTenant &tenant, QWidget *parent = nullptr);

    ~CompareDialog() override;

    [[nodiscard]] SideChoice &before() const { return *m_before; }
    [[nodiscard]] SideChoice &after() const { return *m_after; }

private:
    void layOut();
    void connectParts();
    void compareSides();
    void showCompared();
    void showNothing(const QString &why);
    [[nodiscard]] QString summary() const;

    SideChoice *m_before;
    SideChoice *m_after;
    Banner *m_banner;
    PlainLabel *m_summary;
    PlainLabel *m_notes;
    QStackedWidget *m_looks;
    ComparisonTree *m_tree;
    EmptyLook *m_empty;
    QPushButton *m_copyText;
    QPushButton *m_copyJson;
    std::unique_ptr<Comparing> m_comparing; ///< what is under way
    Applications::Comparison m_comparison;
};

} // namespace Tenantscope::Ui
