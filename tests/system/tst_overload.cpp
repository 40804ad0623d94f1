// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

TEST(Overload, OneConnectionTooManyIsToldSo)
{
    Daemon daemon("[http]\nmax_connections = 3\nkeep_alive_s = 60");
    std::vector<HttpClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(daemon.port());
        ASSERT_EQ(clients.back().get("/livez").status, 200U);
    }
    RawConnection late(daemon.port());
    const std::string &answer = late.readAll();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 503")) << answer;
    EXPECT_NE(answer.find("Retry-After"), std::string::npos);
    clients.pop_back();
    EXPECT_TRUE(eventually([&] { return HttpClient(daemon.port()).get("/livez").status == 200; }))
        << "a place is free again";
}

TEST(Overload, AFullQueueRefusesAndSaysWhenToComeBack)
{
    Daemon daemon("[queue]\nmax_depth = 2\n[workers]\ntext = 0");
    HttpClient client = daemon.admin();
    const std::string body = R"({"prompt":"a"})";
    ASSERT_EQ(client.post("/api/generate/text", body).status, 202U);
    ASSERT_EQ(client.post("/api/generate/text", body).status, 202U);
    const HttpReply third = client.post("/api/generate/text", body);
    EXPECT_EQ(third.status, 503U);
    EXPECT_NE(third.header("Retry-After"), "");
    EXPECT_EQ(client.get("/readyz").status, 503U);
    EXPECT_EQ(client.get("/livez").status, 200U);
    EXPECT_TRUE(eventually([&] { return client.get("/health").json().at("status") == "fail"; }));
}

TEST(Overload, AFloodFromOneClientLeavesTheOthersAlone)
{
    Daemon daemon("[rate_limits]\ngeneral_per_s = 1\ngeneral_burst = 5");
    HttpClient flood = daemon.admin();
    int refused = 0;
    for (int i = 0; i < 50; ++i)
        refused += flood.get("/queue").status == 429 ? 1 : 0;
    EXPECT_GE(refused, 40);
    HttpClient other(daemon.port(), daemon.makeToken("viewer"));
    EXPECT_EQ(other.get("/queue").status, 200U);
    EXPECT_EQ(flood.get("/livez").status, 200U) << "probes are never limited";
}

TEST(Overload, AnIdleConnectionIsClosed)
{
    Daemon daemon("[http]\nkeep_alive_s = 1");
    RawConnection connection(daemon.port());
    connection.write("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(connection.readAll().ends_with("alive\n"));
}

} // namespace
} // namespace pult::test
