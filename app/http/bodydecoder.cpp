// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/bodydecoder.h"

#include "app/base/secret.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace Tenantscope::Http {

/// A zlib stream that reads gzip, one member after the other (RFC 1952 §2.2).
class BodyDecoder::Inflater final
{
public:
    enum class Step { NeedsInput, NeedsSpace, AtEnd, Broken };

    Inflater() { m_isOpen = inflateInit2(&m_stream, gzipOnly) == Z_OK; }
    ~Inflater()
    {
        if (m_isOpen)
            inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)

    void setInput(QByteArrayView bytes)
    {
        // zlib does not write there; its interface is older than const.
        m_stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(bytes.data()));
        m_stream.avail_in = uInt(bytes.size());
        m_hasStarted = m_hasStarted || !bytes.isEmpty();
    }

    /// Decodes into \a buffer and tells how much is there now.
    qsizetype decode(char *buffer, qsizetype size, Step &step)
    {
        if (!m_isOpen) {
            step = Step::Broken;
            return 0;
        }
        m_stream.next_out = reinterpret_cast<Bytef *>(buffer);
        m_stream.avail_out = uInt(size);
        const int result = ::inflate(&m_stream, Z_NO_FLUSH);
        m_isAtEnd = result == Z_STREAM_END;
        if (m_isAtEnd)
            step = m_stream.avail_in > 0 && inflateReset(&m_stream) == Z_OK ? Step::NeedsSpace
                                                                            : Step::AtEnd;
        else if (result != Z_OK && result != Z_BUF_ERROR)
            step = Step::Broken;
        else
            step = m_stream.avail_out == 0 ? Step::NeedsSpace : Step::NeedsInput;
        return size - qsizetype(m_stream.avail_out);
    }

    /// An answer without a byte is no cut stream.
    [[nodiscard]] bool isComplete() const { return m_isAtEnd || !m_hasStarted; }

private:
    static constexpr int gzipOnly = 15 + 16; // largest window, no zlib header

    z_stream m_stream = {};
    bool m_isOpen = false;
    bool m_isAtEnd = false;
    bool m_hasStarted = false;
};

BodyDecoder::BodyDecoder(qint64 cap)
    : m_cap(cap)
{
}

BodyDecoder::~BodyDecoder()
{
    Base::wipe(m_body);
}

void BodyDecoder::setCoding(QByteArrayView contentEncoding)
{
    const QByteArray coding = contentEncoding.trimmed().toByteArray().toLower();
    if (coding == "gzip" || coding == "x-gzip")
        m_inflater = std::make_unique<Inflater>();
    else if (!coding.isEmpty() && coding != "identity")
        m_state = State::Broken;
}

BodyDecoder::State BodyDecoder::feed(QByteArrayView bytes)
{
    if (m_state != State::Good)
        return m_state;
    if (m_inflater)
        inflate(bytes);
    else
        append(bytes);
    return m_state;
}

bool BodyDecoder::isComplete() const
{
    return m_state == State::Good && (!m_inflater || m_inflater->isComplete());
}

QByteArray BodyDecoder::takeBody()
{
    return std::exchange(m_body, {});
}

void BodyDecoder::append(QByteArrayView decoded)
{
    const qint64 size = m_body.size() + decoded.size();
    if (size > m_cap) {
        m_state = State::TooLarge;
        return;
    }
    if (size > m_body.capacity()) // left alone it would double once more, beyond the cap
        m_body.reserve(std::min(m_cap, std::max<qint64>(size, 2 * m_body.capacity())));
    m_body.append(decoded);
}

void BodyDecoder::inflate(QByteArrayView bytes)
{
    std::array<char, 16 * 1024> buffer;
    m_inflater->setInput(bytes);
    auto step = Inflater::Step::NeedsSpace;
    while (step == Inflater::Step::NeedsSpace && m_state == State::Good) {
        const qsizetype count = m_inflater->decode(buffer.data(), qsizetype(buffer.size()), step);
        append(QByteArrayView(buffer.data(), count));
    }
    if (step == Inflater::Step::Broken && m_state == State::Good)
        m_state = State::Broken;
}

} // namespace Tenantscope::Http
