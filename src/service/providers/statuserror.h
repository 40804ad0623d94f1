// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>

#include "service/upstream/upstreamrequest.h"
#include "service/upstream/webaddress.h"

/// What a provider's answers mean. No I/O.
namespace pult::service {

/// The error that an answer other than 2xx stands for. Its detail quotes what the server says:
/// bounded, in one line, without the key.
[[nodiscard]] Error statusError(
    const UpstreamAnswer &answer, const WebAddress &server, const std::string &key);

/// Errors: corrupt.
[[nodiscard]] Result<boost::json::value> parsedAnswer(const std::string &body);

/// A text of somebody else's for a sentence of ours: one line of at most 300 bytes.
[[nodiscard]] std::string quotable(std::string_view text);

} // namespace pult::service
