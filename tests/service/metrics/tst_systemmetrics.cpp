// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/systemmetrics.h"

#include <gtest/gtest.h>

#include "service/metrics/exposition.h"
#include "support/manualclock.h"

namespace pult::service {
namespace {

TEST(SystemMetrics, ThePageHoldsEachFamilyWithHelpAndType)
{
    test::ManualClock clock;
    CpuMeter cpu(clock);
    Exposition exposition;
    exposition.add(std::make_shared<SystemMetrics>(cpu));
    const std::string page = exposition.text();
    for (const std::string name : {"process_cpu_seconds_total", "process_resident_memory_bytes",
             "process_virtual_memory_bytes", "process_threads", "process_open_fds",
             "process_max_fds", "process_start_time_seconds", "pult_host_cpu_ratio",
             "pult_host_memory_used_bytes", "pult_host_memory_total_bytes", "pult_build_info"}) {
        EXPECT_NE(page.find("# HELP " + name + ' '), std::string::npos) << name;
        const std::string type = name.ends_with("_total") ? "counter" : "gauge";
        EXPECT_NE(page.find("# TYPE " + name + ' ' + type), std::string::npos) << name;
    }
    EXPECT_NE(page.find("pult_build_info{version=\"" PULT_VERSION "\"} 1"), std::string::npos);
}

} // namespace
} // namespace pult::service
