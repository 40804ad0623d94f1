// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/storecheck.h"

#include <algorithm>
#include <map>

#include "service/store/integrity.h"
#include "service/store/jobrows.h"
#include "service/store/sqliteschema.h"

namespace pult::service {

namespace {

namespace fs = std::filesystem;

using Sizes = std::map<contract::JobId, std::int64_t>;

/// Those whose result is a file.
constexpr std::string_view kSucceeded = "SELECT id, result FROM jobs WHERE state = ?";
constexpr std::string_view kWithoutOutput = " AND output IS NULL";
constexpr std::size_t kFirstWithOutput = 6;
constexpr std::string_view kHasRow = "SELECT 1 FROM jobs WHERE id = ?";

Result<Sizes> sizesIn(const fs::path &directory)
{
    Sizes sizes;
    std::error_code error;
    if (!fs::exists(directory, error))
        return sizes;
    fs::directory_iterator files(directory, error);
    for (; !error && files != fs::directory_iterator(); files.increment(error))
        if (const auto id = contract::JobId::parse(files->path().filename().string()))
            sizes.emplace(*id, static_cast<std::int64_t>(files->file_size(error)));
    if (error)
        return fail(ErrorCode::io, directory.string() + ": " + error.message());
    return sizes;
}

void compareResult(const SqliteQuery &row, Sizes &found, std::vector<ResultFault> &faults)
{
    const contract::JobId id(row.uuid(0));
    const std::int64_t expected = contract::decodeText<contract::JobResult>(row.text(1))
                                      .map([](const auto &result) { return result.bytes; })
                                      .value_or(0);
    const auto file = found.find(id);
    if (file == found.end())
        faults.push_back({ResultFault::Kind::missing, id, expected, 0});
    else if (file->second != expected)
        faults.push_back({ResultFault::Kind::wrongSize, id, expected, file->second});
    if (file != found.end())
        found.erase(file);
}

Result<void> findOrphans(
    SqliteConnection &connection, const Sizes &left, std::vector<ResultFault> &faults)
{
    for (const auto &[id, bytes] : left) {
        const auto known = connection.query(kHasRow, id).step();
        if (!known)
            return tl::unexpected(known.error());
        if (!*known)
            faults.push_back({ResultFault::Kind::orphaned, id, 0, bytes});
    }
    return {};
}

Result<std::int64_t> count(SqliteConnection &connection, std::string_view statement)
{
    auto query = connection.query(statement);
    return query.step().map([&](bool) { return query.integer(0); });
}

Result<SqliteConnection> openFound(const fs::path &file)
{
    using Access = SqliteConnection::Access;
    std::error_code error;
    const bool isOpen = fs::exists(fs::path(file).concat("-wal"), error);
    return SqliteConnection::open(file, isOpen ? Access::readOnly : Access::readClosed);
}

Result<void> checkRows(SqliteConnection &connection, StoreReport &report)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (*version > currentSchema())
        return fail(ErrorCode::unsupported, "A newer version of Pult wrote this database");
    report.version = *version;
    return count(connection, "SELECT count(*) FROM jobs")
        .and_then([&](std::int64_t jobs) {
            report.jobs = jobs;
            return count(connection, "SELECT count(*) FROM revisions");
        })
        .map([&](std::int64_t revisions) { report.revisions = revisions; });
}

} // namespace

bool StoreReport::isSound() const
{
    return damage.empty()
        && std::all_of(results.begin(), results.end(),
            [](const ResultFault &fault) { return fault.kind == ResultFault::Kind::orphaned; });
}

Result<StoreReport> checkStore(const fs::path &directory)
{
    const fs::path file = directory / "pult.db";
    std::error_code error;
    if (!fs::exists(file, error))
        return fail(ErrorCode::notFound, "There is no database in " + directory.string());
    auto connection = openFound(file);
    if (!connection)
        return tl::unexpected(connection.error());
    StoreReport report;
    auto damage = findDamage(*connection, Thoroughness::full);
    if (!damage)
        return tl::unexpected(damage.error());
    report.damage = std::move(*damage);
    if (!report.damage.empty())
        return report;
    return checkRows(*connection, report)
        .and_then([&] { return checkResults(*connection, directory, report); })
        .map([&] { return std::move(report); });
}

Result<void> checkResults(
    SqliteConnection &connection, const fs::path &directory, StoreReport &report)
{
    auto found = sizesIn(directory / "results");
    if (!found)
        return tl::unexpected(found.error());
    report.resultFiles = std::ssize(*found);
    std::string succeeded(kSucceeded);
    if (report.version >= kFirstWithOutput)
        succeeded += kWithoutOutput;
    auto rows = connection.query(succeeded, numberOf(contract::JobState::succeeded));
    auto more = rows.step();
    for (; more && *more; more = rows.step())
        compareResult(rows, *found, report.results);
    if (!more)
        return tl::unexpected(more.error());
    return findOrphans(connection, *found, report.results);
}

} // namespace pult::service
