// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace Tenantscope::Test {

using std::chrono::milliseconds;

/// What a FaultServer does with one request, byte for byte. Built from a kind of answer and then bent, in
/// toxiproxy's words:
///
///     Answer::json("{}")                              an ordinary answer, keep-alive
///     Answer::json("{}").status(429).header("Retry-After", "1")
///     Answer::json(page).gzip().latency(50ms)
///     Answer::json(page).limitData(100)               closes after 100 bytes of the whole answer
///     Answer::json(page).limitData(100).reset()       the same with RST
///     Answer::hang(), Answer::down(), Answer::resetPeer(), Answer::garbage("SSH-2.0\r\n")
class Answer final
{
public:
    [[nodiscard]] static Answer json(QByteArray body);
    [[nodiscard]] static Answer html(QByteArray body);
    [[nodiscard]] static Answer text(QByteArray body);
    [[nodiscard]] static Answer empty(int status = 204);
    [[nodiscard]] static Answer redirect(int status, QByteArray location);
    [[nodiscard]] static Answer hang();      ///< timeout: takes the request, says nothing
    [[nodiscard]] static Answer down();      ///< closes (FIN) without a byte
    [[nodiscard]] static Answer resetPeer(); ///< RST without a byte
    [[nodiscard]] static Answer garbage(
        QByteArray bytes); ///< these bytes instead of HTTP, then closes

    Answer &status(int code);
    Answer &header(QByteArray name, QByteArray value); ///< replaces one of that name, else adds
    Answer &contentType(QByteArray type);
    Answer &latency(milliseconds delay);
    /// Body in chunks of \a size bytes (RFC 9112 §7.1).
    Answer &chunked(qsizetype size = 1000);
    Answer &badChunk(); ///< chunked, the second chunk's size is no number
    Answer &gzip();
    Answer &gzipCut();           ///< gzip stream that ends early, framed as if it were whole
    Answer &labelledGzip();      ///< says gzip, is not
    Answer &gzipBomb(qint64 of); ///< the body: that many zeros, compressed
    Answer &withoutLength();     ///< neither length nor chunks: ends with the connection
    Answer &limitData(
        qsizetype bytes); ///< closes after that many bytes of the answer, head included
    Answer &limitBody(qsizetype bytes); ///< the same, counted from the body's first byte
    Answer &reset();                    ///< ends by RST instead of FIN
    Answer &slowClose(milliseconds delay);
    /// Sends \a bytes every \a pause, from the body on.
    Answer &drip(qsizetype bytes, milliseconds pause);
    Answer &dripHead(qsizetype bytes, milliseconds pause); ///< the same from the first byte on
    Answer &closing();                                     ///< `Connection: close`, and closes

    /// The whole answer on the wire, and how much of it is head.
    [[nodiscard]] std::pair<QByteArray, qsizetype> wire() const;

private:
    friend class FaultConnection;
    enum class End { KeepAlive, Close, Reset, Hang };

    [[nodiscard]] QByteArray encodedBody() const;

    int m_status = 200;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QByteArray m_body;
    std::optional<QByteArray> m_raw; ///< instead of all the above
    milliseconds m_latency{0};
    enum class Framing { Length, Chunked, BadChunk, None } m_framing = Framing::Length;
    qsizetype m_chunkSize = 1000;
    enum class Coding { Identity, Gzip, GzipCut, OnlyLabel } m_coding = Coding::Identity;
    qint64 m_bombSize = 0;
    std::optional<qsizetype> m_limit;
    bool m_limitsBody = false;
    End m_end = End::KeepAlive;
    milliseconds m_closeDelay{0};
    qsizetype m_dripBytes = 0; ///< 0: all at once
    milliseconds m_dripPause{0};
    bool m_dripsHead = false;
};

/// Bytes of a gzip file.
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);
[[nodiscard]] QByteArray gzippedZeros(qint64 count);

} // namespace Tenantscope::Test
