// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/clientparts.h"

namespace Tenantscope::Demo {

namespace {

/// Text in the shape of a PEM block. Not a certificate: the same seed must give the same bytes, and no
/// key stands behind it.
QByteArray pemShape(Dice &dice, const char *kind, int lines)
{
    QByteArray json = QByteArray("\"-----BEGIN ") + kind + "-----\\r\\n";
    for (int i = 0; i < lines; ++i)
        json.append(dice.letters(64)).append("\\r\\n");
    return json.append("-----END ").append(kind).append("-----\\r\\n\"");
}

void writeSigningKeys(ClientWriter &writer, const Profile &profile)
{
    if (!writer.wants(Field::SigningKeys))
        return;
    Dice dice = profile.dice(Field::SigningKeys);
    if (dice.chance(6)) {
        writer.raw(Field::SigningKeys, "null");
        return;
    }
    QByteArray json = "[{\"cert\":" + pemShape(dice, "CERTIFICATE", 16);
    json.append(",\"pkcs7\":").append(pemShape(dice, "PKCS7", 17));
    writer.raw(Field::SigningKeys, json.append(",\"subject\":\"/CN=demo.eu.auth0.com\"}]"));
}

/// Addons, most of which hold a secret of some other service in plain text, at the tier of `read:clients`.
QByteArray addons(const Profile &profile, Dice &dice)
{
    const QByteArray secret = dice.letters(40);
    switch (dice.below(8)) {
    case 0:
        return "{}";
    case 1: // a mapping to one claim is a string, to several an array
        return R"({"samlp":{"audience":"https://)" + profile.host
            + R"(","mappings":{"email":["http://schemas.xmlsoap.org/claims/EmailAddress",)"
              R"("http://schemas.xmlsoap.org/claims/UPN"],"name":"http://schemas.xmlsoap.org/claims/Name"}}})";
    case 2:
        return R"({"samlp":{"mappings":{"email":"http://schemas.xmlsoap.org/claims/EmailAddress"}}})";
    case 3:
        return R"({"azure_blob":{"accountName":"demo","storageAccessKey":")" + secret
            + R"(","containerName":"uploads","expiration":5}})";
    case 4:
        return R"({"azure_sb":{"namespace":"demo","sasKeyName":"send","sasKey":")" + secret
            + R"("}})";
    case 5:
        return R"({"wams":{"masterkey":")" + secret + R"("},"wsfed":{}})";
    case 6:
        return R"({"firebase":{"secret":")" + secret + R"(","lifetime_in_seconds":36000}})";
    default:
        return R"({"sap_api":{"clientid":"demo","usernameAttribute":"email","servicePassword":")"
            + secret + R"("}})";
    }
}

/// A classic login page of 2 to 8 kB.
QByteArray loginPage(Dice &dice)
{
    QByteArray html = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>Sign "
                      "In</title>\n<style>\n";
    const quint32 rules = 30 + dice.below(110);
    for (quint32 i = 0; i < rules; ++i)
        html.append(".panel-" + QByteArray::number(i) + " { margin: 0 auto; padding: 4px 8px; }\n");
    html.append(
        "</style>\n</head>\n<body>\n<script>\nvar config = JSON.parse(decodeURIComponent(escape("
        "window.atob('@@config@@'))));\n</script>\n</body>\n</html>\n");
    return html;
}

void writePages(ClientWriter &writer, const Profile &profile)
{
    if (Dice dice = profile.dice(Field::CustomLoginPage); writer.wants(Field::CustomLoginPage))
        if (profile.traits.isGlobal || dice.chance(4))
            writer.text(Field::CustomLoginPage, loginPage(dice));
    if (profile.dice(Field::FormTemplate).chance(1))
        writer.text(
            Field::FormTemplate,
            "<form method=\"post\" action=\"${url}\"><noscript>Continue</noscript></form>");
}

} // namespace

void writeSecrets(ClientWriter &writer, const Profile &profile)
{
    if (writer.wants(Field::ClientSecret) && !profile.dice(Field::ClientSecret).chance(1))
        writer.text(Field::ClientSecret, clientSecretOf(profile.seed, profile.index));
    writeSigningKeys(writer, profile);
    if (Dice dice = profile.dice(Field::EncryptionKey);
        writer.wants(Field::EncryptionKey) && dice.chance(1))
        writer.raw(
            Field::EncryptionKey,
            QByteArray("{\"cert\":" + pemShape(dice, "CERTIFICATE", 16) + '}'));
    if (Dice dice = profile.dice(Field::ClientAuthenticationMethods); dice.chance(8))
        writer.raw(
            Field::ClientAuthenticationMethods,
            dice.chance(30) ? QByteArray("null")
                            : QByteArray(
                                "{\"private_key_jwt\":{\"credentials\":[{\"id\":\"cred_"
                                + dice.letters(22) + "\"}]}}"));
    if (Dice dice = profile.dice(Field::Addons); writer.wants(Field::Addons) && dice.chance(9))
        writer.raw(Field::Addons, addons(profile, dice));
    writePages(writer, profile);
}

} // namespace Tenantscope::Demo
