// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/typefilter.h"

#include "ui/applications/listwords.h"
#include "ui/applications/typeword.h"
#include "ui/shared/plainlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>
#include <numeric>
#include <vector>

namespace Tenantscope::Ui {

namespace {

constexpr int widthInCharacters = 17;

struct Choice
{
    QString type;
    QString word;
    int count = 0;
};

std::vector<Choice> sortedChoices(const QMap<QString, int> &counts)
{
    std::vector<Choice> choices;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        choices.push_back({.type = it.key(), .word = typeWord(it.key()), .count = it.value()});
    std::sort(choices.begin(), choices.end(), [](const Choice &left, const Choice &right) {
        return left.word.localeAwareCompare(right.word) < 0;
    });
    return choices;
}

} // namespace

TypeFilter::TypeFilter(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
{
    // A combo box tells no accessible name of its own here: the label beside it does.
    auto *label = new PlainLabel(tr("Type"), PlainLabel::Style::Base, this);
    label->setBuddy(m_choice);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(widthInCharacters);
    m_choice->setMaxVisibleItems(30);
    m_choice->setMinimumHeight(28);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_choice);
    fill();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TypeFilter::takeChoice);
}

void TypeFilter::setCounts(const QMap<QString, int> &counts)
{
    if (m_choice->count() > 0 && counts == m_counts)
        return;
    m_counts = counts;
    fill();
}

void TypeFilter::fill()
{
    QMap<QString, int> counts = m_counts;
    if (m_type && !counts.contains(*m_type))
        counts.insert(*m_type, 0); // none is here, or none yet: it stays chosen
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    const int all = std::accumulate(counts.begin(), counts.end(), 0);
    m_choice->addItem(all == 0 ? tr("All") : tr("All (%1)").arg(numberText(all)));
    for (const Choice &choice : sortedChoices(counts)) {
        m_choice->addItem(tr("%1 (%2)").arg(choice.word, numberText(choice.count)), choice.type);
        if (m_type == choice.type)
            m_choice->setCurrentIndex(m_choice->count() - 1);
    }
}

void TypeFilter::showAll()
{
    setType({});
}

void TypeFilter::setType(const std::optional<QString> &type)
{
    if (type == m_type)
        return;
    m_type = type;
    fill();
    Q_EMIT typeChanged();
}

void TypeFilter::takeChoice()
{
    const QVariant chosen = m_choice->currentData();
    const auto type = chosen.isValid() ? std::optional(chosen.toString()) : std::nullopt;
    if (type == m_type)
        return;
    m_type = type;
    Q_EMIT typeChanged();
}

} // namespace Tenantscope::Ui
