// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class PlainLabel;

/// A token as dots with its length and fingerprint, or, while revealed, itself.
///
/// The revealed text cannot be selected, so neither PRIMARY nor an unhinted copy ever gets it.
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

protected:
    bool event(QEvent *event) override;

private:
    PlainLabel *m_dots;
    PlainLabel *m_facts;
    QPlainTextEdit *m_box;
};

} // namespace Tenantscope::Ui
