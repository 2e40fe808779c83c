// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/signinpane.h"

#include "app/session/dashboard.h"
#include "app/session/tenantsession.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/banner.h"
#include "ui/shared/plainlabel.h"
#include "ui/signin/formfield.h"
#include "ui/signin/importbar.h"
#include "ui/signin/remarks.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 520;

} // namespace

SignInPane::SignInPane(Session::TenantSession &session, QAction *openDemo, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_banner(new Banner(this))
    , m_title(new PlainLabel(PlainLabel::Style::Title, this))
    , m_purpose(new PlainLabel(PlainLabel::Style::Base, this))
    , m_import(new ImportBar(this))
    , m_form(new SignInForm(this))
    , m_profile(new ProfileBox(this))
    , m_asking(new PlainLabel(PlainLabel::Style::Base, this))
    , m_help(new PlainLabel(PlainLabel::Style::Base, this))
    , m_getToken(new QPushButton(tr("Get token"), this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_helpButton(new QPushButton(tr("Where are these values?"), this))
{
    createTexts();
    createButtons(openDemo);
    layOut();
    connect(m_form, &SignInForm::submitted, this, &SignInPane::submit);
    connect(m_profile, &ProfileBox::submitted, this, &SignInPane::submit);
    connect(m_profile, &ProfileBox::changed, this, &SignInPane::showSecretPlace);
    connect(
        &m_form->field(SignInForm::Field::Domain).edit(), &QLineEdit::textChanged, m_profile,
        &ProfileBox::followDomain);
    connect(m_form, &SignInForm::connectionPasted, m_import, &ImportBar::take);
    connect(m_import, &ImportBar::imported, this, &SignInPane::fillImported);
    connect(m_banner, &Banner::remedyChosen, this, &SignInPane::carryOut);
    connect(
        &m_session, &Session::TenantSession::tokenStateChanged, this, &SignInPane::followSession);
    showAsking(false);
}

void SignInPane::fill(const SignInValues &values)
{
    m_banner->dismiss();
    m_import->clear();
    m_form->fill(values);
}

void SignInPane::fillProfile(const ProfileChoice &choice, bool isTicked)
{
    m_profile->fill(choice, isTicked);
    m_profile->followDomain(m_form->field(SignInForm::Field::Domain).edit().text());
    showSecretPlace();
}

void SignInPane::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SignInPane::setDemoOffered(bool isOffered)
{
    m_isDemoOffered = isOffered;
    if (m_openDemo)
        m_openDemo->setVisible(isOffered && m_form->isEnabled());
}

void SignInPane::fillImported(const SignInValues &values)
{
    SignInValues filled = values;
    filled.caFile = m_form->caFile(); // of this machine, not of the connection
    fill(filled);
    m_form->focusFirstEmpty();
}

std::optional<Tenant::Credentials> SignInPane::take()
{
    return m_form->take(Tenant::SecretIs::Needed);
}

void SignInPane::forgetSecret()
{
    m_form->forgetSecret();
}

QString SignInPane::caFile() const
{
    return m_form->caFile();
}

void SignInPane::edit(Session::Remedy remedy)
{
    if (const auto field = fieldOf(remedy))
        m_form->focusField(*field);
    else
        m_form->focusFirstEmpty();
}

void SignInPane::setCanLeave(bool can)
{
    m_canLeave = can;
    m_back->setVisible(can && m_form->isEnabled());
}

void SignInPane::showError(const Base::Error &error)
{
    Session::Sentence sentence = Session::describe(error, Session::Doing::SigningIn);
    if (fieldOf(sentence.remedy))
        sentence.remedy = Session::Remedy::None; // the field stands below: it needs no button
    m_banner->show(
        Banner::Kind::Error, sentence, Session::details(error),
        Session::dashboardLink(sentence, m_session));
}

void SignInPane::createTexts()
{
    m_title->setText(tr("Sign in to a tenant"));
    for (PlainLabel *label : {m_purpose, m_help}) {
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_purpose->setText(
        tr("Tenantscope needs a machine-to-machine application that may use the Management API. "
           "It reads; it cannot change the tenant."));
    m_help->setText(
        tr("In the Auth0 Dashboard open Applications > Applications and choose, or create, one of "
           "the type Machine to Machine. Its Settings show Domain, Client ID and Client Secret.\n"
           "Then open Applications > APIs > Auth0 Management API and authorise the application "
           "there. The permission read:clients is enough to see the list.\n"
           "Audience is that API's identifier, made of the tenant's own domain even where a "
           "custom domain is used."));
    m_help->hide();
}

void SignInPane::createButtons(QAction *openDemo)
{
    setPrimary(m_getToken, true);
    m_getToken->setAutoDefault(false);
    m_save->setAutoDefault(false);
    setPlainToolTip(m_save, tr("Saves the tenant without asking for a token"));
    m_cancel->setAutoDefault(false);
    m_back->setAutoDefault(false);
    makeLink(m_helpButton);
    m_helpButton->setCheckable(true);
    if (openDemo)
        m_openDemo = new ActionButton(openDemo, this);
    connect(m_getToken, &QPushButton::clicked, this, &SignInPane::submit);
    connect(m_save, &QPushButton::clicked, this, &SignInPane::save);
    connect(m_back, &QPushButton::clicked, this, &SignInPane::leaveRequested);
    connect(m_cancel, &QPushButton::clicked, this, &SignInPane::cancelRequested);
    connect(m_helpButton, &QPushButton::toggled, m_help, &QWidget::setVisible);
}

void SignInPane::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_getToken, m_save, m_cancel, m_back, m_openDemo}) {
        if (button)
            buttons->addWidget(button);
    }
    buttons->addStretch();
    buttons->addWidget(m_helpButton);

    auto *column = new QWidget;
    column->setFixedWidth(columnWidth);
    auto *texts = new QVBoxLayout(column);
    texts->setContentsMargins(0, 32, 0, 32);
    texts->setSpacing(16);
    texts->addStretch(2);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_purpose),
          static_cast<QWidget *>(m_import), static_cast<QWidget *>(m_form),
          static_cast<QWidget *>(m_profile)})
        texts->addWidget(widget);
    texts->setSpacing(16);
    texts->addWidget(m_asking);
    texts->addLayout(buttons);
    texts->addWidget(m_help);
    texts->addStretch(3);

    auto *middle = new QWidget;
    auto *centred = new QHBoxLayout(middle);
    centred->setContentsMargins(16, 0, 16, 0);
    centred->addStretch();
    centred->addWidget(column);
    centred->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(middle);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);
}

