// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/credentials.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class ConnectionMore;
class FormField;
struct Repair;

/// Where a secret comes from that the form holds but never shows.
enum class SecretSource {
    Nowhere,
    Environment,
    StandardInput,
    Session,
    Pasted,
    File,
    Keychain, ///< not yet here: an empty field means that one
};

/// What the form starts with.
struct SignInValues
{
    QString domain = {};
    QString clientId = {};
    QString audience = {};    ///< empty: follows the domain
    Base::Secret secret = {}; ///< held unseen until another one is typed
    SecretSource source = SecretSource::Nowhere;
    std::optional<Tenant::PrivateKey> privateKey =
        {}; ///< without `pem`: its file is read when the values are taken
    QString organization = {};
    QString caFile = {}; ///< absolute; empty: the system's roots
};

/// The values a token is asked for with, four and the rare ones below them: tidies them visibly and says beside each field what is wrong.
class SignInForm final : public QWidget
{
    Q_OBJECT

public:
    enum class Field { Domain, ClientId, ClientSecret, Audience };

    explicit SignInForm(QWidget *parent = nullptr);
    ~SignInForm() override;

    void fill(const SignInValues &values);
    /// Drops the secret, held or typed.
    void forgetSecret();
    void focusField(Field which);
    /// Focus to the first field that still wants a value.
    void focusFirstEmpty();

    /// The values, cleaned and right; nullopt: what is wrong now stands beside its field, and the first such
    /// field has the focus.
    /// Without a secret when that is the keychain's to bring, or when \a need says that there may be none.
    [[nodiscard]] std::optional<Tenant::Credentials> take(
        Tenant::SecretIs need = Tenant::SecretIs::Needed);
    [[nodiscard]] SecretSource source() const { return m_source; }
    [[nodiscard]] QString caFile() const; ///< absolute; empty: the system's roots
    [[nodiscard]] FormField &field(Field which) const;
    [[nodiscard]] ConnectionMore &more() const { return *m_more; }
    /// Says under the secret's field where it will be kept.
    void setSecretPlace(const QString &text);

Q_SIGNALS:
    void submitted(); ///< Enter in a field
    /// \a text in the domain field is a whole connection, as ImportBar::isConnection() tells.
    void connectionPasted(const QString &text);

private:
    void createFields();
    void connectFields();
    void followDomain();
    void audienceEdited();
    void showHeld();
    void followKey();
    void tidyDomain();
    void remarkHints();
    void showHints(const Tenant::CheckedCredentials &checked);
    void showCleaned(const Tenant::Credentials &credentials);
    [[nodiscard]] QString offer(const std::optional<Repair> &repair);
    void carryOut(Field field);
    void swapClient();
    void showErrors(const QList<Base::Error> &errors);
    void focusFirstWrong();
    [[nodiscard]] Tenant::CredentialsInput input() const;
    [[nodiscard]] QLineEdit &edit(Field which) const;

    std::array<FormField *, 4> m_fields{};
    ConnectionMore *m_more = nullptr;
    QString m_secretPlace;
    std::vector<Repair> m_repairs; ///< what the buttons beside the fields do
    Base::Secret m_heldSecret;
    SecretSource m_source = SecretSource::Nowhere;
    bool m_audienceFollows = true;
};

} // namespace Tenantscope::Ui
