// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/inspector/claimspage.h"

#include "app/session/verdictwords.h"
#include "ui/shared/colors.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/icons.h"
#include "ui/shared/line.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rowdelegate.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/ticker.h"
#include "ui/shared/tickinglabel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tone = PlainLabel::Tone;

namespace {

constexpr int iconSize = 16;

} // namespace

ClaimsPage::ClaimsPage(Base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_model(this)
    , m_looks(new QStackedWidget(this))
    , m_empty(new EmptyLook(u"key-round"_s, {}, m_looks))
{
    m_looks->addWidget(m_empty);
    m_looks->addWidget(createContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_looks);
    connectParts();
    fitText();
    m_ticker = new Ticker(m_clock, this, [this] { return showTimes(); });
    showLook();
}

void ClaimsPage::setToken(
    const std::optional<InspectedToken> &token, std::optional<std::chrono::seconds> skew)
{
    const bool isSame = token && m_token && token->value == m_token->value
        && token->tenant == m_token->tenant && token->isOwn == m_token->isOwn;
    m_skew = skew;
    m_token = token;
    m_model.setMembers(
        token && token->decoded ? Session::membersOf(*token->decoded)
                                : QList<Session::TokenMember>());
    showLook();
    if (!isSame)
        setDecoded();
    m_ticker->update();
    showTimes();
}

void ClaimsPage::setVerdict(const Jwt::Verdict &verdict)
{
    const QString text = tr("%1: %2").arg(
        Session::outcomeText(verdict.outcome()), Session::verdictText(verdict));
    switch (verdict.outcome()) {
    case Jwt::Outcome::Decoded:
        return setDecoded();
    case Jwt::Outcome::Verified:
        showVerdict(u"circle-check"_s, int(Tone::Ok), text);
        m_isVerified = true;
        return;
    case Jwt::Outcome::Invalid:
        return showVerdict(u"circle-x"_s, int(Tone::Error), text);
    case Jwt::Outcome::Unverifiable:
        return showVerdict(u"circle-alert"_s, int(Tone::Caution), text);
    }
}

void ClaimsPage::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void ClaimsPage::setVerifying()
{
    showVerdict(
        u"hourglass"_s, int(Tone::Plain),
        tr("Decoded. Asking the tenant for its keys; the token is not sent…"));
}

void ClaimsPage::setTrouble(const QString &trouble)
{
    showVerdict(
        u"circle-alert"_s, int(Tone::Caution), tr("Decoded, not verified: %1").arg(trouble));
}

QString ClaimsPage::verdictText() const
{
    return m_verdict->text();
}

void ClaimsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    else if (event->type() == QEvent::FontChange)
        fitText();
}

/// Columns are as wide as their words, and the icon stands beside the first line, whatever the text's size.
void ClaimsPage::fitText()
{
    const int letter = m_table->fontMetrics().averageCharWidth();
    m_table->setColumnWidths(
        {{.least = std::max(80, 11 * letter)},
         {.least = std::max(120, 9 * letter)},
         {.least = std::max(120, 14 * letter)},
         {.least = 240, .share = 1}});
    const int line = m_verdict->fontMetrics().lineSpacing();
    m_icon->setFixedSize(iconSize, line);
    // So that one line stands in the middle of the button.
    m_top->setContentsMargins(0, std::max(0, (m_verify->sizeHint().height() - line) / 2), 0, 0);
}

QWidget *ClaimsPage::createContent()
{
    auto *content = new QWidget(m_looks);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createSummary());
    layout->addWidget(new Line(Qt::Horizontal, content));
    m_table = new RowTable(tr("Header and claims"), content);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setModel(&m_model);
    layout->addWidget(m_table, 1);
    return content;
}

