// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/markedtext.h"

#include <QFont>
#include <QList>
#include <QMetaType>
#include <QStyleOptionViewItem>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// How a cell of a RowTable looks, beside its text.
struct CellStyle
{
    enum class Tone { Plain, Secondary, Ok, Caution, Error };
    enum class Shape { Text, Badge };

    Tone tone = Tone::Plain;
    Shape shape = Shape::Text;
    Qt::TextElideMode elide = Qt::ElideRight;
    bool fixedWidth = false;    ///< IDs, paths: the system's fixed-width font, always left to right
    const char *icon = nullptr; ///< name of the icon before the text
    int roomAfter = 0;          ///< pixels behind the text, for what else a delegate paints there

    bool operator==(const CellStyle &) const = default;
};

/// The role under which a model tells a cell's CellStyle.
inline constexpr int cellStyleRole = Qt::UserRole + 100;

/// By how much the first column's texts stand further in than the others': in line with the pane's edge.
inline constexpr int firstColumnLead = 8;

/// Paints one cell of a RowTable: ground, icon, text or badge, highlights, the ring of the current cell.
class CellPainter final
{
public:
    CellPainter(const QStyleOptionViewItem &option, const QModelIndex &index);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString elidedText() const;
    [[nodiscard]] QSize sizeHint() const;

    /// \a spans are what to highlight of elidedText().
    void paint(QPainter &painter, bool isHovered, const QList<TextSpan> &spans) const;

private:
    void paintGround(QPainter &painter, bool isHovered) const;
    void paintIcon(QPainter &painter) const;
    void paintText(QPainter &painter, const QString &shown, const QList<TextSpan> &spans) const;
    void paintBadge(QPainter &painter, const QString &shown, const QList<TextSpan> &spans) const;
    void paintRing(QPainter &painter) const;

    [[nodiscard]] bool isSelected() const { return m_option.state & QStyle::State_Selected; }
    [[nodiscard]] QPalette::ColorGroup group() const;
    [[nodiscard]] Qt::LayoutDirection direction() const;
    [[nodiscard]] QColor color() const;
    [[nodiscard]] QRect textRect() const; ///< where the text may stand, the icon aside
    [[nodiscard]] int leadingPadding() const;

    const QStyleOptionViewItem &m_option;
    CellStyle m_style;
    QString m_text;
    Qt::Alignment m_alignment;
    QFont m_font;
    bool m_isFirst;
};

} // namespace Tenantscope::Ui

Q_DECLARE_METATYPE(Tenantscope::Ui::CellStyle)
