// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace pult::link {

/// The pace of one link.
struct Timings {
    std::chrono::milliseconds pollInterval{1000};
    std::chrono::milliseconds answerLimit{5000}; ///< Of a poll, without a byte arriving.
    std::chrono::milliseconds shortestRetry{500};
    std::chrono::milliseconds longestRetry{15'000};
    std::chrono::milliseconds eventSilence{60'000}; ///< Then the stream is opened anew.
};

} // namespace pult::link
