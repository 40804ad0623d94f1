// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/wirehead.h"

#include <algorithm>

#include <boost/algorithm/string/predicate.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "service/http/httpstatus.h"

namespace pult::service {

namespace {

tl::unexpected<Error> wrong(std::string detail)
{
    return fail(ErrorCode::invalidArgument, std::move(detail));
}

bool isHostCharacter(char c)
{
    constexpr std::string_view kOthers = "-._~:[]%!$&'()*+,;=";
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || kOthers.find(c) != std::string_view::npos;
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\r' && c != '\n') || byte == 0x7f;
}

} // namespace

Result<void> checkRawHead(std::string_view head)
{
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (isControl(head[i]))
            return wrong("The head of the request holds control characters");
        const bool isCarriageReturn = head[i] == '\r';
        const bool isBeforeLineFeed = i + 1 < head.size() && head[i + 1] == '\n';
        const bool isBehindCarriageReturn = i > 0 && head[i - 1] == '\r';
        if ((isCarriageReturn && !isBeforeLineFeed) || (head[i] == '\n' && !isBehindCarriageReturn))
            return wrong("Lines of the head must end with CR LF");
        if (head[i] == '\n' && i + 1 < head.size() && (head[i + 1] == ' ' || head[i + 1] == '\t'))
            return wrong("Folded header lines are not accepted");
    }
    return {};
}

Result<void> checkFields(const Headers &headers)
{
    if (headers.count("Host") != 1)
        return wrong("The request must have one Host");
    const std::string_view host = headers.value("Host");
    if (host.empty() || !std::all_of(host.begin(), host.end(), isHostCharacter))
        return wrong("The Host is malformed");
    if (headers.count("Content-Length") > 1 || headers.count("Transfer-Encoding") > 1)
        return wrong("The length of the body is given twice");
    if (headers.count("Transfer-Encoding") == 0)
        return {};
    if (headers.count("Content-Length") > 0)
        return wrong("Content-Length and Transfer-Encoding exclude each other");
    if (!boost::iequals(headers.value("Transfer-Encoding"), "chunked"))
        return wrong("The only Transfer-Encoding here is chunked");
    return {};
}

std::string writeHead(const Response &response, std::optional<std::uint64_t> length,
    KeepAlive keepAlive, WallTime now)
{
    std::string head;
    auto out = std::back_inserter(head);
    fmt::format_to(out, "HTTP/1.1 {} {}\r\n", response.status, reasonOf(response.status));
    fmt::format_to(out, "Server: pultd\r\nDate: {:%a, %d %b %Y %H:%M:%S} GMT\r\n",
        fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
    if (!response.contentType.empty())
        fmt::format_to(
            out, "Content-Type: {}\r\nX-Content-Type-Options: nosniff\r\n", response.contentType);
    if (length)
        fmt::format_to(out, "Content-Length: {}\r\n", *length);
    for (const auto &[name, value] : response.headers.fields())
        fmt::format_to(out, "{}: {}\r\n", name, value);
    if (response.headers.count("Cache-Control") == 0)
        head += "Cache-Control: no-store\r\n";
    if (keepAlive == KeepAlive::no)
        head += "Connection: close\r\n";
    head += "\r\n";
    return head;
}

} // namespace pult::service
