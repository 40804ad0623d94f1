// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "contract/job.h"
#include "service/providers/provider.h"

/// What travels between the service and a child that renders a sticker. Any thread.
namespace pult::service {

struct StickerRequest {
    std::string tgs; ///< The file.
    contract::StickerFormat format = contract::StickerFormat::webp;
    std::int64_t size = 512; ///< Pixels of the longer side.
    std::int64_t frame = 0; ///< Which one becomes a PNG.
};

/// From parameters that have been validated and completed. Errors: invalidArgument.
[[nodiscard]] Result<StickerRequest> stickerRequest(const contract::JobParams &params);

/// 32 hexadecimal digits that tell the request from every other one (BLAKE2b, 128 bits): the same
/// file and parameters have the same id.
[[nodiscard]] std::string stickerId(const StickerRequest &request);

/// One line of JSON, then bytes.
[[nodiscard]] std::string packRequest(const StickerRequest &request);
[[nodiscard]] std::string packArtifact(const Artifact &artifact);
/// Errors: corrupt.
[[nodiscard]] Result<StickerRequest> unpackRequest(std::string_view message);
[[nodiscard]] Result<Artifact> unpackArtifact(std::string_view message);

} // namespace pult::service
