// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>

#include "support/gate.h"
#include "support/upstreambench.h"

namespace pult::service {
namespace {

using test::eventually;
using test::StandInAnswer;
using test::StandInRequest;
using test::StandInServer;
using test::UpstreamBench;
using testing::HasSubstr;
using Manner = StandInAnswer::Manner;
using Security = StandInServer::Security;

StandInAnswer hello(const StandInRequest &)
{
    return {200, "hello", {}, Manner::whole};
}

StandInServer::Handler behaving(Manner manner)
{
    return [manner](const StandInRequest &) {
        return StandInAnswer{200, std::string(4000, 'x'), {}, manner};
    };
}

UpstreamSettings quick()
{
    UpstreamSettings settings;
    settings.connect_timeout_s = settings.write_timeout_s = settings.read_timeout_s = Seconds(0.2);
    return settings;
}

TEST(UpstreamClient, AsksAndAnswers)
{
    StandInServer server([](const StandInRequest &request) {
        return StandInAnswer{201, request.body + '!', {{"Retry-After", "7"}}, Manner::whole};
    });
    UpstreamBench bench;
    auto request = UpstreamBench::post(server.url() + "/a?b=c", "body");
    request.bearer = "the-key";
    const auto answer = bench.send(request);
    ASSERT_TRUE(answer) << answer.error().detail;
    EXPECT_EQ(answer->status, 201);
    EXPECT_EQ(answer->body, "body!");
    EXPECT_EQ(answer->retryAfter, Seconds(7));
    const StandInRequest seen = server.requests().at(0);
    EXPECT_EQ(seen.method, "POST");
    EXPECT_EQ(seen.target, "/a?b=c");
    EXPECT_EQ(seen.authorization, "Bearer the-key");
    EXPECT_EQ(bench.figure("pult_upstream_requests_total", "201"), 1);
}

TEST(UpstreamClient, KeepsAConnectionForTheNextRequest)
{
    StandInServer server(hello);
    UpstreamBench bench;
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(bench.send(UpstreamBench::get(server.url())));
    EXPECT_EQ(server.connections(), 1);
    EXPECT_EQ(server.openConnections(), 1);
}

TEST(UpstreamClient, ClosesAConnectionThatNobodyUsed)
{
    UpstreamSettings settings;
    settings.keepalive_expiry_s = Seconds(0.3);
    StandInServer server(hello);
    UpstreamBench bench(settings);
    ASSERT_TRUE(bench.send(UpstreamBench::get(server.url())));
    EXPECT_EQ(server.openConnections(), 1);
    EXPECT_TRUE(eventually([&] { return server.openConnections() == 0; }));
    ASSERT_TRUE(bench.send(UpstreamBench::get(server.url())));
    EXPECT_EQ(server.connections(), 2);
}

TEST(UpstreamClient, KeepsNoneWhenNoneMayBeKept)
{
    UpstreamSettings settings;
    settings.max_keepalive = 0;
    StandInServer server(hello);
    UpstreamBench bench(settings);
    ASSERT_TRUE(bench.send(UpstreamBench::get(server.url())));
    EXPECT_TRUE(eventually([&] { return server.openConnections() == 0; }));
    ASSERT_TRUE(bench.send(UpstreamBench::get(server.url())));
    EXPECT_EQ(server.connections(), 2);
}

TEST(UpstreamClient, KeepsNoMoreThanMayBeKept)
{
    test::Gate gate;
    UpstreamSettings settings;
    settings.max_keepalive = 2;
    StandInServer server([&](const StandInRequest &request) {
        gate.wait();
        return hello(request);
    });
    UpstreamBench bench(settings);
    std::vector<std::future<UpstreamBench::Answer>> answers;
    for (int i = 0; i < 6; ++i)
        answers.push_back(bench.begin(UpstreamBench::get(server.url())));
    EXPECT_TRUE(eventually([&] { return server.openConnections() == 6; }));
    gate.open();
    for (auto &answer : answers)
        EXPECT_TRUE(answer.get());
    EXPECT_TRUE(eventually([&] { return server.openConnections() <= 2; }));
}

/// Runs ten requests that wait for each other, under a limit of three.
void expectAtMostThree(const UpstreamSettings &settings)
{
    test::Gate gate;
    StandInServer server([&](const StandInRequest &request) {
        gate.wait();
        return hello(request);
    });
    UpstreamBench bench(settings);
    std::vector<std::future<UpstreamBench::Answer>> answers;
    for (int i = 0; i < 10; ++i)
        answers.push_back(bench.begin(UpstreamBench::get(server.url())));
    EXPECT_TRUE(eventually([&] { return bench.figure("pult_pool_waiting") == 7; })); // of 10, 3 run
    EXPECT_EQ(bench.figure("pult_pool_in_use"), 3);
    gate.open();
    for (auto &answer : answers)
        EXPECT_TRUE(answer.get());
    EXPECT_EQ(server.mostAtOnce(), 3);
    EXPECT_EQ(bench.figure("pult_pool_acquire_seconds"), 10);
}

TEST(UpstreamClient, HasNoMoreConnectionsThanThePool)
{
    UpstreamSettings settings;
    settings.max_connections = 3;
    expectAtMostThree(settings);
}

TEST(UpstreamClient, HasNoMoreConnectionsThanAHostMayHave)
{
    UpstreamSettings settings;
    settings.per_host = 3;
    expectAtMostThree(settings);
}

TEST(UpstreamClient, AFullHostLeavesTheOthersAlone)
{
    UpstreamSettings settings;
    settings.per_host = 1;
    StandInServer busy(behaving(Manner::silent));
    StandInServer free(hello);
    UpstreamBench bench(settings);
    const auto stuck = bench.begin(UpstreamBench::get(busy.url()));
    const auto behind = bench.begin(UpstreamBench::get(busy.url()));
    EXPECT_TRUE(bench.send(UpstreamBench::get(free.url())));
    EXPECT_EQ(stuck.wait_for(Seconds(0)), std::future_status::timeout);
    EXPECT_EQ(behind.wait_for(Seconds(0)), std::future_status::timeout);
}

TEST(UpstreamClient, ARaisedLimitIsInForceAtOnce)
{
    UpstreamSettings settings;
    settings.per_host = 1;
    StandInServer server(behaving(Manner::silent));
    UpstreamBench bench(settings);
    const auto first = bench.begin(UpstreamBench::get(server.url()));
    const auto second = bench.begin(UpstreamBench::get(server.url()));
    EXPECT_TRUE(eventually([&] { return bench.figure("pult_pool_waiting") == 1; }));
    settings.per_host = 2;
    bench.client.apply(settings);
    EXPECT_TRUE(eventually([&] { return server.connections() == 2; }));
    EXPECT_EQ(bench.client.applied(), settings);
}

TEST(UpstreamClient, SaysThatNoPlaceInThePoolCameFree)
{
    UpstreamSettings settings;
    settings.max_connections = 1;
    settings.pool_timeout_s = Seconds(0.2);
    StandInServer server(behaving(Manner::silent));
    UpstreamBench bench(settings);
    const auto stuck = bench.begin(UpstreamBench::get(server.url()));
    EXPECT_TRUE(eventually([&] { return server.connections() == 1; }));
    const auto refused = bench.send(UpstreamBench::get(server.url()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::limited);
    EXPECT_THAT(refused.error().detail, HasSubstr("upstream.pool_timeout_s"));
    EXPECT_EQ(bench.figure("pult_pool_timeouts_total"), 1);
}

TEST(UpstreamClient, SaysThatConnectingTookTooLong)
{
    StandInServer server(hello, Security::tls, StandInServer::Hearing::deaf);
    UpstreamBench bench(quick());
    const auto late = bench.send(UpstreamBench::get(server.url()));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::unavailable);
    EXPECT_THAT(late.error().detail, HasSubstr("upstream.connect_timeout_s"));
    EXPECT_EQ(bench.figure("pult_upstream_requests_total", "connect_timeout"), 1);
}

TEST(UpstreamClient, SaysThatSendingTookTooLong)
{
    StandInServer server(hello, Security::plain, StandInServer::Hearing::deaf);
    UpstreamBench bench(quick());
    const std::string more(32 << 20, 'x'); // than the sockets' buffers hold
    const auto late = bench.send(UpstreamBench::post(server.url(), more));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::unavailable);
    EXPECT_THAT(late.error().detail, HasSubstr("upstream.write_timeout_s"));
}

TEST(UpstreamClient, SaysThatTheAnswerTookTooLong)
{
    StandInServer server(behaving(Manner::silent));
    UpstreamBench bench(quick());
    const auto late = bench.send(UpstreamBench::get(server.url()));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::unavailable);
    EXPECT_THAT(late.error().detail, HasSubstr("upstream.read_timeout_s"));
}

