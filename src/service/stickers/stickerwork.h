// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/error.h"

namespace pult::service {

/// What a child does with a packed StickerRequest: answers a packed Artifact. See renderSticker().
[[nodiscard]] Result<std::string> doStickerWork(const std::string &request);

} // namespace pult::service
