// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/colors.h"

namespace Tenantscope::Ui {

namespace {

/// What the two palettes are made of; ratios of each pair are checked by the tests.
struct Shades
{
    QRgb window, base, alternate, button, text, secondary, disabled, highlight, highlightOff, link,
        linkVisited, light, midlight, mid, dark, shadow;
};

constexpr Shades lightShades{
    .window = 0xfff3f4f6,
    .base = 0xffffffff,
    .alternate = 0xfff8f9fb,
    .button = 0xffffffff,
    .text = 0xff1b1e22,
    .secondary = 0xff5a6068,
    .disabled = 0xff9298a0,
    .highlight = 0xff1f6fb2,
    .highlightOff = 0xffb9bec5,
    .link = 0xff1f6fb2,
    .linkVisited = 0xff6b4ba1,
    .light = 0xffffffff,
    .midlight = 0xffe9ebee,
    .mid = 0xffc8cdd3,
    .dark = 0xff9aa1a9,
    .shadow = 0xff5a6068,
};

constexpr Shades darkShades{
    .window = 0xff2d3034,
    .base = 0xff1e2023,
    .alternate = 0xff232629,
    .button = 0xff3a3e43,
    .text = 0xffececec,
    .secondary = 0xffa9b0b8,
    .disabled = 0xff747b84,
    .highlight = 0xff2b6cb0,
    .highlightOff = 0xff4a5058,
    .link = 0xff6cb2ff,
    .linkVisited = 0xffc3a6ff,
    .light = 0xff4a4f55,
    .midlight = 0xff3f4449,
    .mid = 0xff26282b,
    .dark = 0xff191b1d,
    .shadow = 0xff0f1011,
};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette;
    palette.setColor(QPalette::Window, shades.window);
    palette.setColor(QPalette::WindowText, shades.text);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::Text, shades.text);
    palette.setColor(QPalette::PlaceholderText, shades.secondary);
    palette.setColor(QPalette::Button, shades.button);
    palette.setColor(QPalette::ButtonText, shades.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, shades.text);
    palette.setColor(QPalette::ToolTipText, shades.base);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.linkVisited);
    palette.setColor(QPalette::Light, shades.light);
    palette.setColor(QPalette::Midlight, shades.midlight);
    palette.setColor(QPalette::Mid, shades.mid);
    palette.setColor(QPalette::Dark, shades.dark);
    palette.setColor(QPalette::Shadow, shades.shadow);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, shades.disabled);
    palette.setColor(QPalette::Disabled, QPalette::PlaceholderText, shades.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, shades.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, shades.highlightOff);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, shades.text);
    return palette;
}

} // namespace

QPalette paletteFor(ColorScheme scheme)
{
    return paletteOf(scheme == ColorScheme::Dark ? darkShades : lightShades);
}

Colors colorsOf(const QPalette &palette)
{
    if (isDark(palette)) {
        return {
            .secondary = 0xffa9b0b8,
            .ok = 0xff57c878,
            .caution = 0xffe3b341,
            .error = 0xffff8a80,
            .line = 0xff43474d,
            .border = 0xff7a828c,
            .focus = 0xff6cb2ff,
            .hover = 0xff2a2e33,
            .badge = 0xff3d4249,
        };
    }
    return {
        .secondary = 0xff5a6068,
        .ok = 0xff1a7f37,
        .caution = 0xff8a5a00,
        .error = 0xffb3261e,
        .line = 0xffd5d9de,
        .border = 0xff80878f,
        .focus = 0xff1f6fb2,
        .hover = 0xffeef4fa,
        .badge = 0xffe4e7eb,
    };
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 110;
}

} // namespace Tenantscope::Ui
