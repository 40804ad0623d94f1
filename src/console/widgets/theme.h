// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace pult::widgets {

enum class ThemeKind { dark, light };

/// The colours of the whole console. Colour means state; data colours are told apart by
/// colour-blind people (Okabe and Ito's set, adapted to each background).
struct Theme {
    ThemeKind kind = ThemeKind::dark;
    QColor window; ///< Behind everything.
    QColor surface; ///< Cards, tables, fields.
    QColor border;
    QColor text;
    QColor mutedText;
    QColor accent;
    QColor good;
    QColor warning;
    QColor bad;
    std::array<QColor, 8> data; ///< Traces.
};

[[nodiscard]] const Theme &themeFor(ThemeKind kind);
/// The theme that the application wears now.
[[nodiscard]] const Theme &currentTheme();
/// Dresses the application: palette, style sheet, fonts. GUI thread.
void wearTheme(ThemeKind kind);
/// A trace's colour: the same for the same name on every page.
[[nodiscard]] QColor traceColor(const Theme &theme, const QString &name);

} // namespace pult::widgets
