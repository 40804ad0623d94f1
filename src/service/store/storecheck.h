// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "contract/job.h"
#include "service/store/sqliteconnection.h"

namespace pult::service {

/// A result file that does not go with the jobs.
struct ResultFault {
    enum class Kind {
        missing, ///< The job succeeded, and its result is not there,
        wrongSize, ///< or has not as many bytes as it had.
        orphaned ///< No job has it; the next start removes it.
    };
    Kind kind = Kind::missing;
    contract::JobId job;
    std::int64_t expectedBytes = 0;
    std::int64_t foundBytes = 0;
    bool operator==(const ResultFault &) const = default;
};

/// What a data directory keeps, and what is wrong with it.
struct StoreReport {
    std::vector<std::string>
        damage; ///< Of the database, a sentence each; below stands nothing then.
    std::size_t version = 0; ///< Of the schema.
    std::int64_t jobs = 0;
    std::int64_t revisions = 0;
    std::int64_t resultFiles = 0;
    std::vector<ResultFault> results;

    [[nodiscard]] bool isSound() const;
};

/// Reads everything, changes nothing. Errors: notFound (there is no database), unsupported (a newer
/// version wrote it), io.
[[nodiscard]] Result<StoreReport> checkStore(const std::filesystem::path &directory);

/// The last two of a report, by a sound database. Errors: corrupt, io.
[[nodiscard]] Result<void> checkResults(
    SqliteConnection &connection, const std::filesystem::path &directory, StoreReport &report);

} // namespace pult::service
