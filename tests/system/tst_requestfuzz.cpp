// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Broken requests for a real pultd, many to a connection and many connections at once, without
// waiting for answers; the first one that is no HTTP ends its connection. How many shall be
// answered stands in PULT_FUZZ_REQUESTS; `./dev fuzz requests` wants a million.
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <map>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <gtest/gtest.h>

#include "support/daemon.h"
#include "support/requestmutation.h"

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
[results]
keep_s = 60
[synthetic]
text_latency_s = 0.001
)";

std::size_t requestsWanted()
{
    const char *wanted = std::getenv("PULT_FUZZ_REQUESTS");
    return wanted ? std::strtoull(wanted, nullptr, 10) : 4000;
}

/// Requests of every kind, as an operator sends them. None of them waits.
std::vector<SoundRequest> soundRequests(const std::string &token)
{
    const std::string fields = "Host: localhost\r\nAuthorization: Bearer " + token + "\r\n";
    const std::string json = fields + "Content-Type: application/json\r\n";
    std::vector<SoundRequest> requests;
    for (const char *target : {"/livez", "/readyz", "/health", "/metrics", "/queue", "/config",
             "/config/schema", "/config/history?limit=5&cursor=3", "/config/presets?users=20",
             "/logs?limit=3&level=warn", "/cache/stats", "/stickers/0123abcd",
             "/api/v1/jobs?limit=5&state=failed&kind=image&text=a%20b",
             "/api/v1/jobs/0190fd5c-42b4-7778-aa71-5e789703af1d",
             "/api/v1/jobs/0190fd5c-42b4-7778-aa71-5e789703af1d/result"})
        requests.push_back({"GET", target,
            fields + "Accept-Encoding: gzip;q=0.5\r\nRange: bytes=0-9\r\nAccept: */*;q=0.1\r\n"});
    const auto post = [&](const char *target, const char *body) {
        requests.push_back({"POST", target, json, body});
    };
    post("/api/generate/text", R"({"prompt":"a","params":{"words":5}})");
    post("/api/v1/generate",
        R"({"kind":"text","prompt":"\u00e4","priority":3,"timeout_s":1.5,"params":{"seed":7}})");
    post("/api/generate/image", R"({"prompt":"a","priority":99})");
    post("/queue/image/purge", R"({"expected":0})");
    post("/config/rollback", R"({"revision":1,"reason":"a"})");
    requests.push_back({"PATCH", "/config?dry_run=true", json, R"({"workers":{"text":4}})"});
    requests.push_back({"DELETE", "/api/v1/jobs/0190fd5c-42b4-7778-aa71-5e789703af1d", fields});
    requests.push_back({"POST", "/api/generate/text", json, R"({"prompt":"a"})", true});
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
    /// How many came of each.
    [[nodiscard]] const std::map<unsigned, std::size_t> &statuses() const { return m_statuses; }
    [[nodiscard]] std::size_t count() const { return m_count; }

private:
    std::string faultOf(const http::response<http::string_body> &answer)
    {
        const unsigned status = answer.result_int();
        ++m_statuses[status];
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

    std::map<unsigned, std::size_t> m_statuses;
    std::size_t m_count = 0;
};

/// Many requests that the service gets without waiting for its answers, and what came back.
struct Volley {
    std::string sent;
    std::unique_ptr<RawConnection> connection;
};

/// The last one is the worst, because it may end the connection.
Volley fire(RequestMutation &mutation, std::uint16_t port)
{
    constexpr int kReaching = 31;
    Volley volley;
    for (int i = 0; i < kReaching; ++i)
        volley.sent += mutation.reaching();
    volley.sent += mutation.wild();
    volley.connection = std::make_unique<RawConnection>(port);
    volley.connection->write(volley.sent);
    volley.connection->finishWriting();
    return volley;
}

TEST(RequestFuzz, WhateverComesTheServiceLivesAndServesTheOthers)
{
    constexpr int kAtOnce = 16;
    Daemon daemon(kSettings);
    RequestMutation mutation(1, soundRequests(daemon.makeToken("operator")));
    HttpClient bystander = daemon.admin();
    Answers answers;
    const std::size_t wanted = requestsWanted();
    while (answers.count() < wanted) {
        std::vector<Volley> volleys;
        for (int i = 0; i < kAtOnce; ++i)
            volleys.push_back(fire(mutation, daemon.port()));
        for (const Volley &volley : volleys)
            ASSERT_EQ(answers.faultIn(volley.connection->readAll()), "") << volley.sent;
        ASSERT_EQ(bystander.get("/queue").status, 200U);
    }
    ASSERT_TRUE(daemon.isRunning()) << daemon.log();
    for (const auto &[status, count] : answers.statuses())
        std::cout << count << " answers " << status << '\n';
    for (const unsigned status : {200U, 202U, 400U, 401U, 403U, 404U, 422U})
        EXPECT_TRUE(answers.statuses().contains(status)) << status << " never came";
    daemon.signal(SIGTERM);
    EXPECT_EQ(daemon.waitForExit(), 0) << daemon.log();
}

} // namespace
} // namespace pult::test
