// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <prometheus/registry.h>

#include "service/daemon/options.h"
#include "service/http/tokenstore.h"
#include "service/store/resultfiles.h"
#include "service/store/sqlitejobstore.h"
#include "service/store/sqliterevisionstore.h"

namespace pult::service {

/// What a service keeps in its data directory, opened; the settings with it. Any thread.
class Storage {
public:
    /// Makes what is missing, or brings it up to date. Clock and registry must outlive it.
    /// Errors: io, corrupt, unsupported (written by a newer version), conflict (another pultd
    /// serves from there), invalidArgument (the settings' file or environment).
    [[nodiscard]] static Result<std::unique_ptr<Storage>> open(
        const ServeOptions &options, const Clock &clock, prometheus::Registry &registry);

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] JobStore &jobs() { return m_jobs; }
    [[nodiscard]] LiveConfig &config() { return *m_config; }
    [[nodiscard]] TokenStore &tokens() { return *m_tokens; }
    [[nodiscard]] ResultFiles &results() { return *m_results; }

private:
    explicit Storage(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
    SqliteJobStore m_jobs;
    SqliteRevisionStore m_revisions;
    std::unique_ptr<LiveConfig> m_config;
    std::unique_ptr<TokenStore> m_tokens;
    std::unique_ptr<ResultFiles> m_results;
};

} // namespace pult::service
