// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/maskedparts.h"

#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

#include <QEvent>
#include <QLineEdit>
#include <QVariant>

#include <optional>
#include <utility>

namespace Tenantscope::Ui {

namespace {

constexpr auto tipProperty = "tenantscopeTip";

/// Does something to a widget when what is masked may have changed for it.
class MaskFollower final : public QObject
{
public:
    MaskFollower(QWidget &widget, std::function<void()> follow)
        : QObject(&widget)
        , m_follow(std::move(follow))
    {
        widget.installEventFilter(this);
        m_follow();
    }

    void follow() { m_follow(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show || event->type() == Presentation::changeEvent)
            m_follow();
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_follow;
};

bool isToBeMasked(const QLineEdit &edit, MaskWhen when)
{
    const Presentation *presentation = Presentation::of(&edit);
    if (!presentation || !presentation->isOn())
        return false;
    const bool isAlways = when == MaskWhen::On
        || (when == MaskWhen::Production && Presentation::isProduction(&edit));
    return isAlways || shownText(&edit, edit.text()) != edit.text();
}

} // namespace

void followPresentation(QWidget &widget, const std::function<void()> &follow)
{
    new MaskFollower(widget, follow);
}

void maskInPresentation(QLineEdit &edit, MaskWhen when)
{
    const auto follow = [&edit, when, usual = std::optional<QLineEdit::EchoMode>()]() mutable {
        const bool isMasked = isToBeMasked(edit, when);
        if (isMasked && !usual)
            usual = edit.echoMode();
        if (usual)
            edit.setEchoMode(isMasked ? QLineEdit::Password : *std::exchange(usual, {}));
    };
    auto *follower = new MaskFollower(edit, follow);
    if (when != MaskWhen::On)
        QObject::connect(&edit, &QLineEdit::textChanged, follower, &MaskFollower::follow);
}

void setShownToolTip(QWidget &widget, const QString &text)
{
    const bool isFollowed = widget.property(tipProperty).isValid();
    widget.setProperty(tipProperty, text);
    const auto follow = [&widget] {
        setPlainToolTip(&widget, shownIdentifier(&widget, widget.property(tipProperty).toString()));
    };
    if (isFollowed)
        follow();
    else
        followPresentation(widget, follow);
}

} // namespace Tenantscope::Ui
