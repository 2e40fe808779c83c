// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/snapshottaker.h"
#include "app/session/knowntenant.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Session {
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
    /// Also of a file, which does not say whose it is.
    [[nodiscard]] bool isProduction() const;
    /// Takes what is chosen, until changed(); nullopt: nothing, or the tenant's list is no longer whole.
    [[nodiscard]] std::optional<Applications::SnapshotTaker> taker() const;

Q_SIGNALS:
    /// What is compared is another, has changed, or was chosen again to be compared anew.
    void changed();
    void failed(const Tenantscope::Base::Error &error);

protected:
    bool event(QEvent *event) override;

private:
    enum class Kind { Nothing, Tenant, File };
    /// One line of the list.
    struct Offer
    {
        QString text;
        Kind kind = Kind::Nothing;
        QPointer<Session::KnownTenant> tenant{}; ///< null: none, or it is gone

        bool operator==(const Offer &) const = default;
    };
    /// What is compared, as changed() told it last.
    struct Chosen
    {
        Kind kind = Kind::Nothing;
        QPointer<Session::KnownTenant> tenant{};
        bool isWhole = false;
        bool isProduction = false;

        bool operator==(const Chosen &) const = default;
    };

    void followTenants();
    void follow();
    void fill();
    void take(Kind kind, Session::KnownTenant *tenant);
    void openFile();
    [[nodiscard]] Chosen chosenNow() const;
    [[nodiscard]] QList<Offer> offers() const;
    [[nodiscard]] QString tenantText(const Session::KnownTenant &tenant) const;

    Session::TenantBook &m_book;
    PlainLabel *m_caption;
    QComboBox *m_list;
    QPushButton *m_open;
    QList<Offer> m_offers; ///< as in the list
    Chosen m_chosen;
    QString m_file; ///< its name without its folder; empty: none was opened
    std::optional<Applications::Snapshot> m_fromFile;
};

} // namespace Tenantscope::Ui
