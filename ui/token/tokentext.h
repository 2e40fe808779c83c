// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"

#include <QWidget>

namespace Tenantscope::Ui {

class PlainLabel;
class SecretBox;

/// A token as dots with its length and fingerprint, or, while revealed, itself.
class TokenText final : public QWidget
{
    Q_OBJECT

public:
    explicit TokenText(QWidget *parent = nullptr);

    void show(const Base::Secret &token);
    void clear();
    void reveal(const Base::Secret &token);
    void hideAgain();
    [[nodiscard]] bool isRevealed() const;

private:
    PlainLabel *m_dots;
    PlainLabel *m_facts;
    SecretBox *m_box;
};

} // namespace Tenantscope::Ui
