// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/redaction.h"
#include "app/http/request.h"

#include <algorithm>

namespace Tenantscope::Http {

namespace {

/// A shorter run of characters may stand in a text by chance; masking it would tell where.
constexpr qsizetype shortestSought = 6;

/// Both shapes in which a server may echo \a value.
void addShapes(QList<QByteArray> &secrets, const QByteArray &value)
{
    if (value.size() < shortestSought)
        return;
    secrets.append(value);
    const QByteArray encoded = value.toPercentEncoding();
    if (encoded != value)
        secrets.append(encoded);
}

/// The credentials in a form body: its secret parameters.
void addParameters(QList<QByteArray> &secrets, QByteArrayView form)
{
    const QByteArrayList parts = form.toByteArray().split('&');
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        if (equals >= 0 && isSecretMember({QString::fromLatin1(part.left(equals))}))
            addShapes(secrets, QByteArray::fromPercentEncoding(part.mid(equals + 1)));
    }
}

} // namespace

Redactor::Redactor(const Request &request)
{
    addShapes(m_secrets, request.bearer.reveal().toByteArray());
    learn(request.body);
}

Redactor::~Redactor()
{
    for (QByteArray &secret : m_secrets)
        Base::wipe(secret);
}

void Redactor::learn(const Base::Secret &form)
{
    addParameters(m_secrets, form.reveal());
    std::sort(
        m_secrets.begin(), m_secrets.end(),
        [](const QByteArray &left, const QByteArray &right) { return left.size() > right.size(); });
}

Headers Redactor::headers(const Headers &headers) const
{
    Headers redacted;
    for (const Header &field : headers.fields())
        redacted.append(field.name, clearedBytes(field.value));
    return redactedHeaders(redacted);
}

QString Redactor::path(const QUrl &url) const
{
    return cleared(redactedPath(url));
}

QByteArray Redactor::body(QByteArrayView body, QByteArrayView contentType) const
{
    return redactedBody(clearedBytes(body), contentType);
}

Base::Error Redactor::error(Base::Error error) const
{
    for (QString *text :
         {&error.subject, &error.detail, &error.code, &error.description, &error.uri})
        *text = redactedMessage(cleared(*text));
    return error;
}

QByteArray Redactor::clearedBytes(QByteArrayView bytes) const
{
    QByteArray result = bytes.toByteArray();
    for (const QByteArray &secret : m_secrets)
        result.replace(secret, QByteArrayView(redactionMark.data(), redactionMark.size()));
    return result;
}

QString Redactor::cleared(const QString &text) const
{
    return QString::fromUtf8(clearedBytes(text.toUtf8()));
}

} // namespace Tenantscope::Http
