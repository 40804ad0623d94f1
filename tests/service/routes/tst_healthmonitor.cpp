// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes/healthmonitor.h"

#include <functional>

#include <boost/asio/detached.hpp>
#include <gtest/gtest.h>

#include "support/manualclock.h"
#include "support/runtask.h"

namespace pult::service {
namespace {

using contract::HealthCheck;
using contract::HealthStatus;

class HealthMonitorTest : public testing::Test {
protected:
    HealthMonitorTest()
    {
        monitor.add([this]() -> Task<HealthCheck> {
            ++probed;
            HealthCheck check;
            check.name = "store";
            check.status = status;
            co_return check;
        });
    }

    HealthStatus ask() { return test::runTask(monitor.check())->health.status; }

    test::ManualClock clock;
    HealthMonitor monitor{clock, HealthMonitor::Traffic::users};
    HealthStatus status = HealthStatus::pass;
    int probed = 0;
};

TEST_F(HealthMonitorTest, AReportIsMadeOnceInAWhile)
{
    EXPECT_EQ(ask(), HealthStatus::pass);
    status = HealthStatus::fail;
    clock.advance(HealthMonitor::kFresh - std::chrono::milliseconds(1));
    EXPECT_EQ(ask(), HealthStatus::pass);
    EXPECT_EQ(probed, 1);
    clock.advance(std::chrono::milliseconds(1));
    EXPECT_EQ(ask(), HealthStatus::fail);
    EXPECT_EQ(probed, 2);
}

TEST_F(HealthMonitorTest, StrangersTextHasTheStatusAlone)
{
    const auto report = test::runTask(monitor.check());
    EXPECT_EQ(report->statusAlone, R"({"status":"pass"})");
    EXPECT_NE(report->whole.find("store"), std::string::npos);
}

/// A probe that waits for an answer which does not come.
TEST_F(HealthMonitorTest, AProbeThatHangsHidesNothing)
{
    std::function<void(int)> answer;
    bool hangs = false;
    monitor.add([&]() -> Task<HealthCheck> {
        if (hangs)
            co_await awaitCallback<int>([&](auto done) { answer = done; });
        co_return HealthCheck{};
    });
    EXPECT_EQ(ask(), HealthStatus::pass);

    boost::asio::io_context context;
    hangs = true;
    clock.advance(HealthMonitor::kFresh);
    boost::asio::co_spawn(context, monitor.check(), boost::asio::detached);
    context.poll();
    hangs = false;
    status = HealthStatus::fail;
    EXPECT_EQ(ask(), HealthStatus::pass) << "the last report, while a new one is made";
    clock.advance(HealthMonitor::kStale);
    EXPECT_EQ(ask(), HealthStatus::fail) << "nobody waits for the one that hangs";

    answer(0);
    context.restart();
    context.run();
    EXPECT_EQ(ask(), HealthStatus::fail) << "the older report does not replace the newer one";
}

} // namespace
} // namespace pult::service
