// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "telemetry/series/seriesname.h"

/// The grammar of one line of Prometheus' text format 0.0.4 and of OpenMetrics 1.0. Where their
/// documents and Prometheus' own parser (2.42, model/textparse) differ, the parser decides, as it
/// does for everybody who exposes metrics: it takes labels without commas between them and a
/// label's value over several lines, and refuses blanks in front of a sample, a negative timestamp
/// and any blank of OpenMetrics too many. A NUL outside of label values is refused, where
/// Prometheus would pass over what follows it.
namespace pult::telemetry {

enum class ExpositionFormat { text, openMetrics };

/// By the media type of an HTTP answer, in lower case; text unless it is OpenMetrics'.
[[nodiscard]] ExpositionFormat expositionFormat(std::string_view mediaType);

/// Why a line was refused.
struct LineFault {
    /// Prometheus refuses a scrape for `syntax` alone.
    enum class Kind { syntax, repetition, limit };

    std::size_t column = 0; ///< Byte in the line, from 1.
    std::string detail;
    Kind kind = Kind::syntax;
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
/// Requires for all of these: the line without its line end.
[[nodiscard]] LineResult<SampleLine> readSample(std::string_view line, ExpositionFormat format);

/// How many bytes of `text` are its first line when that is a sample with line ends in its labels'
/// values; the line end is not counted. Zero when it is none. Looks at no more than the limits say.
[[nodiscard]] std::size_t longSample(std::string_view text, const LineLimits &limits);

/// The series text in full: names checked, escapes resolved, labels sorted, without empty ones.
[[nodiscard]] LineResult<SeriesName> readSeriesName(
    std::string_view text, ExpositionFormat format, const LineLimits &limits);

/// Checks what follows a sample's value: nothing, a timestamp, and in OpenMetrics an exemplar too.
/// `at` is where the value ends in its line.
[[nodiscard]] LineResult<> checkTail(
    std::string_view line, std::size_t at, ExpositionFormat format);

[[nodiscard]] bool isMetricType(std::string_view word, ExpositionFormat format);

/// Checks a line that begins with '#', which may stand behind blanks in text. Metadata must be well
/// formed; of text any other comment passes.
[[nodiscard]] LineResult<> checkComment(std::string_view line, ExpositionFormat format);

} // namespace pult::telemetry
