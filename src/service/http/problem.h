// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/http/message.h"

namespace pult::service {

/// The one table from errors to statuses: what a failure looks like to a client.
[[nodiscard]] unsigned statusOf(const Error &error);

/// application/problem+json (RFC 9457), with Retry-After when the error says when.
[[nodiscard]] Response problemResponse(const Error &error);
[[nodiscard]] Response problemResponse(unsigned status, std::string detail);

} // namespace pult::service
