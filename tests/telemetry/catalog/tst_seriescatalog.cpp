// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/catalog/seriescatalog.h"

#include <gmock/gmock.h>

namespace pult::telemetry {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string_view> kNames{R"(http_requests_total{code="500",kind="image"})",
    R"(http_requests_total{code="200",kind="image"})", "up", "",
    R"(http_requests_total{code="500",kind="Text"})", R"(queue{note="a \"b\" c"})"};

SeriesCatalog catalog()
{
    SeriesCatalog made;
    made.follow(kNames);
    return made;
}

TEST(SeriesCatalog, KnowsTheSeriesOfAMetric)
{
    EXPECT_THAT(catalog().ofMetric("http_requests_total"), ElementsAre(0, 1, 4));
    EXPECT_THAT(catalog().ofMetric("http_requests"), IsEmpty());
    EXPECT_EQ(catalog().nameOf(5), (SeriesName{"queue", {{"note", "a \"b\" c"}}}));
}

TEST(SeriesCatalog, TakesInWhatCameSince)
{
    SeriesCatalog grown;
    grown.follow(std::span(kNames).first(2));
    grown.follow(kNames);
    EXPECT_THAT(grown.ofMetric("http_requests_total"), ElementsAre(0, 1, 4));
    EXPECT_EQ(grown.size(), kNames.size());
}

TEST(SeriesCatalog, FindsWhatHoldsEveryWordInAnyCase)
{
    const auto found = catalog().search("HTTP  500 ", 10);
    EXPECT_EQ(found.series, 2U);
    ASSERT_EQ(found.metrics.size(), 1U);
    EXPECT_THAT(found.metrics[0].listed, ElementsAre(4, 0)); // By name: Text, image.
    EXPECT_EQ(catalog().search("text", 10).series, 1U);
    EXPECT_EQ(catalog().search("500 200", 10).series, 0U);
}

TEST(SeriesCatalog, ListsBucketsByTheirBounds)
{
    const std::vector<std::string_view> names{R"(t_bucket{le="10",path="/a"})",
        R"(t_bucket{le="+Inf",path="/a"})", R"(t_bucket{le="2.5",path="/a"})",
        R"(t_bucket{le="2.5",path="/b"})", R"(t_bucket{le="x"})", R"(t_bucket{le="NaN"})"};
    SeriesCatalog buckets;
    buckets.follow(names);
    const auto found = buckets.search("t_bucket path", 10);
    ASSERT_EQ(found.metrics.size(), 1U);
    EXPECT_THAT(found.metrics[0].listed, ElementsAre(2, 0, 1, 3));
    EXPECT_EQ(buckets.search("", 10).series, names.size());
}

TEST(SeriesCatalog, CountsWhatItDoesNotList)
{
    const auto found = catalog().search("", 2);
    EXPECT_EQ(found.series, 5U);
    ASSERT_EQ(found.metrics.size(), 1U);
    EXPECT_EQ(found.metrics[0].series, 3U);
    EXPECT_EQ(found.metrics[0].listed.size(), 2U);
}

} // namespace
} // namespace pult::telemetry
