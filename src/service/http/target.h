// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace pult::service {

/// A request target, taken apart and percent-decoded.
struct Target {
    std::vector<std::string> segments; ///< "/a/b%2fc" → "a", "b/c"; "/" → none.
    std::vector<std::pair<std::string, std::string>> query;

    /// The first of that name.
    [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
};

/// Origin form, or absolute form with http or https (RFC 9112, 3.2).
/// Errors: invalidArgument (another form, a broken escape, NUL, not UTF-8 after decoding).
[[nodiscard]] Result<Target> parseTarget(std::string_view text);

/// Percent-decoding (RFC 3986, 2.1). Errors: invalidArgument, as parseTarget.
[[nodiscard]] Result<std::string> percentDecode(std::string_view text);

} // namespace pult::service
