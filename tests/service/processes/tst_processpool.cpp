// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/processpool.h"

#include <csignal>
#include <fstream>

#include <gtest/gtest.h>

#include "service/processes/confinement.h"
#include "service/runtime/iothreads.h"
#include "support/eventually.h"
#include "support/processtable.h"
#include "support/waiting.h"

namespace pult::service {
namespace {

constexpr std::int64_t kMemory = 256 << 20;

WorkerSettings cpuSettings(std::int64_t processes, std::int64_t memoryBytes = kMemory)
{
    WorkerSettings settings;
    settings.cpu_processes = processes;
    settings.cpu_memory_bytes = memoryBytes;
    return settings;
}

WorkProgram testWorker(std::int64_t memoryBytes)
{
    return {PULT_PULT_TEST_WORKER_PATH, {std::to_string(memoryBytes)}};
}

/// Work under way.
class Going {
public:
    Going(IoThreads &io, ProcessPool &pool, std::string order, Deadline deadline)
        : m_future(boost::asio::co_spawn(
            io.next(), pool.run(std::move(order), deadline, cancellation), boost::asio::use_future))
    {
    }
    [[nodiscard]] bool hasEnded() const
    {
        return m_future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }
    Result<std::string> outcome()
    {
        if (m_future.wait_for(test::kPatience) != std::future_status::ready)
            throw std::runtime_error("The work hangs");
        return m_future.get();
    }

    Cancellation cancellation;

private:
    std::future<Result<std::string>> m_future;
};

class Processes : public testing::Test {
protected:
    ~Processes() override { io.stop(); }

    Going start(std::string order, Deadline deadline = Deadline::never())
    {
        return {io, pool, std::move(order), deadline};
    }
    Result<std::string> run(std::string order, Deadline deadline = Deadline::never())
    {
        return start(std::move(order), deadline).outcome();
    }
    [[nodiscard]] bool isBusy(std::size_t inUse, std::size_t waiting)
    {
        return test::eventually([&] {
            const auto state = pool.state();
            return state.inUse == inUse && state.waiting == waiting;
        });
    }
    [[nodiscard]] bool hasProcesses(std::size_t count)
    {
        return test::eventually([&] { return pool.processIds().size() == count; });
    }
    [[nodiscard]] double failuresBy(const std::string &reason) const
    {
        for (const auto &family : registry.Collect())
            for (const auto &metric : family.metric)
                if (family.name == "pult_cpu_process_failures_total"
                    && metric.label.front().value == reason)
                    return metric.counter.value;
        return -1;
    }

    IoThreads io{2};
    SystemClock clock;
    prometheus::Registry registry;
    ProcessPool pool{io.context().get_executor(), clock, testWorker, cpuSettings(2), registry};
};

TEST_F(Processes, StartWhenNeededAndServeAgain)
{
    EXPECT_TRUE(pool.processIds().empty());
    const auto first = run("pid");
    ASSERT_TRUE(first) << first.error().detail;
    EXPECT_EQ(run("pid"), first);
    EXPECT_EQ(pool.processIds(), std::vector<pid_t>{std::stoi(*first)});
    EXPECT_NE(std::stoi(*first), ::getpid());
}

TEST_F(Processes, CarryLargeMessagesWhole)
{
    const std::string large(20'000'000, 'x');
    EXPECT_EQ(run(large), large);
    EXPECT_EQ(run(""), "");
}

TEST_F(Processes, FailuresOfTheWorkComeBackAndCostNoProcess)
{
    const auto process = run("pid");
    const auto refused = run("refuse");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), (Error{ErrorCode::invalidArgument, "No such order", {}}));
    const auto threw = run("throw");
    ASSERT_FALSE(threw);
    EXPECT_EQ(threw.error().detail, "The work threw: as ordered");
    EXPECT_EQ(run("pid"), process);
}

