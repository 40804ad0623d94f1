// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace pult::telemetry {

namespace {

bool endsToken(char c)
{
    return c == '\n' || c == ' ' || c == '\t';
}

/// Requires: a decimal number that is no double for its size.
bool isTooSmall(std::string_view text)
{
    const std::string_view mantissa = text.substr(0, text.find_first_of("eE"));
    const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    const std::size_t first = mantissa.find_first_of("123456789");
    if (mantissa.size() == text.size())
        return first > point;
    const std::string_view exponent = text.substr(mantissa.size() + 1);
    const auto place = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first);
    std::int64_t power = 0;
    const char *begin = exponent.data() + (exponent.starts_with('+') ? 1 : 0);
    const auto read = std::from_chars(begin, exponent.data() + exponent.size(), power);
    if (read.ec != std::errc())
        return exponent.starts_with('-');
    return place + power < 0;
}

} // namespace

std::optional<double> parseNumber(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    const bool isSigned = isNegative || text.starts_with('+');
    const std::string_view plain = text.substr(isSigned ? 1 : 0);
    if (plain.starts_with('-') || plain.find('(') != std::string_view::npos)
        return {};
    double value = 0;
    const char *end = plain.data() + plain.size();
    const auto [stop, error] = std::from_chars(plain.data(), end, value);
    const bool isSignedNan = isSigned && std::isnan(value);
    const bool isTooLarge = error == std::errc::result_out_of_range && !isTooSmall(plain);
    if (stop != end || error == std::errc::invalid_argument || isSignedNan || isTooLarge)
        return {};
    if (error == std::errc::result_out_of_range)
        value = 0;
    return isNegative ? -value : value;
}

NumberRead readAnyNumber(const char *at, const char *end)
{
    const char *stop = std::find_if(at, end, endsToken);
    const auto value = parseNumber({at, static_cast<std::size_t>(stop - at)});
    return value ? NumberRead{stop, *value} : NumberRead{};
}

} // namespace pult::telemetry
