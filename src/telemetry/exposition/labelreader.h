// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/exposition/linereader.h"

namespace pult::telemetry {

using Labels = decltype(SeriesName::labels);

/// Behind their opening brace: to behind the closing one. In the order written, empty ones too.
[[nodiscard]] LineResult<Labels> takeLabels(
    LineReader &reader, ExpositionFormat format, const LineLimits &limits);

} // namespace pult::telemetry
