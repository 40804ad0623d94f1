// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "base/clock.h"
#include "console/live/servicelist.h"

namespace pult::live {

struct ServiceListOptions {
    Seconds pollInterval{1}; ///< 0.1 to 60 s.
    std::filesystem::path historyFolder{}; ///< Of all services' past; empty: in memory alone.
};

/// The services over HTTP, empty at first. Owns the network and the telemetry thread, and ends
/// both with itself. The clock must outlive the list.
[[nodiscard]] std::unique_ptr<ServiceList> makeServiceList(
    const Clock &clock, const ServiceListOptions &options);

} // namespace pult::live
