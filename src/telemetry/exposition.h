// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "telemetry/seriesname.h"

/// The grammar of one line of Prometheus' text format 0.0.4, and what OpenMetrics 1.0 adds to it:
/// exemplars, fractional timestamps and "# EOF".
/// prometheus.io/docs/instrumenting/exposition_formats, section "Text-based format".
namespace pult::telemetry {

/// Why a line was refused.
struct LineFault {
    std::size_t column = 0; ///< Byte in the line, from 1.
    std::string detail;
    bool operator==(const LineFault &) const = default;
};

template <class T = void>
using LineResult = tl::expected<T, LineFault>;

struct LineLimits {
    std::size_t labels = 64; ///< Of one series.
    std::size_t labelBytes = 4096; ///< Of one name or value, the metric's name included.
};

/// A sample's line: where its parts stand. Views into the line.
struct SampleLine {
    std::string_view series; ///< Name and labels as written, without blanks around.
    std::size_t valueAt = 0; ///< Byte where the value begins.
    double value = 0;
};

/// Finds the end of the series text, which may hold quoted blanks and braces.
/// Requires for all of these: the line without its line end, no blanks before `at`'s token.
[[nodiscard]] LineResult<SampleLine> readSample(std::string_view line);

/// The series text in full: names checked, escapes resolved, labels sorted.
[[nodiscard]] LineResult<SeriesName> readSeriesName(
    std::string_view text, const LineLimits &limits);

/// Checks what follows a sample's value: nothing, a timestamp, an exemplar, or both. `column` is
/// where the text begins in its line.
[[nodiscard]] LineResult<> checkTail(std::string_view text, std::size_t column);

/// Checks a comment: HELP and TYPE must be well formed, any other passes.
[[nodiscard]] LineResult<> checkComment(std::string_view line);

} // namespace pult::telemetry
