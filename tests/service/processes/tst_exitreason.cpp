// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/exitreason.h"

#include <csignal>

#include <gtest/gtest.h>

#include "service/processes/pipe.h"

namespace pult::service {
namespace {

/// As waitpid() tells it (wait(2), W_EXITCODE).
int exited(int code)
{
    return code << 8;
}

TEST(ExitReason, TellsALimitFromACrash)
{
    EXPECT_EQ(exitError(exited(kExitOutOfMemory), 1 << 20).code, ErrorCode::tooLarge);
    EXPECT_EQ(exitError(SIGXCPU, 0).code, ErrorCode::deadlineExceeded);
    EXPECT_EQ(exitError(SIGSEGV, 0).code, ErrorCode::internal);
    EXPECT_EQ(exitError(exited(1), 0).code, ErrorCode::internal);
}

TEST(ExitReason, SaysWhatHappened)
{
    EXPECT_NE(exitError(SIGSEGV, 0).detail.find("SIGSEGV"), std::string::npos);
    EXPECT_NE(exitError(exited(7), 0).detail.find("code 7"), std::string::npos);
    EXPECT_NE(
        exitError(exited(kExitOutOfMemory), 300 << 20).detail.find("300 MiB"), std::string::npos);
}

} // namespace
} // namespace pult::service
