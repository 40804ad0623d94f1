// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/config/liveconfig.h"
#include "service/store/database.h"

namespace pult::service {

/// Revisions of the configuration in the database, which must outlive it. Any thread; every call
/// blocks until the database has answered.
class SqliteRevisionStore final : public RevisionStore {
public:
    explicit SqliteRevisionStore(Database &database);

    Result<void> append(const Entry &entry) override;
    Result<std::vector<Entry>> entries(std::int64_t before, std::size_t limit) const override;
    Result<Entry> entry(std::int64_t revision) const override;

private:
    Database &m_database;
};

/// From a row of summary, settings, overrides. Errors: corrupt.
[[nodiscard]] Result<RevisionStore::Entry> readRevision(const SqliteQuery &row);

} // namespace pult::service
