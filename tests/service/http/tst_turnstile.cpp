// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/turnstile.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

using namespace std::chrono_literals;

constexpr SteadyTime kNoon{12h};

TEST(Turnstile, WhoComesAtOnceTakesTurns)
{
    Turnstile turnstile(2ms);
    EXPECT_EQ(turnstile.take(kNoon), kNoon);
    EXPECT_EQ(turnstile.take(kNoon), kNoon + 2ms);
    EXPECT_EQ(turnstile.take(kNoon + 1ms), kNoon + 4ms);
}

TEST(Turnstile, TurnsThatNobodyTookAreNotKept)
{
    Turnstile turnstile(2ms);
    EXPECT_EQ(turnstile.take(kNoon), kNoon);
    EXPECT_EQ(turnstile.take(kNoon + 1h), kNoon + 1h);
    EXPECT_EQ(turnstile.take(kNoon + 1h), kNoon + 1h + 2ms);
}

} // namespace
} // namespace pult::service
