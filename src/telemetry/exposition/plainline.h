// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

#include "telemetry/exposition/exposition.h"
#include "telemetry/series/seriestable.h"

/// Lines as nearly every client writes them, read in one pass over their bytes. Whatever else
/// stands there is declined, not judged: that is left to exposition.h, which says the same of every
/// line taken here, in either format. Everything is declined where the processor lacks AVX2.
namespace pult::telemetry {

/// A series as toString writes it, without escapes, but maybe with labels that are empty; one
/// blank; a number; the line end. All in ASCII.
struct PlainSample {
    const char *begin = nullptr;
    const char *end = nullptr; ///< Behind the line end.
    double value = 0;
    std::uint32_t seriesBytes = 0; ///< Of the line, from its begin.
    std::uint16_t labels = 0;
    bool hasEmptyLabels = false;
};

/// What was read at once. It is not cleared for the next.
struct PlainLines {
    std::array<PlainSample, 64> samples;
    std::array<LabelPlace, 256> labels; ///< Of one sample behind those of the one before.
    std::size_t size = 0; ///< So many samples.
    const char *end = nullptr; ///< Where reading stopped, at the begin of a line.
};

/// Reads the lines at `at` that are such samples, or HELP in ASCII, or TYPE, as far as there is
/// room for them. Declines more labels and longer series than the limits say.
void readPlainLines(const char *at, const char *end, ExpositionFormat format,
    const LineLimits &limits, PlainLines &lines);

} // namespace pult::telemetry
