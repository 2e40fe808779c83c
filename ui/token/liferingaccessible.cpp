// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/liferingaccessible.h"

#include "ui/shared/presentation.h"
#include "ui/token/lifering.h"

#include <QAccessibleWidget>

namespace Tenantscope::Ui {

namespace {

/// A LifeRing for readers of the screen: a progress bar from 0 to 100.
class LifeRingInterface final
    : public QAccessibleWidget
    , public QAccessibleValueInterface
{
public:
    explicit LifeRingInterface(LifeRing *ring)
        : QAccessibleWidget(ring, QAccessible::ProgressBar)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Value || which == QAccessible::Description)
            return shownText(&ring(), ring().spokenWords());
        return QAccessibleWidget::text(which);
    }

    [[nodiscard]] QVariant currentValue() const override { return ring().spokenPercent(); }
    void setCurrentValue(const QVariant &) override {} // only time can
    [[nodiscard]] QVariant maximumValue() const override { return 100; }
    [[nodiscard]] QVariant minimumValue() const override { return 0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1; }

private:
    [[nodiscard]] const LifeRing &ring() const { return *static_cast<const LifeRing *>(object()); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *ring = qobject_cast<LifeRing *>(object);
    return ring ? new LifeRingInterface(ring) : nullptr; // Qt's cache owns it
}

} // namespace

void installLifeRingInterface()
{
    static const bool once = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace Tenantscope::Ui
