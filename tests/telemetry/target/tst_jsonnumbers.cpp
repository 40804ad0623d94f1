// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/target/jsonnumbers.h"

#include <set>

#include <gtest/gtest.h>

#include "telemetry/target/target.h"

namespace pult::telemetry {
namespace {

constexpr std::string_view kStats = R"({"hits": 12, "ratio": 0.5, "name": "a", "up": true,
    "pools": [{"used": 3}, {"used": 4}], "a/b~c": {"": 7}, "none": null})";

std::string listOf(std::string_view json)
{
    const auto numbers = readJsonNumbers(json);
    std::string text;
    for (const JsonNumber &number : numbers.value_or(std::vector<JsonNumber>{}))
        text += number.pointer + ' ' + std::to_string(number.value).substr(0, 4) + '\n';
    return text;
}

TEST(JsonNumbers, HasNumbersAndTruthsWithTheirPointers)
{
    EXPECT_EQ(listOf(kStats),
        "/hits 12.0\n/ratio 0.50\n/up 1.00\n/pools/0/used 3.00\n/pools/1/used 4.00\n"
        "/a~1b~0c/ 7.00\n");
    EXPECT_EQ(listOf("7"), " 7.00\n");
}

TEST(JsonNumbers, WhatIsNotJsonIsSaid)
{
    const auto numbers = readJsonNumbers("<html>");
    ASSERT_FALSE(numbers);
    EXPECT_EQ(numbers.error().code, ErrorCode::corrupt);
}

TEST(JsonNumbers, ADocumentWithoutEndIsCut)
{
    std::string json = "[";
    for (std::size_t i = 0; i < 2 * kMostJsonNumbers; ++i)
        json += "1,";
    EXPECT_EQ(readJsonNumbers(json + "1]")->size(), kMostJsonNumbers);
}

TEST(JsonNumbers, ThoseChosenAreSeriesAndSignals)
{
    const std::vector<std::string> pointers{"/hits", "/a~1b~0c/", "/gone"};
    Target target({std::make_shared<const Profile>(jsonProfile(pointers))});
    const auto report =
        target.ingest(WallTime(), jsonExposition(*readJsonNumbers(kStats), pointers));
    EXPECT_EQ(report.samples, 2U);
    EXPECT_EQ(report.faulty, 0U);
    ASSERT_EQ(target.profiles().size(), 1U);
    const Profile &profile = *target.profiles().front();
    EXPECT_EQ(target.latest(profile.signals[0].id), 12);
    EXPECT_EQ(target.latest(profile.signals[1].id), 7);
    EXPECT_EQ(profile.charts[0].title, "hits");
}

TEST(JsonNumbers, NoTwoPointersShareASignal)
{
    const Profile profile = jsonProfile({"/a/b", "/a.b", "/a-2eb", "/a~1b", "", "/"});
    std::set<std::string> ids;
    for (const SignalSpec &signal : profile.signals)
        ids.insert(signal.id);
    EXPECT_EQ(ids.size(), 6U);
}

} // namespace
} // namespace pult::telemetry
