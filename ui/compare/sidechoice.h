// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/snapshot.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class KnownTenant;
class TenantBook;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

class PlainLabel;

/// Chooses one side of a comparison: a tenant as its complete list shows it now, or a snapshot's file.
class SideChoice final : public QWidget
{
    Q_OBJECT

public:
    /// \a book must outlive it. \a label: what the side is called.
    SideChoice(Session::TenantBook &book, const QString &label, QWidget *parent = nullptr);

    void choose(const Session::KnownTenant &tenant);
    /// Reads \a file, or tells by failed() why it cannot be taken.
    void takeFile(const QString &file);
    /// Both choices begin at one line.
    void alignWith(SideChoice &other);

    [[nodiscard]] bool isChosen() const;
    [[nodiscard]] QString name() const; ///< of what is chosen
    [[nodiscard]] bool isProduction() const;
    /// What is chosen; nullopt: nothing, or the tenant's list is no longer whole.
    [[nodiscard]] std::optional<Applications::Snapshot> snapshot() const;

Q_SIGNALS:
    void changed();
    void failed(const Tenantscope::Base::Error &error);

protected:
    bool event(QEvent *event) override;

private:
    void fill();
    void openFile();
    [[nodiscard]] Session::KnownTenant *tenant() const; ///< null: none is chosen

    Session::TenantBook &m_book;
    PlainLabel *m_caption;
    QComboBox *m_choice;
    QPushButton *m_open;
    QString m_file; ///< its name without its folder; empty: none was opened
    std::optional<Applications::Snapshot> m_fromFile;
};

} // namespace Tenantscope::Ui
