// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/accept.h"

#include <algorithm>
#include <charconv>

#include <boost/beast/core/string.hpp>

namespace pult::service {

namespace {

using boost::beast::iequals;

constexpr std::string_view kBlanks = " \t";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Cuts the text up to the separator off, and the separator.
std::string_view takePart(std::string_view &text, char separator)
{
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return trimmed(part);
}

std::string_view unquoted(std::string_view text)
{
    const bool isQuoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
    return isQuoted ? text.substr(1, text.size() - 2) : text;
}

struct MediaRange {
    std::string_view type;
    std::string_view version; ///< Empty: of any.
    double weight = 1;
};

double weightFrom(std::string_view text)
{
    double weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    const bool isWeight = error == std::errc() && weight >= 0 && weight <= 1;
    return isWeight ? weight : 0;
}

MediaRange rangeFrom(std::string_view text)
{
    MediaRange range;
    range.type = takePart(text, ';');
    while (!text.empty()) {
        std::string_view value = takePart(text, ';');
        const std::string_view name = takePart(value, '=');
        value = trimmed(value);
        if (iequals(name, "q"))
            range.weight = weightFrom(value);
        else if (iequals(name, "version"))
            range.version = unquoted(value);
    }
    return range;
}

/// 0: it does not cover the type.
int specificity(const MediaRange &range, std::string_view type, std::string_view version)
{
    if (!range.version.empty() && range.version != version)
        return 0;
    if (iequals(range.type, type))
        return range.version.empty() ? 3 : 4;
    const std::string_view family = type.substr(0, type.find('/') + 1);
    if (range.type.ends_with("/*") && iequals(range.type.substr(0, range.type.size() - 1), family))
        return 2;
    return range.type == "*/*" ? 1 : 0;
}

} // namespace

double acceptWeight(std::string_view accept, std::string_view mediaType, std::string_view version)
{
    if (accept.empty())
        return 1;
    double weight = 0;
    int best = 0;
    while (!accept.empty()) {
        const MediaRange range = rangeFrom(takePart(accept, ','));
        const int specific = specificity(range, mediaType, version);
        if (specific > best) {
            best = specific;
            weight = range.weight;
        }
    }
    return weight;
}

} // namespace pult::service
