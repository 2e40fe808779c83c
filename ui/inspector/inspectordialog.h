// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"
#include "ui/inspector/inspectedtoken.h"

#include <QDialog>

#include <optional>
#include <utility>

QT_BEGIN_NAMESPACE
class QComboBox;
class QTabWidget;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class TokenLedger;
}

namespace Tenantscope::Ui {

class ClaimsPage;
class LedgerPage;
class PlainLabel;
class ScopesPage;

/// The window in which a token is understood: that of a tenant, or one that was pasted or dropped, which is sent nowhere.
class InspectorDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Page { Claims, Scopes, CopiedTokens };

    /// \a book and \a ledger must outlive the dialog.
    InspectorDialog(
        Session::TenantBook &book, Session::TokenLedger &ledger, QWidget *parent = nullptr);

    void showPage(Page page);
    void showTenant(Session::KnownTenant &tenant);
    void paste();
    /// Takes the token out of \a text; says so when there is none, and shows what it showed before.
    void take(QByteArrayView text);
    [[nodiscard]] ClaimsPage &claims() const { return *m_claims; }
    [[nodiscard]] ScopesPage &scopes() const { return *m_scopes; }
    void done(int result) override; ///< what was pasted is forgotten

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QWidget *createSource();
    void layOut();
    void connectBook();
    void followTenant(Session::KnownTenant &tenant);
    void fillSources();
    void chooseSource(int index);
    void refresh();
    void showToken();
    void showOthers();
    void verify();
    void endVerifying(const Session::KnownTenant &tenant);
    [[nodiscard]] std::optional<InspectedToken> chosen() const;

    Session::TenantBook &m_book;
    std::optional<Jwt::FoundToken> m_pasted;
    Session::KnownTenant *m_tenant = nullptr; ///< nullptr: the pasted one is shown
    std::optional<InspectedToken> m_token;
    bool m_isVerifying = false;

    QList<std::pair<QString, Session::KnownTenant *>> m_sources; ///< as they are shown
    QComboBox *m_source;
    PlainLabel *m_note;
    QTabWidget *m_pages;
    ClaimsPage *m_claims;
    ScopesPage *m_scopes;
    LedgerPage *m_ledger;
};

} // namespace Tenantscope::Ui
