// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <curl/curl.h>

#include "service/config/settings.h"
#include "service/upstream/transfer.h"

/// What went wrong with a request, in a sentence that names the host and what to do.
namespace pult::service {

/// Of a phase that took longer than its limit: limited for the pool, unavailable for the others.
[[nodiscard]] Error phaseTimeout(
    Transfer::Phase phase, const WebAddress &address, const UpstreamSettings &settings);

/// Of libcurl's verdict. problem: what libcurl says to it, may be empty.
[[nodiscard]] Error transferFailure(
    CURLcode code, const WebAddress &address, const std::string &problem);

/// The limit of the phase.
[[nodiscard]] Seconds limitOf(Transfer::Phase phase, const UpstreamSettings &settings);

/// "pool_timeout", "connect_timeout", … for metric labels.
[[nodiscard]] std::string timeoutName(Transfer::Phase phase);

} // namespace pult::service
