// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/basesettings.h"

#include <fstream>
#include <map>

#include <gtest/gtest.h>

#include "service/config/contradictions.h"
#include "support/temporarydirectory.h"

namespace pult::service {
namespace {

class BaseSettingsTest : public testing::Test {
protected:
    Environment environment()
    {
        return [this](const std::string &name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            return found == variables.end() ? std::nullopt : std::optional(found->second);
        };
    }
    Result<BaseSettings> read() { return readBaseSettings(file, environment()); }
    void write(const std::string &text)
    {
        file = directory.path() / "pultd.toml";
        std::ofstream(*file) << text;
    }
    static std::string originOf(
        const BaseSettings &base, const char *group, const char *name, boost::json::object api = {})
    {
        return std::string(originsOf(base, api).at(group).at(name).as_string());
    }

    test::TemporaryDirectory directory;
    std::optional<std::filesystem::path> file;
    std::map<std::string, std::string> variables;
};

TEST_F(BaseSettingsTest, WithoutFileAndEnvironmentTheyAreTheDefaults)
{
    const auto base = read();
    ASSERT_TRUE(base);
    EXPECT_EQ(base->settings, Settings{});
    EXPECT_EQ(originOf(*base, "http", "workers"), "default");
}

TEST_F(BaseSettingsTest, TheEnvironmentWinsOverTheFileAndTheApiOverBoth)
{
    write("[http]\nworkers = 2\n[workers]\nimage = 7\n");
    variables = {{"WORKERS", "6"}, {"MAX_PROCESS_WORKERS", "3"}, {"HTTP_MAX_CONNECTIONS", "70"},
        {"HTTP_MAX_CONNECTIONS_PER_HOST", "7"}, {"RATE_LIMIT_ENABLED", "false"},
        {"PULT_LOG_LEVEL", "warn"}, {"RATE_LIMIT_WINDOW_SEC", "30.5"}};
    const auto base = read();
    ASSERT_TRUE(base) << base.error().detail;
    EXPECT_EQ(base->settings.http.workers, 6);
    EXPECT_EQ(base->settings.workers.image, 7);
    EXPECT_EQ(base->settings.workers.cpu_processes, 3);
    EXPECT_EQ(base->settings.upstream.max_connections, 70);
    EXPECT_EQ(base->settings.upstream.per_host, 7);
    EXPECT_FALSE(base->settings.rate_limits.enabled);
    EXPECT_EQ(base->settings.rate_limits.window_s, Seconds(30.5));
    EXPECT_EQ(base->settings.log.level, "warn");
    EXPECT_EQ(originOf(*base, "http", "workers"), "environment");
    EXPECT_EQ(originOf(*base, "workers", "image"), "file");
    const boost::json::object api{{"http", {{"workers", 3}}}};
    EXPECT_EQ(originOf(*base, "http", "workers", api), "api");
    EXPECT_EQ(originOf(*base, "http", "keep_alive_s", api), "default");
}

TEST_F(BaseSettingsTest, AKnownNameThatNothingAnswersToIsSaid)
{
    EXPECT_TRUE(idleVariables(environment()).empty());
    variables = {{"WORKERS", "6"}, {"REDIS_MAX_CONNECTIONS", "50"}};
    EXPECT_EQ(idleVariables(environment()).size(), 1U);
    EXPECT_TRUE(read());
}

TEST_F(BaseSettingsTest, PultsOwnVariableWinsOverTheKnownName)
{
    variables = {{"WORKERS", "6"}, {"PULT_HTTP_WORKERS", "8"}};
    EXPECT_EQ(read()->settings.http.workers, 8);
}

TEST_F(BaseSettingsTest, AWrongVariableIsNamed)
{
    for (const auto &[name, value] :
        std::map<std::string, std::string>{{"WORKERS", "many"}, {"RATE_LIMIT_ENABLED", "7"},
            {"PULT_HTTP_WORKERS", "-1"}, {"PULT_LOG_LEVEL", "loud"}, {"PULT_WORKERS_IMAGE", ""}}) {
        variables = {{name, value}};
        const auto base = read();
        ASSERT_FALSE(base) << name;
        EXPECT_EQ(base.error().code, ErrorCode::invalidArgument);
        EXPECT_EQ(base.error().detail.find(name + " in the environment: Must be"), 0U)
            << base.error().detail;
    }
}

TEST_F(BaseSettingsTest, ContradictionsNameBothValuesAndWhereTheyComeFrom)
{
    EXPECT_TRUE(contradictionsIn(Settings{}, originsOf(*read(), {})).empty());
    write("[timeouts]\nimage_s = 2\n[rate_limits]\nsubmit_per_s = 30\nvideo_per_minute = 2000\n");
    const auto base = read();
    const auto found = contradictionsIn(base->settings, originsOf(*base, {}));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].find("rate_limits.submit_per_s = 30 (file) is above "
                            "rate_limits.general_per_s = 20 (default): "),
        0U)
        << found[0];
    EXPECT_EQ(found[1].find("synthetic.image_latency_s = 2.5 (default) is above timeouts.image_s "
                            "= 2 (file): "),
        0U)
        << found[1];
    EXPECT_EQ(found[2].find("rate_limits.video_per_minute = 2000 (file)"), 0U) << found[2];
    Settings unlimited = base->settings;
    unlimited.rate_limits.enabled = false;
    EXPECT_EQ(contradictionsIn(unlimited, originsOf(*base, {})).size(), 1U);
}

TEST_F(BaseSettingsTest, AServerThatIsSilentUntilItIsDoneNeedsALongReadTimeout)
{
    write("[providers]\nimage = \"openai\"\n[openai]\nimage_model = \"m\"\n");
    const auto base = read();
    ASSERT_TRUE(base) << base.error().detail;
    const auto found = contradictionsIn(base->settings, originsOf(*base, {}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(
        found[0].find("timeouts.image_s = 180 (default) is above upstream.read_timeout_s"), 0U)
        << found[0];
}

TEST_F(BaseSettingsTest, TimesAndNumbersOnTheWayToAProviderMustFitTheJobs)
{
    write("[providers]\nimage = \"openai\"\n[openai]\nimage_model = \"m\"\n"
          "[timeouts]\nimage_s = 8\n[upstream]\nper_host = 12\nmax_connections = 10\n"
          "pool_timeout_s = 9\n");
    const auto base = read();
    ASSERT_TRUE(base) << base.error().detail;
    std::string all;
    for (const std::string &found : contradictionsIn(base->settings, originsOf(*base, {})))
        all += found + '\n';
    for (const char *expected :
        {"upstream.per_host = 12 (file) is above upstream.max_connections = 10 (file)",
            "upstream.connect_timeout_s = 10 (default) is above timeouts.image_s = 8 (file)",
            "upstream.pool_timeout_s = 9 (file) is above timeouts.image_s = 8 (file)",
            "workers.image = 20 (default) is above upstream.per_host = 12 (file)"})
        EXPECT_NE(all.find(expected), std::string::npos) << expected << '\n' << all;
    EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 4) << all;
}

TEST_F(BaseSettingsTest, AProviderInTheFileNeedsWhatItGeneratesWith)
{
    write("[providers]\nimage = \"runpod\"\n");
    const auto base = read();
    ASSERT_FALSE(base);
    EXPECT_NE(base.error().detail.find("Must be given while providers.image is runpod"),
        std::string::npos);
}

} // namespace
} // namespace pult::service
