// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/stickerwork.h"

#include "service/stickers/stickerrenderer.h"

namespace pult::service {

Result<std::string> doStickerWork(const std::string &request)
{
    return unpackRequest(request).and_then(renderSticker).map(packArtifact);
}

} // namespace pult::service
