// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/byterange.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace pult::service {

namespace {

struct Bounds {
    std::optional<std::uint64_t> first;
    std::optional<std::uint64_t> last;
};

/// Nothing when the text is no number; an empty optional inside when it is empty.
std::optional<std::optional<std::uint64_t>> parseBound(std::string_view text)
{
    if (text.empty())
        return std::optional<std::uint64_t>();
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return std::optional(value);
}

std::optional<Bounds> parseBounds(std::string_view field)
{
    constexpr std::string_view kUnit = "bytes=";
    const std::size_t dash = field.find('-');
    if (!field.starts_with(kUnit) || dash == std::string_view::npos)
        return std::nullopt;
    const auto first = parseBound(field.substr(kUnit.size(), dash - kUnit.size()));
    const auto last = parseBound(field.substr(dash + 1));
    if (!first || !last || (!*first && !*last) || (*first && *last && **first > **last))
        return std::nullopt;
    return Bounds{*first, *last};
}

} // namespace

RangeAnswer selectRange(std::string_view field, std::uint64_t size)
{
    using Kind = RangeAnswer::Kind;
    const auto bounds = parseBounds(field);
    if (!bounds)
        return {};
    if (!bounds->first) {
        const std::uint64_t length = std::min(*bounds->last, size);
        return length == 0 ? RangeAnswer{Kind::unsatisfiable}
                           : RangeAnswer{Kind::part, size - length, length};
    }
    if (*bounds->first >= size)
        return {Kind::unsatisfiable};
    const std::uint64_t end = std::min(bounds->last.value_or(size - 1), size - 1) + 1;
    return {Kind::part, *bounds->first, end - *bounds->first};
}

std::string contentRange(const RangeAnswer &range, std::uint64_t size)
{
    return fmt::format("bytes {}-{}/{}", range.offset, range.offset + range.length - 1, size);
}

} // namespace pult::service
