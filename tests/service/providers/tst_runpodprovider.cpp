// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/runpodprovider.h"

#include <gmock/gmock.h>

#include "service/providers/polling.h"
#include "service/providers/verdict.h"
#include "support/providerbench.h"

namespace pult::service {
namespace {

using contract::Kind;
using test::eventually;
using test::ProviderBench;
using test::StandInAnswer;
using test::StandInRunpod;
using testing::HasSubstr;
using testing::Not;
using Manner = StandInAnswer::Manner;

class RunpodTest : public testing::Test {
protected:
    RunpodTest() { bench.keepKey(runpod.server, StandInRunpod::kKey); }

    [[nodiscard]] RunpodSettings settings() const
    {
        RunpodSettings given;
        given.base_url = runpod.server.url() + '/';
        given.text_endpoint = given.image_endpoint = given.video_endpoint =
            StandInRunpod::kEndpoint;
        return given;
    }
    ProviderBench::Made runWithOutput(Kind kind, boost::json::value output)
    {
        runpod.completeWith(std::move(output));
        return bench.run(provider, kind);
    }
    void expectPicture(boost::json::value output)
    {
        const auto made = runWithOutput(Kind::image, std::move(output));
        ASSERT_TRUE(made) << made.error().detail;
        EXPECT_EQ(made->mediaType, "image/png");
        EXPECT_EQ(made->width, 1);
        EXPECT_EQ(made->height, 1);
    }

