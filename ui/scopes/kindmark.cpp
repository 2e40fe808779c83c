// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/kindmark.h"

#include "ui/scopes/scopewords.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPixmapCache>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Management::ScopeKind;

namespace {

constexpr int iconSize = 16;

} // namespace

KindMark::KindMark(QWidget *parent)
    : QWidget(parent)
    , m_icon(new PlainLabel(PlainLabel::Style::Base, this))
    , m_words(new PlainLabel(PlainLabel::Style::Secondary, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_icon);
    layout->addWidget(m_words, 1);
    hide();
}

void KindMark::setKind(ScopeKind kind)
{
    m_kind = kind;
    m_words->setText(kindWords(kind));
    m_icon->setVisible(kindIcon(kind) != nullptr);
    setVisible(!m_words->text().isEmpty());
    paintIcon();
}

void KindMark::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    QWidget::changeEvent(event);
}

void KindMark::paintIcon()
{
    if (kindIcon(m_kind))
        m_icon->setPixmap(
            kindPixmap(m_kind, kindColor(palette(), m_kind, true), devicePixelRatioF()));
}

QColor kindColor(const QPalette &palette, ScopeKind kind, bool isHeld)
{
    const Colors colors = colorsOf(palette);
    if (!isHeld)
        return colors.secondary;
    switch (kind) {
    case ScopeKind::Widens:
    case ScopeKind::RunsCode:
    case ScopeKind::Reveals:
        return colors.error;
    default:
        return colors.caution;
    }
}

QPixmap kindPixmap(ScopeKind kind, const QColor &color, qreal devicePixelRatio)
{
    const QString name = QString::fromLatin1(kindIcon(kind));
    const QString key = u"kind/%1/%2/%3"_s.arg(
        name, color.name(), QString::number(devicePixelRatio));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = iconPixmap(name, QSizeF(iconSize, iconSize), devicePixelRatio, color);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

} // namespace Tenantscope::Ui
