// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/target.h"

#include <algorithm>
#include <charconv>

#include <utf8.h>

namespace pult::service {

namespace {

/// Cuts the text up to the separator off the front; all of it when there is no separator.
std::string_view takePart(std::string_view &text, char separator)
{
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::string_view withoutAuthority(std::string_view text)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!text.starts_with(scheme))
            continue;
        text.remove_prefix(scheme.size());
        const std::size_t path = text.find('/');
        return path == std::string_view::npos ? "/" : text.substr(path);
    }
    return text;
}

Result<void> readPath(std::string_view path, Target &target)
{
    path.remove_prefix(1);
    target.segments.reserve(
        static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')) + 1);
    while (!path.empty()) {
        auto segment = percentDecode(takePart(path, '/'));
        if (!segment)
            return tl::unexpected(segment.error());
        target.segments.push_back(std::move(*segment));
    }
    return {};
}

Result<void> readQuery(std::string_view query, Target &target)
{
    while (!query.empty()) {
        std::string_view value = takePart(query, '&');
        const std::string_view name = takePart(value, '=');
        auto decodedName = percentDecode(name);
        auto decodedValue = percentDecode(value);
        if (!decodedName || !decodedValue)
            return tl::unexpected((decodedName ? decodedValue : decodedName).error());
        target.query.emplace_back(std::move(*decodedName), std::move(*decodedValue));
    }
    return {};
}

} // namespace

std::optional<std::string_view> Target::parameter(std::string_view name) const
{
    const auto found = std::find_if(
        query.begin(), query.end(), [name](const auto &entry) { return entry.first == name; });
    if (found == query.end())
        return std::nullopt;
    return found->second;
}

Result<std::string> percentDecode(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        std::uint8_t byte = 0;
        const char *digits = text.data() + i + 1;
        if (text.size() - i < 3 || std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2)
            return fail(ErrorCode::invalidArgument, "The address has a broken % escape");
        decoded += static_cast<char>(byte);
        i += 2;
    }
    if (decoded.find('\0') != std::string::npos || !utf8::is_valid(decoded))
        return fail(ErrorCode::invalidArgument, "The address must be UTF-8 without NUL");
    return decoded;
}

Result<Target> parseTarget(std::string_view text)
{
    std::string_view rest = withoutAuthority(text);
    if (!rest.starts_with('/'))
        return fail(ErrorCode::invalidArgument, "The address must begin with /");
    Target target;
    const std::string_view path = takePart(rest, '?');
    return readPath(path, target).and_then([&] { return readQuery(rest, target); }).map([&] {
        return std::move(target);
    });
}

} // namespace pult::service
