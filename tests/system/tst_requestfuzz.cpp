// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Broken requests for a real pultd, many to a connection, without waiting for answers; the first
// one that is no HTTP ends it. How many shall be answered stands in PULT_FUZZ_REQUESTS; `./dev fuzz
// requests` wants a million.
#include <csignal>
#include <cstdlib>
#include <set>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <gtest/gtest.h>

#include "support/daemon.h"
#include "support/mutation.h"

namespace pult::test {
namespace {

namespace http = boost::beast::http;

constexpr auto kSettings = R"(
[http]
request_header_timeout_s = 0.5
request_body_timeout_s = 0.5
body_max_bytes = 4096
[queue]
max_depth = 200
[rate_limits]
enabled = false
[synthetic]
text_latency_s = 0.001
)";

std::size_t requestsWanted()
{
    const char *wanted = std::getenv("PULT_FUZZ_REQUESTS");
    return wanted ? std::strtoull(wanted, nullptr, 10) : 4000;
}

/// Whole requests of every kind, as an operator sends them. None of them waits.
std::vector<std::string> soundRequests(const std::string &token)
{
    const std::string fields =
        " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
    const auto with = [&](const std::string &line, const std::string &body) {
        return line + fields + "Content-Type: application/json\r\nContent-Length: "
            + std::to_string(body.size()) + "\r\n\r\n" + body;
    };
    std::vector<std::string> requests;
    for (const char *target : {"/livez", "/readyz", "/health", "/metrics", "/queue", "/config",
             "/config/schema", "/config/history?limit=5&cursor=3", "/config/presets?users=20",
             "/logs?limit=3&level=warn", "/cache/stats", "/stickers/0123abcd",
             "/api/v1/jobs?limit=5&state=failed&kind=image&text=a%20b",
             "/api/v1/jobs/0190fd5c-42b4-7778-aa71-5e789703af1d",
             "/api/v1/jobs/0190fd5c-42b4-7778-aa71-5e789703af1d/result"})
        requests.push_back("GET " + std::string(target) + fields
            + "Accept-Encoding: gzip;q=0.5\r\nRange: bytes=0-9\r\nAccept: */*;q=0.1\r\n\r\n");
    requests.push_back(with("POST /api/generate/text", R"({"prompt":"a","params":{"words":5}})"));
    requests.push_back(with("POST /api/v1/generate",
        R"({"kind":"text","prompt":"\u00e4","priority":3,"timeout_s":1.5,"params":{"seed":7}})"));
    requests.push_back(with("POST /api/generate/image", R"({"prompt":"a","priority":99})"));
    requests.push_back(with("POST /queue/image/purge", R"({"expected":0})"));
    requests.push_back(with("PATCH /config?dry_run=true", R"({"workers":{"text":4}})"));
    requests.push_back(with("POST /config/rollback", R"({"revision":1,"reason":"a"})"));
    requests.push_back(
        "DELETE /api/v1/jobs/0190fd5c-42b4-7778-aa71-5e789703af1d" + fields + "\r\n");
    requests.push_back("POST /api/generate/text" + fields
        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
          "e\r\n{\"prompt\":\"a\"}\r\n0\r\n\r\n");
    return requests;
}

/// The answers on one connection, one after the other, held to what every answer must be.
class Answers {
public:
    /// Why they are no legal answers; "" when they are.
    [[nodiscard]] std::string faultIn(const std::string &received)
    {
        std::string_view left = received;
        while (!left.empty()) {
            http::response_parser<http::string_body> parser;
            parser.eager(true);
            boost::system::error_code error;
            const std::size_t used =
                parser.put(boost::asio::buffer(left.data(), left.size()), error);
            if (error || !parser.is_done())
                return "no whole answer: " + error.message();
            left.remove_prefix(used);
            if (const std::string fault = faultOf(parser.get()); !fault.empty())
                return fault;
        }
        return {};
    }
    [[nodiscard]] const std::set<unsigned> &statuses() const { return m_statuses; }
    [[nodiscard]] std::size_t count() const { return m_count; }

private:
    std::string faultOf(const http::response<http::string_body> &answer)
    {
        const unsigned status = answer.result_int();
        m_statuses.insert(status);
        ++m_count;
        if (status < 400)
            return {};
        const bool isText = answer["Content-Type"] == "text/plain; charset=utf-8";
        const bool isHealth = answer["Content-Type"] == "application/json";
        if (status == 503 && (isText || isHealth))
            return {};
        if (answer["Content-Type"] != "application/problem+json")
            return "a refusal that is no problem: " + std::to_string(status);
        const auto problem = contract::parseJson(answer.body());
        if (!problem || problem->at("status") != status)
            return "a problem that is none: " + answer.body();
        return status == 500 ? "a failure: " + answer.body() : std::string();
    }

    std::set<unsigned> m_statuses;
    std::size_t m_count = 0;
};

TEST(RequestFuzz, WhateverComesTheServiceLivesAndServesTheOthers)
{
    constexpr std::size_t kBatch = 32;
    Daemon daemon(kSettings);
    const std::vector<std::string> sound = soundRequests(daemon.makeToken("operator"));
    HttpClient bystander = daemon.admin();
    Mutation mutation(1);
    Answers answers;
    const std::size_t wanted = requestsWanted();
    while (answers.count() < wanted) {
        std::string bytes;
        for (std::size_t i = 0; i < kBatch; ++i)
            bytes += mutation.below(2) == 0 ? sound[mutation.below(sound.size())] : mutation(sound);
        RawConnection connection(daemon.port());
        connection.write(bytes);
        connection.finishWriting();
        const std::string fault = answers.faultIn(connection.readAll());
        ASSERT_EQ(fault, "") << bytes;
        ASSERT_EQ(bystander.get("/queue").status, 200U) << bytes;
    }
    ASSERT_TRUE(daemon.isRunning()) << daemon.log();
    for (const unsigned status : {200U, 202U, 400U, 401U, 403U, 404U, 422U})
        EXPECT_TRUE(answers.statuses().contains(status)) << status << " never came";
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.waitForExit(), 0) << daemon.log();
}

} // namespace
} // namespace pult::test
