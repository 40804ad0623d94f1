// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace pult::contract {

/// The bytes that stand in base64 (RFC 4648, 4): the usual alphabet, padded, without line breaks.
/// Any thread. Errors: invalidArgument.
[[nodiscard]] Result<std::string> fromBase64(std::string_view text);
/// As others write it: both alphabets of RFC 4648, with or without padding; line breaks, spaces and
/// tabs are skipped. Errors: invalidArgument.
[[nodiscard]] Result<std::string> fromAnyBase64(std::string_view text);
[[nodiscard]] std::string toBase64(std::string_view bytes);

} // namespace pult::contract
