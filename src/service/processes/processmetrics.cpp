// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/processes/processmetrics.h"

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
{
}

} // namespace pult::service
