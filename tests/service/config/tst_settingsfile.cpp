// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/settingsfile.h"

#include <fstream>

#include <gtest/gtest.h>

#include "service/config/mergepatch.h"
#include "support/temporarydirectory.h"

namespace pult::service {
namespace {

class SettingsFile : public testing::Test {
protected:
    Result<Settings> read(const std::string &text)
    {
        std::ofstream(file) << text;
        return readSettingsFile(file).and_then(
            [](const boost::json::object &patch) { return applyMergePatch({}, patch); });
    }

    test::TemporaryDirectory directory;
    std::filesystem::path file = directory.path() / "pultd.toml";
};

TEST_F(SettingsFile, OverlaysTheDefaults)
{
    const auto settings = read("[workers]\nimage = 8\n[rate_limits]\nenabled = false\n"
                               "[timeouts]\ntext_s = 2.5\n[log]\nlevel = \"warn\"\n");
    ASSERT_TRUE(settings) << settings.error().detail;
    EXPECT_EQ(settings->workers.image, 8);
    EXPECT_EQ(settings->workers.text, 10);
    EXPECT_FALSE(settings->rate_limits.enabled);
    EXPECT_EQ(settings->timeouts.text_s, Seconds(2.5));
    EXPECT_EQ(settings->log.level, "warn");
    EXPECT_EQ(read(""), Settings{});
}

TEST_F(SettingsFile, SaysWhatIsWrongAndWhere)
{
    EXPECT_NE(read("[workers]\nimage = \n").error().detail.find("Line 2"), std::string::npos);
    EXPECT_NE(
        read("[workers]\ncats = 1\n").error().detail.find("/workers/cats"), std::string::npos);
    EXPECT_NE(
        read("[workers]\nimage = [1]\n").error().detail.find("/workers/image"), std::string::npos);
    EXPECT_FALSE(readSettingsFile(directory.path() / "missing.toml"));
}

} // namespace
} // namespace pult::service
