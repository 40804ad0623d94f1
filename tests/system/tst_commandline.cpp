// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

#include <boost/algorithm/string/erase.hpp>
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

TEST(CommandLine, TheManualTellsEveryCommandAndOption)
{
    std::ifstream stream(PULT_RESOURCES "/../packaging/pultd.1");
    std::string manual(std::istreambuf_iterator<char>(stream), {});
    boost::erase_all(manual, "\\");
    const std::vector<std::vector<std::string>> commands{{"serve"}, {"token", "add"},
        {"token", "list"}, {"token", "revoke"}, {"config", "show"}, {"check"}, {"repair"}};
    for (std::vector<std::string> command : commands) {
        EXPECT_NE(manual.find(command.back()), std::string::npos) << command.back();
        command.push_back("--help");
        const std::string help = runPultd(command).output;
        constexpr std::string_view kLetters = "-abcdefghijklmnopqrstuvwxyz";
        for (std::size_t at = help.find("--"); at != std::string::npos;) {
            const std::size_t end = std::min(help.size(), help.find_first_not_of(kLetters, at));
            const std::string option = help.substr(at, end - at);
            EXPECT_TRUE(option == "--help" || manual.find(option) != std::string::npos) << option;
            at = help.find("--", end);
        }
    }
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

TEST(CommandLine, TokensAreListedAndRevokedWhileTheServiceRuns)
{
    Daemon daemon;
    HttpClient viewer(daemon.port(), daemon.makeToken("viewer"));
    ASSERT_EQ(viewer.get("/queue").status, 200);
    const std::string listed = runPultd({"token", "list", "--data", daemon.data().string()}).output;
    const std::size_t line = listed.rfind('\n', listed.find("  viewer  ")) + 1;
    const std::string id = listed.substr(line, listed.find(' ', line) - line);
    EXPECT_EQ(runPultd({"token", "revoke", "--data", daemon.data().string(), "nobody"}).code, 1);
    ASSERT_EQ(runPultd({"token", "revoke", "--data", daemon.data().string(), id}).code, 0)
        << listed;
    EXPECT_TRUE(eventually([&] { return viewer.get("/queue").status == 401; }));
    EXPECT_EQ(daemon.admin().get("/queue").status, 200) << "the others stay";
}

TEST(CommandLine, EveryRequestStandsInTheAccessLogAlsoAfterItsRotation)
{
    const TemporaryDirectory directory;
    const auto file = directory.path() / "access.log";
    Daemon daemon({}, {"--access-log", file.string()});
    const auto holds = [&](const std::filesystem::path &path, std::string_view text) {
        std::ifstream stream(path);
        const std::string content(std::istreambuf_iterator<char>(stream), {});
        return content.find(text) != std::string::npos;
    };
    daemon.admin().get("/queue?secret=1");
    EXPECT_TRUE(
        eventually([&] { return holds(file, R"("method":"GET","route":"/queue","status":200)"); }));
    EXPECT_FALSE(holds(file, "secret"));
    std::filesystem::rename(file, directory.path() / "access.log.1");
    daemon.signal(SIGHUP);
    EXPECT_TRUE(eventually([&] { return std::filesystem::exists(file); }));
    daemon.admin().get("/nowhere");
    EXPECT_TRUE(eventually([&] { return holds(file, R"("status":404)"); }));
}

TEST(CommandLine, SettingsAreShownWithTheirOriginAndChecked)
{
    const TemporaryDirectory directory;
    const std::string file = (directory.path() / "pultd.toml").string();
    std::ofstream(file) << "[workers]\nimage = 8\n[timeouts]\nimage_s = 1\n";
    const Ran shown = runPultd({"config", "show", "--config", file});
    EXPECT_EQ(shown.code, 0);
    EXPECT_NE(shown.output.find("workers.image = 8  # file\n"), std::string::npos) << shown.output;
    EXPECT_NE(shown.output.find("workers.text = 10  # default\n"), std::string::npos);
    const Ran checked = runPultd({"config", "check", "--config", file});
    EXPECT_EQ(checked.code, 0);
    EXPECT_NE(checked.output.find("warning: synthetic.image_latency_s"), std::string::npos);
    std::ofstream(file) << "[workers]\ncats = 8\n";
    const Ran refused = runPultd({"config", "check", "--config", file});
    EXPECT_EQ(refused.code, 1);
    EXPECT_NE(refused.output.find("/workers/cats"), std::string::npos) << refused.output;
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
