// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace pult::widgets {

enum class ThemeKind { dark, light };

/// The colours of the whole console. Colour means state; data colours are told apart by
/// colour-blind people (Okabe and Ito's set, adapted to each background). Every text colour has a
/// contrast of at least 4.5:1 on window and surface.
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

/// The grid that every margin and gap is a multiple (or half) of, in logical pixels.
inline constexpr int kGrid = 8;

[[nodiscard]] const Theme &themeFor(ThemeKind kind);
/// The theme that the application wears now.
[[nodiscard]] const Theme &currentTheme();
/// Dresses the application: style, palette, style sheet, font. Widgets hear of it as
/// QEvent::PaletteChange. GUI thread.
///
/// The style sheet knows these dynamic properties:
///   QLabel   role="title" | "heading" | "muted" | "error" | "badge"
///   QPushButton role="primary" (the page's one action, in accent) | "danger"
void wearTheme(ThemeKind kind);
/// A trace's place in Theme::data: the same for the same name on every page.
[[nodiscard]] std::size_t tracePlace(const QString &name);
/// Contrast of two opaque colours by WCAG 2.1, 1..21.
[[nodiscard]] double contrastRatio(const QColor &one, const QColor &other);

} // namespace pult::widgets
