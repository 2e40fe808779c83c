// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <array>

namespace Tenantscope::Demo {

/// Throws the dice that decide the demo tenant's data: the same three numbers give the same throws, on every
/// machine and for ever, which no generator of std's distributions or Qt's promises. SplitMix64.
class Dice final
{
public:
    /// \a index: of the application; \a purpose: so that one decision never shifts another.
    Dice(quint64 seed, quint64 index, quint64 purpose)
        : m_state(seed)
    {
        m_state = throwRaw() ^ (index * 0x9e3779b97f4a7c15ULL);
        m_state = throwRaw() ^ (purpose * 0xd1b54a32d192ed03ULL);
    }

    /// From 0 to \a sides - 1.
    [[nodiscard]] quint32 below(quint32 sides)
    {
        return static_cast<quint32>(((throwRaw() >> 32) * sides) >> 32);
    }
    [[nodiscard]] bool chance(quint32 percent) { return below(100) < percent; }

    template<typename T, size_t N>
    [[nodiscard]] const T &pick(const std::array<T, N> &choices)
    {
        return choices[below(static_cast<quint32>(N))];
    }

    /// \a size letters and digits, as in Auth0's identifiers.
    [[nodiscard]] QByteArray letters(qsizetype size)
    {
        constexpr char alphabet[] =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        QByteArray text(size, Qt::Uninitialized);
        for (char &character : text)
            character = alphabet[below(sizeof alphabet - 1)];
        return text;
    }

private:
    quint64 throwRaw()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 value = m_state;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
        return value ^ (value >> 31);
    }

    quint64 m_state;
};

} // namespace Tenantscope::Demo
