// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/clientparts.h"

namespace Tenantscope::Demo {

namespace {

/// A JSON array of strings that need no escaping.
class TextList final
{
public:
    void append(QByteArrayView first, QByteArrayView second = {}, QByteArrayView third = {})
    {
        m_json.append(m_json.size() == 1 ? "\"" : ",\"");
        m_json.append(first).append(second).append(third).append('"');
    }
    [[nodiscard]] QByteArray json() && { return std::move(m_json.append(']')); }

private:
    QByteArray m_json = "[";
};

/// Writes null or an empty list now and then, as real objects have them; true when it did.
bool writeNothing(
    ClientWriter &writer, Field field, Dice &dice, quint32 nullPercent, quint32 emptyPercent)
{
    const quint32 percentile = dice.below(100);
    if (percentile < nullPercent)
        writer.raw(field, "null");
    else if (percentile < nullPercent + emptyPercent)
        writer.raw(field, "[]");
    return percentile < nullPercent + emptyPercent;
}

QByteArray nativeCallbacks(const Profile &profile)
{
    const QByteArrayView scheme = QByteArrayView(profile.host).first(profile.host.indexOf('.'));
    TextList urls;
    urls.append("com.example.", scheme, "://demo.eu.auth0.com/ios/com.example.app/callback");
    urls.append("com.example.", scheme, "://demo.eu.auth0.com/android/com.example.app/callback");
    urls.append("http://127.0.0.1:8765/callback");
    return std::move(urls).json();
}

QByteArray webCallbacks(const Profile &profile, Dice &dice)
{
    TextList urls;
    urls.append("https://", profile.host, "/callback");
    if (dice.chance(45))
        urls.append("https://", profile.host, "/api/auth/callback");
    if (dice.chance(40))
        urls.append("https://*.preview.", profile.host, "/callback");
    if (dice.chance(40)) { // a country each, as companies grow
        for (const char *country : {"at", "be", "ch", "de", "fr", "it"})
            urls.append(
                "https://", profile.host, QByteArray(QByteArray("/") + country + "/auth/callback"));
    }
    if (dice.chance(22))
        urls.append("http://localhost:3000/callback");
    if (dice.chance(4))
        urls.append("localhost:3030/logout");
    if (dice.chance(3))
        urls.append("https://https://", profile.host, "/callback");
    if (dice.chance(3))
        urls.append("http://", profile.host, "/callback");
    return std::move(urls).json();
}

void writeCallbacks(ClientWriter &writer, const Profile &profile)
{
    Dice dice = profile.dice(Field::Callbacks);
    if (!writer.wants(Field::Callbacks) || dice.chance(18)
        || writeNothing(writer, Field::Callbacks, dice, 3, 8))
        return;
    const bool isNative = profile.traits.purpose == Purpose::Native;
    writer.raw(Field::Callbacks, isNative ? nativeCallbacks(profile) : webCallbacks(profile, dice));
}

/// The origins a browser application is called from.
void writeOrigins(ClientWriter &writer, const Profile &profile, Field field, quint32 percent)
{
    Dice dice = profile.dice(field);
    if (!writer.wants(field) || !dice.chance(percent) || writeNothing(writer, field, dice, 4, 25))
        return;
    TextList origins;
    origins.append("https://", profile.host);
    if (dice.chance(25))
        origins.append("http://localhost:3000");
    if (dice.chance(10))
        origins.append("https://", profile.host, "/");
    writer.raw(field, std::move(origins).json());
}

void writeLogoutUrls(ClientWriter &writer, const Profile &profile)
{
    Dice dice = profile.dice(Field::AllowedLogoutUrls);
    if (!writer.wants(Field::AllowedLogoutUrls) || dice.chance(30)
        || writeNothing(writer, Field::AllowedLogoutUrls, dice, 4, 15))
        return;
    TextList urls;
    urls.append("https://", profile.host, "/logged-out");
    if (dice.chance(60))
        urls.append("https://", profile.host);
    if (dice.chance(40))
        urls.append("https://*.preview.", profile.host, "/logged-out");
    writer.raw(Field::AllowedLogoutUrls, std::move(urls).json());
}

} // namespace

void writeUrls(ClientWriter &writer, const Profile &profile)
{
    if (profile.traits.isGlobal)
        return;
    const bool isInBrowser = profile.traits.purpose == Purpose::SinglePage
        || profile.traits.purpose == Purpose::RegularWeb
        || profile.traits.purpose == Purpose::Generic;
    if (profile.traits.purpose != Purpose::Machine) {
        writeCallbacks(writer, profile);
        writeLogoutUrls(writer, profile);
    }
    writeOrigins(writer, profile, Field::WebOrigins, isInBrowser ? 60 : 5);
    writeOrigins(writer, profile, Field::AllowedOrigins, isInBrowser ? 35 : 3);
    if (Dice dice = profile.dice(Field::ClientAliases); dice.chance(30))
        writer.raw(Field::ClientAliases, "[]");
    if (Dice dice = profile.dice(Field::AllowedClients); dice.chance(45))
        writer.raw(Field::AllowedClients, dice.chance(10) ? "null" : "[]");
    if (profile.dice(Field::InitiateLoginUri).chance(2))
        writer.text(Field::InitiateLoginUri, QByteArray("https://" + profile.host + "/login"));
    if (profile.dice(Field::CrossOriginLoc).chance(2))
        writer.text(Field::CrossOriginLoc, QByteArray("https://" + profile.host + "/co-fallback"));
}

} // namespace Tenantscope::Demo
