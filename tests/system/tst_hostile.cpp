// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

constexpr auto kStrict = R"(
[http]
request_header_timeout_s = 0.4
request_body_timeout_s = 0.4
body_max_bytes = 4096
[rate_limits]
enabled = false
)";

/// One daemon for all: that it still answers after everything is part of the point.
class Hostile : public testing::Test {
protected:
    static void SetUpTestSuite() { s_daemon = std::make_unique<Daemon>(kStrict); }
    static void TearDownTestSuite()
    {
        EXPECT_TRUE(s_daemon->isRunning()) << s_daemon->log();
        EXPECT_EQ(s_daemon->admin().get("/health").status, 200U);
        s_daemon.reset();
    }

    static Daemon &daemon() { return *s_daemon; }
    static std::string authorization()
    {
        return "Authorization: Bearer " + s_daemon->adminToken() + "\r\n";
    }

    static std::string answerTo(const std::string &bytes)
    {
        RawConnection connection(s_daemon->port());
        connection.write(bytes);
        return connection.readAll();
    }

    static void expectProblem(const std::string &answer, int status, const std::string &why)
    {
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 " + std::to_string(status) + ' '))
            << why << ": " << answer.substr(0, 200);
        EXPECT_NE(answer.find("application/problem+json"), std::string::npos) << why;
        EXPECT_NE(answer.find("\"status\":" + std::to_string(status)), std::string::npos) << why;
    }

private:
    static inline std::unique_ptr<Daemon> s_daemon;
};

struct RawCase {
    std::string what;
    std::string bytes;
    int status;
};

