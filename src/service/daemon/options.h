// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <boost/asio/ip/tcp.hpp>

#include "base/error.h"
#include "service/http/frontdoor.h"
#include "service/http/tlscontext.h"
#include "service/routes/healthmonitor.h"

namespace pult::service {

/// What `pultd serve` was told.
struct ServeOptions {
    std::string listen = "127.0.0.1:8080";
    std::filesystem::path data = "pult-data";
    std::optional<std::filesystem::path> config;
    HealthMonitor::Traffic traffic = HealthMonitor::Traffic::users;
    ApiAccess api = ApiAccess::tokens;
    std::optional<std::filesystem::path> accessLog;
    std::optional<TlsFiles> tls;
    TrustedProxies proxies;
};

/// Where to listen: "ADDRESS:PORT", "[IPV6]:PORT" or "localhost:PORT"; port 0 takes a free one. An
/// address that others can reach needs TLS or a trusted proxy in front.
/// Errors: invalidArgument.
[[nodiscard]] Result<boost::asio::ip::tcp::endpoint> listenEndpoint(const ServeOptions &options);

} // namespace pult::service
