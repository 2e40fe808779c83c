// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"

#include <QMimeData>

namespace Tenantscope::Ui {

/// What a secret is on the clipboard: plain text with a hint that managers shall not keep it, which stops answering
/// when it has expired.
///
/// The hint is `x-kde-passwordManagerHint` = `secret`, the convention of KDE's Klipper that other clipboard
/// managers honour too. Whoever still holds the object after expire() finds no format and no text in it.
class ExpiringMimeData final : public QMimeData
{
    Q_OBJECT

public:
    explicit ExpiringMimeData(Base::Secret text);

    void expire();

    [[nodiscard]] QStringList formats() const override;
    [[nodiscard]] bool hasFormat(const QString &format) const override;

protected:
    [[nodiscard]] QVariant retrieveData(const QString &format, QMetaType type) const override;

private:
    Base::Secret m_text;
    bool m_expired = false;
};

} // namespace Tenantscope::Ui