    StandInRunpod runpod;
    ProviderBench bench;
    RunpodProvider provider{bench.clock, bench.client, bench.keys, settings()};
};

TEST_F(RunpodTest, SubmitsAJobWithWhatTheWorkerNeedsAndOurTimeLimit)
{
    runpod.completeWith(test::kTinyPng);
    ASSERT_TRUE(bench.run(provider, Kind::image, Seconds(42)));
    const boost::json::value sent = runpod.submission();
    EXPECT_EQ(sent.at("input"),
        boost::json::value({{"prompt", "a lighthouse"}, {"width", 512}, {"height", 512},
            {"num_inference_steps", 25},
            {"seed", *ProviderBench::jobOf(Kind::image).params.seed}}));
    const auto limit = sent.at("policy").at("executionTimeout").as_int64();
    EXPECT_GT(limit, 40'000);
    EXPECT_LE(limit, 42'000);
    EXPECT_EQ(sent.at("policy").at("ttl"), limit);
}

TEST_F(RunpodTest, TheTimeLimitStaysWithinRunpodsBounds)
{
    runpod.completeWith(test::kTinyPng);
    ASSERT_TRUE(bench.run(provider, Kind::image, Seconds(3)));
    EXPECT_EQ(runpod.submission().at("policy"),
        boost::json::value({{"executionTimeout", 5000}, {"ttl", 10'000}}));
}

TEST_F(RunpodTest, FindsThePictureInTheUsualPlaces)
{
    const std::string png = test::kTinyPng;
    expectPicture(png.c_str());
    expectPicture({{"image", png}});
    expectPicture({{"images", {png}}});
    expectPicture(boost::json::array({{{"image", "data:image/png;base64," + png}}}));
    expectPicture({{"message", png}, {"status", "success"}});
    expectPicture({{"output", {{"image_url", "data:image/png;base64," + png}}}});
}

TEST_F(RunpodTest, FindsTheTextInTheUsualPlaces)
{
    for (const boost::json::value &output :
        {boost::json::value("said"), boost::json::value({{"text", "said"}}),
            boost::json::value(boost::json::array(
                {{{"choices", boost::json::array({{{"tokens", {"said"}}}})}, {"usage", 1}}})),
            boost::json::value(
                {{"choices", boost::json::array({{{"message", {{"content", "said"}}}}})}})}) {
        const auto made = runWithOutput(Kind::text, output);
        ASSERT_TRUE(made) << made.error().detail;
        EXPECT_EQ(made->bytes, "said");
        EXPECT_EQ(made->mediaType, "text/plain; charset=utf-8");
    }
}

TEST_F(RunpodTest, FetchesAPictureFromItsOwnServerAndNoOtherInside)
{
    const std::string png = *test::decodedPng();
    test::StandInServer other([&](const test::StandInRequest &) {
        return StandInAnswer{200, png, {}, Manner::whole};
    });
    runpod.answerAll("/files/", StandInAnswer{200, png, {}, Manner::whole});
    expectPicture({{"image_url", runpod.server.url() + "/files/1.png"}});
    const auto refused = runWithOutput(Kind::image, {{"image_url", other.url() + "/1.png"}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::forbidden);
    EXPECT_TRUE(other.requests().empty());
}

TEST_F(RunpodTest, RefusesWhatIsNoPicture)
{
    for (const boost::json::value &output : {boost::json::value("bm90IGEgcGljdHVyZQ=="),
             boost::json::value("§§§"), boost::json::value({{"other", 1}}), boost::json::value()}) {
        const auto made = runWithOutput(Kind::image, output);
        ASSERT_FALSE(made);
        EXPECT_EQ(made.error().code, ErrorCode::corrupt);
    }
}

TEST_F(RunpodTest, AsksEverMoreRarely)
{
    std::mt19937_64 random(1);
    PollPace pace;
    Seconds total{0};
    Seconds longest{0};
    for (int i = 0; i < 20; ++i) {
        const Seconds pause = pace.next(random);
        EXPECT_GE(pause, Seconds(0.2));
        longest = std::max(longest, pause);
        total += pause;
    }
    EXPECT_LE(longest, Seconds(6));
    EXPECT_GT(total, Seconds(50));
}

TEST_F(RunpodTest, CancelsThereWhatIsCancelledHere)
{
    const Cancellation cancellation;
    auto made = bench.begin(provider, Kind::image, Seconds(20), cancellation);
    EXPECT_TRUE(eventually([&] { return runpod.polled() > 0; }));
    const auto before = std::chrono::steady_clock::now();
    cancellation.request();
    const auto ended = made.get();
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(1));
    ASSERT_FALSE(ended);
    EXPECT_EQ(ended.error().code, ErrorCode::cancelled);
    EXPECT_EQ(runpod.cancelled(), 1U);
}

TEST_F(RunpodTest, EndsWithinASecondAlsoWhenCancellingHangs)
{
    runpod.answerAll("/cancel/", StandInAnswer{200, "", {}, Manner::silent});
    const Cancellation cancellation;
    auto made = bench.begin(provider, Kind::image, Seconds(20), cancellation);
    EXPECT_TRUE(eventually([&] { return runpod.polled() > 0; }));
    const auto before = std::chrono::steady_clock::now();
    cancellation.request();
    EXPECT_EQ(made.get().error().code, ErrorCode::cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(1300));
}

TEST_F(RunpodTest, CancelsThereWhatTakesTooLong)
{
    const auto made = bench.run(provider, Kind::image, Seconds(0.6));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::deadlineExceeded);
    EXPECT_EQ(runpod.cancelled(), 1U);
}

TEST_F(RunpodTest, SaysHowTheJobEndedThere)
{
    using boost::json::object;
    const auto endedBy = [this](object last) {
        runpod.endWith(std::move(last));
        return bench.run(provider, Kind::image).error();
    };
    const Error failed = endedBy({{"status", "FAILED"}, {"error", "out of\nmemory"}});
    EXPECT_EQ(failed.code, ErrorCode::unavailable);
    EXPECT_THAT(failed.detail, HasSubstr("out of memory"));
    EXPECT_EQ(endedBy({{"status", "TIMED_OUT"}}).code, ErrorCode::deadlineExceeded);
    EXPECT_EQ(endedBy({{"status", "CANCELLED"}}).code, ErrorCode::unavailable);
    EXPECT_EQ(endedBy({{"status", "WHATEVER"}}).code, ErrorCode::corrupt);
    EXPECT_EQ(runpod.cancelled(), 0U);
}

TEST_F(RunpodTest, ABadMomentWhileItAsksCostsNoJob)
{
    runpod.completeWith(test::kTinyPng, 0);
    runpod.answerAll("/status/", StandInAnswer{500, "<html>", {}, Manner::whole});
    auto made = bench.begin(provider, Kind::image);
    EXPECT_TRUE(eventually([&] { return runpod.polled() >= 2; }));
    runpod.answerAll("/status/", std::nullopt);
    EXPECT_TRUE(made.get());
    EXPECT_EQ(runpod.submitted(), 1U);
}

TEST_F(RunpodTest, SaysThatItIsToWait)
{
    runpod.answerAll("/run",
        StandInAnswer{429, R"({"error":"slow down"})", {{"Retry-After", "17"}}, Manner::whole});
    const auto limited = bench.run(provider, Kind::image);
    ASSERT_FALSE(limited);
    EXPECT_EQ(limited.error().code, ErrorCode::limited);
    EXPECT_EQ(limited.error().retryAfter, Seconds(17));
    EXPECT_THAT(limited.error().detail, HasSubstr("slow down"));
}

TEST_F(RunpodTest, ARefusalIsFinalAndSaysWhatTheServerSaid)
{
    const std::string most(5000, 'x');
    runpod.answerAll("/run",
        StandInAnswer{400,
            R"({"error":{"message":"width is too large for )" + std::string(StandInRunpod::kKey)
                + most + R"("}})",
            {}, Manner::whole});
    const auto refused = bench.run(provider, Kind::image);
    ASSERT_FALSE(refused);
    EXPECT_EQ(verdictOn(refused.error()).job, Verdict::Job::isFinal);
    EXPECT_THAT(refused.error().detail, HasSubstr("width is too large"));
    EXPECT_THAT(refused.error().detail, Not(HasSubstr(StandInRunpod::kKey)));
    EXPECT_LT(refused.error().detail.size(), 400U);
}

TEST_F(RunpodTest, AWrongKeyIsNeitherSaidNorTheJobsFault)
{
    bench.keepKey(runpod.server, "wrong-key-123");
    const auto refused = bench.run(provider, Kind::image);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unauthenticated);
    EXPECT_THAT(refused.error().detail, Not(HasSubstr("wrong-key")));
    EXPECT_EQ(verdictOn(refused.error()).job, Verdict::Job::waits);
}

TEST_F(RunpodTest, WithoutAKeyItSaysWhereToPutIt)
{
    RunpodSettings elsewhere = settings();
    elsewhere.base_url = "http://127.0.0.1:1";
    provider.apply(elsewhere);
    const auto refused = bench.run(provider, Kind::image);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unauthenticated);
    EXPECT_THAT(
        refused.error().detail, HasSubstr((bench.directory.path() / "127.0.0.1:1").string()));
    EXPECT_THAT(refused.error().detail, HasSubstr("PULT_RUNPOD_KEY"));
}

TEST_F(RunpodTest, WithoutAnEndpointItSaysWhichSettingIsMissing)
{
    const auto refused = bench.run(provider, Kind::sticker);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unsupported);
    EXPECT_THAT(refused.error().detail, HasSubstr("runpod.sticker_endpoint"));
}

TEST_F(RunpodTest, IsProbedByItsHealth)
{
    EXPECT_TRUE(test::await(
        bench.io.context(), provider.probe(Deadline::after(bench.clock, Seconds(5)), {})));
    runpod.answerAll("/health", StandInAnswer{502, "", {}, Manner::whole});
    const auto ill = test::await(
        bench.io.context(), provider.probe(Deadline::after(bench.clock, Seconds(5)), {}));
    ASSERT_FALSE(ill);
    EXPECT_EQ(ill.error().code, ErrorCode::unavailable);
}

} // namespace
} // namespace pult::service
