// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pult::service {

/// Lower case, for Latin, Greek and Cyrillic letters; all else stays. Valid UTF-8 stays valid.
[[nodiscard]] std::string foldCase(std::string_view text);

/// Whether the text holds the needle, in any case. The needle is folded already.
[[nodiscard]] bool containsFolded(std::string_view text, std::string_view foldedNeedle);

} // namespace pult::service
