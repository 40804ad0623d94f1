// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/config/settingsschema.h"

#include <set>

#include <gtest/gtest.h>

#include "service/config/eachsetting.h"
#include "service/config/mergepatch.h"
#include "service/config/settinginfo.h"

namespace pult::service {
namespace {

template <class T>
constexpr bool kIsNumber =
    std::is_same_v<T, std::int64_t> || std::is_same_v<T, double> || std::is_same_v<T, Seconds>;

TEST(SettingsSchema, EverySettingHasItsInformationAndTheOtherWayRound)
{
    std::set<std::string> described;
    const Settings settings;
    forEachSetting(settings, [&]<class T>(const SettingName &name, const T &) {
        described.insert(name.path());
        const SettingInfo *info = findSettingInfo(name.path());
        ASSERT_NE(info, nullptr) << name.path();
        EXPECT_FALSE(info->title.empty()) << name.path();
        EXPECT_TRUE(info->description.ends_with('.')) << name.path();
        EXPECT_EQ(info->minimum.has_value(), kIsNumber<T>) << name.path();
        EXPECT_EQ(info->maximum.has_value(), kIsNumber<T>) << name.path();
        EXPECT_EQ(!info->choices.empty() || info->form, (std::is_same_v<T, std::string>))
            << name.path();
    });
    for (const SettingInfo &info : settingInfos())
        EXPECT_TRUE(described.contains(std::string(info.path))) << info.path;
    EXPECT_EQ(described.size(), settingInfos().size());
}

TEST(SettingsSchema, EveryGroupIsTitled)
{
    const auto groups = settingsSchema().at("properties").as_object();
    const auto values = contract::encode(Settings{}).as_object();
    EXPECT_EQ(groups.size(), values.size());
    for (const auto &[name, value] : values) {
        ASSERT_TRUE(groups.contains(name)) << name;
        EXPECT_FALSE(groups.at(name).at("title").as_string().empty());
        std::size_t settings = 0;
        for (const auto &[setting, schema] : groups.at(name).at("properties").as_object())
            settings += schema.as_object().contains("readOnly") ? 0 : 1;
        EXPECT_EQ(settings, value.as_object().size());
    }
}

TEST(SettingsSchema, ASecretIsShownAndCannotBeSet)
{
    const auto &properties = settingsSchema().at("properties");
    for (const SettingInfo &secret : secretInfos()) {
        const std::size_t dot = secret.path.find('.');
        const auto &schema = properties.at(secret.path.substr(0, dot))
                                 .at("properties")
                                 .at(secret.path.substr(dot + 1));
        EXPECT_EQ(schema.at("readOnly"), true);
        EXPECT_EQ(schema.at("enum"), boost::json::array({"set", "unset"}));
    }
    const auto refused = applyMergePatch({}, {{"runpod", {{"key", "set"}}}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/runpod/key");
    EXPECT_EQ(refused.error().fields.at(0).detail, "Is not set here, only shown");
}

TEST(SettingsSchema, AFreeTextSaysItsForm)
{
    const auto &properties = settingsSchema().at("properties");
    const auto &address = properties.at("openai").at("properties").at("base_url").as_object();
    EXPECT_EQ(address.at("type"), "string");
    EXPECT_EQ(address.at("maxLength"), 500);
    EXPECT_FALSE(address.contains("enum"));
    EXPECT_TRUE(address.at("pattern").as_string().starts_with("^https?://"));
}

TEST(SettingsSchema, TheDefaultsAreInRange)
{
    const auto whole = applyMergePatch(Settings{}, contract::encode(Settings{}));
    ASSERT_TRUE(whole) << whole.error().detail;
    EXPECT_EQ(*whole, Settings{});
}

TEST(SettingsSchema, ASettingSaysAllThatAFormNeeds)
{
    const auto &properties = settingsSchema().at("properties");
    const auto &image = properties.at("workers").at("properties").at("image").as_object();
    EXPECT_EQ(image.at("type"), "integer");
    EXPECT_EQ(image.at("default"), 20);
    EXPECT_EQ(image.at("minimum"), 0);
    EXPECT_EQ(image.at("maximum"), 1000);
    EXPECT_EQ(image.at("x-unit"), "jobs");
    EXPECT_EQ(image.at("x-group"), "workers");
    EXPECT_EQ(image.at("x-applies"), "live");
    EXPECT_FALSE(image.at("x-advice").as_string().empty());
    EXPECT_EQ(properties.at("http").at("properties").at("workers").at("x-applies"), "live");
    EXPECT_EQ(
        properties.at("http").at("properties").at("workers").at("x-automatic"), httpThreads(0));
    EXPECT_EQ(properties.at("log").at("properties").at("level").at("enum").as_array().size(), 5U);
    EXPECT_EQ(properties.at("rate_limits").at("properties").at("enabled").at("type"), "boolean");
}

} // namespace
} // namespace pult::service
