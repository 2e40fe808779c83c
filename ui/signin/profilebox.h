// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/profile.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class FormField;

/// Under what name and kind to save a tenant, and whether the keychain shall keep its secret.
struct ProfileChoice
{
    QString name = {};
    Tenant::Environment environment = Tenant::Environment::Development;
    bool keepsSecret = true;

    bool operator==(const ProfileChoice &) const = default;
};

/// The part of the form that says whether, and as what, the tenant is saved.
class ProfileBox final : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileBox(QWidget *parent = nullptr);

    /// Shows \a choice, ticked or not; a name that is empty follows the domain.
    void fill(const ProfileChoice &choice, bool isTicked);
    /// The name follows \a domain until somebody edits it.
    void followDomain(const QString &domain);
    [[nodiscard]] bool isTicked() const;
    [[nodiscard]] bool keepsSecret() const;
    /// What is to be saved. A name that cannot be one is remarked on beside its field, which gets the focus: nullopt, as
    /// when the box is not ticked.
    [[nodiscard]] std::optional<ProfileChoice> take();

Q_SIGNALS:
    void changed();
    void submitted(); ///< Enter in the name's field

private:
    void layOut();

    QCheckBox *m_tick;
    QWidget *m_parts;
    FormField *m_name;
    QComboBox *m_environment;
    QCheckBox *m_keepsSecret;
    bool m_nameFollows = true;
};

} // namespace Tenantscope::Ui
