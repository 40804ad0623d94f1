// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/walltime.h"

namespace pult::service {

enum class UpstreamMethod { get, post };

/// Which hosts a request may reach.
enum class Reach {
    anywhere, ///< The operator chose the address.
    publicHosts ///< Somebody else did: it must not lead into the operator's own network.
};

/// One request to a provider.
struct UpstreamRequest {
    std::string provider; ///< Lower case, for metric labels.
    UpstreamMethod method = UpstreamMethod::get;
    std::string url; ///< http or https.
    std::string body; ///< JSON; of a post.
    std::string bearer; ///< The key, or "" to send none. Never logged, never part of an error.
    std::size_t maxBytes = 1 << 20; ///< The largest answer, unpacked.
    Reach reach = Reach::anywhere;
    /// Asked several times a second on the client's thread; its error ends the request.
    std::function<Result<void>()> mayGoOn = [] { return Result<void>(); };
};

/// What came back, whatever its status.
struct UpstreamAnswer {
    int status = 0; ///< 100..599
    std::string body;
    std::optional<Seconds> retryAfter; ///< As the header says.
    bool isHttp2 = false;
};

} // namespace pult::service
