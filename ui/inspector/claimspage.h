// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/jwt/verify.h"
#include "ui/inspector/claimsmodel.h"
#include "ui/inspector/inspectedtoken.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class EmptyLook;
class PlainLabel;
class RowTable;
class Ticker;
class TickingLabel;

/// Shows what a token says of itself, and what is known of whether that is so.
class ClaimsPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a clock must outlive the page.
    explicit ClaimsPage(Base::Clock &clock, QWidget *parent = nullptr);

    /// \a skew: our clock minus the tenant's, where that is known. What was found out about another token is gone.
    void setToken(
        const std::optional<InspectedToken> &token, std::optional<std::chrono::seconds> skew);
    void setVerdict(const Jwt::Verdict &verdict);
    void focusTable();
    void setDecoded();                         ///< nothing is known but what it says
    void setVerifying();                       ///< the keys are being fetched
    void setTrouble(const QString &trouble);   ///< why they could not be had
    [[nodiscard]] QString verdictText() const; ///< as it is shown, but for what is masked

Q_SIGNALS:
    void verifyRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *createContent();
    [[nodiscard]] QWidget *createSummary();
    void connectParts();
    void showLook();
    void showVerdict(const QString &icon, int tone, const QString &text);
    void paintIcon();
    void fitText();
    std::optional<Base::Instant> showTimes();
    [[nodiscard]] QDateTime now() const;

    Base::Clock &m_clock;
    ClaimsModel m_model;
    std::optional<InspectedToken> m_token;
    std::optional<std::chrono::seconds> m_skew;
    QString m_iconName;
    int m_tone = 0; ///< a PlainLabel::Tone
    bool m_isVerified = false;

    QStackedWidget *m_looks;
    EmptyLook *m_empty;
    QHBoxLayout *m_top = nullptr; ///< icon and verdict
    PlainLabel *m_icon = nullptr;
    PlainLabel *m_verdict = nullptr;
    QPushButton *m_verify = nullptr;
    PlainLabel *m_origin = nullptr;
    TickingLabel *m_life = nullptr;
    PlainLabel *m_differences = nullptr;
    RowTable *m_table = nullptr;
    Ticker *m_ticker = nullptr;
};

} // namespace Tenantscope::Ui
