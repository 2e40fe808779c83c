// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QMap>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Chooses one of the types that are there, each with its number of applications.
class TypeFilter final : public QWidget
{
    Q_OBJECT

public:
    explicit TypeFilter(QWidget *parent = nullptr);

    /// \a counts: applications by `app_type`. A choice stays, with none if there are none of it.
    void setCounts(const QMap<QString, int> &counts);
    void showAll();
    void setType(const std::optional<QString> &type);

    [[nodiscard]] const std::optional<QString> &type() const { return m_type; } ///< nullopt: all

Q_SIGNALS:
    void typeChanged();

private:
    void fill();
    void takeChoice();

    std::optional<QString> m_type;
    QComboBox *m_choice;
    QMap<QString, int> m_counts;
};

} // namespace Tenantscope::Ui
