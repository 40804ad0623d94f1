// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

class QWidget;

namespace pult::shell {

/// What a window remembers of itself from one run to the next: where its splitters stand, and what
/// is in its fields. Only a field whose property `kept` is true counts, so that a secret never
/// does. Keys are object names from the window down; values are texts. GUI thread.
using KeptState = std::map<std::string, std::string>;

[[nodiscard]] KeptState keptStateOf(const QWidget &window);
/// What the window has no place for any more is passed over.
void restoreKeptState(QWidget &window, const KeptState &state);

} // namespace pult::shell
