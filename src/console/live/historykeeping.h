// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "telemetry/store/retention.h"

namespace pult::live {

/// Where the past of all services is kept, and how much of each.
struct HistoryKeeping {
    std::filesystem::path folder; ///< Empty: in memory alone.
    telemetry::Retention retention;
};

/// Of one service. Empty: in memory alone.
[[nodiscard]] std::filesystem::path historyFolderOf(
    const HistoryKeeping &keeping, const std::string &serviceId);

} // namespace pult::live
