// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "service/providers/bitmap.h"

/// Pictures as files. Errors: internal, when the format's library refuses.
namespace pult::service {

/// Opaque: the opacity is left out.
[[nodiscard]] Result<std::string> encodePng(const Bitmap &bitmap);

/// With opacity.
[[nodiscard]] Result<std::string> encodeTransparentPng(const Bitmap &bitmap);
[[nodiscard]] Result<std::string> encodeWebp(const Bitmap &bitmap);

} // namespace pult::service