TEST_F(Hostile, HeadsThatTwoServersCouldReadDifferently)
{
    const std::string nul("GET /livez HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n", 41);
    const std::vector<RawCase> cases{
        {"no HTTP at all", "hello\r\n\r\n", 400},
        {"no version", "GET /livez\r\n\r\n", 400},
        {"no host", "GET /livez HTTP/1.1\r\n\r\n", 400},
        {"two hosts", "GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"a host with a space", "GET /livez HTTP/1.1\r\nHost: a b\r\n\r\n", 400},
        {"an empty host", "GET /livez HTTP/1.1\r\nHost:\r\n\r\n", 400},
        {"a folded line", "GET /livez HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n", 400},
        {"a bare line feed", "GET /livez HTTP/1.1\nHost: x\r\n\r\n", 400},
        {"a bare carriage return", "GET /livez HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n", 400},
        {"NUL in a field", nul, 400},
        {"a space before the colon", "GET /livez HTTP/1.1\r\nHost: x\r\nA : b\r\n\r\n", 400},
        {"two lengths",
            "POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            400},
        {"the same length twice",
            "POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
            400},
        {"a negative length", "POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400},
        {"a length that is no number",
            "POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: 1e3\r\n\r\n", 400},
        {"a length beside an encoding",
            "POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked"
            "\r\n\r\n0\r\n\r\n",
            400},
        {"an encoding that is not chunked",
            "POST /livez HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 400},
        {"chunked twice",
            "POST /livez HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: "
            "chunked\r\n\r\n0\r\n\r\n",
            400},
        {"a broken chunk",
            "POST /livez HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
        {"another version", "GET /livez HTTP/2.0\r\nHost: x\r\n\r\n", 505},
        {"a target without a slash", "GET livez HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"a broken escape", "GET /liv%zz HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"a cut escape", "GET /livez%2 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"NUL in the target", "GET /livez%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"a target that is not UTF-8", "GET /livez%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        {"a query that is not UTF-8", "GET /livez?a=%c0%af HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    };
    for (const RawCase &one : cases)
        expectProblem(answerTo(one.bytes), one.status, one.what);
}

TEST_F(Hostile, TheSecondHalfOfASmuggledRequestIsNeverAnswered)
{
    const std::string answer =
        answerTo("POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: "
                 "chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << answer;
}

TEST_F(Hostile, HeadsAndBodiesThatAreTooLarge)
{
    expectProblem(
        answerTo("GET /livez HTTP/1.1\r\nHost: x\r\nA: " + std::string(20'000, 'a') + "\r\n\r\n"),
        431, "a long field");
    std::string many = "GET /livez HTTP/1.1\r\nHost: x\r\n";
    for (int i = 0; i < 3000; ++i)
        many += "A" + std::to_string(i) + ": b\r\n";
    expectProblem(answerTo(many + "\r\n"), 431, "many fields");
    expectProblem(answerTo("GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n"),
        431, "a long target");
    const std::string post = "POST /api/generate/text HTTP/1.1\r\nHost: x\r\n" + authorization()
        + "Content-Type: application/json\r\n";
    expectProblem(answerTo(post + "Content-Length: 1000000000000\r\n\r\n{"), 413, "by its length");
    expectProblem(answerTo(post + "Transfer-Encoding: chunked\r\n\r\n2000\r\n"
                      + std::string(0x2000, ' ') + "\r\n0\r\n\r\n"),
        413, "by what comes");
}

TEST_F(Hostile, WhoeverSendsSlowlyIsToldAndClosed)
{
    expectProblem(answerTo("GET /livez HTTP/1.1\r\nHost:"), 408, "a slow head");
    expectProblem(answerTo("POST /api/generate/text HTTP/1.1\r\nHost: x\r\n" + authorization()
                      + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"),
        408, "a slow body");
    EXPECT_EQ(answerTo(""), "") << "who says nothing gets nothing";
}

TEST(Hostility, WhoeverExpectsTlsIsClosedAtOnce)
{
    Daemon daemon("[http]\nrequest_header_timeout_s = 60");
    RawConnection connection(daemon.port());
    connection.write(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(connection.readAll(), "");
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
}

TEST_F(Hostile, PipelinedRequestsAreAnsweredInTheirOrder)
{
    const std::string answer = answerTo("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n"
                                        "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n"
                                        "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close"
                                        "\r\n\r\n");
    const std::size_t alive = answer.find("alive");
    const std::size_t missing = answer.find("HTTP/1.1 404");
    const std::size_t ready = answer.find("\nready");
    EXPECT_LT(alive, missing);
    EXPECT_LT(missing, ready);
    EXPECT_NE(ready, std::string::npos) << answer;
}

TEST_F(Hostile, AHeadMayComeInPieces)
{
    RawConnection connection(daemon().port());
    connection.write("GET /livez HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\nHo");
    connection.readUntil("alive");
    connection.write("st: x\r\nConnection: close\r\n\r\n");
    const std::string answer = connection.readAll();
    EXPECT_NE(answer.find("\nready"), std::string::npos) << answer;

    const std::string large = answerTo("GET /readyz HTTP/1.1\r\nHost: x\r\nA: "
        + std::string(9000, 'a') + "\r\nConnection: close\r\n\r\n");
    EXPECT_NE(large.find("\nready"), std::string::npos) << large;
}

/// Whole, in two pieces, in chunks. What comes first has been read when what stands before it is
/// answered; the request behind the body is another's.
TEST_F(Hostile, ABodyMayComeInAnyWay)
{
    const std::string before = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string head = "POST /api/generate/text HTTP/1.1\r\nHost: x\r\n" + authorization()
        + "Content-Type: application/json\r\n";
    const std::string behind = "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    const std::string sized = head + "Content-Length: 14\r\n";
    const std::string chunked = head
        + "Transfer-Encoding: chunked\r\n\r\n6\r\n"
          R"({"p)";
    const std::string chunks = R"(rom)"
                               "\r\n8\r\n"
                               R"(pt":"a"})"
                               "\r\n0\r\n\r\n";
    const std::vector<std::pair<std::string, std::string>> ways{
        {sized
                + "\r\n"
                  R"({"prompt":"a"})",
            ""},
        {sized + "\r\n", R"({"prompt":"a"})"},
        {sized
                + "\r\n"
                  R"({"prom)",
            R"(pt":"a"})"},
        {sized + "Expect: 100-continue\r\n\r\n", R"({"prompt":"a"})"},
        {chunked + chunks, ""},
        {chunked, chunks},
    };
    for (const auto &[first, rest] : ways) {
        RawConnection connection(daemon().port());
        connection.write(before + first);
        connection.readUntil("alive");
        connection.write(rest + behind);
        const std::string answer = connection.readAll();
        const std::size_t accepted = answer.find("HTTP/1.1 202");
        const std::size_t ready = answer.rfind("\nready");
        ASSERT_NE(accepted, std::string::npos) << first << answer;
        ASSERT_NE(ready, std::string::npos) << first << answer;
        EXPECT_LT(accepted, ready) << first;
    }
}

TEST_F(Hostile, AThousandPipelinedRequestsAreAnswered)
{
    constexpr std::size_t kRequests = 1000;
    std::string flood;
    for (std::size_t i = 0; i < kRequests; ++i)
        flood += "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n";
    RawConnection connection(daemon().port());
    connection.write(flood);
    connection.finishWriting();
    const std::string &answers = connection.readAll();
    std::size_t alive = 0;
    for (std::size_t at = 0; (at = answers.find("HTTP/1.1 200", at)) != std::string::npos; ++at)
        ++alive;
    EXPECT_EQ(alive, kRequests);
}

struct BodyRoute {
    std::string method;
    std::string target;
};

const std::vector<BodyRoute> kBodyRoutes{
    {"POST", "/api/generate/text"},
    {"POST", "/api/generate/image"},
    {"POST", "/api/v1/generate"},
    {"POST", "/queue/text/purge"},
    {"PATCH", "/config"},
    {"POST", "/config/rollback"},
};

struct BodyCase {
    std::string what;
    std::string body;
    std::string type;
    std::vector<unsigned> statuses;
};

TEST_F(Hostile, BodiesThatAreNotWhatTheRouteTakes)
{
    const std::string json = "application/json";
    const std::vector<BodyCase> cases{
        {"an empty body", "", json, {400, 411}},
        {"cut JSON", R"({"prompt":)", json, {400}},
        {"text behind the JSON", "{} {}", json, {400}},
        {"NaN", R"({"prompt":NaN})", json, {400}},
        {"JSON a thousand levels deep", std::string(1000, '[') + std::string(1000, ']'), json,
            {400}},
        {"objects a hundred levels deep",
            [] {
                std::string deep;
                for (int i = 0; i < 100; ++i)
                    deep += R"({"a":)";
                return deep + "1" + std::string(100, '}');
            }(),
            json, {400}},
        {"bytes that are not UTF-8", "{\"prompt\":\"\xff\xfe\"}", json, {400}},
        {"a lone surrogate", R"({"prompt":"\ud800"})", json, {400}},
        {"an array", "[]", json, {422}},
        {"a number", "7", json, {422}},
        {"null", "null", json, {422}},
        {"an unknown member", R"({"nonsense":1})", json, {422}},
        {"a form", "prompt=a", "application/x-www-form-urlencoded", {415}},
        {"no content type", "{}", "", {415}},
    };
    HttpClient client = daemon().admin();
    for (const BodyRoute &route : kBodyRoutes) {
        for (const BodyCase &one : cases) {
            HttpClient::Headers headers{{"If-Match", "\"1\""}};
            if (!one.type.empty())
                headers.emplace_back("Content-Type", one.type);
            const HttpReply reply = client.send(route.method, route.target, one.body, headers);
            EXPECT_NE(std::find(one.statuses.begin(), one.statuses.end(), reply.status),
                one.statuses.end())
                << route.target << ": " << one.what << ": " << reply.status << ' ' << reply.body;
            EXPECT_EQ(reply.header("Content-Type"), "application/problem+json");
            if (reply.status == 422) {
                EXPECT_TRUE(reply.json().at("errors").is_array());
            }
        }
    }
}

TEST_F(Hostile, ValuesOutOfRangeAreNamedByTheirPointers)
{
    struct Case {
        std::string target;
        std::string body;
        std::string pointer;
    };
    const std::vector<Case> cases{
        {"/api/generate/text", R"({})", "/prompt"},
        {"/api/generate/text", R"({"prompt":""})", "/prompt"},
        {"/api/generate/text", R"({"prompt":"a\u0000b"})", "/prompt"},
        {"/api/generate/text", R"({"prompt":7})", "/prompt"},
        {"/api/generate/text", R"({"prompt":"a","priority":10})", "/priority"},
        {"/api/generate/text", R"({"prompt":"a","priority":99999999999999999999})", "/priority"},
        {"/api/generate/text", R"({"prompt":"a","timeout_s":0})", "/timeout_s"},
        {"/api/generate/text", R"({"prompt":"a","timeout_s":1e300})", "/timeout_s"},
        {"/api/generate/text", R"({"prompt":"a","params":{"words":-1}})", "/params/words"},
        {"/api/generate/text", R"({"prompt":"a","params":{"width":64}})", "/params/width"},
        {"/api/generate/image", R"({"prompt":"a","params":{"width":100000}})", "/params/width"},
        {"/api/generate/image", R"({"prompt":"a","params":{"seed":-1}})", "/params/seed"},
        {"/api/generate/image", R"({"prompt":"a","kind":"text"})", "/kind"},
        {"/api/v1/generate", R"({"prompt":"a"})", "/kind"},
        {"/api/v1/generate", R"({"prompt":"a","kind":"song"})", "/kind"},
        {"/queue/text/purge", R"({"expected":-5})", "/expected"},
        {"/config/rollback", R"({"revision":0})", "/revision"},
    };
    HttpClient client = daemon().admin();
    for (const Case &one : cases) {
        const HttpReply reply = client.post(one.target, one.body, {{"If-Match", "\"1\""}});
        ASSERT_EQ(reply.status, 422U) << one.target << ' ' << one.body << ' ' << reply.body;
        EXPECT_EQ(reply.json().at("errors").at(0).at("pointer").as_string(), one.pointer)
            << reply.body;
    }
}

TEST_F(Hostile, AddressesAndQueriesThatMakeNoSense)
{
    struct Case {
        std::string method;
        std::string target;
        unsigned status;
    };
    const std::vector<Case> cases{
        {"GET", "/", 404},
        {"GET", "/../../etc/passwd", 404},
        {"GET", "/%2e%2e/%2e%2e/etc/passwd", 404},
        {"GET", "//queue", 404},
        {"DELETE", "/queue", 405},
        {"PUT", "/config", 405},
        {"BREW", "/queue", 405},
        {"OPTIONS", "/queue", 405},
        {"POST", "/api/generate/song", 404},
        {"POST", "/queue/song/pause", 404},
        {"GET", "/api/v1/jobs/7", 404},
        {"GET", "/api/v1/jobs/01a1fd5c-42b4-7778-aa71-5e789703af1d", 404},
        {"GET", "/api/v1/jobs/..%2f..%2fadmin.token/result", 404},
        {"DELETE", "/api/v1/jobs/zzz", 404},
        {"GET", "/api/v1/jobs?limit=0", 400},
        {"GET", "/api/v1/jobs?limit=501", 400},
        {"GET", "/api/v1/jobs?limit=ten", 400},
        {"GET", "/api/v1/jobs?state=lost", 400},
        {"GET", "/api/v1/jobs?kind=song", 400},
        {"GET", "/api/v1/jobs?since=yesterday", 400},
        {"GET", "/api/v1/jobs?cursor=nonsense", 400},
        {"GET", "/config/history?limit=-1", 400},
        {"GET", "/config/presets?users=0", 400},
    };
    HttpClient client = daemon().admin();
    for (const Case &one : cases) {
        const HttpReply reply = client.send(one.method, one.target, {}, {});
        EXPECT_EQ(reply.status, one.status) << one.method << ' ' << one.target << reply.body;
        EXPECT_EQ(reply.header("Content-Type"), "application/problem+json");
        EXPECT_EQ(reply.header("Allow").empty(), reply.status != 405) << one.target;
    }
    for (const char *query : {"?wait=-1", "?wait=61", "?wait=nan", "?wait=x", "?wait="})
        EXPECT_EQ(
            client.post("/api/generate/text" + std::string(query), R"({"prompt":"a"})").status,
            400U)
            << query;
}

TEST_F(Hostile, AClientMayGoAwayAtAnyPoint)
{
    const std::string request = "POST /api/generate/text?wait=5 HTTP/1.1\r\nHost: x\r\n"
        + authorization() + "Content-Type: application/json\r\nContent-Length: 14\r\n\r\n"
        + R"({"prompt":"a"})";
    for (std::size_t length = 1; length <= request.size(); length += 7) {
        RawConnection connection(daemon().port());
        connection.write(request.substr(0, length));
    }
    EXPECT_EQ(HttpClient(daemon().port()).get("/livez").status, 200U);
}

TEST_F(Hostile, ARequestIdIsEchoedOnlyWhenItIsHarmless)
{
    HttpClient client = daemon().admin();
    EXPECT_EQ(
        client.get("/queue", {{"X-Request-Id", "abc-1.2_3"}}).header("X-Request-Id"), "abc-1.2_3");
    EXPECT_EQ(
        client.get("/queue", {{"X-Request-Id", "a b<script>"}}).header("X-Request-Id").size(), 36U);
}

} // namespace
} // namespace pult::test
