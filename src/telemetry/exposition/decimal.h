// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace pult::telemetry {

/// A number and where it ends in its text. Not an optional: two registers return it, where an
/// optional goes through memory and stalls whoever reads it at once.
struct NumberRead {
    const char *end = nullptr; ///< Null: there was no number.
    double value = 0;
};

/// So many bytes behind `at` are looked at.
inline constexpr std::ptrdiff_t kDecimalReach = 24;

/// Reads a decimal of up to 15 digits, with an exponent or without, off the front without a branch
/// on its shape; exact to the last bit. Null for whatever else stands there, and where the
/// processor lacks AVX2: that is left to from_chars. Requires: kDecimalReach readable bytes.
[[nodiscard]] NumberRead readDecimal(const char *at);

} // namespace pult::telemetry
