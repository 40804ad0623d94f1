// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/target/historyexport.h"

#include <csignal>
#include <cstdlib>
#include <sys/resource.h>

#include <gmock/gmock.h>

#include "support/temporarydirectory.h"
#include "support/wholefile.h"
#include "telemetry/target/target.h"

namespace pult::telemetry {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::StartsWith;

constexpr WallTime kStart{milliseconds(1'800'000'000'007)};

const std::string kHead = "# HELP done_total What\\nwas \"done\"\n# TYPE done_total counter\n"
                          "# TYPE took_seconds histogram\n# UNIT took_seconds seconds\n"
                          "# TYPE bad counter\n# TYPE done gauge\n";

std::string scrape(int n)
{
    const std::string number = std::to_string(n);
    return kHead + "done_total{kind=\"a b\"} " + number + "\ntook_seconds_bucket{le=\"0.5\"} "
        + number + "\ntook_seconds_bucket{le=\"+Inf\"} " + number + "\ntook_seconds_sum " + number
        + ".25\ntook_seconds_count " + number + "\nbad " + number + "\ndone -Inf\n"
        + (n % 2 == 0 ? "even 1e-3\n" : "");
}

class HistoryExportTest : public testing::Test {
protected:
    void fill(int rows)
    {
        for (int i = 0; i < rows; ++i)
            m_target.ingest(kStart + seconds(i), scrape(i));
    }
    [[nodiscard]] Result<std::size_t> exportTo(
        const std::filesystem::path &path, const HistoryExport::Range &range = {}) const
    {
        const auto source = m_target.exportSource();
        auto running = HistoryExport::begin(path, source, range);
        if (!running)
            return tl::unexpected(running.error());
        while (!(*running)->isDone())
            if (const auto stepped = (*running)->step(source); !stepped)
                return tl::unexpected(stepped.error());
        return (*running)->samples();
    }
    [[nodiscard]] std::size_t filesLeft() const
    {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(m_directory.path()), {}));
    }

    test::TemporaryDirectory m_directory;
    Target m_target;
};

TEST_F(HistoryExportTest, WritesFamiliesByTheRules)
{
    fill(2);
    const auto path = m_directory.path() / "out";
    ASSERT_EQ(exportTo(path), 15U);
    EXPECT_EQ(test::readFile(path),
        "# TYPE bad unknown\nbad 0 1800000000.007\nbad 1 1800000001.007\n"
        "# TYPE done gauge\ndone -Inf 1800000000.007\ndone -Inf 1800000001.007\n"
        "# TYPE done_total unknown\n# HELP done_total What\\nwas \\\"done\\\"\n"
        "done_total{kind=\"a b\"} 0 1800000000.007\ndone_total{kind=\"a b\"} 1 1800000001.007\n"
        "# TYPE even unknown\neven 0.001 1800000000.007\n"
        "# TYPE took_seconds histogram\n# UNIT took_seconds seconds\n"
        "took_seconds_bucket{le=\"0.5\"} 0 1800000000.007\n"
        "took_seconds_bucket{le=\"+Inf\"} 0 1800000000.007\n"
        "took_seconds_count 0 1800000000.007\ntook_seconds_sum 0.25 1800000000.007\n"
        "took_seconds_bucket{le=\"0.5\"} 1 1800000001.007\n"
        "took_seconds_bucket{le=\"+Inf\"} 1 1800000001.007\n"
        "took_seconds_count 1 1800000001.007\ntook_seconds_sum 1.25 1800000001.007\n"
        "# EOF\n");
}

TEST_F(HistoryExportTest, NothingIsAnEmptyDocument)
{
    const auto path = m_directory.path() / "out";
    ASSERT_EQ(exportTo(path), 0U);
    EXPECT_EQ(test::readFile(path), "# EOF\n");
}

TEST_F(HistoryExportTest, WritesTheRangeAlone)
{
    fill(100);
    const auto path = m_directory.path() / "out";
    EXPECT_EQ(exportTo(path, {kStart + seconds(10), kStart + seconds(11)}), 15U);
    EXPECT_THAT(test::readFile(path), HasSubstr("bad 10 1800000010.007\nbad 11 1800000011.007\n"));
    EXPECT_EQ(exportTo(path, {kStart + seconds(10), kStart + seconds(9)}), 0U);
    EXPECT_EQ(exportTo(path, {kStart - seconds(10), kStart - seconds(9)}), 0U);
}

TEST_F(HistoryExportTest, TellsHowFarItIs)
{
    fill(299);
    const auto source = m_target.exportSource();
    const auto running = HistoryExport::begin(m_directory.path() / "out", source, {});
    ASSERT_TRUE(running);
    EXPECT_EQ((*running)->share(), 0);
    double before = 0;
    while (!(*running)->isDone()) {
        ASSERT_TRUE((*running)->step(source));
        EXPECT_GT((*running)->share(), before);
        before = (*running)->share();
    }
    EXPECT_EQ(before, 1);
}

TEST_F(HistoryExportTest, LeavesNothingWhenItIsGivenUp)
{
    fill(2);
    {
        const auto running =
            HistoryExport::begin(m_directory.path() / "out", m_target.exportSource(), {});
        ASSERT_TRUE(running);
        EXPECT_EQ(filesLeft(), 1U);
    }
    EXPECT_EQ(filesLeft(), 0U);
}

TEST_F(HistoryExportTest, SaysWhereItCannotWrite)
{
    const auto result = exportTo(m_directory.path() / "missing" / "out");
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().detail, HasSubstr("missing"));
}

TEST_F(HistoryExportTest, AFullDiskLeavesWhatWasThere)
{
    fill(250);
    const auto path = m_directory.path() / "out";
    test::writeFile(path, "old");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto result = exportTo(path);
    setrlimit(RLIMIT_FSIZE, &before);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::io);
    EXPECT_EQ(test::readFile(path), "old");
    EXPECT_EQ(filesLeft(), 1U);
}

TEST_F(HistoryExportTest, KnowsTheTypesOfAnEarlierRun)
{
    const test::TemporaryDirectory history;
    const auto open = [&history] {
        return Target::open(*HistoryFolder::open(history.path()), shippedProfiles(), {}).value();
    };
    open().ingest(kStart, scrape(1));
    m_target = open();
    const auto path = m_directory.path() / "out";
    ASSERT_TRUE(exportTo(path));
    EXPECT_THAT(test::readFile(path),
        HasSubstr("# TYPE took_seconds histogram\n# UNIT took_seconds seconds\n"));
}

TEST_F(HistoryExportTest, PrometheusReadsEverySample)
{
    fill(250);
    const auto path = m_directory.path() / "out";
    const auto samples = exportTo(path);
    ASSERT_TRUE(samples);
    const std::string blocks = (m_directory.path() / "blocks").string();
    const std::string dump = (m_directory.path() / "dump").string();
    ASSERT_EQ(std::system(("promtool tsdb create-blocks-from openmetrics '" + path.string() + "' '"
                  + blocks + "' > '" + dump + "' 2>&1")
                              .c_str()),
        0)
        << test::readFile(dump);
    std::filesystem::create_directory(blocks + "/wal"); // The dump asks for it.
    ASSERT_EQ(
        std::system(("promtool tsdb dump '" + blocks + "' > '" + dump + "' 2>&1").c_str()), 0);
    const std::string read = test::readFile(dump);
    EXPECT_EQ(static_cast<std::size_t>(std::count(read.begin(), read.end(), '\n')), *samples);
    EXPECT_THAT(read, HasSubstr("{__name__=\"took_seconds_sum\"} 249.25 1800000249007\n"));
}

} // namespace
} // namespace pult::telemetry
