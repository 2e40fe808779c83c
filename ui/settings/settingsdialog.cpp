// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/settings/settingsdialog.h"

#include "ui/settings/settingskeeper.h"
#include "ui/shared/plainlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

namespace {

constexpr int groupGap = 16;
constexpr int rowGap = 8;
constexpr int textWidth = 440;
constexpr int spinWidth = 96;

/// \a before, a part, and \a after, in one line.
QLayout *row(const std::initializer_list<QWidget *> &parts)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(rowGap);
    for (QWidget *part : parts)
        line->addWidget(part);
    line->addStretch();
    return line;
}

PlainLabel *note(const QString &text, QWidget *parent)
{
    auto *label = new PlainLabel(PlainLabel::Style::Secondary, parent);
    label->setWordWrap(true);
    label->setMinimumWidth(textWidth);
    label->setText(text);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(SettingsKeeper &keeper, QWidget *parent)
    : QDialog(parent)
    , m_keeper(keeper)
{
    setWindowTitle(tr("Settings"));
    createParts();
    layOut();
    connectParts();
    fill(m_keeper.current());
}

void SettingsDialog::createParts()
{
    const QString minutes = tr(" min");
    const QString seconds = tr(" s");
    m_leastLife = makeSpin(
        tr("Least life of a copied token"), int(leastLifeRange.least.count()),
        int(leastLifeRange.most.count()), minutes);
    m_clearsClipboard = new QCheckBox(tr("Take a copied token off the clipboard after"), this);
    m_clipboardStay = makeSpin(
        tr("Time on the clipboard"), int(clipboardStayRange.least.count()),
        int(clipboardStayRange.most.count()), seconds);
    m_revealStay = makeSpin(
        tr("Time a revealed token is shown"), int(revealStayRange.least.count()),
        int(revealStayRange.most.count()), seconds);
    m_locksWhenIdle = new QCheckBox(tr("Lock when idle for 15 minutes"), this);
    m_asksForProduction = new QCheckBox(
        tr("Ask once before a token of production is copied"), this);
}

void SettingsDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(groupGap, groupGap, groupGap, groupGap);
    column->setSpacing(rowGap);
    addTitle(*column, tr("Token"));
    column->addLayout(row(
        {new PlainLabel(tr("A copied token lives for at least"), PlainLabel::Style::Base, this),
         m_leastLife}));
    column->addWidget(note(
        tr("One with less left is replaced before it is copied. Of tokens that never live so long, half their life "
           "is enough."),
        this));
    column->addSpacing(groupGap);
    addTitle(*column, tr("Security"));
    column->addLayout(row({m_clearsClipboard, m_clipboardStay}));
    column->addWidget(
        note(tr("It always leaves the clipboard when Tenantscope locks or ends."), this));
    column->addLayout(row(
        {new PlainLabel(tr("Hide a revealed token or secret after"), PlainLabel::Style::Base, this),
         m_revealStay}));
    column->addWidget(m_locksWhenIdle);
    column->addWidget(m_asksForProduction);
    column->addStretch();
    column->addSpacing(groupGap);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *restore = buttons->addButton(tr("Restore defaults"), QDialogButtonBox::ResetRole);
    restore->setAutoDefault(false);
    connect(restore, &QPushButton::clicked, this, [this] { m_keeper.set({}); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

void SettingsDialog::connectParts()
{
    for (QSpinBox *spin : {m_leastLife, m_clipboardStay, m_revealStay})
        connect(spin, &QSpinBox::valueChanged, this, &SettingsDialog::apply);
    for (QCheckBox *box : {m_clearsClipboard, m_locksWhenIdle, m_asksForProduction})
        connect(box, &QCheckBox::toggled, this, &SettingsDialog::apply);
    connect(m_clearsClipboard, &QCheckBox::toggled, m_clipboardStay, &QWidget::setEnabled);
    connect(&m_keeper, &SettingsKeeper::changed, this, [this] { fill(m_keeper.current()); });
}

void SettingsDialog::addTitle(QVBoxLayout &column, const QString &title)
{
    column.addWidget(new PlainLabel(title, PlainLabel::Style::Title, this));
}

QSpinBox *SettingsDialog::makeSpin(const QString &name, int least, int most, const QString &unit)
{
    auto *spin = new QSpinBox(this);
    spin->setAccessibleName(name);
    spin->setRange(least, most);
    spin->setSuffix(unit);
    spin->setMinimumWidth(spinWidth);
    // "30" on its way to "300" is nothing anybody meant.
    spin->setKeyboardTracking(false);
    return spin;
}

void SettingsDialog::fill(const Settings &settings)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_leastLife->setValue(int(settings.leastLife.count()));
    m_clearsClipboard->setChecked(settings.clipboardStay.has_value());
    m_clipboardStay->setEnabled(settings.clipboardStay.has_value());
    if (settings.clipboardStay)
        m_clipboardStay->setValue(int(settings.clipboardStay->count()));
    m_revealStay->setValue(int(settings.revealStay.count()));
    m_locksWhenIdle->setChecked(settings.locksWhenIdle);
    m_asksForProduction->setChecked(settings.asksForProduction);
}

void SettingsDialog::apply()
{
    if (m_isShowing)
        return;
    Settings settings = m_keeper.current();
    settings.leastLife = std::chrono::minutes(m_leastLife->value());
    settings.clipboardStay.reset();
    if (m_clearsClipboard->isChecked())
        settings.clipboardStay = std::chrono::seconds(m_clipboardStay->value());
    settings.revealStay = std::chrono::seconds(m_revealStay->value());
    settings.locksWhenIdle = m_locksWhenIdle->isChecked();
    settings.asksForProduction = m_asksForProduction->isChecked();
    m_keeper.set(settings);
}

} // namespace Tenantscope::Ui
