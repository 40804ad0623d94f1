// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/httpdate.h"

#include <gtest/gtest.h>

namespace pult::service {
namespace {

using namespace std::chrono_literals;

TEST(HttpDate, FollowsTheSeconds)
{
    HttpDate date;
    EXPECT_EQ(date.at(WallTime(784'111'777s)), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(date.at(WallTime(784'111'777'999ms)), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(date.at(WallTime(784'111'778s)), "Sun, 06 Nov 1994 08:49:38 GMT");
    EXPECT_EQ(date.at(WallTime(0s)), "Thu, 01 Jan 1970 00:00:00 GMT");
}

} // namespace
} // namespace pult::service
