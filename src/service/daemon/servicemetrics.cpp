// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/servicemetrics.h"

#include "service/metrics/families.h"

namespace pult::service {

ServiceMetrics::ServiceMetrics(const prometheus::Registry &registry, const LiveConfig &config,
    const Database &database, const DurableJobService &jobs, const ProcessPool &processes,
    ResultCache &cache, const Server &server)
    : m_registry(registry)
    , m_config(config)
    , m_database(database)
    , m_jobs(jobs)
    , m_processes(processes)
    , m_cache(cache)
    , m_server(server)
{
}

std::vector<prometheus::MetricFamily> ServiceMetrics::Collect() const
{
    m_database.refreshMetrics();
    m_jobs.refreshMetrics();
    m_processes.refreshMetrics();
    m_cache.refreshMetrics();
    m_server.refreshMetrics();
    auto families = m_registry.Collect();
    families.push_back(gaugeFamily("pult_config_revision", "Revision of the settings in force.",
        static_cast<double>(m_config.revision())));
    return families;
}

} // namespace pult::service
