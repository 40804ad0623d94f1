// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "telemetry/exposition.h"
#include "telemetry/seriestable.h"

/// Lines as nearly every client writes them, read in one pass over their bytes. Whatever else
/// stands there is declined, not judged: that is left to exposition.h, which says the same of every
/// line taken here, in either format. Everything is declined where the processor lacks AVX2.
namespace pult::telemetry {

/// A series as toString writes it, without escapes, but maybe with labels that are empty; one
/// blank; a number; the line end. All in ASCII.
struct PlainSample {
    const char *end = nullptr; ///< Behind the line end. Null: declined.
    std::size_t seriesBytes = 0; ///< Of the line, from its begin.
    std::size_t labels = 0; ///< So many places were filled in.
    bool hasEmptyLabels = false;
    double value = 0;
};

/// Of the line at `at`. Declines more labels than there are places for, and longer ones than
/// `labelBytes`.
[[nodiscard]] PlainSample readPlainSample(
    const char *at, const char *end, std::size_t labelBytes, std::span<LabelPlace> labels);

/// Behind the line at `at` when it is one of HELP, in ASCII, or of TYPE; null: declined.
[[nodiscard]] const char *behindPlainComment(
    const char *at, const char *end, ExpositionFormat format);

} // namespace pult::telemetry
