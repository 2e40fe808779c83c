// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopestoolbar.h"

#include "app/base/plaintext.h"
#include "ui/shared/flowlayout.h"
#include "ui/shared/icons.h"
#include "ui/shared/maskedparts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int controlHeight = 28;
constexpr int searchWidth = 280;
constexpr int longestQuery = 1'000;
constexpr int widthInCharacters = 16;
constexpr qsizetype longestName = 60;

QComboBox *createChoice(QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(widthInCharacters);
    choice->setMinimumHeight(controlHeight);
    return choice;
}

/// A combo box tells no accessible name of its own here: the label beside it does.
QWidget *labelled(PlainLabel *label, QComboBox *choice, QWidget *parent)
{
    auto *pair = new QWidget(parent);
    label->setBuddy(choice);
    auto *layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(choice);
    return pair;
}

} // namespace

ScopesToolbar::ScopesToolbar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_filter(createChoice(this))
    , m_otherLabel(new PlainLabel(tr("Compare with"), PlainLabel::Style::Base, this))
    , m_other(createChoice(this))
{
    m_search->setAccessibleName(tr("Search scopes"));
    m_search->setPlaceholderText(tr("Search scopes"));
    m_search->setMaxLength(longestQuery);
    m_search->setFixedWidth(searchWidth);
    m_search->setMinimumHeight(controlHeight);
    m_search->setClearButtonEnabled(true);
    m_search->findChild<QToolButton *>()->setAccessibleName(tr("Clear search"));
    m_search->addAction(icon(u"search"_s), QLineEdit::LeadingPosition)
        ->setText(tr("Search scopes"));
    m_search->installEventFilter(this);
    maskInPresentation(*m_search, MaskWhen::Holding);
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(8, row); // at twice the text size it takes two rows
    flow->addWidget(m_search);
    flow->addWidget(
        labelled(new PlainLabel(tr("Show"), PlainLabel::Style::Base, row), m_filter, row));
    flow->addWidget(labelled(m_otherLabel, m_other, row));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->addWidget(row);
    fillFilters();
    fillOthers();
    connect(m_search, &QLineEdit::textChanged, this, &ScopesToolbar::searchChanged);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this] {
        Q_EMIT filterChanged(filter());
    });
    connect(m_other, &QComboBox::currentIndexChanged, this, [this] {
        fillFilters();
        Q_EMIT otherChanged();
    });
}

void ScopesToolbar::setOthers(const QList<NamedScopes> &others)
{
    if (others == m_others)
        return;
    m_others = others;
    fillOthers();
}

void ScopesToolbar::showAll()
{
    m_filter->setCurrentIndex(0);
    m_search->clear();
    focusSearch();
}

void ScopesToolbar::focusSearch()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

QString ScopesToolbar::search() const
{
    return m_search->text();
}

ScopeFilter ScopesToolbar::filter() const
{
    return ScopeFilter(m_filter->currentData().toInt());
}

std::optional<NamedScopes> ScopesToolbar::other() const
{
    const int chosen = m_other->currentIndex() - 1; // the first is nobody
    if (chosen < 0 || chosen >= m_others.size())
        return {};
    NamedScopes other = m_others[chosen];
    other.name = m_other->currentText();
    return other;
}

bool ScopesToolbar::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent)
        fillOthers();
    return QWidget::event(event);
}

bool ScopesToolbar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && key->modifiers() == Qt::NoModifier) {
            Q_EMIT leftDownwards();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ScopesToolbar::fillFilters()
{
    const ScopeFilter chosen = filter();
    const bool isNew = m_filter->count() == 0;
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
        const auto add = [this](const QString &text, ScopeFilter filter) {
            m_filter->addItem(text, int(filter));
        };
        add(tr("All scopes"), ScopeFilter::All);
        add(tr("Granted only"), ScopeFilter::Granted);
        add(tr("Granted and risky"), ScopeFilter::Risky);
        if (other())
            add(tr("Differences"), ScopeFilter::Differences);
        m_filter->setCurrentIndex(isNew ? 0 : std::max(0, m_filter->findData(int(chosen))));
    }
    if (!isNew && filter() != chosen)
        Q_EMIT filterChanged(filter());
}

void ScopesToolbar::fillOthers()
{
    const QString chosen = m_other->currentData().toString();
    {
        const QSignalBlocker quiet(m_other);
        m_other->clear();
        m_other->addItem(tr("Nobody"));
        for (qsizetype i = 0; i < m_others.size(); ++i)
            m_other->addItem(choiceText(i), m_others[i].name);
        m_other->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, m_other->findData(chosen)));
    }
    m_other->parentWidget()->setVisible(!m_others.isEmpty());
    fillFilters();
    Q_EMIT otherChanged();
}

/// A number tells those apart whose names are masked.
QString ScopesToolbar::choiceText(qsizetype index) const
{
    const NamedScopes &other = m_others[index];
    const QString shown = other.isProduction ? shownIdentifier(this, other.name)
                                             : shownText(this, other.name);
    const QString name = Base::plainLine(shown, longestName);
    return shown == other.name ? name : tr("%1 %2").arg(name, QLocale().toString(index + 1));
}

} // namespace Tenantscope::Ui