TEST_F(Processes, ACrashFailsThatWorkAlone)
{
    Going other = start("hang");
    ASSERT_TRUE(isBusy(1, 0));
    const auto died = run("die");
    ASSERT_FALSE(died);
    EXPECT_EQ(died.error().code, ErrorCode::internal);
    EXPECT_NE(died.error().detail.find("SIGKILL"), std::string::npos) << died.error().detail;
    EXPECT_EQ(failuresBy("crash"), 1);
    EXPECT_TRUE(run("pid")) << "a new one takes its place";
    EXPECT_FALSE(other.hasEnded());
    other.cancellation.request();
    EXPECT_EQ(other.outcome().error().code, ErrorCode::cancelled);
    EXPECT_EQ(failuresBy("crash"), 1) << "being stopped is no crash";
    EXPECT_EQ(failuresBy("stopped"), 1);
}

TEST_F(Processes, AChildKilledFromOutsideFailsItsWork)
{
    Going going = start("hang");
    ASSERT_TRUE(hasProcesses(1));
    ::kill(pool.processIds().front(), SIGKILL);
    EXPECT_EQ(going.outcome().error().code, ErrorCode::internal);
    EXPECT_TRUE(run("pid"));
}

TEST_F(Processes, AnIdleChildThatEndedIsReplacedUnseen)
{
    const auto process = run("pid");
    ::kill(std::stoi(*process), SIGKILL);
    ASSERT_TRUE(test::eventually([&] { return test::hasEnded(std::stoi(*process)); }));
    const auto next = run("pid");
    ASSERT_TRUE(next) << next.error().detail;
    EXPECT_NE(next, process);
}

TEST_F(Processes, TheDeadlineKills)
{
    const auto late = run("hang", Deadline::after(clock, Seconds(0.3)));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::deadlineExceeded);
    EXPECT_TRUE(pool.processIds().empty());
}

TEST_F(Processes, WhoWaitsForAPlaceMayGiveUp)
{
    Going first = start("hang");
    Going second = start("hang");
    ASSERT_TRUE(isBusy(2, 0));
    Going late = start("pid", Deadline::after(clock, Seconds(0.2)));
    Going cancelled = start("pid");
    EXPECT_EQ(late.outcome().error().code, ErrorCode::deadlineExceeded);
    cancelled.cancellation.request();
    EXPECT_EQ(cancelled.outcome().error().code, ErrorCode::cancelled);
    EXPECT_TRUE(isBusy(2, 0));
    first.cancellation.request();
    second.cancellation.request();
    EXPECT_FALSE(first.outcome());
    EXPECT_FALSE(second.outcome());
}

TEST_F(Processes, MorePlacesServeThoseWhoWait)
{
    Going first = start("hang");
    Going second = start("hang");
    ASSERT_TRUE(isBusy(2, 0));
    Going third = start("pid");
    ASSERT_TRUE(isBusy(2, 1));
    pool.apply(cpuSettings(3));
    EXPECT_TRUE(third.outcome());
    first.cancellation.request();
    second.cancellation.request();
    EXPECT_FALSE(first.outcome());
    EXPECT_FALSE(second.outcome());
}

TEST_F(Processes, FewerPlacesEndIdleChildrenAndLetBusyOnesFinish)
{
    Going first = start("hang");
    ASSERT_TRUE(isBusy(1, 0));
    const auto idle = run("pid");
    ASSERT_TRUE(idle);
    pool.apply(cpuSettings(1));
    EXPECT_TRUE(hasProcesses(1));
    EXPECT_TRUE(test::eventually([&] { return test::hasEnded(std::stoi(*idle)); }));
    EXPECT_FALSE(first.hasEnded());
    WorkerSettings applied;
    pool.putApplied(applied);
    EXPECT_EQ(applied.cpu_processes, 1);
    EXPECT_EQ(applied.cpu_memory_bytes, kMemory);
    first.cancellation.request();
    EXPECT_FALSE(first.outcome());
}

