// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "base/walltime.h"

/// What is asked and told of an export of a service's past. Values.
namespace pult::live {

struct KeptSpan {
    WallTime oldest;
    WallTime newest;
};

/// All series as scraped, as OpenMetrics text.
struct ExportQuery {
    std::filesystem::path file; ///< Replaced, once it is whole.
    WallTime from = WallTime::min();
    WallTime to = WallTime::max(); ///< Included.
};

struct ExportProgress {
    double share = 0; ///< 0..1
    std::size_t samples = 0; ///< Written.
    bool isDone = false;
};

} // namespace pult::live
