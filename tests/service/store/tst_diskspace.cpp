// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/diskspace.h"

#include <gtest/gtest.h>

#include "support/temporarydirectory.h"

namespace pult::service {
namespace {

constexpr std::int64_t kMebibyte = 1 << 20;

TEST(DiskSpace, ASmallDiskKeepsAFiftiethFree)
{
    EXPECT_FALSE((DiskSpace{100 * kMebibyte, 2 * kMebibyte}.isFull()));
    EXPECT_TRUE((DiskSpace{100 * kMebibyte, 2 * kMebibyte - 1}.isFull()));
}

TEST(DiskSpace, ALargeOneNoMoreThanWhatJobsNeed)
{
    EXPECT_FALSE((DiskSpace{1'000'000 * kMebibyte, 64 * kMebibyte}.isFull()));
    EXPECT_TRUE((DiskSpace{1'000'000 * kMebibyte, 64 * kMebibyte - 1}.isFull()));
}

TEST(DiskSpace, IsReadWhereTheDataAre)
{
    const test::TemporaryDirectory home;
    const auto space = readDiskSpace(home.path());
    ASSERT_TRUE(space);
    EXPECT_GT(space->totalBytes, space->freeBytes);
    EXPECT_GT(space->usedRatio(), 0);
    EXPECT_EQ(readDiskSpace(home.path() / "nowhere").error().code, ErrorCode::io);
    EXPECT_EQ(checkRoom(home.path() / "nowhere").error().code, ErrorCode::unavailable);
}

} // namespace
} // namespace pult::service
