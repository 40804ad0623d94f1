// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/number.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace pult::telemetry {

namespace {

/// Below 2^53 and with these divisors one division rounds correctly (Clinger, 1990).
constexpr std::size_t kExactDigits = 15;
constexpr std::array kPowersOfTen{
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

bool isDigit(char c)
{
    return static_cast<unsigned char>(c - '0') < 10;
}

bool endsToken(char c)
{
    return c == '\n' || c == ' ' || c == '\t';
}

struct Digits {
    std::uint64_t value = 0;
    std::size_t count = 0;

    const char *read(const char *at)
    {
        const char *begin = at;
        for (; isDigit(*at); ++at)
            value = value * 10 + static_cast<std::uint64_t>(*at - '0');
        count += static_cast<std::size_t>(at - begin);
        return at;
    }
};

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
    if (error != std::errc() || stop != end || text.find('(') != std::string_view::npos)
        return {};
    return value;
}

std::optional<double> readNumber(const char *&at)
{
    const bool isNegative = *at == '-';
    Digits digits;
    const char *stop = digits.read(isNegative ? at + 1 : at);
    std::size_t fraction = 0;
    if (*stop == '.') {
        const std::size_t whole = digits.count;
        stop = digits.read(stop + 1);
        fraction = digits.count - whole;
    }
    if (endsToken(*stop) && digits.count > 0 && digits.count <= kExactDigits) {
        at = stop;
        const double value = static_cast<double>(digits.value) / kPowersOfTen[fraction];
        return isNegative ? -value : value;
    }
    while (!endsToken(*stop))
        ++stop;
    const auto value = parseNumber({at, static_cast<std::size_t>(stop - at)});
    if (value)
        at = stop;
    return value;
}

} // namespace pult::telemetry
