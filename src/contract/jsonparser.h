// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <boost/json/value.hpp>

#include "base/error.h"

namespace pult::contract {

/// Parses one JSON text: UTF-8, at most 32 levels deep, nothing behind it. A number becomes the
/// double that is nearest to it, so that what jsonText writes reads back the same. Any thread.
/// Errors: invalidArgument with the byte offset.
[[nodiscard]] Result<boost::json::value> parseJson(std::string_view text);

} // namespace pult::contract
