// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/jsonwriter.h"

namespace Tenantscope::Demo {

namespace {

bool needsEscape(char character)
{
    return character == '"' || character == '\\' || static_cast<unsigned char>(character) < 0x20;
}

void appendEscaped(QByteArray &json, char character)
{
    constexpr char digits[] = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(character);
    if (code < 0x20)
        json.append("\\u00").append(digits[code >> 4]).append(digits[code & 0xf]);
    else
        json.append('\\').append(character);
}

} // namespace

void appendJsonString(QByteArray &json, QByteArrayView utf8)
{
    json.append('"');
    qsizetype written = 0; // runs of ordinary characters go in one piece
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        if (!needsEscape(utf8[i]))
            continue;
        json.append(utf8.sliced(written, i - written));
        appendEscaped(json, utf8[i]);
        written = i + 1;
    }
    json.append(utf8.sliced(written)).append('"');
}

ClientWriter::ClientWriter(QByteArray &json, const Projection &projection)
    : m_json(json)
    , m_projection(projection)
{
    m_json.append('{');
}

ClientWriter::~ClientWriter()
{
    m_json.append('}');
}

void ClientWriter::text(Field field, QByteArrayView utf8)
{
    if (begin(field))
        appendJsonString(m_json, utf8);
}

void ClientWriter::raw(Field field, QByteArrayView json)
{
    if (begin(field))
        m_json.append(json);
}

bool ClientWriter::begin(Field field)
{
    if (!wants(field))
        return false;
    m_json.append(m_isFirst ? "\"" : ",\"").append(fieldName(field)).append("\":");
    m_isFirst = false;
    return true;
}

} // namespace Tenantscope::Demo
