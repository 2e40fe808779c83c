// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QAction;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class ActionButton;
class PlainLabel;

/// What the window has to say beside any one tenant: what became of saving, that a removal can be undone.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    /// \a undo is offered while it is enabled and the notice is about it.
    explicit NoticeBar(QAction *undo, QWidget *parent = nullptr);

    enum class Offer { Nothing, Undo };
    void tell(const QString &text, Offer offer = Offer::Nothing);
    /// Takes a notice away that offers, or does not offer, that.
    void end(Offer offer);

    [[nodiscard]] QString text() const;

private:
    PlainLabel *m_text;
    ActionButton *m_undo;
    QPushButton *m_close;
    Offer m_offer = Offer::Nothing;
};

} // namespace Tenantscope::Ui