TEST_F(Processes, WorkThatNeedsTooMuchMemoryFailsAndSaysSo)
{
    if (!kLimitsMemoryAndFiles)
        GTEST_SKIP() << "Not under this sanitizer";
    EXPECT_EQ(run("small"), std::to_string(16 << 20));
    const auto large = run("large");
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().code, ErrorCode::tooLarge);
    EXPECT_NE(large.error().detail.find("256 MiB"), std::string::npos) << large.error().detail;
    EXPECT_EQ(failuresBy("memory"), 1);
    pool.apply(cpuSettings(2, std::int64_t{2} << 30));
    EXPECT_EQ(run("large"), std::to_string(1 << 30)) << "a new child has the new limit";
}

TEST_F(Processes, AChildHasNothingOfTheService)
{
    ::setenv("PULT_TEST_SECRET", "1", 1);
    EXPECT_EQ(run("secret"), "unknown");
    EXPECT_EQ(run("descriptors"), "0 1 2 3 ");
    if (kLimitsMemoryAndFiles) {
        EXPECT_EQ(run("open"), "-1");
    }
}

TEST_F(Processes, AHostOutOfMemoryTakesAChildBeforeTheService)
{
    const auto process = run("pid");
    ASSERT_TRUE(process);
    const auto scoreOf = [](const std::string &id) {
        int score = 0;
        std::ifstream("/proc/" + id + "/oom_score_adj") >> score;
        return score;
    };
    EXPECT_GT(scoreOf(*process), scoreOf("self"));
}

TEST_F(Processes, AProgramThatCannotStartIsSaidAndRecovers)
{
    std::atomic<bool> isThere = false;
    ProcessPool broken(
        io.context().get_executor(), clock,
        [&](std::int64_t memoryBytes) {
            return isThere ? testWorker(memoryBytes) : WorkProgram{"/nonexistent", {}};
        },
        cpuSettings(1), registry);
    const auto failed = Going(io, broken, "pid", Deadline::never()).outcome();
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::unavailable);
    EXPECT_FALSE(broken.state().trouble.empty());
    isThere = true;
    EXPECT_TRUE(Going(io, broken, "pid", Deadline::never()).outcome());
    EXPECT_EQ(broken.state().trouble, "");
    EXPECT_TRUE(test::eventually([&] { return broken.state().inUse == 0; }));
    io.stop();
}

TEST_F(Processes, TheSeriesOfThePoolFollow)
{
    Going going = start("hang");
    ASSERT_TRUE(isBusy(1, 0));
    pool.refreshMetrics();
    std::map<std::string, double> gauges;
    for (const auto &family : registry.Collect())
        for (const auto &metric : family.metric)
            if (!metric.label.empty() && metric.label.front().value == "cpu")
                gauges[family.name] = family.type == prometheus::MetricType::Histogram
                    ? static_cast<double>(metric.histogram.sample_count)
                    : metric.gauge.value;
    EXPECT_EQ(gauges["pult_pool_capacity"], 2);
    EXPECT_EQ(gauges["pult_pool_in_use"], 1);
    EXPECT_EQ(gauges["pult_pool_waiting"], 0);
    EXPECT_EQ(gauges["pult_pool_acquire_seconds"], 1);
    going.cancellation.request();
    EXPECT_FALSE(going.outcome());
}

TEST_F(Processes, WhatTheyTakeIsCountedAlsoWhenTheyHaveEnded)
{
    const auto valueOf = [this](const std::string &name) {
        pool.refreshMetrics();
        for (const auto &family : registry.Collect())
            if (family.name == name)
                return family.metric.front().counter.value + family.metric.front().gauge.value;
        return -1.0;
    };
    EXPECT_EQ(valueOf("pult_cpu_process_resident_memory_bytes"), 0);
    ASSERT_TRUE(run("compute"));
    EXPECT_GT(valueOf("pult_cpu_process_resident_memory_bytes"), 100'000);
    const double spent = valueOf("pult_cpu_process_cpu_seconds_total");
    EXPECT_GE(spent, 0.09);
    ASSERT_FALSE(run("die"));
    EXPECT_TRUE(
        test::eventually([&] { return valueOf("pult_cpu_process_resident_memory_bytes") == 0; }));
    EXPECT_GE(valueOf("pult_cpu_process_cpu_seconds_total"), spent);
}

} // namespace
} // namespace pult::service
