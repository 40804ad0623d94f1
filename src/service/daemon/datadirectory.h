// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "service/http/tokenstore.h"

namespace pult::service {

/// Makes the directory (mode 0700) when it is missing. Errors: io (also when others may enter it).
[[nodiscard]] Result<void> prepareDataDirectory(const std::filesystem::path &directory);

/// The tokens of the directory. The first start makes one for an administrator and leaves it in
/// DIR/admin.token (0600). Errors: io, corrupt.
[[nodiscard]] Result<std::unique_ptr<TokenStore>> openTokens(
    const std::filesystem::path &directory, const Clock &clock);

} // namespace pult::service
