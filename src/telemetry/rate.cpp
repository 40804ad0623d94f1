// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/functions.h"
#include "telemetry/growth.h"

namespace pult::telemetry {

double rate(const SeriesStore &store, SeriesIndex series, WallTime from, WallTime to)
{
    Growth growth;
    store.read(series, from, to, [&growth](auto times, auto values) {
        for (std::size_t i = 0; i < times.size(); ++i)
            growth.add(times[i], values[i]);
    });
    return growth.perSecond();
}

} // namespace pult::telemetry
