// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/makeservicelist.h"

#include "console/live/httpservicelist.h"

namespace pult::live {

std::unique_ptr<ServiceList> makeServiceList(const Clock &clock, const ServiceListOptions &options)
{
    link::Timings timings;
    timings.pollInterval = std::chrono::round<std::chrono::milliseconds>(options.pollInterval);
    return std::make_unique<HttpServiceList>(clock, timings, options.historyFolder);
}

} // namespace pult::live
