// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/formatname.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using Session::CommandFormat;
using Session::TokenFormat;

namespace {

/// Gives the functions of this file a context for translators.
class FormatName final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::FormatName)

public:
    static QString of(TokenFormat format)
    {
        switch (format) {
        case TokenFormat::Token:
            return tr("token");
        case TokenFormat::Header:
            return tr("header");
        case TokenFormat::Export:
            return tr("export");
        case TokenFormat::PowerShell:
            return tr("PowerShell");
        case TokenFormat::DotEnv:
            return tr(".env line");
        case TokenFormat::Json:
            return tr("JSON");
        case TokenFormat::CurlWithToken:
            return tr("curl");
        }
        Q_UNREACHABLE();
    }
    static QString of(CommandFormat format)
    {
        return format == CommandFormat::Curl ? tr("curl") : tr("HTTPie");
    }
};

} // namespace

QString formatName(TokenFormat format)
{
    return FormatName::of(format);
}

QString formatName(CommandFormat format)
{
    return FormatName::of(format);
}

} // namespace Tenantscope::Ui
