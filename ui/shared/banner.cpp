// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/banner.h"

#include "ui/shared/actionbutton.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/maskedparts.h"
#include "ui/shared/plainlabel.h"

#include <QApplication>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::Remedy;
using Session::Sentence;

namespace {

constexpr int iconSize = 16;
constexpr int stripeWidth = 4;

QString iconOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Error:
        return u"circle-alert"_s;
    case Banner::Kind::Caution:
        return u"triangle-alert"_s;
    case Banner::Kind::Note:
        break;
    }
    return u"info"_s;
}

bool isSame(const Sentence &left, const Sentence &right)
{
    return left.what == right.what && left.why == right.why
        && left.tenantWords == right.tenantWords;
}

QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return first + u' ' + second;
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new PlainLabel(PlainLabel::Style::Base, this))
    , m_what(new PlainLabel(PlainLabel::Style::Strong, this))
    , m_why(new PlainLabel(PlainLabel::Style::Base, this))
    , m_tenantWords(new PlainLabel(PlainLabel::Style::Secondary, this))
    , m_details(new PlainLabel(PlainLabel::Style::Fixed, this))
    , m_dashboard(new QPushButton(this))
    , m_remedy(new QPushButton(this))
    , m_detailsButton(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setFrameShape(QFrame::NoFrame);
    createButtons();
    layOut();
    hide();
}

void Banner::show(Kind kind, const Sentence &sentence, const QStringList &details, const QUrl &link)
{
    const bool again = isShowing() && kind == m_kind && isSame(sentence, m_sentence);
    m_times = again ? m_times + 1 : 1;
    m_kind = kind;
    m_sentence = sentence;
    if (!again)
        m_detailsButton->setChecked(false);
    m_details->setText(details.join(u'\n'));
    m_detailsButton->setVisible(!details.isEmpty());
    m_link = link;
    setShownToolTip(*m_dashboard, link.toString(QUrl::FullyEncoded));
    m_dashboard->setVisible(!link.isEmpty());
    showTexts();
    paintIcon();
    setVisible(true);
    update();
}

void Banner::dismiss()
{
    m_times = 0;
    m_detailsButton->setChecked(false);
    hide();
}

bool Banner::isShowing() const
{
    return !isHidden();
}

QString Banner::text() const
{
    QStringList lines;
    for (const PlainLabel *label : {m_what, m_why, m_tenantWords}) {
        if (!label->isHidden())
            lines.append(label->text());
    }
    return lines.join(u'\n');
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    QFrame::changeEvent(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor ground = color();
    ground.setAlphaF(isDark(QApplication::palette()) ? 0.14F : 0.09F);
    painter.fillRect(rect(), ground);
    const int left = layoutDirection() == Qt::RightToLeft ? width() - stripeWidth : 0;
    painter.fillRect(QRect(left, 0, stripeWidth, height()), color());
}

void Banner::createButtons()
{
    m_remedy->setAutoDefault(false);
    connect(
        m_remedy, &QPushButton::clicked, this, [this] { Q_EMIT remedyChosen(m_sentence.remedy); });

    makeLink(m_dashboard);
    m_dashboard->setText(tr("Open in Dashboard"));
    connect(
        m_dashboard, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_link); });

    makeLink(m_detailsButton);
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setCheckable(true);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->hide();
    connect(m_detailsButton, &QPushButton::toggled, m_details, &QWidget::setVisible);

    makeBare(m_close, tr("Dismiss"));
    m_close->setIcon(icon(u"x"_s));
    connect(m_close, &QPushButton::clicked, this, &Banner::dismiss);
}

void Banner::layOut()
{
    m_icon->setFixedSize(iconSize, iconSize);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    for (PlainLabel *label : {m_what, m_why, m_tenantWords, m_details}) {
        label->setWordWrap(true);
        texts->addWidget(label);
    }
    // Below the texts: beside them it would make a narrow card wider.
    texts->insertWidget(texts->indexOf(m_details), m_dashboard, 0, Qt::AlignLeft);
    auto *iconColumn = new QVBoxLayout;
    iconColumn->addWidget(m_icon);
    iconColumn->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_remedy, m_detailsButton, m_close})
        buttons->addWidget(button, 0, Qt::AlignTop);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(iconColumn);
    layout->addLayout(texts, 1);
    layout->addLayout(buttons);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void Banner::showTexts()
{
    QString what = m_sentence.what;
    if (m_times > 1)
        what = tr("%1 (×%2)").arg(what).arg(m_times);
    m_what->setText(what);
    m_why->setText(joined(m_sentence.why, m_sentence.now));
    m_why->setVisible(!m_why->text().isEmpty());
    m_tenantWords->setText(tr("The tenant says: %1").arg(m_sentence.tenantWords));
    m_tenantWords->setVisible(!m_sentence.tenantWords.isEmpty());
    const QString remedy = remedyText(m_sentence.remedy);
    m_remedy->setText(remedy);
    m_remedy->setVisible(!remedy.isEmpty());
}

QString Banner::remedyText(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        break;
    case Remedy::EditDomain:
        return tr("Edit domain");
    case Remedy::EditClient:
        return tr("Edit credentials");
    case Remedy::EditAudience:
        return tr("Edit audience");
    case Remedy::Retry:
        return tr("Retry");
    case Remedy::GetNewToken:
        return tr("Get new token");
    case Remedy::CopyScope:
        return tr("Copy scope");
    case Remedy::Reload:
        return tr("Reload");
    }
    return {};
}

void Banner::paintIcon()
{
    m_icon->setPixmap(
        iconPixmap(iconOf(m_kind), QSizeF(iconSize, iconSize), devicePixelRatioF(), color()));
}

QColor Banner::color() const
{
    const Colors colors = colorsOf(QApplication::palette());
    switch (m_kind) {
    case Kind::Error:
        return colors.error;
    case Kind::Caution:
        return colors.caution;
    case Kind::Note:
        break;
    }
    return colors.focus;
}

} // namespace Tenantscope::Ui
