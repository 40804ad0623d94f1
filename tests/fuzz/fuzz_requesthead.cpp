// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bytes of a connection, as RequestReader takes them apart, but for the socket.
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <utf8.h>

#include "fuzz/fuzzing.h"
#include "service/http/accept.h"
#include "service/http/byterange.h"
#include "service/http/compression.h"
#include "service/http/requestparser.h"
#include "service/http/trustedproxies.h"
#include "service/http/wirehead.h"

namespace {

namespace http = boost::beast::http;

using pult::fuzz::require;

constexpr std::string_view kHeadEnd = "\r\n\r\n";

void readFields(const pult::service::Headers &headers)
{
    for (const auto &[name, value] : headers.fields()) {
        constexpr std::uint64_t kSize = 1000;
        const auto range = pult::service::selectRange(value, kSize);
        if (range.kind == pult::service::RangeAnswer::Kind::part)
            require(range.length > 0 && range.offset + range.length <= kSize,
                "a range lies within the bytes");
        const double weight = pult::service::acceptWeight(value, "text/plain", "0.0.4");
        require(weight >= 0 && weight <= 1, "a weight is from 0 to 1");
        (void)pult::service::acceptsGzip(value);
        pult::service::TrustedProxies proxies;
        if (proxies.add("10.0.0.0/8"))
            (void)proxies.clientOf("10.0.0.1", value);
    }
}

void readTarget(std::string_view text)
{
    const auto target = pult::service::parseTarget(text);
    if (!target)
        return;
    for (const std::string &segment : target->segments)
        require(utf8::is_valid(segment) && segment.find('\0') == std::string::npos,
            "what handlers see of an address is text");
    for (const auto &[name, value] : target->query)
        require(
            utf8::is_valid(name) && utf8::is_valid(value), "what handlers see of a query is text");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text = pult::fuzz::textOf(data, size);
    const std::size_t end = text.find(kHeadEnd);
    if (end == std::string::npos)
        return 0;
    const std::string_view head = std::string_view(text).substr(0, end + kHeadEnd.size());
    if (!pult::service::checkRawHead(head))
        return 0;
    constexpr std::uint64_t kBodyLimit = 4096;
    pult::service::RequestParser parser;
    parser.header_limit(16 * 1024);
    parser.body_limit(kBodyLimit);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(head), error);
    if (error && error != http::error::need_more)
        return 0;
    const pult::service::Headers headers = parser.takeHeaders();
    readFields(headers);
    readTarget(parser.target());
    if (!pult::service::checkFields(headers))
        return 0;
    require(headers.count("Host") == 1, "a request that is taken has one Host");
    require(headers.count("Content-Length") + headers.count("Transfer-Encoding") <= 1,
        "there is one way to tell where a body ends");
    parser.eager(true);
    const std::string_view rest = std::string_view(text).substr(head.size());
    if (!parser.is_done() && !rest.empty())
        parser.put(boost::asio::buffer(rest), error);
    require(parser.takeBody().size() <= kBodyLimit, "no body is longer than allowed");
    return 0;
}
