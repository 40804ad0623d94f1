// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <poll.h>

#include <chrono>
#include <functional>

namespace pult::test {

/// Asks again and again until it is so; false when it is not within the time.
[[nodiscard]] inline bool eventually(
    const std::function<bool()> &isSo, std::chrono::seconds patience = std::chrono::seconds(20))
{
    constexpr int kPollMilliseconds = 5;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!isSo()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        ::poll(nullptr, 0, kPollMilliseconds);
    }
    return true;
}

} // namespace pult::test
