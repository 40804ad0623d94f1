// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/openaiprovider.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include "service/providers/verdict.h"
#include "support/providerbench.h"

namespace pult::service {
namespace {

using contract::Kind;
using test::ProviderBench;
using test::StandInAnswer;
using test::StandInRequest;
using test::StandInServer;
using testing::HasSubstr;
using Manner = StandInAnswer::Manner;

StandInAnswer jsonAnswer(int status, const boost::json::value &value)
{
    return {status, boost::json::serialize(value), {}, Manner::whole};
}

class OpenaiTest : public testing::Test {
protected:
    void answerWith(StandInAnswer answer)
    {
        const std::scoped_lock lock(m_mutex);
        m_answer = std::move(answer);
    }
    [[nodiscard]] OpenaiSettings settings() const
    {
        return {server.url() + "/v1", "writer-1", "painter-1"};
    }
    [[nodiscard]] boost::json::value sent() const
    {
        return boost::json::parse(server.requests().back().body);
    }
    bool probe()
    {
        return test::await(
            bench.io.context(), provider.probe(Deadline::after(bench.clock, Seconds(5)), {}))
            .has_value();
    }

private:
    std::mutex m_mutex;
    StandInAnswer m_answer;

protected:
    StandInServer server{[this](const StandInRequest &) {
        const std::scoped_lock lock(m_mutex);
        return m_answer;
    }};
    ProviderBench bench;
    OpenaiProvider provider{bench.clock, bench.client, bench.keys, settings()};
};

boost::json::value pictureIn(const char *member, const std::string &value)
{
    return {{"created", 1}, {"data", boost::json::array({{{member, value}}})}};
}

TEST_F(OpenaiTest, AsksForAPictureAndUnpacksIt)
{
    bench.keepKey(server, "sk-local");
    answerWith(jsonAnswer(200, pictureIn("b64_json", test::kTinyPng)));
    const auto made = bench.run(provider, Kind::image);
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(made->mediaType, "image/png");
    EXPECT_EQ(server.requests().back().target, "/v1/images/generations");
    EXPECT_EQ(server.requests().back().authorization, "Bearer sk-local");
    EXPECT_EQ(sent(),
        boost::json::value({{"model", "painter-1"}, {"prompt", "a lighthouse"}, {"n", 1},
            {"size", "512x512"}, {"response_format", "b64_json"}}));
}

TEST_F(OpenaiTest, DoesNotAskForBase64WhereThatIsRefused)
{
    OpenaiSettings given = settings();
    given.image_model = "gpt-image-1";
    provider.apply(given);
    answerWith(jsonAnswer(200, pictureIn("b64_json", test::kTinyPng)));
    ASSERT_TRUE(bench.run(provider, Kind::image));
    EXPECT_FALSE(sent().as_object().contains("response_format"));
}

TEST_F(OpenaiTest, FetchesAPictureThatIsNamedByUrl)
{
    std::string address;
    StandInServer front([&address](const StandInRequest &request) {
        if (request.method == "GET")
            return StandInAnswer{200, *test::decodedPng(), {}, Manner::whole};
        return jsonAnswer(200, pictureIn("url", address + "/pictures/1"));
    });
    address = front.url();
    OpenaiSettings given = settings();
    given.base_url = front.url() + "/v1/";
    provider.apply(given);
    const auto made = bench.run(provider, Kind::image);
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(made->width, 1);
    EXPECT_EQ(front.countOf("GET", "/pictures/1"), 1U);
}

TEST_F(OpenaiTest, AsksForATextOfSomeLength)
{
    answerWith(jsonAnswer(200,
        {{"choices",
            boost::json::array({{{"message", {{"role", "assistant"}, {"content", "Said."}}}}})}}));
    const auto made = bench.run(provider, Kind::text);
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(made->bytes, "Said.");
    EXPECT_EQ(server.requests().back().target, "/v1/chat/completions");
    EXPECT_EQ(server.requests().back().authorization, ""); // There is no key.
    EXPECT_EQ(sent().at("model"), "writer-1");
    EXPECT_EQ(sent().at("messages").at(0).at("content"), "Answer in about 80 words.");
    EXPECT_EQ(sent().at("messages").at(1).at("content"), "a lighthouse");
}

TEST_F(OpenaiTest, GarbageIsTheProvidersFault)
{
    for (const char *body : {"", "<html>", "[]", "{}", R"({"data":[]})", R"({"data":[1]})",
             R"({"data":[{"b64_json":7}]})", R"({"data":[{"b64_json":"AAAA"}]})"}) {
        answerWith({200, body, {}, Manner::whole});
        const auto made = bench.run(provider, Kind::image);
        ASSERT_FALSE(made) << body;
        EXPECT_EQ(made.error().code, ErrorCode::corrupt) << body;
    }
}

TEST_F(OpenaiTest, StatusesSayWhatBecomesOfTheJob)
{
    using Job = Verdict::Job;
    const std::vector<std::pair<int, Job>> fates{{400, Job::isFinal}, {401, Job::waits},
        {403, Job::isFinal}, {404, Job::isFinal}, {408, Job::mayRunAgain}, {413, Job::isFinal},
        {422, Job::isFinal}, {429, Job::waits}, {500, Job::mayRunAgain}, {503, Job::mayRunAgain}};
    for (const auto &[status, fate] : fates) {
        answerWith(jsonAnswer(status, {{"error", {{"message", "because"}}}}));
        const auto made = bench.run(provider, Kind::image);
        ASSERT_FALSE(made) << status;
        EXPECT_EQ(verdictOn(made.error()).job, fate) << status;
        EXPECT_THAT(made.error().detail, HasSubstr(std::to_string(status)));
        EXPECT_EQ(made.error().detail.ends_with(": because"), status != 401);
    }
}

TEST_F(OpenaiTest, MakesNoClips)
{
    EXPECT_EQ(bench.run(provider, Kind::video).error().code, ErrorCode::unsupported);
    EXPECT_TRUE(server.requests().empty());
}

TEST_F(OpenaiTest, AServerThatDoesNotListItsModelsMayStillWork)
{
    for (const auto &[status, works] : {std::pair(200, true), {404, true}, {403, true},
             {500, false}, {401, false}, {429, false}}) {
        answerWith(jsonAnswer(status, boost::json::object()));
        EXPECT_EQ(probe(), works) << status;
    }
}

} // namespace
} // namespace pult::service
