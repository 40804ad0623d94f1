// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/storage.h"

#include "service/daemon/datadirectory.h"

namespace pult::service {

Storage::Storage(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_jobs(*m_database)
    , m_revisions(*m_database)
{
}

Result<std::unique_ptr<Storage>> Storage::open(
    const ServeOptions &options, const Clock &clock, prometheus::Registry &registry)
{
    auto base = readBaseSettings(options.config, processEnvironment());
    if (!base)
        return tl::unexpected(base.error());
    std::unique_ptr<Storage> storage;
    return prepareDataDirectory(options.data)
        .and_then([&] { return Database::open(options.data, clock, registry); })
        .and_then([&](std::unique_ptr<Database> database) {
            storage.reset(new Storage(std::move(database)));
            return LiveConfig::open(storage->m_revisions, clock, std::move(*base));
        })
        .and_then([&](std::unique_ptr<LiveConfig> config) {
            storage->m_config = std::move(config);
            storage->m_database->apply(storage->m_config->settings()->database);
            return openTokens(options.data, clock);
        })
        .and_then([&](std::unique_ptr<TokenStore> tokens) {
            storage->m_tokens = std::move(tokens);
            return ResultFiles::open(options.data);
        })
        .map([&](std::unique_ptr<ResultFiles> results) {
            storage->m_results = std::move(results);
            return std::move(storage);
        });
}

} // namespace pult::service
