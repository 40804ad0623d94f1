// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/processmetrics.h"

#include <algorithm>

#include "service/metrics/procfs.h"

namespace pult::service {

namespace {

prometheus::Counter &endCounter(prometheus::Registry &registry, const char *reason)
{
    return prometheus::BuildCounter()
        .Name("pult_cpu_process_failures_total")
        .Help("CPU processes that ended amid their work, by why.")
        .Register(registry)
        .Add({{"reason", reason}});
}

} // namespace

ProcessMetrics::ProcessMetrics(prometheus::Registry &registry)
    : m_pool(registry, "cpu")
    , m_starts(prometheus::BuildCounter()
                   .Name("pult_cpu_process_starts_total")
                   .Help("CPU processes that were started.")
                   .Register(registry)
                   .Add({}))
    , m_crashes(endCounter(registry, "crash"))
    , m_outOfMemory(endCounter(registry, "memory"))
    , m_kills(endCounter(registry, "stopped"))
    , m_cpu(prometheus::BuildCounter()
                .Name("pult_cpu_process_cpu_seconds_total")
                .Help("User and system CPU time of the CPU processes.")
                .Register(registry)
                .Add({}))
    , m_memory(prometheus::BuildGauge()
                   .Name("pult_cpu_process_resident_memory_bytes")
                   .Help("Resident memory of the CPU processes together.")
                   .Register(registry)
                   .Add({}))
{
}

void ProcessMetrics::refresh(const std::vector<pid_t> &living) const
{
    // One that ends meanwhile is missed this time, never counted twice.
    Seconds cpu = readEndedChildrenCpu();
    std::int64_t residentBytes = 0;
    for (const pid_t process : living) {
        const ChildUsage usage = readChildUsage(process);
        cpu += usage.cpu;
        residentBytes += usage.residentBytes;
    }
    m_cpu.Increment(std::max(0.0, cpu.count() - m_cpu.Value()));
    m_memory.Set(static_cast<double>(residentBytes));
}

} // namespace pult::service
