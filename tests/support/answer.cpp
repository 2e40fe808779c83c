// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "tests/support/answer.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace Tenantscope::Test {

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    default:
        return "Status";
    }
}

/// Compresses what \a next hands out until it hands out nothing.
QByteArray deflated(const std::function<QByteArray()> &next)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray result;
    std::array<char, 64 * 1024> buffer;
    int mode = Z_NO_FLUSH;
    while (mode != Z_FINISH) {
        QByteArray input = next();
        mode = input.isEmpty() ? Z_FINISH : Z_NO_FLUSH;
        stream.next_in = reinterpret_cast<Bytef *>(input.data());
        stream.avail_in = uInt(input.size());
        do {
            stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
            stream.avail_out = uInt(buffer.size());
            deflate(&stream, mode);
            result.append(buffer.data(), qsizetype(buffer.size() - stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return result;
}

QByteArray inChunks(const QByteArray &body, qsizetype size, bool breaksSecond)
{
    QByteArray framed;
    for (qsizetype at = 0, number = 1; at < body.size(); at += size, ++number) {
        const QByteArray chunk = body.mid(at, size);
        const bool isBroken = breaksSecond && number == 2;
        framed += (isBroken ? QByteArray("zz") : QByteArray::number(chunk.size(), 16)) + "\r\n"
            + chunk + "\r\n";
    }
    return framed + "0\r\n\r\n";
}

} // namespace

Answer Answer::json(QByteArray body)
{
    Answer answer;
    answer.m_body = std::move(body);
    return answer.contentType("application/json; charset=utf-8");
}

Answer Answer::html(QByteArray body)
{
    return json(std::move(body)).contentType("text/html; charset=utf-8");
}

Answer Answer::text(QByteArray body)
{
    return json(std::move(body)).contentType("text/plain");
}

Answer Answer::empty(int status)
{
    return json({}).status(status);
}

Answer Answer::redirect(int status, QByteArray location)
{
    return text("moved").status(status).header("Location", std::move(location));
}

Answer Answer::hang()
{
    Answer answer = garbage({});
    answer.m_end = End::Hang;
    return answer;
}

Answer Answer::down()
{
    return garbage({});
}

Answer Answer::resetPeer()
{
    return garbage({}).reset();
}

Answer Answer::garbage(QByteArray bytes)
{
    Answer answer;
    answer.m_raw = std::move(bytes);
    answer.m_end = End::Close;
    return answer;
}

Answer &Answer::status(int code)
{
    m_status = code;
    return *this;
}

Answer &Answer::header(QByteArray name, QByteArray value)
{
    m_headers.removeIf(
        [&name](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
    m_headers.append({std::move(name), std::move(value)});
    return *this;
}

Answer &Answer::contentType(QByteArray type)
{
    return header("Content-Type", std::move(type));
}

Answer &Answer::latency(milliseconds delay)
{
    m_latency = delay;
    return *this;
}

Answer &Answer::chunked(qsizetype size)
{
    m_framing = Framing::Chunked;
    m_chunkSize = size;
    return *this;
}

Answer &Answer::badChunk()
{
    m_framing = Framing::BadChunk;
    m_chunkSize = std::max<qsizetype>(1, m_body.size() / 3);
    return *this;
}

Answer &Answer::gzip()
{
    m_coding = Coding::Gzip;
    return *this;
}

Answer &Answer::gzipCut()
{
    m_coding = Coding::GzipCut;
    return *this;
}

Answer &Answer::labelledGzip()
{
    m_coding = Coding::OnlyLabel;
    return *this;
}

Answer &Answer::gzipBomb(qint64 of)
{
    m_coding = Coding::Gzip;
    m_bombSize = of;
    return *this;
}

Answer &Answer::withoutLength()
{
    m_framing = Framing::None;
    m_end = End::Close;
    return *this;
}

Answer &Answer::limitData(qsizetype bytes)
{
    m_limit = bytes;
    m_end = End::Close;
    return *this;
}

Answer &Answer::limitBody(qsizetype bytes)
{
    m_limitsBody = true;
    return limitData(bytes);
}

Answer &Answer::reset()
{
    m_end = End::Reset;
    return *this;
}

Answer &Answer::slowClose(milliseconds delay)
{
    m_closeDelay = delay;
    m_end = End::Close;
    return *this;
}

Answer &Answer::drip(qsizetype bytes, milliseconds pause)
{
    m_dripBytes = bytes;
    m_dripPause = pause;
    return *this;
}

Answer &Answer::dripHead(qsizetype bytes, milliseconds pause)
{
    m_dripsHead = true;
    return drip(bytes, pause);
}

Answer &Answer::closing()
{
    m_end = End::Close;
    return header("Connection", "close");
}

QByteArray Answer::encodedBody() const
{
    switch (m_coding) {
    case Coding::Gzip:
        return m_bombSize > 0 ? gzippedZeros(m_bombSize) : gzipped(m_body);
    case Coding::GzipCut: {
        const QByteArray whole = gzipped(m_body);
        return whole.left(whole.size() * 2 / 3);
    }
    case Coding::Identity:
    case Coding::OnlyLabel:
        break;
    }
    return m_body;
}

std::pair<QByteArray, qsizetype> Answer::wire() const
{
    if (m_raw)
        return {*m_raw, 0};
    QByteArray body = encodedBody();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(m_status) + ' ' + reason(m_status) + "\r\n";
    for (const auto &[name, value] : m_headers)
        head += name + ": " + value + "\r\n";
    if (m_coding != Coding::Identity)
        head += "Content-Encoding: gzip\r\n";
    if (m_framing == Framing::Length && m_status != 204)
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (m_framing == Framing::Chunked || m_framing == Framing::BadChunk) {
        head += "Transfer-Encoding: chunked\r\n";
        body = inChunks(body, m_chunkSize, m_framing == Framing::BadChunk);
    }
    head += "\r\n";
    return {head + body, head.size()};
}

QByteArray gzipped(const QByteArray &bytes)
{
    return deflated([rest = bytes]() mutable { return std::exchange(rest, {}); });
}

QByteArray gzippedZeros(qint64 count)
{
    static constexpr qint64 part = 64 * 1024;
    return deflated([count]() mutable {
        const qint64 size = std::min(part, count);
        count -= size;
        return QByteArray(size, '\0');
    });
}

} // namespace Tenantscope::Test