TEST(UpstreamClient, ASlowAnswerIsNoSilentOne)
{
    StandInServer server(behaving(Manner::drip)); // takes over four seconds
    UpstreamSettings settings = quick();
    settings.read_timeout_s = Seconds(1);
    UpstreamBench bench(settings);
    const auto answer = bench.send(UpstreamBench::get(server.url()));
    ASSERT_TRUE(answer) << answer.error().detail;
    EXPECT_EQ(answer->body.size(), 4000U);
}

TEST(UpstreamClient, EndsSoonAfterItIsToldTo)
{
    StandInServer server(behaving(Manner::silent));
    UpstreamBench bench;
    std::atomic<bool> isWanted = true;
    auto request = UpstreamBench::get(server.url());
    request.mayGoOn = [&isWanted]() -> Result<void> {
        if (isWanted)
            return {};
        return fail(ErrorCode::cancelled, "Not any more");
    };
    auto answer = bench.begin(request);
    EXPECT_TRUE(eventually([&] { return server.countOf("GET", "/") == 1; }));
    const auto before = std::chrono::steady_clock::now();
    isWanted = false;
    const auto ended = answer.get();
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(1));
    ASSERT_FALSE(ended);
    EXPECT_EQ(ended.error().detail, "Not any more");
    EXPECT_TRUE(eventually([&] { return server.openConnections() == 0; }));
}

