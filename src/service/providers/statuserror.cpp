// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/statuserror.h"

#include <algorithm>

#include <boost/algorithm/string/replace.hpp>
#include <fmt/format.h>

#include "contract/codec.h"

namespace pult::service {

namespace {

constexpr std::size_t kMaxQuoteBytes = 300;
/// When a server asks for patience and doesn't say how much.
constexpr Seconds kUsualPatience{5};

/// {"error": {"message": …}}, {"error": "…"}, {"message": …} or {"detail": …}.
std::string messageIn(const boost::json::value &json)
{
    const boost::json::object *object = json.if_object();
    if (!object)
        return {};
    for (const char *name : {"error", "message", "detail"}) {
        const boost::json::value *found = object->if_contains(name);
        if (found && found->is_string())
            return std::string(found->get_string());
        if (found && found->is_object())
            return messageIn(*found);
    }
    return {};
}

std::string quoteOf(const UpstreamAnswer &answer, const std::string &key)
{
    const auto json = contract::parseJson(answer.body);
    std::string said = json ? messageIn(*json) : std::string();
    if (!key.empty())
        boost::algorithm::replace_all(said, key, "***");
    return said.empty() ? std::string() : ": " + quotable(said);
}

ErrorCode codeOf(int status)
{
    if (status == 429)
        return ErrorCode::limited;
    if (status == 401)
        return ErrorCode::unauthenticated;
    if (status == 403)
        return ErrorCode::forbidden;
    if (status == 404)
        return ErrorCode::notFound;
    if (status >= 500 || status == 408 || status == 425)
        return ErrorCode::unavailable;
    return status >= 400 ? ErrorCode::invalidArgument : ErrorCode::unsupported;
}

} // namespace

Error statusError(const UpstreamAnswer &answer, const WebAddress &server, const std::string &key)
{
    Error error{codeOf(answer.status), {}, {}};
    const std::string host = server.authority();
    if (error.code == ErrorCode::unauthenticated) // Some servers quote parts of the key.
        error.detail = host + " does not accept the key (401)";
    else if (error.code == ErrorCode::unsupported)
        error.detail = fmt::format("{} sends requests elsewhere ({}): correct its address in the "
                                   "settings",
            host, answer.status);
    else
        error.detail = fmt::format("{} answered {}{}", host, answer.status, quoteOf(answer, key));
    if (error.code == ErrorCode::limited)
        error.retryAfter = answer.retryAfter.value_or(kUsualPatience);
    else if (answer.status == 503)
        error.retryAfter = answer.retryAfter;
    return error;
}

Result<boost::json::value> parsedAnswer(const std::string &body)
{
    return contract::parseJson(body).map_error([](const Error &) {
        return Error{ErrorCode::corrupt, "The provider's answer is no JSON", {}};
    });
}

std::string quotable(std::string_view text)
{
    std::string line(text.substr(0, kMaxQuoteBytes));
    while (!line.empty() && text.size() > line.size()
        && (static_cast<unsigned char>(text[line.size()]) & 0xc0U) == 0x80U)
        line.pop_back(); // Not amid a character.
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
    return text.size() > line.size() ? line + "…" : line;
}

} // namespace pult::service