QWidget *ClaimsPage::createSummary()
{
    auto *summary = new QWidget(m_looks);
    m_icon = new PlainLabel(PlainLabel::Style::Base, summary);
    m_icon->setAlignment(Qt::AlignCenter);
    m_verdict = new PlainLabel(PlainLabel::Style::Strong, summary);
    m_verify = new QPushButton(tr("Verify signature"), summary);
    m_verify->setAutoDefault(false);
    m_life = new TickingLabel(PlainLabel::Style::Base, summary);
    m_origin = new PlainLabel(PlainLabel::Style::Base, summary);
    m_differences = new PlainLabel(PlainLabel::Style::Base, summary);
    m_differences->setTone(Tone::Caution);
    m_top = new QHBoxLayout;
    m_top->setSpacing(8);
    m_top->addWidget(m_icon, 0, Qt::AlignTop);
    m_top->addWidget(m_verdict, 1, Qt::AlignTop);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addLayout(m_top, 1);
    top->addWidget(m_verify, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(summary);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    layout->addLayout(top);
    for (PlainLabel *label : {static_cast<PlainLabel *>(m_life), m_origin, m_differences})
        layout->addWidget(label);
    for (PlainLabel *label :
         {m_verdict, static_cast<PlainLabel *>(m_life), m_origin, m_differences})
        label->setWordWrap(true);
    return summary;
}

void ClaimsPage::connectParts()
{
    connect(m_verify, &QPushButton::clicked, this, &ClaimsPage::verifyRequested);
    connect(m_table, &RowTable::copyRequested, this, [this] {
        if (const QModelIndex current = m_table->currentIndex(); current.isValid())
            QGuiApplication::clipboard()->setText(m_model.copyText(current));
    });
}

void ClaimsPage::showLook()
{
    m_looks->setCurrentIndex(m_token && m_token->decoded ? 1 : 0);
    if (!m_token)
        return m_empty->setSentence(tr("There is no token here. Paste one, or get one."));
    if (!m_token->decoded)
        return m_empty->setSentence(
            m_token->form == Jwt::TokenForm::Jws
                ? tr("This is signed, but no JWT: what was signed is no JSON object.")
                : tr("This is an opaque token: only who issued it knows what it stands for."));
    const bool isEncrypted = m_token->form == Jwt::TokenForm::Jwe;
    m_life->setVisible(!isEncrypted);
    m_origin->setVisible(!isEncrypted);
    m_verify->setVisible(!isEncrypted);
    m_origin->setText(m_token->origin);
    m_differences->setText(m_token->differences.join(u'\n'));
    m_differences->setVisible(!m_token->differences.isEmpty());
    m_verify->setEnabled(m_token->tenant);
    setPlainToolTip(
        m_verify,
        m_token->tenant ? tr("Fetches the tenant's public keys; the token is not sent")
                        : tr("Only tokens of your own tenants can be verified here"));
}

void ClaimsPage::setDecoded()
{
    if (m_token && m_token->form == Jwt::TokenForm::Jwe)
        return showVerdict(
            u"lock"_s, int(Tone::Plain),
            tr("Encrypted (JWE): only whom it is for can read its claims. This is its header."));
    if (m_token && !m_token->objection.isEmpty())
        return setTrouble(m_token->objection);
    showVerdict(
        u"info"_s, int(Tone::Plain),
        tr("Decoded, not verified: nobody has checked its signature."));
}

void ClaimsPage::showVerdict(const QString &icon, int tone, const QString &text)
{
    m_isVerified = false;
    m_iconName = icon;
    m_tone = tone;
    m_verdict->setText(text);
    m_verdict->setTone(Tone(tone));
    paintIcon();
}

void ClaimsPage::paintIcon()
{
    if (m_iconName.isEmpty())
        return;
    const QPalette palette = QApplication::palette();
    m_icon->setPixmap(iconPixmap(
        m_iconName, QSizeF(iconSize, iconSize), devicePixelRatioF(),
        toneColor(Tone(m_tone), palette, colorsOf(palette).secondary)));
}

QDateTime ClaimsPage::now() const
{
    return m_clock.wallNow().addSecs(-m_skew.value_or(0s).count());
}

std::optional<Base::Instant> ClaimsPage::showTimes()
{
    const auto expiry = m_token && m_token->decoded ? m_token->decoded->expiresAt() : std::nullopt;
    const QDateTime wall = now();
    m_model.setNow(wall);
    const QString lives = expiry && *expiry > wall ? tr("It lives until %1.")
                                                   : tr("It has expired: %1.");
    if (expiry) // what readers of the screen hear does not tick
        m_life->setTexts(
            lives.arg(instantText(*expiry, wall)), lives.arg(momentText(*expiry, wall)));
    else if (m_token && m_token->decoded && m_token->decoded->claims.contains("exp"_L1))
        m_life->setTexts(tr("When it expires cannot be read: exp is no time."), {});
    else
        m_life->setTexts(tr("It does not say when it expires."), {});
    const bool isExpired = expiry && *expiry <= wall;
    m_life->setTone(isExpired ? Tone::Error : Tone::Plain);
    if (isExpired && m_isVerified)
        showVerdict(
            u"circle-x"_s, int(Tone::Error),
            tr("Invalid: The signature was found right; the token has expired since."));
    return m_clock.now() + 1s;
}

} // namespace Tenantscope::Ui
