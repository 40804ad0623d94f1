// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/storerepair.h"

#include <fmt/chrono.h>
#include <unistd.h>

#include "service/store/databasefiles.h"
#include "service/store/directorylock.h"
#include "service/store/jobrows.h"
#include "service/store/storecheck.h"

namespace pult::service {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFailJob =
    "UPDATE jobs SET state = ?2, error = ?3, result = NULL WHERE id = ?1";

std::string suffixFor(WallTime now)
{
    return fmt::format(
        ".damaged-{:%Y%m%dT%H%M%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

Result<void> putInPlace(const fs::path &fresh, const fs::path &file)
{
    std::error_code error;
    fs::remove(withSuffix(file, "-shm"), error);
    if (!error)
        fs::remove(withSuffix(file, "-wal"), error);
    if (!error)
        fs::rename(fresh, file, error);
    ::sync();
    return doneUnless(error, file);
}

Result<void> rebuild(const fs::path &file, const fs::path &copy, RepairReport &report)
{
    const fs::path fresh = withSuffix(file, ".repairing");
    return copyDatabase(file, copy)
        .and_then([&] { return removeDatabase(fresh); })
        .and_then([&] { return salvage(copy, fresh); })
        .and_then([&](std::vector<SalvagedTable> tables) {
            report.tables = std::move(tables);
            report.keptDatabase = copy;
            std::error_code ignored;
            fs::remove(withSuffix(copy, "-shm"), ignored);
            return putInPlace(fresh, file);
        });
}

Result<void> failJob(SqliteConnection &connection, contract::JobId id)
{
    const contract::JobFailure lost{
        std::string(toString(ErrorCode::corrupt)), "The result of this job was lost"};
    return connection.run(
        kFailJob, id, numberOf(contract::JobState::failed), contract::encodeText(lost));
}

/// Where the next start does not take them for strays and remove them.
Result<void> keepResult(const fs::path &from, const fs::path &to, contract::JobId id)
{
    std::error_code error;
    fs::create_directories(to, error);
    if (!error)
        fs::rename(from / toString(id), to / toString(id), error);
    return doneUnless(error, to);
}

Result<void> mend(SqliteConnection &connection, const fs::path &results, const ResultFault &fault,
    RepairReport &report)
{
    if (fault.kind != ResultFault::Kind::orphaned) {
        ++report.failedJobs;
        return failJob(connection, fault.job);
    }
    if (report.keptDatabase.empty())
        return {};
    ++report.movedResults;
    return keepResult(results, report.keptResults, fault.job);
}

Result<void> reconcile(const fs::path &directory, RepairReport &report)
{
    auto connection =
        SqliteConnection::open(directory / "pult.db", SqliteConnection::Access::readWrite);
    if (!connection)
        return tl::unexpected(connection.error());
    StoreReport found;
    if (auto checked = checkResults(*connection, directory, found); !checked)
        return checked;
    return connection->atomically([&]() -> Result<void> {
        for (const ResultFault &fault : found.results)
            if (auto mended = mend(*connection, directory / "results", fault, report); !mended)
                return mended;
        return {};
    });
}

} // namespace

Result<RepairReport> repairStore(const fs::path &directory, WallTime now)
{
    const auto lock = DirectoryLock::take(directory);
    if (!lock)
        return tl::unexpected(lock.error());
    const auto found = checkStore(directory);
    if (!found)
        return tl::unexpected(found.error());
    RepairReport report;
    report.wasSound = found->isSound();
    if (report.wasSound)
        return report;
    const fs::path file = directory / "pult.db";
    const std::string suffix = suffixFor(now);
    report.keptResults = withSuffix(directory / "results", suffix);
    Result<void> mended;
    if (!found->damage.empty())
        mended = rebuild(file, withSuffix(file, suffix), report);
    return mended.and_then([&] { return reconcile(directory, report); }).map([&] {
        return std::move(report);
    });
}

} // namespace pult::service
