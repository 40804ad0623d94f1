// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/stickers/stickerprovider.h"

#include <csignal>

#include <gtest/gtest.h>

#include "contract/base64.h"
#include "contract/params.h"
#include "service/runtime/iothreads.h"
#include "support/eventually.h"
#include "support/fakeprovider.h"
#include "support/processtable.h"
#include "support/tgsfile.h"

namespace pult::service {
namespace {

using test::LottieText;

contract::Job stickerJob(const std::string &tgs)
{
    contract::GenerateRequest request;
    request.params.tgs = contract::toBase64(tgs);
    request.params.width = 64;
    EXPECT_TRUE(contract::validate(contract::Kind::sticker, request, Seconds(60)));
    contract::Job job;
    job.id = contract::JobId::make(WallTime{});
    job.kind = contract::Kind::sticker;
    job.params = contract::withDefaults(contract::Kind::sticker, request);
    return job;
}

class Stickers : public testing::Test {
protected:
    Stickers() { others.answerAll(test::FakeProvider::artifact("another's")); }
    ~Stickers() override { io.stop(); }

    Result<Artifact> run(contract::Job job, Deadline deadline = Deadline::never())
    {
        return test::await(io.context(), provider.run(std::move(job), deadline, {}, [](double) {}));
    }
    [[nodiscard]] static WorkProgram pultd(std::int64_t memoryBytes)
    {
        return {PULT_PULTD_PATH, {"cpu-worker", "--memory", std::to_string(memoryBytes)}};
    }

    IoThreads io{2};
    SystemClock clock;
    prometheus::Registry registry;
    test::FakeProvider others{clock};
    ResultCache cache{clock, {}, registry};
    ProcessPool processes{io.context().get_executor(), clock, pultd, {}, registry};
    StickerProvider provider{clock, others, processes, cache};
};

TEST_F(Stickers, AFileIsRenderedInAProcess)
{
    const auto made = run(stickerJob(LottieText{}.tgs()));
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(made->mediaType, "image/webp");
    EXPECT_EQ(made->width, 64);
    EXPECT_EQ(made->bytes.substr(0, 4), "RIFF");
    ASSERT_TRUE(made->stickerId);
    EXPECT_EQ(processes.processIds().size(), 1U);
    const auto cached = cache.find(*made->stickerId);
    ASSERT_NE(cached, nullptr);
    EXPECT_EQ(cached->bytes, made->bytes);
}

TEST_F(Stickers, TheSameFileAgainNeedsNoProcess)
{
    const auto first = run(stickerJob(LottieText{}.tgs()));
    ASSERT_TRUE(first) << first.error().detail;
    const pid_t process = processes.processIds().front();
    ::kill(process, SIGKILL);
    ASSERT_TRUE(test::eventually([&] { return test::hasEnded(process); }));
    const auto again = run(stickerJob(LottieText{}.tgs()));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->bytes, first->bytes);
    EXPECT_EQ(again->stickerId, first->stickerId);
    EXPECT_EQ(cache.stats().hits, 1);
    contract::Job asPng = stickerJob(LottieText{}.tgs());
    asPng.params.format = contract::StickerFormat::png;
    const auto other = run(std::move(asPng));
    ASSERT_TRUE(other) << other.error().detail;
    EXPECT_NE(other->stickerId, first->stickerId) << "another format is another sticker";
}

TEST_F(Stickers, TheSameFileManyTimesAtOnceIsRenderedOnce)
{
    const contract::Job job = stickerJob(LottieText{"60", "60"}.tgs());
    std::vector<std::future<Result<Artifact>>> attempts;
    for (int i = 0; i < 8; ++i)
        attempts.push_back(boost::asio::co_spawn(io.next(),
            provider.run(job, Deadline::never(), {}, [](double) {}), boost::asio::use_future));
    for (auto &attempt : attempts) {
        ASSERT_EQ(attempt.wait_for(test::kPatience), std::future_status::ready);
        EXPECT_TRUE(attempt.get());
    }
    EXPECT_EQ(cache.stats().misses, 1);
    EXPECT_EQ(cache.stats().hits, 7);
    EXPECT_EQ(processes.processIds().size(), 1U);
}

TEST_F(Stickers, WhoWaitsForTheSameFileMayGiveUp)
{
    const contract::Job job = stickerJob(test::slowAnimation().tgs());
    const Cancellation cancellation;
    auto first = boost::asio::co_spawn(io.context(),
        provider.run(job, Deadline::never(), cancellation, [](double) {}), boost::asio::use_future);
    ASSERT_TRUE(test::eventually([&] { return processes.state().inUse == 1; }));
    const auto late = run(job, Deadline::after(clock, Seconds(0.2)));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::deadlineExceeded);
    cancellation.request();
    ASSERT_EQ(first.wait_for(test::kPatience), std::future_status::ready);
    EXPECT_EQ(first.get().error().code, ErrorCode::cancelled);
    EXPECT_EQ(
        run(job, Deadline::after(clock, Seconds(0.2))).error().code, ErrorCode::deadlineExceeded)
        << "it is another's turn, and that one runs";
    EXPECT_EQ(cache.stats().misses, 2);
}

