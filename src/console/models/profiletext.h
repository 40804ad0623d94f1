// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

namespace pult::models {

/// A text of resources/profiles in the user's language; what is none stands as it is. GUI thread.
[[nodiscard]] QString profileText(const std::string &text);

} // namespace pult::models
