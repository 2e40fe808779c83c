// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace Tenantscope::Ui {

/// As high as its content wants to be where there is room, and scrolls it where there is not, so that a low window never
/// squashes it. It is seen while its content is. With an accessible name it takes the focus when it scrolls: for content
/// that takes none itself.
class ScrollBox final : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes \a content over.
    explicit ScrollBox(QWidget *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitBar();
    void showFocus();
};

} // namespace Tenantscope::Ui
