// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/lifewords.h"

#include "ui/shared/ticker.h"
#include "ui/shared/timetext.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Gives the functions of this file a context for translators.
class Life final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::LifeWords)

public:
    static QString expiry(const QDateTime &end, const QDateTime &now)
    {
        const bool otherDay = end.toUTC().date() != end.toLocalTime().date();
        const QString utc = otherDay ? QLocale().toString(end.toUTC(), u"ddd "_s) + utcText(end)
                                     : utcText(end);
        return tr("%1 (%2)").arg(dateText(end, now), utc);
    }
    static QString renews(const QString &expiry, const QString &at)
    {
        return tr("%1 · renews at %2").arg(expiry, at);
    }
    static QString notRenewed(const QString &expiry)
    {
        return tr("%1 · not renewed by itself").arg(expiry);
    }
    static QString unknown() { return tr("Unknown: neither the answer nor the token says"); }

    /// What the ring says, in two lines that fit into it.
    static void ring(LifeWords &words, std::chrono::seconds left)
    {
        const qint64 hours = left / 1h;
        if (hours >= 48) {
            words.text = tr("%n days", nullptr, int(hours / 24));
            words.subtext = tr("%1 h").arg(hours % 24);
        } else if (hours >= 1) {
            words.text = tr("%1 h").arg(hours);
            words.subtext = tr("%1 min").arg((left % 1h) / 1min);
        } else {
            words.text = countdownText(std::max(left, 1s));
            words.subtext = left >= 1min ? tr("minutes left") : tr("seconds left");
        }
    }
};

} // namespace

LifeWords lifeWords(
    const OAuth::AccessToken &token, std::optional<Base::Instant> renewsAt, const TokenScene &scene)
{
    LifeWords words;
    const auto remaining = token.remaining(scene.now);
    if (!remaining || !token.expiresAt) {
        words.expiry = Life::unknown();
        words.text = u"?"_s;
        return words;
    }
    words.expiry = Life::expiry(wallAt(scene, *token.expiresAt), scene.wall);
    if (renewsAt)
        words.expiry = Life::renews(words.expiry, localText(wallAt(scene, *renewsAt), scene.wall));
    Life::ring(words, std::chrono::floor<std::chrono::seconds>(*remaining));
    if (const auto life = token.life(); life && life->count() > 0)
        words.part = std::clamp(double(remaining->count()) / double(life->count()), 0.0, 1.0);
    words.nextChange = nextChange(scene.now, *token.expiresAt, countdownUnit(*remaining));
    return words;
}

} // namespace Tenantscope::Ui
