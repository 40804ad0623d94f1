// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace pult::service {

/// The bytes of a gzip file (RFC 1952) with nothing behind it; never holds more than mostBytes of
/// them. Any thread. Errors: invalidArgument (damaged, cut off, something behind it), tooLarge.
[[nodiscard]] Result<std::string> gunzip(std::string_view file, std::size_t mostBytes);

} // namespace pult::service
