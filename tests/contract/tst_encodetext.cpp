// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/encodetext.h"

#include <limits>

#include <gtest/gtest.h>

#include "contract/config.h"
#include "contract/health.h"
#include "contract/job.h"

namespace pult::contract {
namespace {

template <class T>
void expectSameText(const T &value)
{
    EXPECT_EQ(encodeText(value), jsonText(encode(value)));
}

Job job()
{
    Job job;
    job.id = JobId::make(WallTime(std::chrono::seconds(1)));
    job.kind = Kind::image;
    job.state = JobState::succeeded;
    job.prompt = "\"маяк\"\\ at\nnight\t\x01";
    job.params.width = 512;
    job.timeout_s = Seconds(0.25);
    job.started_at = job.created_at = WallTime(std::chrono::milliseconds(1'700'000'000'123));
    job.run_s = Seconds(1e30);
    job.result = JobResult{"image/png", 1 << 30, 512, 512, "/api/v1/jobs/x/result"};
    return job;
}

TEST(EncodeText, SaysWhatTheDocumentWould)
{
    expectSameText(Job{});
    expectSameText(job());
    expectSameText(JobPage{{job(), Job{}}, "next"});
    expectSameText(JobPage{});
    expectSameText(QueueReport{});
}

TEST(EncodeText, PassesDocumentsAndMapsAsTheyAre)
{
    ConfigReport report;
    report.values = {{"workers", boost::json::object{{"text", 3}}}};
    report.warnings = {"a", "\"b\""};
    expectSameText(report);
    expectSameText(std::map<std::string, double>{{"a", 0.5}, {"b", 1e-9}});
    expectSameText(std::map<std::string, double>{});
}

TEST(EncodeText, WhatIsNoNumberIsNull)
{
    Job job;
    job.progress = std::numeric_limits<double>::quiet_NaN();
    job.timeout_s = Seconds(std::numeric_limits<double>::infinity());
    expectSameText(job);
    expectSameText(std::vector<std::optional<std::int64_t>>{1, std::nullopt});
}

} // namespace
} // namespace pult::contract