TEST_F(Stickers, AllElseGoesToTheOtherProvider)
{
    contract::Job prompted;
    prompted.kind = contract::Kind::sticker;
    EXPECT_EQ(run(prompted)->bytes, "another's");
    prompted.kind = contract::Kind::image;
    EXPECT_EQ(run(prompted)->bytes, "another's");
    EXPECT_TRUE(processes.processIds().empty());
}

TEST_F(Stickers, EachJobIsCountedForWhoServesIt)
{
    contract::Job job;
    job.kind = contract::Kind::sticker;
    EXPECT_EQ(provider.nameFor(job), "fake");
    job.params.tgs = "a file";
    EXPECT_EQ(provider.nameFor(job), "rlottie");
}

TEST_F(Stickers, ABrokenFileFailsWithItsReasonAndIsNotCached)
{
    const auto bomb = run(stickerJob(test::gzipped(std::string(32U << 20U, ' '))));
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().code, ErrorCode::tooLarge);
    EXPECT_EQ(bomb.error().detail, "The TGS file expands to more than 8 MiB");
    const auto noLottie = run(stickerJob(test::gzipped("[]")));
    ASSERT_FALSE(noLottie);
    EXPECT_EQ(noLottie.error().code, ErrorCode::invalidArgument);
    EXPECT_EQ(cache.stats().entries, 0);
    EXPECT_TRUE(run(stickerJob(LottieText{}.tgs())));
}

TEST_F(Stickers, WhatTakesTooLongIsStopped)
{
    const auto late =
        run(stickerJob(test::slowAnimation().tgs()), Deadline::after(clock, Seconds(0.5)));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::deadlineExceeded);
    EXPECT_TRUE(processes.processIds().empty());
}

TEST_F(Stickers, AProcessKilledAmidItsWorkFailsThatAttemptAlone)
{
    auto future = boost::asio::co_spawn(io.context(),
        provider.run(stickerJob(test::slowAnimation().tgs()), Deadline::never(), {}, [](double) {}),
        boost::asio::use_future);
    ASSERT_TRUE(test::eventually([&] { return processes.processIds().size() == 1; }));
    const pid_t slow = processes.processIds().front();
    EXPECT_TRUE(run(stickerJob(LottieText{}.tgs()))) << "beside it";
    ::kill(slow, SIGKILL);
    ASSERT_EQ(future.wait_for(test::kPatience), std::future_status::ready);
    const auto killed = future.get();
    ASSERT_FALSE(killed);
    EXPECT_EQ(killed.error().code, ErrorCode::internal);
}

} // namespace
} // namespace pult::service
