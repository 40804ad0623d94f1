// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pult::models {

/// A title, description or advice that a service's schema gives in English, in the user's
/// language. What the console does not know stands as it is. GUI thread.
[[nodiscard]] QString serviceText(const QString &english);
/// The same of a unit as it stands behind the number: "thread" behind 1.
[[nodiscard]] QString unitText(const QString &unit, double number);

} // namespace pult::models
