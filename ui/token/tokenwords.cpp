// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/tokenwords.h"

#include "ui/shared/ticker.h"
#include "ui/shared/timetext.h"
#include "ui/token/lifewords.h"
#include "ui/token/notewords.h"
#include "ui/token/reasons.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using OAuth::AccessToken;
using OAuth::RenewalFailure;
using Tone = PlainLabel::Tone;

namespace {

constexpr int mostTries = 5; ///< of a failed renewal, by itself

/// Writes the words of one state.
class Writer final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::TokenWords)

public:
    explicit Writer(const TokenScene &scene)
        : m_scene(scene)
    {
    }

    TokenWords take() { return std::move(m_words); }

    void operator()(const OAuth::NoToken &state)
    {
        look(
            u"circle-dashed"_s, Tone::Plain,
            m_scene.domain.isEmpty() ? tr("No tenant selected") : tr("No token yet"));
        if (state.error && state.error->kind != Base::ErrorKind::Cancelled)
            trouble(Banner::Kind::Error, *state.error, Session::Doing::SigningIn);
    }

    void operator()(const OAuth::Requesting &)
    {
        look(u"hourglass"_s, Tone::Plain, tr("Asking %1 for a token…").arg(m_scene.domain));
        m_words.ringText = u"…"_s;
    }

    void operator()(const OAuth::Valid &state)
    {
        living(state.token, state.renewsAt);
        if (state.rejected)
            return rejected({});
        const bool network = state.renewalFailure && isNetworkTrouble(state.renewalFailure->error);
        if (m_scene.offline && (network || !state.renewalFailure))
            return look(
                u"wifi-off"_s, Tone::Caution, tr("%1 · offline").arg(validUntil(state.token)));
        if (state.renewalFailure)
            return renewalFailed(state.token, *state.renewalFailure);
        if (!state.token.expiresAt)
            return look(
                u"circle-check"_s, Tone::Ok,
                tr("Token valid · expiry unknown, not renewed by itself"));
        look(
            u"circle-check"_s, Tone::Ok,
            tr("Token valid · expires %1").arg(local(*state.token.expiresAt)));
    }

    void operator()(const OAuth::Renewing &state)
    {
        living(state.token, std::nullopt);
        if (state.rejected)
            return rejected(tr("getting the next one…"));
        look(u"circle-check"_s, Tone::Ok, tr("Token valid · getting the next one…"));
    }

    void operator()(const OAuth::Refused &state)
    {
        look(u"circle-x"_s, Tone::Error, tr("Refused: %1").arg(refusalReason(state.error)));
        trouble(Banner::Kind::Error, state.error, Session::Doing::SigningIn);
        // The state line has said what happened; the banner goes on with why.
        Session::Sentence &sentence = m_words.trouble->sentence;
        if (!sentence.why.isEmpty())
            sentence.what = std::exchange(sentence.why, {});
    }

    void operator()(const OAuth::Expired &state)
    {
        if (state.renewalFailure)
            trouble(Banner::Kind::Error, state.renewalFailure->error, Session::Doing::Renewing);
        m_words.ringText = u"0:00"_s;
        if (state.onArrival)
            return look(u"circle-x"_s, Tone::Error, tr("Expired on arrival"));
        look(u"circle-x"_s, Tone::Error, tr("Expired at %1").arg(local(state.expiredAt)));
        const auto since = std::max(m_scene.now - state.expiredAt, Base::Instant::duration(0));
        m_words.ticking = since < 1min ? tr("Expired just now")
                                       : tr("Expired %1 ago").arg(durationText(since));
        m_words.nextChange = state.expiredAt + (since / 1min + 1) * 1min;
    }

private:
    void look(const QString &icon, Tone tone, const QString &text)
    {
        m_words.icon = icon;
        m_words.tone = tone;
        m_words.state = text;
    }

    void living(const AccessToken &token, std::optional<Base::Instant> renewsAt)
    {
        m_words.notes = noteWords(token, m_scene);
        const LifeWords life = lifeWords(token, renewsAt, m_scene);
        m_words.expiry = life.expiry;
        m_words.ringText = life.text;
        m_words.ringSubtext = life.subtext;
        m_words.ringPart = life.part;
        m_words.nextChange = life.nextChange;
    }

    void rejected(const QString &meanwhile)
    {
        const QString text = tr("The tenant's API refuses this token (401)");
        look(
            u"circle-alert"_s, Tone::Error,
            meanwhile.isEmpty() ? text : tr("%1 · %2").arg(text, meanwhile));
    }

    void renewalFailed(const AccessToken &token, const RenewalFailure &failure)
    {
        const QString until = validUntil(token);
        trouble(Banner::Kind::Caution, failure.error, Session::Doing::Renewing);
        if (failure.error.kind == Base::ErrorKind::TokenRefused)
            return look(
                u"triangle-alert"_s, Tone::Caution,
                tr("%1 · renewal refused, not tried again by itself").arg(until));
        const QString why = briefReason(failure.error);
        if (!failure.nextTry)
            return look(
                u"triangle-alert"_s, Tone::Caution,
                tr("%1 · renewal failed (%2), not tried again by itself").arg(until, why));
        look(
            u"triangle-alert"_s, Tone::Caution,
            tr("%1 · renewal failed (%2), next try at %3 (%4 of %5)")
                .arg(until, why, local(*failure.nextTry))
                .arg(failure.failures)
                .arg(mostTries));
        const auto left = std::max(*failure.nextTry - m_scene.now, Base::Instant::duration(1s));
        m_words.ticking = tr("%1 · renewal failed (%2), next try in %3 (%4 of %5)")
                              .arg(until, why, countdownText(left))
                              .arg(failure.failures)
                              .arg(mostTries);
        const Base::Instant second = nextChange(m_scene.now, *failure.nextTry, 1s);
        m_words.nextChange = m_words.nextChange ? std::min(*m_words.nextChange, second) : second;
    }

    void trouble(Banner::Kind kind, const Base::Error &error, Session::Doing doing)
    {
        m_words.trouble = {kind, Session::describe(error, doing), Session::details(error)};
    }

    [[nodiscard]] QString validUntil(const AccessToken &token) const
    {
        return token.expiresAt ? tr("Token valid until %1").arg(local(*token.expiresAt))
                               : tr("Token valid");
    }

    [[nodiscard]] QString local(Base::Instant instant) const
    {
        return localText(wallAt(m_scene, instant), m_scene.wall);
    }

    const TokenScene &m_scene;
    TokenWords m_words;
};

} // namespace

TokenWords tokenWords(const OAuth::TokenState &state, const TokenScene &scene)
{
    Writer writer(scene);
    std::visit(writer, state);
    return writer.take();
}

QDateTime wallAt(const TokenScene &scene, Base::Instant instant)
{
    const auto away = std::chrono::duration_cast<std::chrono::milliseconds>(instant - scene.now);
    return scene.wall.addMSecs(away.count());
}

} // namespace Tenantscope::Ui
