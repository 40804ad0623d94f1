// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/stickers/stickerrequest.h"

namespace pult::service {

/// What a TGS file may expand to.
inline constexpr std::size_t kMaxLottieBytes = 8U << 20U;

/// Unpacks, checks, draws and encodes a sticker; takes a processor for a second or so. Only in a
/// confined child. Errors: invalidArgument (the file is at fault), tooLarge, internal.
[[nodiscard]] Result<Artifact> renderSticker(const StickerRequest &request);

} // namespace pult::service
