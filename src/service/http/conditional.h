// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "service/http/message.h"

namespace pult::service {

/// What a request for bytes that never change is answered, made from the answer with all of them:
/// all, the one range that it asks for (206 or 416), or nothing to who has them already (304).
/// `tag` is the ETag, quotes included; it stands for these very bytes. RFC 9110, 13 and 14.
[[nodiscard]] Response conditionalResponse(
    const Request &request, const std::string &tag, Response whole);

} // namespace pult::service
