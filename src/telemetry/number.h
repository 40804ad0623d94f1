// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace pult::telemetry {

/// A number as expositions write it: decimal with an optional exponent, NaN and Inf with an
/// optional sign, in any case. The whole text must be the number; nearest double otherwise.
/// Plain decimals of up to 15 digits, nearly all there are, take a path of their own.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

/// Reads a number off the front and moves `at` behind it, to the next blank or line end.
/// Requires: a '\n' at or behind `at`. Empty, with `at` unmoved, when that is not a number.
[[nodiscard]] std::optional<double> readNumber(const char *&at);

} // namespace pult::telemetry
