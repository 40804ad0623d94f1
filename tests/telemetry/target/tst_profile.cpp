// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/signals/profile.h"

#include <cmath>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/temporarydirectory.h"
#include "support/wholefile.h"
#include "telemetry/signals/profiletexts.h"
#include "telemetry/target/target.h"

namespace pult::telemetry {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;

constexpr WallTime kStart{seconds(1'800'000'000)};

std::string scrapeOf(const std::string &profile)
{
    return test::readFile(PULT_TEST_DATA "/scrapes/" + profile + ".txt");
}

/// The same a while later: what counts has grown by a hundredth, and by one at least.
std::string later(const std::string &scrape, int steps)
{
    std::string text;
    std::istringstream lines(scrape);
    std::set<std::string> counting;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string hash, keyword, name, type;
        words >> hash >> keyword >> name >> type;
        if (keyword == "TYPE" && type != "gauge")
            counting.insert(name);
        const std::string metric = line.substr(0, line.find_first_of("{ "));
        const bool counts = std::any_of(counting.begin(), counting.end(),
            [&](const std::string &family) { return metric.starts_with(family); });
        const std::size_t blank = line.rfind(' ');
        if (line.empty() || line.front() == '#' || !counts)
            text += line;
        else
            text += line.substr(0, blank + 1)
                + std::to_string(std::stod(line.substr(blank)) * (1 + 0.01 * steps) + steps);
        text += '\n';
    }
    return text;
}

Target watched(const std::string &profile)
{
    Target target;
    const std::string scrape = scrapeOf(profile);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(target.ingest(kStart + seconds(10 * i), later(scrape, i)).faulty, 0U);
    return target;
}

std::vector<std::string> idsOf(const Profiles &profiles)
{
    std::vector<std::string> ids;
    for (const auto &profile : profiles)
        ids.push_back(profile->id);
    return ids;
}

class ShippedProfile : public testing::TestWithParam<std::shared_ptr<const Profile>> { };

TEST_P(ShippedProfile, IsRecognisedAloneByItsExporter)
{
    EXPECT_THAT(idsOf(watched(GetParam()->id).profiles()), ElementsAre(GetParam()->id));
}

TEST_P(ShippedProfile, HasAValueOfEachSignal)
{
    const Target target = watched(GetParam()->id);
    for (const SignalSpec &signal : GetParam()->signals) {
        const auto traces = target.chart(signal.id, {kStart, kStart + seconds(20), 1, Seconds(30)});
        EXPECT_TRUE(std::any_of(traces.begin(), traces.end(), [](const auto &trace) {
            return std::isfinite(trace.latest);
        })) << signal.id;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Profiles, ShippedProfile, testing::ValuesIn(shippedProfiles()), [](const auto &profile) {
        std::string name = profile.param->id;
        std::replace(name.begin(), name.end(), '-', '_');
        return name;
    });

/// Of what users may fill: a file system's reserve counts for nothing.
TEST(Profile, ADiskIsAsFullAsDfSays)
{
    const Target target = watched("node_exporter");
    const auto disks = target.chart("node.disks", {kStart, kStart + seconds(20), 1, Seconds(30)});
    ASSERT_EQ(disks.size(), 1U);
    EXPECT_NEAR(disks.front().latest, 0.4891, 1e-4);
}

TEST(Profile, EachShippedOneIsRight)
{
    for (const std::string_view text : profileTexts()) {
        const auto profile = readProfile(text);
        EXPECT_TRUE(profile) << text.substr(0, 80) << profile.error().fields.front().pointer << ' '
                             << profile.error().fields.front().detail;
    }
}

TEST(Profile, NoIdStandsInTwo)
{
    std::set<std::string> ids;
    const auto add = [&ids](const std::string &list, const auto &described) {
        for (const auto &each : described)
            EXPECT_TRUE(ids.insert(list + each.id).second) << each.id;
    };
    for (const auto &profile : shippedProfiles()) {
        add("signal ", profile->signals);
        add("tile ", profile->tiles);
        add("chart ", profile->charts);
    }
}

constexpr std::string_view kRight = R"({"id": "a", "title": "A", "recognisedBy": ["a_up"],
    "signals": [{"id": "a.s", "title": "S", "unit": "count", "operation": "sum",
                 "of": [{"metric": "m"}]}],
    "tiles": [{"id": "t", "title": "T", "signal": "a.s"}],
    "charts": [{"id": "c", "title": "C", "unit": "count", "signals": ["a.s"]}]})";

std::string pointerAfter(std::string_view what, const std::string &becomes)
{
    std::string text(kRight);
    const std::size_t place = text.find(what);
    EXPECT_NE(place, std::string::npos) << what;
    text.replace(place, what.size(), becomes);
    const auto profile = readProfile(text);
    return profile || profile.error().fields.empty() ? "" : profile.error().fields.front().pointer;
}

TEST(Profile, SaysWhereItIsWrong)
{
    ASSERT_TRUE(readProfile(kRight));
    EXPECT_EQ(pointerAfter(R"("title": "S")", R"("titel": "S")"), "/signals/0/titel");
    EXPECT_EQ(pointerAfter(R"("sum")", R"("total")"), "/signals/0/operation");
    EXPECT_EQ(pointerAfter(R"("sum")", R"("rate")"), "/signals/0/window");
    EXPECT_EQ(pointerAfter(R"("sum")", R"("ratio")"), "/signals/0/by");
    EXPECT_EQ(pointerAfter(R"("sum")", R"("quantile", "window": 60)"), "/signals/0/part");
    EXPECT_EQ(pointerAfter(R"([{"metric": "m"}])", "[]"), "/signals/0/of");
    EXPECT_EQ(pointerAfter(R"("signal": "a.s")", R"("signal": "a.x")"), "/tiles/0/signal");
    EXPECT_EQ(pointerAfter(R"("signals": ["a.s"])", R"("signals": ["b"])"), "/charts/0/signals/0");
    EXPECT_EQ(pointerAfter(R"("unit": "count", "sig)", R"("unit": "bytes", "sig)"),
        "/charts/0/signals/0");
    EXPECT_EQ(pointerAfter(R"(["a_up"])", "[]"), "/recognisedBy");
    EXPECT_EQ(pointerAfter(R"("id": "a.s")", R"("id": "a/s")"), "/signals/0/id");
}

TEST(Profile, SeveralCanFitOneTarget)
{
    Target target;
    target.ingest(kStart, scrapeOf("redis_exporter") + scrapeOf("nginx-prometheus-exporter"));
    EXPECT_THAT(
        idsOf(target.profiles()), ElementsAre("nginx-prometheus-exporter", "redis_exporter"));
}

TEST(Profile, AnotherExporterAtTheSameAddressIsNoticed)
{
    Target target;
    target.ingest(kStart, scrapeOf("redis_exporter"));
    target.ingest(kStart + seconds(1), scrapeOf("dcgm-exporter"));
    EXPECT_THAT(idsOf(target.profiles()), ElementsAre("dcgm-exporter"));
    EXPECT_DOUBLE_EQ(target.latest("gpu.use", "0"), 0.97);
    target.ingest(kStart + seconds(2), "something_else 1\n");
    EXPECT_TRUE(target.profiles().empty());
}

TEST(Profile, IsRememberedByTheFolder)
{
    const test::TemporaryDirectory directory;
    const auto open = [&] {
        return Target::open(*HistoryFolder::open(directory.path()), shippedProfiles(), {}).value();
    };
    {
        Target target = open();
        target.ingest(kStart, scrapeOf("redis_exporter"));
    }
    EXPECT_THAT(idsOf(open().profiles()), ElementsAre("redis_exporter"));
}

} // namespace
} // namespace pult::telemetry
