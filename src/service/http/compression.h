// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/message.h"

namespace pult::service {

/// Whether an Accept-Encoding field takes gzip (RFC 9110, 12.5.3): named, or by "*", and not with a
/// weight of 0.
[[nodiscard]] bool acceptsGzip(std::string_view acceptEncoding);

/// Packs the body by gzip when the client takes it and it is worth it: a text of 1 KiB and more.
/// One with an ETag stays as it is, for that names these very bytes. Any thread.
void compressIfAsked(const Request &request, Response &response);

} // namespace pult::service
