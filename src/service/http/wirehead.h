// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "base/error.h"
#include "service/http/message.h"

/// What the bytes of a request's head must keep besides what the parser checks, and the bytes of an
/// answer's head.
namespace pult::service {

/// Refuses what different servers read differently, the stuff of request smuggling: folded lines,
/// NUL and other control characters, bare CR or LF. Takes the head with its empty line at the end.
/// Errors: invalidArgument.
[[nodiscard]] Result<void> checkRawHead(std::string_view head);

/// Exactly one well-formed Host (RFC 9112, 3.2), one length, no length beside an encoding, no
/// encoding but chunked. Errors: invalidArgument.
[[nodiscard]] Result<void> checkFields(const Headers &headers);

enum class KeepAlive { yes, no };

/// Appends the status line and the fields of an answer. `length` is empty for a stream.
void appendHead(std::string &head, const Response &response, std::optional<std::uint64_t> length,
    KeepAlive keepAlive, std::string_view date);

} // namespace pult::service
