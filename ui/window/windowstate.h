// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>
#include <QString>

#include <memory>

namespace Tenantscope::Ui {

/// Where the window's looks are kept between two runs: sizes, splitters, columns, sort, colour scheme, text size.
/// Never a token, a secret or anything a tenant answered.
///
/// An ini file with a format version. One that cannot be read, or has another version, is set aside under another
/// name and begun anew.
class WindowState final
{
public:
    static constexpr int format = 1;

    /// \a file: `window.ini` in the application's XDG configuration folder unless a test says otherwise.
    explicit WindowState(const QString &file = usualFile());

    [[nodiscard]] static QString usualFile();

    [[nodiscard]] QSettings &settings() { return *m_settings; }
    [[nodiscard]] const QSettings &settings() const { return *m_settings; }
    /// Where unreadable state went; empty: there was none.
    [[nodiscard]] QString setAside() const { return m_setAside; }

private:
    [[nodiscard]] static bool isReadable(const QString &file);
    void begin(const QString &file);

    std::unique_ptr<QSettings> m_settings;
    QString m_setAside;
};

} // namespace Tenantscope::Ui
