// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/applications/arena.h"

#include <QHash>
#include <QJsonObject>

#include <vector>

namespace Tenantscope::Applications {

/// The texts of one field for the rows of a store, each distinct one kept once.
class FieldValues final
{
public:
    explicit FieldValues(QString path);

    void set(int row, const QJsonObject &members);
    /// Whether the row's value is known here, absent or not.
    [[nodiscard]] bool isHere(int row) const;
    [[nodiscard]] QString text(int row) const; ///< empty when absent; isHere() is a must
    /// The same as elementTexts(); valid as long as this.
    [[nodiscard]] QByteArrayView elements(int row) const;
    [[nodiscard]] Absence absence(int row) const;
    /// Whether the field is there in some row, if only as null.
    [[nodiscard]] bool isInSome() const;

private:
    // Numbers of m_texts, and above them: absent (less the Absence), not here.
    static constexpr quint32 notHere = 0xffff'ffff;
    static constexpr quint32 firstAbsent = 0xffff'fff0;

    [[nodiscard]] quint32 numberOf(const QByteArray &text);

    QString m_path;
    Arena m_arena;
    std::vector<quint32> m_numbers; ///< of each row
    std::vector<QByteArrayView> m_texts;
    QHash<QByteArrayView, quint32> m_known; ///< keys stand in the arena
};

} // namespace Tenantscope::Applications
