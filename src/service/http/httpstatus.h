// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

/// The statuses that this service answers with.
namespace pult::service {

inline constexpr std::size_t kStatuses = 27;

/// The registered phrase, e.g. "Not Found".
[[nodiscard]] std::string_view reasonOf(unsigned status);

/// Its place among the statuses, from 0; none for one that this service never sends.
[[nodiscard]] std::optional<std::size_t> placeOf(unsigned status);

} // namespace pult::service
