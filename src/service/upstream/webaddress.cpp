// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/webaddress.h"

#include <charconv>
#include <memory>

#include <boost/algorithm/string/case_conv.hpp>
#include <curl/curl.h>

namespace pult::service {

namespace {

constexpr std::uint16_t kSecurePort = 443;
constexpr std::uint16_t kPlainPort = 80;

using ParsedUrl = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

/// "" when there is none.
std::string partOf(const ParsedUrl &url, CURLUPart part)
{
    char *text = nullptr;
    if (curl_url_get(url.get(), part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK)
        return {};
    const std::unique_ptr<char, decltype(&curl_free)> owner(text, &curl_free);
    return text;
}

/// A name as it goes into requests, headers and file names, or an IP address. libcurl unpacks
/// %-codes in names, so that anything can be in them.
bool isHost(std::string_view host)
{
    constexpr std::string_view kOfNames = "abcdefghijklmnopqrstuvwxyz0123456789-._";
    constexpr std::string_view kOfAddresses = "0123456789abcdef:.";
    const bool isAddress = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (isAddress)
        return host.find_first_not_of(kOfAddresses, 1) == host.size() - 1;
    return !host.empty() && host.find_first_not_of(kOfNames) == std::string_view::npos;
}

} // namespace

std::string WebAddress::authority() const
{
    const bool isUsual = port == (isSecure ? kSecurePort : kPlainPort);
    return isUsual ? host : host + ':' + std::to_string(port);
}

bool WebAddress::isLoopback() const
{
    return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

Result<WebAddress> parseWebAddress(const std::string &url)
{
    const ParsedUrl parsed(curl_url(), &curl_url_cleanup);
    if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
        return fail(ErrorCode::invalidArgument, "Is no address such as https://api.example.com");
    const std::string scheme = partOf(parsed, CURLUPART_SCHEME);
    if (scheme != "https" && scheme != "http")
        return fail(ErrorCode::invalidArgument, "Must begin with https:// or http://");
    if (!partOf(parsed, CURLUPART_USER).empty() || !partOf(parsed, CURLUPART_PASSWORD).empty())
        return fail(ErrorCode::invalidArgument, "Must not hold a user's name or password");

    WebAddress address;
    address.isSecure = scheme == "https";
    address.host = boost::to_lower_copy(partOf(parsed, CURLUPART_HOST));
    if (!isHost(address.host))
        return fail(ErrorCode::invalidArgument,
            "Holds no name of a server; one with other letters than ASCII is written as xn--…");
    const std::string port = partOf(parsed, CURLUPART_PORT);
    std::from_chars(port.data(), port.data() + port.size(), address.port);
    return address;
}

} // namespace pult::service
