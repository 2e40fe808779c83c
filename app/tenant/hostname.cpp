// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/hostname.h"

#include "app/tenant/domain.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

constexpr qsizetype longestName = 253; // RFC 1035 §2.3.4, as text
constexpr qsizetype longestLabel = 63;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f');
}

bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

/// Whether URL parsers take a host that ends in \a label for an IPv4 address: `127.1`, `0x7f.1`,
/// `2130706433` (https://url.spec.whatwg.org/#ends-in-a-number-checker).
bool readsAsNumber(QStringView label)
{
    const bool isHex = label.startsWith("0x"_L1);
    const QStringView digits = isHex ? label.sliced(2) : label;
    return (isHex || !digits.isEmpty())
        && std::all_of(digits.begin(), digits.end(), isHex ? isHexDigit : isDigit);
}

/// True for 127/8 in its one plain spelling: four decimal numbers without leading zeros.
bool isPlainLoopback(const QList<QStringView> &labels)
{
    return labels.size() == 4 && labels.first() == "127"_L1
        && std::all_of(labels.begin(), labels.end(), [](QStringView label) {
               return !label.isEmpty() && label.size() <= 3 && label.toInt() <= 255
                   && std::all_of(label.begin(), label.end(), isDigit)
                   && (label.size() == 1 || label.front() != u'0');
           });
}

/// Whether IDNA leaves \a point a character of its own: it drops soft hyphens and zero-width characters,
/// and makes ASCII of full-width letters and dots, the Kelvin sign, ligatures.
bool keepsItsMeaning(char32_t point)
{
    if (point < 0x80)
        return true;
    if (!QChar::isLetterOrNumber(point) && !QChar::isMark(point))
        return false;
    const QString mapped =
        QString::fromUcs4(&point, 1).normalized(QString::NormalizationForm_KC).toLower();
    return std::none_of(mapped.begin(), mapped.end(), isAscii);
}

/// \a host in punycode (RFC 3492); nullopt when decoding that would not give back what was written.
std::optional<QString> toPunycode(const QString &host)
{
    const QList<uint> points = host.toUcs4();
    if (!std::all_of(
            points.begin(), points.end(), [](uint point) { return keepsItsMeaning(point); }))
        return {};
    const QString plain = host.toLower().normalized(QString::NormalizationForm_C);
    const QByteArray ascii = QUrl::toAce(plain);
    if (ascii.isEmpty() || QUrl::fromAce(ascii, QUrl::IgnoreIDNWhitelist) != plain)
        return {};
    return QString::fromLatin1(ascii);
}

/// The rule that \a name, ASCII in lower case, breaks as a DNS name; empty: none.
QLatin1StringView ruleBrokenByName(const QString &name, const QList<QStringView> &labels)
{
    for (const QStringView label : labels) {
        if (const QLatin1StringView rule = ruleBrokenByLabel(label); !rule.isEmpty())
            return rule;
    }
    if (readsAsNumber(labels.last()))
        return DomainRule::address;
    if (labels.size() < 2)
        return DomainRule::oneLabel;
    if (name.size() > longestName)
        return DomainRule::tooLong;
    return {};
}

} // namespace

Base::Result<Hostname> readHostname(const QString &host, bool isBracketed)
{
    if (isBracketed) {
        // No other IPv6 address, and no IPv4 address in IPv6's clothes.
        if (QHostAddress(host) != QHostAddress(QHostAddress::LocalHostIPv6))
            return refusedDomain(DomainRule::address);
        return Hostname{.text = u"::1"_s, .isLoopback = true};
    }
    if (host.isEmpty())
        return refusedDomain(DomainRule::empty);

    const bool isInternational = !std::all_of(host.begin(), host.end(), isAscii);
    const std::optional<QString> name = isInternational ? toPunycode(host) : host.toLower();
    if (!name)
        return refusedDomain(DomainRule::character);
    const QList<QStringView> labels = QStringView(*name).split(u'.');
    if (*name == "localhost"_L1 || isPlainLoopback(labels))
        return Hostname{.text = *name, .isLoopback = true};
    if (const QLatin1StringView rule = ruleBrokenByName(*name, labels); !rule.isEmpty())
        return refusedDomain(rule);

    QUrl url;
    url.setHost(*name, QUrl::StrictMode);
    if (url.host(QUrl::FullyEncoded) != *name) // a label like `xn--!`, no punycode of anything
        return refusedDomain(DomainRule::label);
    const bool isPunycode = std::any_of(labels.begin(), labels.end(), [](QStringView label) {
        return label.startsWith("xn--"_L1);
    });
    return Hostname{.text = *name, .isPunycode = isPunycode};
}

QLatin1StringView ruleBrokenByLabel(QStringView label)
{
    const auto belongs = [](QChar c) {
        return isDigit(c) || (c >= u'a' && c <= u'z') || c == u'-';
    };
    if (!std::all_of(label.begin(), label.end(), belongs))
        return DomainRule::character;
    if (label.isEmpty() || label.size() > longestLabel || label.startsWith(u'-')
        || label.endsWith(u'-'))
        return DomainRule::label;
    return {};
}

tl::unexpected<Base::Error> refusedDomain(QLatin1StringView rule, const QString &subject)
{
    return Base::failure(
        {.kind = Base::ErrorKind::InvalidDomain, .subject = subject, .detail = rule});
}

} // namespace Tenantscope::Tenant
