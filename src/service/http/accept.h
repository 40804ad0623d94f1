// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pult::service {

/// How much an Accept field wants a media type in that version, 0 (not at all) to 1: the weight of
/// the most specific range that covers it (RFC 9110, 12.5.1). A range with another version covers
/// nothing; other parameters are not looked at. An empty field wants everything.
[[nodiscard]] double acceptWeight(
    std::string_view accept, std::string_view mediaType, std::string_view version);

} // namespace pult::service
