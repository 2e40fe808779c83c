// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QHBoxLayout;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// What a pane shows when it has nothing: a muted icon, one sentence, at most two buttons, centred.
class EmptyLook final : public QWidget
{
    Q_OBJECT

public:
    EmptyLook(const QString &iconName, const QString &sentence, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    /// Buttons that trigger \a actions, hidden while those are disabled; at most two.
    void setActions(const QList<QAction *> &actions);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void paintIcon();

    QString m_iconName;
    PlainLabel *m_icon;
    PlainLabel *m_sentence;
    QHBoxLayout *m_buttons;
};

} // namespace Tenantscope::Ui
