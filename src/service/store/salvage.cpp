// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/salvage.h"

#include <set>

#include "service/store/databasefiles.h"
#include "service/store/firstpage.h"
#include "service/store/lostjobs.h"
#include "service/store/salvageplan.h"
#include "service/store/sqliteschema.h"

namespace pult::service {

namespace {

class TableSalvage {
public:
    TableSalvage(const SalvagePlan &plan, const std::filesystem::path &file,
        SqliteConnection &damaged, SqliteConnection &fresh)
        : m_plan(plan)
        , m_file(file)
        , m_damaged(damaged)
        , m_fresh(fresh)
    {
        m_table.name = plan.name;
    }

    Result<SalvagedTable> run()
    {
        auto isComplete = copyAll(m_plan.ascending);
        if (isComplete && !*isComplete)
            if (auto upwards = copyAll(m_plan.descending); !upwards)
                isComplete = upwards;
        if (!isComplete)
            return tl::unexpected(isComplete.error());
        if (!*isComplete || m_misunderstood > 0)
            if (auto followed = followLeads(); !followed)
                return tl::unexpected(followed.error());
        return m_table;
    }

private:
    /// Answers whether the end was reached. Errors: those of the new file.
    Result<bool> copyAll(const std::string &statement)
    {
        SqliteQuery rows = m_damaged.query(statement);
        auto more = rows.step();
        for (; more && *more; more = rows.step())
            if (auto copied = copy(rows); !copied)
                return tl::unexpected(copied.error());
        return more.has_value();
    }

    Result<void> copy(const SqliteQuery &row)
    {
        if (!m_plan.isUnderstood(row)) {
            ++m_misunderstood;
            return {};
        }
        SqliteQuery insertion = m_fresh.query(m_plan.insertion);
        insertion.bindRow(row);
        return insertion.run().map([&] { m_table.recovered += m_fresh.changes(); });
    }

    Result<void> followLeads()
    {
        if (m_plan.leads.empty())
            m_table.lost = m_misunderstood;
        for (const SalvagePlan::Lead &lead : m_plan.leads)
            if (auto followed = follow(lead); !followed)
                return followed;
        return m_plan.literal.empty() || m_lost.empty() ? Result<void>() : scanPages();
    }

    /// No way leads to them any more, but they may still be there.
    Result<void> scanPages()
    {
        for (const Record &record : findLostJobs(m_file, m_lost)) {
            SqliteQuery row = m_fresh.query(m_plan.literal);
            row.bindRecord(record);
            const auto made = row.step();
            const std::int64_t before = m_table.recovered;
            if (auto copied = made.and_then([&](bool) { return copy(row); }); !copied)
                return copied;
            m_table.lost -= m_table.recovered - before;
        }
        return {};
    }

    Result<void> follow(const SalvagePlan::Lead &lead)
    {
        SqliteConnection &leading =
            lead.source == SalvagePlan::Source::damaged ? m_damaged : m_fresh;
        SqliteQuery keys = leading.query(lead.statement);
        for (auto more = keys.step(); more && *more; more = keys.step())
            if (auto sought = seek(keys); !sought)
                return sought;
        return {};
    }

    Result<void> seek(const SqliteQuery &key)
    {
        const auto known = isCopied(key);
        if (!known || *known)
            return known.map([](bool) {});
        SqliteQuery row = m_damaged.query(m_plan.one);
        row.bindRow(key);
        if (const auto found = row.step(); found && *found)
            if (auto copied = copy(row); !copied)
                return copied;
        const auto copied = isCopied(key);
        if (copied && !*copied && m_lost.insert(m_plan.keyText(key)).second)
            ++m_table.lost;
        return copied.map([](bool) {});
    }

    Result<bool> isCopied(const SqliteQuery &key)
    {
        SqliteQuery row = m_fresh.query(m_plan.one);
        row.bindRow(key);
        return row.step();
    }

    const SalvagePlan &m_plan;
    const std::filesystem::path &m_file;
    SqliteConnection &m_damaged;
    SqliteConnection &m_fresh;
    SalvagedTable m_table;
    std::int64_t m_misunderstood = 0;
    std::set<std::string> m_lost;
};

Result<std::vector<SalvagedTable>> copyTables(const std::vector<SalvagePlan> &plans,
    const std::filesystem::path &file, SqliteConnection &damaged, SqliteConnection &fresh)
{
    std::vector<SalvagedTable> tables;
    for (const SalvagePlan &plan : plans) {
        auto table = TableSalvage(plan, file, damaged, fresh).run();
        if (!table)
            return tl::unexpected(table.error());
        tables.push_back(std::move(*table));
    }
    return tables;
}

Result<std::size_t> versionOf(const std::filesystem::path &damaged)
{
    return SqliteConnection::open(damaged, SqliteConnection::Access::damaged)
        .and_then([](SqliteConnection connection) { return schemaVersion(connection); });
}

Result<std::vector<SalvagedTable>> salvageTables(
    const std::filesystem::path &damaged, const std::filesystem::path &fresh)
{
    const auto found = versionOf(damaged);
    const std::size_t version = found.value_or(currentSchema()); // Else no row can be read, either.
    if (version > currentSchema())
        return fail(ErrorCode::unsupported, "A newer version of Pult wrote this database");
    const std::vector<SalvagePlan> plans = salvagePlans(version); // Outlives the connections.
    auto from = SqliteConnection::open(damaged, SqliteConnection::Access::damaged);
    auto to = SqliteConnection::open(fresh, SqliteConnection::Access::readWrite);
    if (!to)
        return tl::unexpected(to.error());
    if (auto prepared = prepareSchema(*to, fresh); !prepared)
        return tl::unexpected(prepared.error());
    if (!from)
        return tl::unexpected(from.error());
    return to->atomically([&] { return copyTables(plans, damaged, *from, *to); });
}

} // namespace

Result<std::vector<SalvagedTable>> salvage(
    const std::filesystem::path &damaged, const std::filesystem::path &fresh)
{
    if (knowsTables(damaged))
        return salvageTables(damaged, fresh);
    const std::filesystem::path copy = withSuffix(fresh, ".source");
    auto tables = removeDatabase(copy)
                      .and_then([&] { return copyWithNewFirstPage(damaged, copy); })
                      .and_then([&] { return salvageTables(copy, fresh); });
    if (auto removed = removeDatabase(copy); !removed)
        return tl::unexpected(removed.error());
    return tables;
}

} // namespace pult::service
