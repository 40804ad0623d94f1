// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/procfs.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/clock.h"
#include "service/metrics/cpumeter.h"
#include "support/manualclock.h"

namespace pult::service {
namespace {

TEST(Procfs, AProcessSeesItself)
{
    const ProcessUsage usage = readProcessUsage();
    EXPECT_GT(usage.cpu.count(), 0);
    EXPECT_GT(usage.residentBytes, 1'000'000);
    EXPECT_GT(usage.virtualBytes, usage.residentBytes);
    EXPECT_GE(usage.threads, 1);
    EXPECT_GE(usage.openFiles, 3);
    EXPECT_GT(usage.maxFiles, usage.openFiles);
    const Seconds now = SystemClock().wallNow().time_since_epoch();
    EXPECT_LT((now - usage.startedAt).count(), 3600);
    EXPECT_GT((now - usage.startedAt).count(), -60);
}

TEST(Procfs, ThreadsAreCountedByName)
{
    EXPECT_EQ(countThreads("countme"), 0);
    pthread_setname_np(pthread_self(), "countme");
    EXPECT_EQ(countThreads("countme"), 1);
}

TEST(Procfs, AnOpenFileIsCounted)
{
    const std::int64_t before = readProcessUsage().openFiles;
    const int file = open("/dev/null", O_RDONLY);
    EXPECT_EQ(readProcessUsage().openFiles, before + 1);
    close(file);
}

TEST(Procfs, TheHostHasMemoryAndTime)
{
    const HostMemory memory = readHostMemory();
    EXPECT_GT(memory.totalBytes, memory.availableBytes);
    EXPECT_GT(memory.usedBytes(), 0);
    const HostCpu cpu = readHostCpu();
    EXPECT_GT(cpu.total, cpu.busy);
}

TEST(CpuMeter, AskersWithinOneSecondGetTheSameFigure)
{
    test::ManualClock clock;
    CpuMeter meter(clock);
    const double first = meter.ratio();
    clock.advance(Seconds(0.5));
    EXPECT_EQ(meter.ratio(), first);
    clock.advance(Seconds(1));
    const double later = meter.ratio();
    EXPECT_GE(later, 0);
    EXPECT_LE(later, 1);
}

} // namespace
} // namespace pult::service
