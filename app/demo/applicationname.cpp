// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/applicationname.h"

namespace Tenantscope::Demo {

namespace {

enum Decision : quint64 { NameDecision = 2000 };

using Texts = std::array<QByteArrayView, 6>;

constexpr std::array<QByteArrayView, 36> products{
    "Billing",    "Claims",      "Checkout",   "Customer",    "Support",       "Inventory",
    "Logistics",  "Payroll",     "Scheduling", "Analytics",   "Loyalty",       "Partner",
    "Supplier",   "Procurement", "Returns",    "Catalog",     "Pricing",       "Warehouse",
    "Fleet",      "Onboarding",  "Knowledge",  "Careers",     "Training",      "Events",
    "Newsletter", "Reporting",   "Compliance", "Contracts",   "Field Service", "Smart Meter",
    "Storefront", "Gift Card",   "Insurance",  "Appointment", "Patient",       "Newsroom"};

constexpr Texts webNouns{"Portal", "Back Office", "Website", "Console", "Intranet", "Hub"};
constexpr Texts singlePageNouns{"Dashboard",    "Admin",   "Web App",
                                "Self-Service", "Planner", "Widget"};
constexpr Texts nativeNouns{"for iOS", "for Android", "Desktop", "Scanner", "Kiosk", "CLI"};
constexpr Texts machineNouns{"API Worker", "Sync Job",       "Importer",
                             "Gateway",    "Nightly Export", "CI"};
constexpr Texts otherNouns{"SSO", "Integration", "Connector", "API", "Bridge", "Federation"};

constexpr std::array<QByteArrayView, 16> customers{
    "Alder & Sons", "Brightwater", "Cobalt Foods", "Dunmore",     "Everfield", "Fjordline",
    "Greystone",    "Halcyon",     "Ibex Outdoor", "Juniper Bay", "Kestrel",   "Larkspur",
    "Montrose",     "Northgate",   "Osprey Rail",  "Pinewood"};

/// Names that break programs. Two are given twice: names are not unique.
constexpr std::array<QByteArrayView, 34> naughtyNames{
    "Default App",
    "Default App",
    "Zürich Büroportal – Ämter & Behörden",
    "<img src=x onerror=alert(1)> Marketing",
    "=1+1",
    "顧客ポータル",
    "בדיקה – مرحبا بالعالم",
    "🚀 Launchpad 👩\u200D👩\u200D👧\u200D👦",
    "Legacy  CRM  [do not delete]  {{tenant.friendly_name}}  (migrated from the old European "
    "tenant, owner unknown)",
    "Портал партнёров",
    "invoice\u202Egpj.exe",
    "+1-800-SUPPORT",
    "-Retired- Field Service",
    "@everyone Notifier",
    "\"Quoted\", comma; semicolon",
    "  leading and trailing blanks  ",
    "Tab\there",
    "Line\nbreak",
    "' OR 1=1 --",
    "<b>Bold</b> &amp; &lt;escaped&gt;",
    "=HYPERLINK(\"https://example.com\",\"Click\")",
    "＝1＋1 full-width",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌"
    "͘",
    "zero\u200Bwidth\u200Bspace",
    "\x1b[31mred\x1b[0m terminal",
    "%s %d %n %p",
    "../../etc/passwd",
    "undefined",
    "null",
    "Test",
    "Test",
    "https://https://example.com",
    "$(touch /tmp/owned) `id` $TOKEN",
    "Ｆｕｌｌｗｉｄｔｈ Ａｐｐ"};

constexpr int firstNaughty = 4;
constexpr int naughtyStep = 11;

/// The naughty name application \a index has; empty: none.
QByteArrayView naughtyName(int index)
{
    const int offset = index - firstNaughty;
    const auto number = static_cast<size_t>(offset / naughtyStep);
    if (offset < 0 || offset % naughtyStep != 0 || number >= naughtyNames.size())
        return {};
    return naughtyNames[number];
}

const Texts &nouns(Purpose purpose)
{
    switch (purpose) {
    case Purpose::SinglePage:
        return singlePageNouns;
    case Purpose::Native:
        return nativeNouns;
    case Purpose::Machine:
        return machineNouns;
    case Purpose::Other:
        return otherNouns;
    case Purpose::Generic:
    case Purpose::RegularWeb:
        break;
    }
    return webNouns;
}

struct Environment
{
    QByteArrayView suffix;
    QByteArrayView hostPart;
};

Environment environment(Dice &dice)
{
    const quint32 percentile = dice.below(100);
    if (percentile < 48)
        return {"", ""};
    if (percentile < 63)
        return {" (Staging)", ".staging"};
    if (percentile < 76)
        return {" (Development)", ".dev"};
    if (percentile < 84)
        return {" - QA", ".qa"};
    return percentile < 92 ? Environment{" [EU]", ".eu"} : Environment{" – Production", ""};
}

/// \a text in small ASCII letters, digits and hyphens.
QByteArray label(QByteArrayView text)
{
    QByteArray label;
    label.reserve(text.size());
    for (const char character : text) {
        if (character >= 'A' && character <= 'Z')
            label.append(static_cast<char>(character - 'A' + 'a'));
        else if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9'))
            label.append(character);
        else if (!label.isEmpty() && !label.endsWith('-'))
            label.append('-');
    }
    return label;
}

} // namespace

ApplicationName applicationName(quint64 seed, int index, Purpose purpose)
{
    if (index == 0)
        return {"Tenantscope (read-only)", "tenantscope"};
    const QByteArray number = QByteArray::number(index);
    if (const QByteArrayView name = naughtyName(index); !name.isEmpty())
        return {name.toByteArray(), "app-" + number};

    // The larger the tenant, the more of its applications are one per customer.
    constexpr int firstOfCustomers = 150;
    constexpr int firstNumbered = 1'200;
    Dice dice(seed, static_cast<quint64>(index), NameDecision);
    const QByteArrayView product = dice.pick(products);
    const QByteArrayView noun = dice.pick(nouns(purpose));
    QByteArray text = product.toByteArray() + ' ' + noun;
    QByteArray host = label(text);
    if (index >= firstOfCustomers && dice.chance(60)) {
        const QByteArrayView customer = dice.pick(customers);
        text.append(" – ").append(customer);
        host.append('.').append(label(customer));
    }
    if (index >= firstNumbered) {
        text.append(" #").append(number);
        host.append('-').append(number);
    }
    const Environment where = environment(dice);
    text.append(where.suffix);
    host.append(where.hostPart);
    return {text, host};
}

} // namespace Tenantscope::Demo
