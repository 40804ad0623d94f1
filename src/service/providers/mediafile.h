// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/providers/provider.h"

namespace pult::service {

/// A picture or clip as an artifact; its type and size are read from the bytes themselves, whatever
/// the sender says. Known: PNG, JPEG, WebP, GIF, MP4, WebM. Errors: corrupt for anything else.
[[nodiscard]] Result<Artifact> mediaArtifact(std::string bytes);
/// The same in base64, alone or as a data URL: data:image/png;base64,… Errors: corrupt.
[[nodiscard]] Result<Artifact> packedMediaArtifact(std::string_view text);
[[nodiscard]] Artifact textArtifact(std::string text);

} // namespace pult::service
