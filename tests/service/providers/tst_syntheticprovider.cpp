// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/syntheticprovider.h"

#include <gtest/gtest.h>

#include "contract/params.h"
#include "service/runtime/iothreads.h"
#include "support/waiting.h"
#include <boost/asio/steady_timer.hpp>

namespace pult::service {
namespace {

using contract::Kind;

class SyntheticProviderTest : public testing::Test {
protected:
    static Settings quick(Seconds latency = Seconds(0.01), double failureRatio = 0)
    {
        Settings settings;
        settings.synthetic.text_latency_s = latency;
        settings.synthetic.image_latency_s = latency;
        settings.synthetic.failure_ratio = failureRatio;
        return settings;
    }
    Result<Artifact> run(Kind kind, Deadline deadline = Deadline::never(),
        const Cancellation &cancellation = {}, std::int64_t size = 512)
    {
        contract::GenerateRequest request;
        request.prompt = "a prompt";
        contract::Job job;
        job.kind = kind;
        job.prompt = request.prompt;
        job.params = contract::withDefaults(kind, request);
        if (kind == Kind::image)
            job.params.width = job.params.height = size;
        return test::await(io.context(),
            provider.run(job, deadline, cancellation, [&](double at) { progress = at; }));
    }

    SystemClock clock;
    IoThreads io{2}; ///< Outlives the provider, whose threads answer to it.
    SyntheticProvider provider{clock, quick()};
    std::atomic<double> progress = -1;
};

TEST_F(SyntheticProviderTest, MakesWhatIsAskedFor)
{
    EXPECT_EQ(run(Kind::text)->mediaType, "text/plain; charset=utf-8");
    EXPECT_EQ(run(Kind::image)->mediaType, "image/png");
    EXPECT_GE(progress, 0);
    EXPECT_LE(progress, 1);
}

TEST_F(SyntheticProviderTest, TakesAtLeastItsLatency)
{
    Settings settings = quick(Seconds(0.3));
    settings.synthetic.jitter_ratio = 0;
    provider.apply(settings);
    const SteadyTime begin = clock.now();
    ASSERT_TRUE(run(Kind::text));
    EXPECT_GE(clock.now() - begin, std::chrono::milliseconds(300));
    EXPECT_GT(progress, 0.3) << "it tells how far it is meanwhile";
}

TEST_F(SyntheticProviderTest, FailsAsOftenAsItIsTold)
{
    provider.apply(quick(Seconds(0), 1));
    EXPECT_EQ(provider.applied().failure_ratio, 1);
    EXPECT_EQ(run(Kind::text).error().code, ErrorCode::unavailable);
    provider.apply(quick(Seconds(0), 0));
    EXPECT_TRUE(run(Kind::text));
}

TEST_F(SyntheticProviderTest, EndsAtTheDeadlineWhileItWaits)
{
    provider.apply(quick(Seconds(60)));
    const SteadyTime begin = clock.now();
    const auto made = run(Kind::text, Deadline::after(clock, Seconds(0.05)));
    EXPECT_EQ(made.error().code, ErrorCode::deadlineExceeded);
    EXPECT_LT(clock.now() - begin, std::chrono::seconds(1));
}

TEST_F(SyntheticProviderTest, EndsAtTheDeadlineWhileItDraws)
{
    const SteadyTime begin = clock.now();
    const auto made = run(Kind::image, Deadline::after(clock, Seconds(0.1)), {}, 2048);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::deadlineExceeded);
    EXPECT_LT(clock.now() - begin, std::chrono::milliseconds(1100));
}

TEST_F(SyntheticProviderTest, EndsWhenCancelledWhileItWaits)
{
    provider.apply(quick(Seconds(60)));
    const Cancellation cancellation;
    boost::asio::steady_timer timer(io.context(), std::chrono::milliseconds(20));
    timer.async_wait([&](boost::system::error_code) { cancellation.request(); });
    const SteadyTime begin = clock.now();
    EXPECT_EQ(run(Kind::text, Deadline::never(), cancellation).error().code, ErrorCode::cancelled);
    EXPECT_LT(clock.now() - begin, std::chrono::seconds(1));
}

} // namespace
} // namespace pult::service
