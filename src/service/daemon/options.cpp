// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/options.h"

#include <charconv>

#include <boost/asio/ip/address.hpp>

namespace pult::service {

namespace {

tl::unexpected<Error> wrong(std::string detail)
{
    return fail(ErrorCode::invalidArgument, std::move(detail));
}

std::string withoutBrackets(const std::string &host)
{
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        return host.substr(1, host.size() - 2);
    return host == "localhost" ? "127.0.0.1" : host;
}

} // namespace

Result<boost::asio::ip::tcp::endpoint> listenEndpoint(const ServeOptions &options)
{
    const std::string &text = options.listen;
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos)
        return wrong("--listen takes ADDRESS:PORT, such as 127.0.0.1:8080");
    std::uint16_t port = 0;
    const char *end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + colon + 1, end, port);
    if (parsed.ec != std::errc() || parsed.ptr != end)
        return wrong("--listen: the port must be from 0 to 65535");

    boost::system::error_code error;
    const auto address =
        boost::asio::ip::make_address(withoutBrackets(text.substr(0, colon)), error);
    if (error)
        return wrong("--listen: \"" + text.substr(0, colon) + "\" is no address");
    if (!address.is_loopback() && !options.tls && options.proxies.isEmpty())
        return wrong("--listen: " + address.to_string()
            + " can be reached by others, and without TLS they could read tokens on the way. Give "
              "--tls CERTIFICATE KEY, or name the reverse proxy that speaks TLS with "
              "--trusted-proxy");
    return boost::asio::ip::tcp::endpoint(address, port);
}

} // namespace pult::service
