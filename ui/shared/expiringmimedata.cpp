// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/expiringmimedata.h"

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView plainText = "text/plain"_L1;
constexpr QLatin1StringView managerHint = "x-kde-passwordManagerHint"_L1;

} // namespace

ExpiringMimeData::ExpiringMimeData(Base::Secret text)
    : m_text(std::move(text))
{
}

void ExpiringMimeData::expire()
{
    m_expired = true;
    m_text.clear();
}

QStringList ExpiringMimeData::formats() const
{
    return m_expired ? QStringList() : QStringList{plainText, managerHint};
}

bool ExpiringMimeData::hasFormat(const QString &format) const
{
    return formats().contains(format);
}

QVariant ExpiringMimeData::retrieveData(const QString &format, QMetaType type) const
{
    if (m_expired)
        return {};
    if (format == managerHint)
        return QByteArray("secret");
    if (format != plainText)
        return {};
    if (type.id() == QMetaType::QByteArray)
        return m_text.reveal().toByteArray();
    return QString::fromUtf8(m_text.reveal());
}

} // namespace Tenantscope::Ui
