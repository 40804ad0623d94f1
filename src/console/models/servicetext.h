// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pult::models {

/// A title, description, advice or unit that a service's schema gives in English, in the user's
/// language. What the console does not know stands as it is. GUI thread.
[[nodiscard]] QString serviceText(const QString &english);

} // namespace pult::models