TEST(UpstreamClient, SaysWhoBrokeTheConnectionOff)
{
    for (const Manner manner : {Manner::reset, Manner::cut}) {
        StandInServer server(behaving(manner));
        UpstreamBench bench;
        const auto broken = bench.send(UpstreamBench::get(server.url()));
        ASSERT_FALSE(broken);
        EXPECT_EQ(broken.error().code, ErrorCode::unavailable);
        EXPECT_THAT(broken.error().detail, HasSubstr("127.0.0.1:"));
        EXPECT_THAT(broken.error().detail, HasSubstr("broke the connection off"));
    }
}

TEST(UpstreamClient, SendsNothingTwiceThatMayHaveBeenRead)
{
    std::atomic<int> posts = 0;
    StandInServer server([&](const StandInRequest &request) {
        StandInAnswer answer{200, "{}", {}};
        if (request.method == "POST" && ++posts > 1)
            answer.manner = Manner::reset;
        return answer;
    });
    UpstreamBench bench;
    ASSERT_TRUE(bench.send(UpstreamBench::post(server.url(), "{}")));
    const auto broken = bench.send(UpstreamBench::post(server.url(), "{}"));
    ASSERT_FALSE(broken);
    EXPECT_THAT(broken.error().detail, HasSubstr("broke the connection off"));
    EXPECT_EQ(posts, 2) << "the second broke a connection that the first had left";
}

TEST(UpstreamClient, SaysThatNobodyIsThere)
{
    UpstreamBench bench;
    const auto nobody = bench.send(UpstreamBench::get("http://127.0.0.1:1/"));
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().detail, "Nothing answers at 127.0.0.1:1");
}

TEST(UpstreamClient, TakesNoMoreThanItAskedFor)
{
    StandInServer server(behaving(Manner::whole));
    UpstreamBench bench;
    auto request = UpstreamBench::get(server.url());
    request.maxBytes = 4000;
    EXPECT_TRUE(bench.send(request));
    request.maxBytes = 3999;
    const auto tooLarge = bench.send(request);
    ASSERT_FALSE(tooLarge);
    EXPECT_EQ(tooLarge.error().code, ErrorCode::tooLarge);
}

TEST(UpstreamClient, FollowsNoRedirect)
{
    StandInServer server([](const StandInRequest &) {
        return StandInAnswer{302, "", {{"Location", "/elsewhere"}}, Manner::whole};
    });
    UpstreamBench bench;
    EXPECT_EQ(bench.send(UpstreamBench::get(server.url()))->status, 302);
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST(UpstreamClient, TrustsOnlyWhoIsKnown)
{
    StandInServer server(hello, Security::tls);
    UpstreamSettings settings;
    UpstreamBench bench(settings);
    const auto stranger = bench.send(UpstreamBench::get(server.url()));
    ASSERT_FALSE(stranger);
    EXPECT_THAT(stranger.error().detail, HasSubstr("upstream.ca_file"));
    EXPECT_TRUE(server.requests().empty());
    settings.ca_file = server.authorityFile();
    bench.client.apply(settings);
    const auto known = bench.send(UpstreamBench::get(server.url()));
    ASSERT_TRUE(known) << known.error().detail;
    EXPECT_EQ(known->body, "hello");
}

TEST(UpstreamClient, GoesNowhereInsideForAnAddressThatSomebodyElseChose)
{
    StandInServer server(hello);
    UpstreamBench bench;
    ASSERT_TRUE(bench.send(UpstreamBench::get(server.url())));
    auto request = UpstreamBench::get(server.url());
    request.reach = Reach::publicHosts;
    const auto refused = bench.send(request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::forbidden);
    EXPECT_EQ(server.requests().size(), 1U);
}

TEST(UpstreamClient, AnswersWhatIsUnderWayWhenItEnds)
{
    StandInServer server(behaving(Manner::silent));
    std::future<UpstreamBench::Answer> answer;
    auto bench = std::make_unique<UpstreamBench>();
    auto client =
        std::make_unique<UpstreamClient>(bench->clock, bench->registry, UpstreamSettings());
    auto promise = std::make_shared<std::promise<UpstreamBench::Answer>>();
    boost::asio::co_spawn(bench->io.context(), client->send(UpstreamBench::get(server.url())),
        [promise](const std::exception_ptr &, UpstreamBench::Answer outcome) {
            promise->set_value(std::move(outcome));
        });
    EXPECT_TRUE(eventually([&] { return server.connections() == 1; }));
    client.reset();
    EXPECT_EQ(promise->get_future().get().error().code, ErrorCode::cancelled);
}

} // namespace
} // namespace pult::service
