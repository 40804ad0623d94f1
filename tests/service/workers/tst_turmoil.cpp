// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include "support/jobservicebench.h"

/// Everything at once, from several threads: for the thread sanitizer, and for the sums at the end.
namespace pult::service {
namespace {

using contract::JobState;
using contract::Kind;
using test::FakeProvider;
using test::JobServiceBench;

constexpr int kClients = 8;
constexpr int kJobsEach = 25;

/// Submits jobs and meddles with some of them; answers their ids.
Task<std::vector<contract::JobId>> beClient(DurableJobService &service, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<contract::JobId> ids;
    for (int i = 0; i < kJobsEach; ++i) {
        NewJob job = JobServiceBench::newJob(
            contract::kAllKinds.at(random() % 4), static_cast<std::int64_t>(random() % 10));
        auto accepted = co_await service.submit(std::move(job));
        if (!accepted)
            continue;
        ids.push_back(accepted->id);
        const contract::JobId any = ids.at(random() % ids.size());
        if (random() % 4 == 0)
            co_await service.cancel(any);
        if (random() % 4 == 0)
            co_await service.retry(any);
        const JobFilter everything;
        if (random() % 8 == 0)
            co_await service.list(everything);
    }
    co_return ids;
}

Task<bool> meddleWithQueues(DurableJobService &service)
{
    for (int i = 0; i < 20; ++i) {
        const Kind kind = contract::kAllKinds.at(static_cast<std::size_t>(i) % 4);
        Settings settings;
        settings.workers = {1 + i % 3, 1 + i % 5, 1, 2};
        service.apply(settings);
        co_await service.pause(kind);
        service.refreshMetrics();
        co_await service.resume(kind);
    }
    co_return true;
}

TEST(Turmoil, EveryAcceptedJobEndsAndNoSlotIsLost)
{
    JobServiceBench bench;
    bench.provider.answerAll(FakeProvider::artifact());
    std::vector<std::future<std::vector<contract::JobId>>> clients;
    for (unsigned seed = 0; seed < kClients; ++seed)
        clients.push_back(boost::asio::co_spawn(
            bench.io.context(), beClient(*bench.service, seed), boost::asio::use_future));
    bench.run(meddleWithQueues(*bench.service));
    std::size_t total = 0;
    for (auto &client : clients) {
        ASSERT_EQ(client.wait_for(test::kPatience), std::future_status::ready);
        for (const contract::JobId &id : client.get()) {
            EXPECT_TRUE(contract::isFinal(bench.waitForEnd(id).state));
            ++total;
        }
    }
    EXPECT_EQ(total, static_cast<std::size_t>(kClients) * kJobsEach);
    test::await(bench.io.context(), bench.service->drained(Deadline::never()));
    const contract::QueueReport report = bench.service->queue();
    EXPECT_EQ(report.totals.depth, 0);
    EXPECT_EQ(report.totals.running, 0);
}

} // namespace
} // namespace pult::service
