// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/openmetrics.h"

#include <map>

#include <gmock/gmock.h>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "support/openmetricscheck.h"
#include "telemetry/exposition/scrapeparser.h"

namespace pult::service {
namespace {

/// One family of each type, with what has to be escaped.
class OpenMetrics : public testing::Test {
protected:
    OpenMetrics()
    {
        prometheus::BuildCounter()
            .Name("jobs_total")
            .Help("Jobs of \"all\" kinds.")
            .Register(registry)
            .Add({{"prompt", "a \"cat\"\\dog\n"}})
            .Increment(7);
        prometheus::BuildGauge().Name("seats").Help("Seats.").Register(registry).Add({}).Set(-1.5);
        prometheus::BuildHistogram()
            .Name("wait_seconds")
            .Help("Waiting.")
            .Register(registry)
            .Add({}, prometheus::Histogram::BucketBoundaries{0.5, 1})
            .Observe(0.75);
    }

    [[nodiscard]] std::string page() const { return openMetricsText(registry.Collect()); }

    prometheus::Registry registry;
};

std::map<std::string, double> samplesOf(const std::string &page, telemetry::ExpositionFormat format)
{
    telemetry::ScrapeParser parser;
    const auto body = std::make_shared<const std::string>(page);
    const telemetry::ScrapeReport report = parser.parse(body, format);
    EXPECT_EQ(report.faulty, 0U) << (report.faults.empty() ? "" : report.faults.front().detail);
    std::map<std::string, double> samples;
    for (telemetry::SeriesIndex i = 0; i < parser.series().size(); ++i) {
        const telemetry::SeriesName series = parser.series().name(i);
        std::string name = series.metric;
        for (const auto &[label, value] : series.labels)
            name += ',' + label + '=' + value;
        samples.emplace(std::move(name), parser.values()[i]);
    }
    return samples;
}

TEST_F(OpenMetrics, SaysTheSameAsPrometheusText)
{
    const auto samples = samplesOf(page(), telemetry::ExpositionFormat::openMetrics);
    EXPECT_EQ(samples,
        samplesOf(prometheus::TextSerializer().Serialize(registry.Collect()),
            telemetry::ExpositionFormat::text));
    EXPECT_EQ(samples.size(), 7U);
}

TEST_F(OpenMetrics, KeepsItsOwnRules)
{
    EXPECT_THAT(test::OpenMetricsCheck::faultsIn(page()), testing::IsEmpty());
}

TEST_F(OpenMetrics, OnlyTheSamplesOfACounterCarryItsSuffix)
{
    const std::string text = page();
    EXPECT_NE(text.find("# HELP jobs Jobs of \\\"all\\\" kinds.\n# TYPE jobs counter\njobs_total{"),
        std::string::npos)
        << text;
    EXPECT_NE(text.find("# TYPE seats gauge\nseats -1.5\n"), std::string::npos) << text;
}

TEST_F(OpenMetrics, AnEmptyPageEndsToo)
{
    EXPECT_EQ(openMetricsText({}), "# EOF\n");
}

} // namespace
} // namespace pult::service
