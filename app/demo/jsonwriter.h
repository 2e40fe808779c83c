// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/clientfields.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Tenantscope::Demo {

/// Appends \a utf8 as a JSON string.
void appendJsonString(QByteArray &json, QByteArrayView utf8);

/// Writes the members of one client object that its projection wants, straight into a page's text: a page
/// of 100 applications is made in a fraction of a millisecond, and none needs to be kept.
class ClientWriter final
{
public:
    ClientWriter(QByteArray &json, const Projection &projection);
    ~ClientWriter(); ///< closes the object

    ClientWriter(const ClientWriter &) = delete;
    ClientWriter &operator=(const ClientWriter &) = delete;

    [[nodiscard]] bool wants(Field field) const { return m_projection.has(field); }

    void text(Field field, QByteArrayView utf8);
    void flag(Field field, bool value) { raw(field, value ? "true" : "false"); }
    void raw(Field field, QByteArrayView json);

private:
    bool begin(Field field);

    QByteArray &m_json;
    const Projection &m_projection;
    bool m_isFirst = true;
};

} // namespace Tenantscope::Demo
