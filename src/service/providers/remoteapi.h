// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>

#include "service/providers/keyring.h"
#include "service/providers/provider.h"
#include "service/providers/stopcheck.h"
#include "service/upstream/upstreamclient.h"

namespace pult::service {

/// The largest answer of a provider, base64 and all, and the largest result fetched by its URL.
inline constexpr std::size_t kMaxProviderBytes = 64 << 20;

/// The path under the base, with one slash between them.
[[nodiscard]] std::string urlUnder(std::string base, const std::string &path);

/// What remote providers have in common: JSON with a key, and statuses as errors. Any thread.
///
/// Errors of all calls: those of the check; limited (429, with how long to wait), unauthenticated
/// (401), forbidden, notFound, invalidArgument (other 4xx: final, with what the server says),
/// unavailable (5xx, 408, not reached, too slow), corrupt (no JSON), tooLarge.
class RemoteApi {
public:
    RemoteApi(UpstreamClient &client, const KeyRing &keys, std::string provider);

    Task<Result<boost::json::value>> get(std::string url, StopCheck check);
    Task<Result<boost::json::value>> post(
        std::string url, boost::json::value body, StopCheck check);
    /// A picture or clip that the provider named by URL or answered in base64. By URL it is fetched
    /// over https from a public host, or from `base`'s own server; no key is sent to another one.
    /// Errors: forbidden for any other.
    Task<Result<Artifact>> media(std::string media, std::string base, StopCheck check);

private:
    Task<Result<std::string>> download(std::string url, std::string base, StopCheck check);
    Task<Result<UpstreamAnswer>> send(UpstreamRequest request, StopCheck check);

    UpstreamClient &m_client;
    const KeyRing &m_keys;
    std::string m_provider;
};

} // namespace pult::service
