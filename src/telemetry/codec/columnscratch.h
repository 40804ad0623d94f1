// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "telemetry/codec/integercodec.h"

namespace pult::telemetry {

/// Room for one column of a block after the other. It remembers the value it is full of: a series
/// that stands still over many blocks is written once. One thread at a time.
class ColumnScratch {
public:
    /// To be written. Requires: at most kMostIntegers, here as below.
    [[nodiscard]] std::span<double> first(std::size_t count)
    {
        m_full = 0;
        return std::span(m_values).first(count);
    }

    /// So many times the value.
    [[nodiscard]] std::span<const double> constant(double value, std::size_t count)
    {
        if (m_full < count || bitsOf(m_values[0]) != bitsOf(value)) {
            std::fill_n(m_values.begin(), count, value);
            m_full = count;
        }
        return std::span(m_values).first(count);
    }

private:
    static std::uint64_t bitsOf(double value) { return std::bit_cast<std::uint64_t>(value); }

    std::array<double, kMostIntegers> m_values;
    std::size_t m_full = 0; ///< So many are as the first; or more.
};

} // namespace pult::telemetry
