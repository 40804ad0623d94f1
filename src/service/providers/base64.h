// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace pult::service {

/// As providers write it: RFC 4648, both alphabets, with or without padding; line breaks and spaces
/// are skipped. Errors: corrupt.
[[nodiscard]] Result<std::string> decodeBase64(std::string_view text);

} // namespace pult::service
