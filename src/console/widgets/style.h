// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pult::widgets {

/// Gives a widget another role of the style sheet ("muted", "error", …) while it is shown.
void setRole(QWidget &widget, const char *role);
/// Marks a field whose content is wrong.
void setWrong(QWidget &field, bool isWrong);
/// Greys a table or tree whose content is not up to date. Its delegates ask isStale().
void setStale(QWidget &view, bool isStale);
/// Of the view that a delegate draws for; null: no.
[[nodiscard]] bool isStale(const QWidget *view);

} // namespace pult::widgets
