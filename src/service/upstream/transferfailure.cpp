// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/transferfailure.h"

#include <fmt/format.h>

namespace pult::service {

namespace {

Error notAvailable(std::string detail)
{
    return {ErrorCode::unavailable, std::move(detail), {}};
}

Error untrusted(const WebAddress &address, const std::string &problem)
{
    return notAvailable(
        fmt::format("The certificate of {} is not trusted ({}); if an authority of your own signed "
                    "it, name that authority's file in upstream.ca_file",
            address.authority(), problem));
}

} // namespace

Seconds limitOf(Transfer::Phase phase, const UpstreamSettings &settings)
{
    switch (phase) {
    case Transfer::Phase::pool:
        return settings.pool_timeout_s;
    case Transfer::Phase::connect:
        return settings.connect_timeout_s;
    case Transfer::Phase::write:
        return settings.write_timeout_s;
    case Transfer::Phase::read:
        return settings.read_timeout_s;
    }
    return settings.read_timeout_s;
}

std::string timeoutName(Transfer::Phase phase)
{
    switch (phase) {
    case Transfer::Phase::pool:
        return "pool_timeout";
    case Transfer::Phase::connect:
        return "connect_timeout";
    case Transfer::Phase::write:
        return "write_timeout";
    case Transfer::Phase::read:
        return "read_timeout";
    }
    return "timeout";
}

Error phaseTimeout(
    Transfer::Phase phase, const WebAddress &address, const UpstreamSettings &settings)
{
    const std::string host = address.authority();
    const double limit = limitOf(phase, settings).count();
    switch (phase) {
    case Transfer::Phase::pool:
        return {ErrorCode::limited,
            fmt::format("No connection for {} came free within {} s (upstream.pool_timeout_s): "
                        "raise upstream.max_connections or upstream.per_host, or take slots away",
                host, limit),
            {}};
    case Transfer::Phase::connect:
        return notAvailable(fmt::format(
            "No connection to {} within {} s (upstream.connect_timeout_s)", host, limit));
    case Transfer::Phase::write:
        return notAvailable(fmt::format(
            "{} took no byte of the request for {} s (upstream.write_timeout_s)", host, limit));
    case Transfer::Phase::read:
        return notAvailable(
            fmt::format("{} sent no byte for {} s (upstream.read_timeout_s)", host, limit));
    }
    return notAvailable(host + " took too long");
}

Error transferFailure(CURLcode code, const WebAddress &address, const std::string &problem)
{
    const std::string host = address.authority();
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return notAvailable(fmt::format("There is no host {}", address.host));
    case CURLE_COULDNT_CONNECT:
        return notAvailable(fmt::format("Nothing answers at {}", host));
    case CURLE_PEER_FAILED_VERIFICATION:
        return untrusted(address, problem);
    case CURLE_SSL_CACERT_BADFILE:
        return notAvailable("upstream.ca_file cannot be read, or holds no certificate");
    case CURLE_SSL_CONNECT_ERROR:
        return notAvailable(fmt::format("No secure connection to {}: {}", host, problem));
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_SEND_FAIL_REWIND: // A kept connection, and the request may have been read.
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return notAvailable(fmt::format("{} broke the connection off", host));
    default:
        return notAvailable(fmt::format("{}: {}", host, curl_easy_strerror(code)));
    }
}

} // namespace pult::service
