// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <boost/asio/thread_pool.hpp>

#include "service/config/liveconfig.h"
#include "service/http/router.h"

namespace pult::service {

/// What each owner has in force now, as {group: {name: value}}. Any thread.
using AppliedSettings = std::function<Settings()>;

/// What shows of the settings in force, next to what their owners say. Any thread.
using VerifiedSettings = std::function<std::vector<contract::VerifiedSetting>(const Settings &)>;

/// Which secrets are there, as {group: {name: "set" or "unset"}}; never themselves. Any thread.
using SecretStates = std::function<boost::json::object()>;

/// GET and PATCH /config, its schema, presets, history, and the way back. What reads or
/// writes revisions does so on the pool. Pool and config must outlive the router.
void addConfigRoutes(Router &router, boost::asio::thread_pool &background, LiveConfig &config,
    AppliedSettings applied, VerifiedSettings verified, SecretStates secrets);

} // namespace pult::service
