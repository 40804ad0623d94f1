// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "telemetry/signals/profile.h"

/// A JSON document's numbers as series: json{pointer="/hits"} 12. Any thread.
namespace pult::telemetry {

struct JsonNumber {
    std::string pointer; ///< RFC 6901.
    double value = 0; ///< Of true 1, of false 0.
    bool operator==(const JsonNumber &) const = default;
};

/// What one document may offer; the rest is left out.
inline constexpr std::size_t kMostJsonNumbers = 1000;

/// In the order of the document. Errors: corrupt (it is not JSON).
[[nodiscard]] Result<std::vector<JsonNumber>> readJsonNumbers(std::string_view text);

/// Those of the pointers, as metrics; what the document does not have is left out.
[[nodiscard]] std::string jsonExposition(
    const std::vector<JsonNumber> &numbers, const std::vector<std::string> &pointers);

/// Shows each of them: a chart a number, tiles for the first.
[[nodiscard]] Profile jsonProfile(const std::vector<std::string> &pointers);

} // namespace pult::telemetry
