// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/guarded.h"

namespace pult::test {

/// Time that stands still until a test moves it. Any thread.
class ManualClock final : public Clock {
public:
    [[nodiscard]] SteadyTime now() const override
    {
        return m_now.with([](const auto &now) { return now.steady; });
    }
    [[nodiscard]] WallTime wallNow() const override
    {
        return m_now.with([](const auto &now) { return now.wall; });
    }
    void advance(Seconds by)
    {
        m_now.with([by](auto &now) {
            now.steady += std::chrono::duration_cast<SteadyTime::duration>(by);
            now.wall += std::chrono::round<std::chrono::milliseconds>(by);
        });
    }

private:
    struct Moment {
        SteadyTime steady{std::chrono::hours(1)};
        WallTime wall{std::chrono::seconds(1'800'000'000)};
    };
    Guarded<Moment> m_now;
};

} // namespace pult::test
