// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/typeword.h"

#include "app/base/plaintext.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

QString typeWord(QStringView appType)
{
    struct Word
    {
        QLatin1StringView type;
        const char *word;
    };
    static constexpr Word words[] = {
        {""_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::ApplicationType", "Generic")},
        {"spa"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::ApplicationType", "Single page")},
        {"regular_web"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::ApplicationType", "Regular web")},
        {"native"_L1, QT_TRANSLATE_NOOP("Tenantscope::Ui::ApplicationType", "Native")},
        {"non_interactive"_L1,
         QT_TRANSLATE_NOOP("Tenantscope::Ui::ApplicationType", "Machine to machine")},
    };
    for (const Word &word : words) {
        if (appType == word.type)
            return QCoreApplication::translate("Tenantscope::Ui::ApplicationType", word.word);
    }
    return Base::plainLine(appType, 100);
}

} // namespace Tenantscope::Ui
