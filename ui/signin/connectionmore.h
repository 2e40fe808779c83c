// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/credentials.h"

#include <QWidget>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class FormField;

/// The part of the form that few tenants need, folded until one of its values is set: a CA file, a private key in the
/// secret's place, an organization.
class ConnectionMore final : public QWidget
{
    Q_OBJECT

public:
    enum class Field { CaFile, KeyFile, Organization };

    struct Values
    {
        QString caFile = {};                               ///< absolute; empty: the system's roots
        std::optional<Tenant::PrivateKey> privateKey = {}; ///< one without `pem` is read by check()
        QString organization = {};
    };

    explicit ConnectionMore(QWidget *parent = nullptr);

    void fill(const Values &values);
    void setOpen(bool isOpen);
    /// Drops the key that is held; the name of its file stays.
    void forgetKey();
    /// Looks at both files and reads the key. False: what is wrong now stands beside its field, and can be seen.
    [[nodiscard]] bool check();
    /// The same for what somebody else found wrong with \a which; empty: nothing.
    void tellWrong(Field which, const QString &text);
    /// Drops all remarks.
    void clearRemarks();
    /// Focus to the first field with a wrong value; false: there is none.
    bool focusFirstWrong();

    /// As entered; the key is there when a file is named, with its `pem` when that is held or check() read it.
    [[nodiscard]] Values values() const;
    [[nodiscard]] bool namesKey() const;
    [[nodiscard]] FormField &field(Field which) const;

Q_SIGNALS:
    void keyNamed();  ///< another file, or none any more
    void submitted(); ///< Enter in a field

private:
    void createFields();
    void createField(Field which, const QString &name, const QString &note);
    void createAlgorithm();
    void offerFiles(Field which, const QString &title);
    void layOut();
    void chooseFile(Field which, const QString &title);
    [[nodiscard]] static QString pathProblem(const QString &file);
    [[nodiscard]] QString caFileProblem() const;
    [[nodiscard]] QString readKey();
    [[nodiscard]] QString text(Field which) const;

    QPushButton *m_link;
    QWidget *m_parts;
    std::array<FormField *, 3> m_fields{};
    QComboBox *m_algorithm = nullptr;
    std::optional<Tenant::PrivateKey> m_heldKey;
};

} // namespace Tenantscope::Ui