void SignInPane::submit()
{
    if (OAuth::isAsking(m_session.tokenState()))
        return;
    m_banner->dismiss();
    const std::optional<Tenant::Credentials> credentials = m_form->take();
    const std::optional<ProfileChoice> choice = m_profile->take();
    if (!credentials || m_profile->isTicked() != choice.has_value())
        return; // what is wrong stands beside its field
    Q_EMIT credentialsEntered(*credentials, choice);
    m_asked = true; // only now: the old token's end was told meanwhile
    followSession();
}

void SignInPane::save()
{
    m_banner->dismiss();
    const auto credentials = m_form->take(Tenant::SecretIs::NotNeeded);
    const std::optional<ProfileChoice> choice = m_profile->take();
    if (credentials && choice)
        Q_EMIT saveRequested(*credentials, *choice);
}

void SignInPane::showSecretPlace()
{
    const bool isSaved = m_profile->isTicked() && m_profile->keepsSecret();
    m_form->setSecretPlace(
        isSaved ? tr("Will be kept in the system's keychain.") : tr("Kept for this session only."));
    m_save->setVisible(m_profile->isTicked() && m_form->isEnabled());
}

void SignInPane::followSession()
{
    const OAuth::TokenState &state = m_session.tokenState();
    const bool asking = std::holds_alternative<OAuth::Requesting>(state);
    showAsking(asking && m_asked);
    if (asking || !m_asked)
        return;
    m_asked = false;
    const Base::Error *error = nullptr;
    if (const auto *refused = std::get_if<OAuth::Refused>(&state))
        error = &refused->error;
    else if (const auto *none = std::get_if<OAuth::NoToken>(&state); none && none->error)
        error = &*none->error;
    if (!error || error->kind == Base::ErrorKind::Cancelled)
        return;
    showError(*error);
    edit(Session::describe(*error, Session::Doing::SigningIn).remedy);
}

void SignInPane::showAsking(bool asking)
{
    m_form->setEnabled(!asking);
    m_profile->setEnabled(!asking);
    showSecretPlace();
    m_import->setEnabled(!asking);
    m_getToken->setVisible(!asking);
    m_cancel->setVisible(asking);
    m_back->setVisible(m_canLeave && !asking);
    if (m_openDemo)
        m_openDemo->setVisible(m_isDemoOffered && !asking);
    if (asking)
        m_asking->setText(tr("Asking %1 for a token…").arg(m_session.domain().text()));
    m_asking->setVisible(asking);
    if (asking)
        m_cancel->setFocus();
}

void SignInPane::carryOut(Session::Remedy remedy)
{
    if (remedy == Session::Remedy::Retry)
        submit();
    else
        edit(remedy);
}

} // namespace Tenantscope::Ui
