// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// One value of the form: its name above, what is remarked on it below.
class FormField final : public QWidget
{
    Q_OBJECT

public:
    enum class Remark { Note, Hint, Error };

    /// \a name is what the label says and what readers of the screen call the line edit.
    explicit FormField(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit &edit() const { return *m_edit; }

    /// Shows \a text under the field; several lines are several remarks. Empty: none. \a repair is what the button
    /// below it says; empty: no button.
    void remark(Remark kind, const QString &text, const QString &repair = {});
    /// What stands there when nothing is remarked.
    void setUsualNote(const QString &text);

    /// Puts \a button on the line of the edit.
    void setBeside(QPushButton *button);

    [[nodiscard]] QString remarkText() const;
    [[nodiscard]] bool isWrong() const;

Q_SIGNALS:
    void repairWanted();

protected:
    bool event(QEvent *event) override;

private:
    void setWrong(bool wrong);
    void offer(const QString &repair);
    void showRepair();
    void describe();

    QLineEdit *m_edit;
    QHBoxLayout *m_line;
    PlainLabel *m_remark;
    QPushButton *m_repair;
    QString m_usualNote;
    QString m_repairText;
};

} // namespace Tenantscope::Ui
