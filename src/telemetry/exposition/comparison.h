// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pult::telemetry {

/// How many bytes of both texts are equal, from the front. Any thread.
[[nodiscard]] std::size_t commonLength(std::string_view left, std::string_view right);

} // namespace pult::telemetry
