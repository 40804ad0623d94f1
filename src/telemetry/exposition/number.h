// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "telemetry/exposition/decimal.h"

namespace pult::telemetry {

/// A number as expositions write it, which is as Go reads it: decimal with an optional exponent,
/// NaN without a sign, Inf and Infinity with or without, in any case. The whole text must be the
/// number; nearest double otherwise: zero when it is too small for any other, but none when it is
/// too large.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// As readNumber, without the short cut that most numbers take.
[[nodiscard]] NumberRead readAnyNumber(const char *at, const char *end);

/// Reads a number off the front, to the next blank or line end in front of `end`, or to that.
/// Null when what stands there is not a number.
[[nodiscard]] inline NumberRead readNumber(const char *at, const char *end)
{
    if (end - at >= kDecimalReach)
        if (const NumberRead read = readDecimal(at); read.end != nullptr)
            return read;
    return readAnyNumber(at, end);
}

} // namespace pult::telemetry
