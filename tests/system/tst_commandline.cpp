// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "support/daemon.h"

namespace pult::test {
namespace {

TEST(CommandLine, HelpAndVersionAreTold)
{
    EXPECT_EQ(runPultd({"--version"}).output, "pultd " PULT_VERSION "\n");
    const Ran help = runPultd({"serve", "--help"});
    EXPECT_EQ(help.code, 0);
    for (const char *option : {"--listen", "--data", "--config", "--demo", "--public-api"})
        EXPECT_NE(help.output.find(option), std::string::npos) << option;
}

TEST(CommandLine, WhatCannotBeServedIsRefusedWithTheReason)
{
    const TemporaryDirectory directory;
    const std::string data = (directory.path() / "data").string();
    struct Case {
        std::vector<std::string> arguments;
        std::string reason;
    };
    const std::vector<Case> cases{
        {{"--listen", "0.0.0.0:0"}, "TLS"},
        {{"--listen", "[::]:0"}, "TLS"},
        {{"--listen", "192.0.2.1:80"}, "TLS"},
        {{"--listen", "nowhere"}, "ADDRESS:PORT"},
        {{"--listen", "127.0.0.1:99999"}, "port"},
        {{"--config", "/nonexistent.toml"}, "nonexistent"},
    };
    for (const Case &one : cases) {
        std::vector<std::string> arguments{"serve", "--data", data};
        arguments.insert(arguments.end(), one.arguments.begin(), one.arguments.end());
        const Ran ran = runPultd(arguments);
        EXPECT_EQ(ran.code, 1) << ran.output;
        EXPECT_NE(ran.output.find(one.reason), std::string::npos) << ran.output;
    }
}

TEST(CommandLine, TheDemoSendsEveryKindThroughTheFrontDoor)
{
    Daemon daemon("[rate_limits]\nenabled = false", {"--demo"});
    HttpClient client = daemon.admin();
    EXPECT_EQ(client.get("/health").json().at("demo"), true);
    EXPECT_TRUE(eventually([&] {
        const auto queue = client.get("/queue").json();
        const auto &kinds = queue.at("kinds").as_array();
        return std::all_of(kinds.begin(), kinds.end(), [](const auto &kind) {
            return kind.at("arrivals_per_s").template to_number<double>() > 0;
        });
    }));
    EXPECT_TRUE(eventually([&] {
        return client.get("/metrics")
                   .body.find(R"(code="200",method="GET",route="/api/v1/jobs/{id}/result")")
            != std::string::npos;
    })) << "users fetch what they asked for";
}

} // namespace
} // namespace pult::test
