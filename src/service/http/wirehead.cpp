// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/wirehead.h"

#include <algorithm>

#include <boost/beast/core/string.hpp>
#include <fmt/format.h>

#include "service/http/httpstatus.h"

namespace pult::service {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

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

/// Looks at all of it, since a loop that never stops early takes many characters at once.
bool hasControl(std::string_view line)
{
    int found = 0;
    for (const char c : line)
        found += (c >= 0 && c < ' ' && c != '\t') || c == 0x7f ? 1 : 0;
    return found > 0;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

using Digits = fmt::format_int;

std::string_view textOf(std::string_view text)
{
    return text;
}

std::string_view textOf(const Digits &digits)
{
    return {digits.data(), digits.size()};
}

template <class... Part>
void append(std::string &head, const Part &...parts)
{
    (head.append(textOf(parts)), ...);
}

} // namespace

Result<void> checkRawHead(std::string_view head)
{
    for (std::size_t at = 0; at < head.size();) {
        if (at > 0 && isBlank(head[at]))
            return wrong("Folded header lines are not accepted");
        const std::size_t end = head.find(kLineEnd, at);
        const std::string_view line = head.substr(at, end - at);
        if (hasControl(line))
            return wrong(line.find_first_of(kLineEnd) == std::string_view::npos
                    ? "The head of the request holds control characters"
                    : "Lines of the head must end with CR LF");
        at += line.size() + (end < head.size() ? kLineEnd.size() : 0);
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
    if (!boost::beast::iequals(headers.value("Transfer-Encoding"), "chunked"))
        return wrong("The only Transfer-Encoding here is chunked");
    return {};
}

void appendHead(std::string &head, const Response &response, std::optional<std::uint64_t> length,
    KeepAlive keepAlive, std::string_view date)
{
    append(head, "HTTP/1.1 ", Digits(response.status), " ", reasonOf(response.status), "\r\n");
    append(head, "Server: pultd\r\nDate: ", date, "\r\n");
    if (!response.contentType.empty())
        append(head, "Content-Type: ", response.contentType,
            "\r\nX-Content-Type-Options: nosniff\r\n");
    if (length)
        append(head, "Content-Length: ", Digits(*length), "\r\n");
    for (const auto &[name, value] : response.headers.fields())
        append(head, name, ": ", value, "\r\n");
    if (response.headers.count("Cache-Control") == 0)
        append(head, "Cache-Control: no-store\r\n");
    if (keepAlive == KeepAlive::no)
        append(head, "Connection: close\r\n");
    append(head, "\r\n");
}

} // namespace pult::service
