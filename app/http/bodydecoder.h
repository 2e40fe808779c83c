// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace Tenantscope::Http {

/// Collects an answer's body and undoes its gzip coding (RFC 9110 §8.4.1.3), never beyond a cap.
///
/// Qt would decode too, but twice (once to count), all of a bomb at a stretch, and it takes a stream that ends
/// early for whole.
class BodyDecoder final
{
public:
    /// What requests ask for.
    static constexpr QByteArrayView acceptedCodings = "gzip";

    enum class State {
        Good,     ///< so far
        TooLarge, ///< more than the cap, decoded
        Broken,   ///< not coded as it says, or in a coding nobody asked for
    };

    explicit BodyDecoder(qint64 cap);
    ~BodyDecoder();

    /// The answer's Content-Encoding; before the first byte.
    void setCoding(QByteArrayView contentEncoding);
    /// Once the state is not Good, further bytes are dropped.
    State feed(QByteArrayView bytes);

    [[nodiscard]] State state() const { return m_state; }
    /// True when nothing is missing at the end of what was fed.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QByteArray takeBody();

private:
    class Inflater;

    void append(QByteArrayView decoded);
    void inflate(QByteArrayView bytes);

    qint64 m_cap;
    State m_state = State::Good;
    std::unique_ptr<Inflater> m_inflater; ///< null: not compressed
    QByteArray m_body;
};

} // namespace Tenantscope::Http
