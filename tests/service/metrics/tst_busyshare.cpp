// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/busyshare.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

using namespace std::chrono_literals;

const SteadyTime kStart{100s};

TEST(BusyShare, IsWhatWasBusyOfLateWhoeverLooksAndWhen)
{
    BusyShare share(kStart);
    SteadyTime now = kStart;
    for (int i = 0; i < 1000; ++i) {
        share.set(true, now);
        share.set(false, now += 3ms);
        EXPECT_LE(share.at(now), 1);
        now += 7ms;
    }
    EXPECT_NEAR(share.at(now), 0.3, 0.01);
}

TEST(BusyShare, ForgetsWithinSeconds)
{
    BusyShare share(kStart);
    EXPECT_EQ(share.at(kStart + 1h), 0);
    share.set(true, kStart);
    EXPECT_GT(share.at(kStart + 5s), 0.99);
    EXPECT_LE(share.at(kStart + 1h), 1);
    share.set(false, kStart + 1h);
    EXPECT_LT(share.at(kStart + 1h + 5s), 0.01);
}

} // namespace
} // namespace pult::service
