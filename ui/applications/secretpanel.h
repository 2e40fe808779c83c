// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"
#include "ui/applications/secretflow.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class Badge;
class Banner;
class PlainLabel;
class SecretBox;
class SecretClipboard;
class SecretField;

/// Where an application's secret is asked for, shown and compared, in the details, above their pages. Hidden while
/// nothing of it is going on.
///
/// What is revealed goes when the window loses the focus, when presentation mode comes, and when this is out of sight.
class SecretPanel final : public QWidget
{
    Q_OBJECT

public:
    /// \a flow and \a clipboard must outlive the panel.
    SecretPanel(SecretFlow &flow, SecretClipboard &clipboard, QWidget *parent = nullptr);

Q_SIGNALS:
    void newTokenRequested();
    void closed(); ///< while it had the focus

protected:
    bool event(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void createParts();
    void layOut();
    void connectParts();
    void follow();
    void endRevealing();
    void showButtons();
    void showFailure();
    void go();
    void compare();
    void giveFocus();
    void carryOut(Session::Remedy remedy);
    [[nodiscard]] bool mayReveal() const;
    [[nodiscard]] std::optional<SecretWish> announcedWish() const;

    SecretFlow &m_flow;
    SecretClipboard &m_clipboard;
    Badge *m_production = nullptr;
    PlainLabel *m_words = nullptr;
    PlainLabel *m_fieldLabel = nullptr;
    SecretField *m_field = nullptr;
    SecretBox *m_box = nullptr;
    Banner *m_banner = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace Tenantscope::Ui
