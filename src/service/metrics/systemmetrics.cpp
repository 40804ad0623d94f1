// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/metrics/systemmetrics.h"

#include "service/metrics/families.h"

namespace pult::service {

namespace {

prometheus::MetricFamily buildInfo()
{
    auto family = gaugeFamily("pult_build_info", "Always 1; the labels say what was built.", 1);
    family.metric.front().label = {{"version", PULT_VERSION}};
    return family;
}

double number(std::int64_t value)
{
    return static_cast<double>(value);
}

} // namespace

SystemMetrics::SystemMetrics(CpuMeter &cpu)
    : m_cpu(cpu)
{
}

std::vector<prometheus::MetricFamily> SystemMetrics::Collect() const
{
    const ProcessUsage process = readProcessUsage();
    const HostMemory memory = readHostMemory();
    return {
        buildInfo(),
        counterFamily(
            "process_cpu_seconds_total", "User and system CPU time.", process.cpu.count()),
        gaugeFamily(
            "process_resident_memory_bytes", "Resident memory.", number(process.residentBytes)),
        gaugeFamily(
            "process_virtual_memory_bytes", "Virtual memory.", number(process.virtualBytes)),
        gaugeFamily("process_threads", "Threads.", number(process.threads)),
        gaugeFamily("process_open_fds", "Open file descriptors.", number(process.openFiles)),
        gaugeFamily("process_max_fds", "Most file descriptors.", number(process.maxFiles)),
        gaugeFamily("process_start_time_seconds", "Start of the process, seconds since 1970.",
            process.startedAt.count()),
        gaugeFamily("pult_host_cpu_ratio", "Busy part of the host's cores, 0..1, about a second.",
            m_cpu.ratio()),
        gaugeFamily("pult_host_memory_used_bytes", "Memory of the host that is not available.",
            number(memory.usedBytes())),
        gaugeFamily(
            "pult_host_memory_total_bytes", "Memory of the host.", number(memory.totalBytes)),
    };
}

} // namespace pult::service
