// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/connectionimport.h"
#include "ui/signin/signinform.h"

#include <QWidget>

namespace Tenantscope::Ui {

class PlainLabel;

/// Fills the form from the clipboard or a file, and says what it took. Keeps no text and leaves the clipboard alone.
class ImportBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportBar(QWidget *parent = nullptr);

    /// Whether \a text, put into a field, is rather a whole connection: of several lines, JSON or a curl command.
    [[nodiscard]] static bool isConnection(QStringView text);

    void paste();                       ///< from the clipboard
    void take(const QString &text);     ///< as pasted
    void readFile(const QString &name); ///< at most 1 MB
    void clear();                       ///< what it says
    [[nodiscard]] QString note() const; ///< empty: none

Q_SIGNALS:
    void imported(const Tenantscope::Ui::SignInValues &values);

private:
    void chooseFile();
    void import(QByteArrayView text, SecretSource source);
    void tell(const Tenant::ImportedConnection &connection, SecretSource source);
    void tell(const Base::Error &error);

    PlainLabel *m_note;
};

} // namespace Tenantscope::Ui
