// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"

#include <QIODevice>

namespace Tenantscope::Http {

/// A request body that can be read once: it refuses to rewind as soon as a byte was taken.
///
/// QNetworkAccessManager silently sends a request anew, POST too, when the server closes the connection or answers
/// garbage. It has to rewind the body for that; refused, it gives up.
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(Base::Secret body, QObject *parent = nullptr);

    [[nodiscard]] bool wasRead() const { return m_taken > 0; }
    /// Overwrites what is left; nothing more can be read.
    void wipe();

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_size; }
    bool seek(qint64 position) override;
    bool reset() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    Base::Secret m_body;
    qint64 m_size;
    qint64 m_taken = 0;
};

} // namespace Tenantscope::Http
