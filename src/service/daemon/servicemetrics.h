// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <prometheus/collectable.h>
#include <prometheus/registry.h>

#include "service/cache/resultcache.h"
#include "service/config/liveconfig.h"
#include "service/http/server.h"
#include "service/processes/processpool.h"
#include "service/store/database.h"
#include "service/workers/durablejobservice.h"

namespace pult::service {

/// The registry with every gauge brought up to date first, and pult_config_revision. Any thread.
/// All references must outlive it.
class ServiceMetrics final : public prometheus::Collectable {
public:
    ServiceMetrics(const prometheus::Registry &registry, const LiveConfig &config,
        const Database &database, const DurableJobService &jobs, const ProcessPool &processes,
        ResultCache &cache, const Server &server);
    [[nodiscard]] std::vector<prometheus::MetricFamily> Collect() const override;

private:
    const prometheus::Registry &m_registry;
    const LiveConfig &m_config;
    const Database &m_database;
    const DurableJobService &m_jobs;
    const ProcessPool &m_processes;
    ResultCache &m_cache;
    const Server &m_server;
};

} // namespace pult::service
