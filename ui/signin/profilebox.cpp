// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/profilebox.h"

#include "app/session/sentence.h"
#include "ui/shared/plainlabel.h"
#include "ui/signin/formfield.h"
#include "ui/signin/remarks.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

ProfileBox::ProfileBox(QWidget *parent)
    : QWidget(parent)
    , m_tick(new QCheckBox(tr("Save this tenant"), this))
    , m_parts(new QWidget(this))
    , m_name(new FormField(tr("Name"), m_parts))
    , m_environment(new QComboBox(m_parts))
    , m_keepsSecret(new QCheckBox(tr("Keep the secret in the system's keychain"), m_parts))
{
    m_environment->addItem(tr("Development"), int(Tenant::Environment::Development));
    m_environment->addItem(tr("Staging"), int(Tenant::Environment::Staging));
    m_environment->addItem(tr("Production"), int(Tenant::Environment::Production));
    layOut();
    m_parts->hide();
    connect(m_tick, &QCheckBox::toggled, m_parts, &QWidget::setVisible);
    connect(m_tick, &QCheckBox::toggled, this, &ProfileBox::changed);
    connect(m_keepsSecret, &QCheckBox::toggled, this, &ProfileBox::changed);
    connect(&m_name->edit(), &QLineEdit::returnPressed, this, &ProfileBox::submitted);
    connect(&m_name->edit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        m_nameFollows = text.isEmpty();
        m_name->remark(FormField::Remark::Note, {});
    });
}

void ProfileBox::layOut()
{
    auto *label = new PlainLabel(tr("Kind of tenant"), PlainLabel::Style::Base, m_parts);
    label->setBuddy(m_environment);
    auto *kind = new QVBoxLayout;
    kind->setSpacing(4);
    kind->addWidget(label);
    kind->addWidget(m_environment);
    kind->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_name, 3);
    row->addLayout(kind, 2);
    auto *parts = new QVBoxLayout(m_parts);
    parts->setContentsMargins(24, 0, 0, 0);
    parts->setSpacing(12);
    parts->addLayout(row);
    parts->addWidget(m_keepsSecret);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_tick);
    layout->addWidget(m_parts);
}

void ProfileBox::fill(const ProfileChoice &choice, bool isTicked)
{
    m_nameFollows = choice.name.isEmpty();
    m_name->remark(FormField::Remark::Note, {});
    m_name->edit().setText(choice.name);
    m_environment->setCurrentIndex(m_environment->findData(int(choice.environment)));
    m_keepsSecret->setChecked(choice.keepsSecret);
    m_tick->setChecked(isTicked);
}

void ProfileBox::followDomain(const QString &domain)
{
    if (m_nameFollows)
        m_name->edit().setText(domain.section(u'.', 0, 0).remove(u"http://"_s));
}

bool ProfileBox::isTicked() const
{
    return m_tick->isChecked();
}

bool ProfileBox::keepsSecret() const
{
    return m_keepsSecret->isChecked();
}

std::optional<ProfileChoice> ProfileBox::take()
{
    if (!isTicked())
        return std::nullopt;
    const Base::Result<QString> name = Tenant::checkedProfileName(m_name->edit().text());
    if (!name) {
        m_name->remark(
            FormField::Remark::Error,
            fieldText(Session::describe(name.error(), Session::Doing::SigningIn)));
        m_name->edit().setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    return ProfileChoice{
        .name = *name,
        .environment = Tenant::Environment(m_environment->currentData().toInt()),
        .keepsSecret = m_keepsSecret->isChecked()};
}

} // namespace Tenantscope::Ui
