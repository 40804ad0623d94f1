// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/decimator.h"

namespace pult::telemetry {

std::vector<Extremes> decimate(
    const SeriesStore &store, SeriesIndex series, const PixelRange &range)
{
    const auto margin = std::chrono::ceil<std::chrono::milliseconds>(range.longestStep);
    Decimator decimator(range);
    store.read(series, range.from - margin, range.to + margin, [&](auto times, auto values) {
        for (std::size_t i = 0; i < times.size(); ++i)
            decimator.add(times[i], values[i]);
    });
    return decimator.take();
}

} // namespace pult::telemetry
