// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace pult::widgets {

/// Gives a widget another role of the style sheet ("muted", "error", …) while it is shown.
void setRole(QWidget &widget, const char *role);
/// Marks a field whose content is wrong.
void setWrong(QWidget &field, bool isWrong);

} // namespace pult::widgets
