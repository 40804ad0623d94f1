// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "telemetry/signals/functions.h"
#include "telemetry/signals/growth.h"

namespace pult::telemetry {

namespace {

Growth growthOf(const SeriesStore &store, SeriesIndex series, WallTime from, WallTime to)
{
    Growth growth;
    store.read(series, from, to, [&growth](auto times, auto values) {
        for (std::size_t i = 0; i < times.size(); ++i)
            growth.add(times[i], values[i]);
    });
    return growth;
}

} // namespace

double rate(const SeriesStore &store, SeriesIndex series, WallTime from, WallTime to)
{
    return growthOf(store, series, from, to).perSecond();
}

double increase(const SeriesStore &store, SeriesIndex series, WallTime from, WallTime to)
{
    const Growth growth = growthOf(store, series, from, to);
    return std::isnan(growth.perSecond()) ? kAbsent : growth.total();
}

} // namespace pult::telemetry
