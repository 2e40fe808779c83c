// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/tokentext.h"

#include "ui/shared/fonts.h"
#include "ui/shared/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTextOption>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

namespace {

constexpr int dots = 20; ///< always as many: their number tells nothing
constexpr int shownLines = 5;
constexpr int lineHeight = 24;
constexpr int boxMargin = 6;

/// Shows whole lines only, also while scrolled: its margins are the viewport's, not the document's.
class TokenBox final : public QPlainTextEdit
{
public:
    explicit TokenBox(QWidget *parent)
        : QPlainTextEdit(parent)
    {
        setBackgroundRole(QPalette::Base);
        setAutoFillBackground(true);
        setViewportMargins(boxMargin, boxMargin, boxMargin, boxMargin);
        document()->setDocumentMargin(0);
    }
};

} // namespace

TokenText::TokenText(QWidget *parent)
    : QWidget(parent)
    , m_dots(new PlainLabel(PlainLabel::Style::Fixed, this))
    , m_facts(new PlainLabel(PlainLabel::Style::Base, this))
    , m_box(new TokenBox(this))
{
    m_dots->setMinimumHeight(lineHeight);
    m_dots->setText(QString(dots, u'•'));
    m_box->setReadOnly(true);
    m_box->setTextInteractionFlags(Qt::NoTextInteraction);
    m_box->setUndoRedoEnabled(false);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setContextMenuPolicy(Qt::NoContextMenu);
    m_box->setWordWrapMode(QTextOption::WrapAnywhere);
    m_box->setAccessibleName(tr("Token"));
    m_box->setFont(fixedFont());
    m_box->setLayoutDirection(Qt::LeftToRight);
    m_box->hide();

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_dots);
    line->addWidget(m_facts);
    line->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_box);
    clear();
}

void TokenText::show(const Base::Secret &token)
{
    m_dots->show();
    m_facts->setText(tr("%1 characters · SHA-256 %2")
                         .arg(QLocale().toString(token.size()), token.fingerprint()));
    m_facts->show();
}

void TokenText::clear()
{
    hideAgain();
    m_dots->hide();
    m_facts->hide();
}

void TokenText::reveal(const Base::Secret &token)
{
    m_box->setPlainText(QString::fromUtf8(token.reveal()));
    m_box->setFixedHeight(
        QFontMetrics(m_box->font()).lineSpacing() * shownLines
        + 2 * (boxMargin + m_box->frameWidth()));
    m_box->show();
}

void TokenText::hideAgain()
{
    m_box->clear();
    m_box->hide();
}

bool TokenText::isRevealed() const
{
    return !m_box->isHidden();
}

bool TokenText::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        m_box->setFont(fixedFont());
    return QWidget::event(event);
}

} // namespace Tenantscope::Ui
