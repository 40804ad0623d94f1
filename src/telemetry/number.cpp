// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/number.h"

#include <algorithm>
#include <charconv>

namespace pult::telemetry {

namespace {

bool endsToken(char c)
{
    return c == '\n' || c == ' ' || c == '\t';
}

/// Requires: a number.
bool hasNegativeExponent(std::string_view text)
{
    const std::size_t exponent = text.find_first_of("eE");
    return exponent != std::string_view::npos && text[exponent + 1] == '-';
}

} // namespace

std::optional<double> parseNumber(std::string_view text)
{
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-'))
            return {};
    }
    double value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (stop != end || text.find('(') != std::string_view::npos)
        return {};
    if (error == std::errc::result_out_of_range && hasNegativeExponent(text))
        return text.starts_with('-') ? -0.0 : 0.0;
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

NumberRead readNumber(const char *at, const char *end)
{
    if (end - at >= kDecimalReach)
        if (const NumberRead read = readDecimal(at); read.end != nullptr)
            return read;
    const char *stop = std::find_if(at, end, endsToken);
    const auto value = parseNumber({at, static_cast<std::size_t>(stop - at)});
    return value ? NumberRead{stop, *value} : NumberRead{};
}

} // namespace pult::telemetry
