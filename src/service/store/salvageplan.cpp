// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/salvageplan.h"

#include <algorithm>

#include <fmt/format.h>

#include "service/store/jobrows.h"
#include "service/store/sqliterevisionstore.h"

namespace pult::service {

namespace {

using Lead = SalvagePlan::Lead;
using Source = SalvagePlan::Source;

/// A table and its key; columns as they are named there, and what to read for each.
struct TableShape {
    std::string name;
    std::string columns;
    std::string values;
    std::string ascending;
    std::string descending;
    std::string key;
};

bool isAny(const SqliteQuery &)
{
    return true;
}

bool isJob(const SqliteQuery &row)
{
    return readJob(row).has_value();
}

bool isRevision(const SqliteQuery &row)
{
    return readRevision(row).has_value();
}

bool isKind(const SqliteQuery &row)
{
    return kindOf(row.integer(0)).has_value();
}

std::string oneColumn(const SqliteQuery &key)
{
    return std::string(key.text(0));
}

std::string twoColumns(const SqliteQuery &key)
{
    return std::string(key.text(0)) + '\0' + std::string(key.text(1));
}

std::string placesFor(const std::string &columns)
{
    std::string places = "?";
    for (auto left = std::count(columns.begin(), columns.end(), ','); left > 0; --left)
        places += ", ?";
    return places;
}

SalvagePlan planFor(const TableShape &table)
{
    const std::string all = fmt::format("SELECT {} FROM {}", table.values, table.name);
    SalvagePlan plan;
    plan.name = table.name;
    plan.ascending = all + " ORDER BY " + table.ascending;
    plan.descending = all + " ORDER BY " + table.descending;
    plan.one = fmt::format("SELECT {} FROM {} WHERE {}", table.values, table.name, table.key);
    plan.insertion = fmt::format("INSERT OR IGNORE INTO {} ({}) VALUES ({})", table.name,
        table.columns, placesFor(table.columns));
    plan.isUnderstood = isAny;
    plan.keyText = oneColumn;
    return plan;
}

/// An index is read from both ends, too.
void addLeads(SalvagePlan &plan, const std::string &keys, const std::string &ascending,
    const std::string &descending)
{
    plan.leads.push_back({Source::damaged, keys + " ORDER BY " + ascending});
    plan.leads.push_back({Source::damaged, keys + " ORDER BY " + descending});
}

/// Of jobs, those that were added to the table by later versions.
const std::string kLaterColumns = "tgs, bytes, output";

SalvagePlan planForJobs(std::size_t version)
{
    const std::string shared(kJobColumns);
    SalvagePlan plan = planFor({"jobs", shared + kLaterColumns,
        shared + (version < 4 ? "NULL, " : "tgs, ") + (version < 2 ? "512, " : "bytes, ")
            + (version < 6 ? "NULL" : "output"),
        "id", "id DESC", "id = ?"});
    addLeads(plan, "SELECT id FROM jobs INDEXED BY jobs_active WHERE state <= 1", "state, id",
        "state DESC, id DESC");
    if (version >= 2)
        addLeads(plan, "SELECT id FROM jobs INDEXED BY jobs_ended WHERE state > 1",
            "finished_at, id", "finished_at DESC, id DESC");
    plan.isUnderstood = isJob;
    plan.literal = "SELECT " + placesFor(shared + kLaterColumns);
    return plan;
}

SalvagePlan planForKeys()
{
    const std::string columns = "client, key, job, request, created_at";
    SalvagePlan plan = planFor({"idempotency", columns, columns, "client, key",
        "client DESC, key DESC", "client = ? AND key = ?"});
    addLeads(plan, "SELECT client, key FROM idempotency INDEXED BY idempotency_age", "created_at",
        "created_at DESC");
    plan.keyText = twoColumns;
    return plan;
}

/// Revisions are numbered without gaps.
SalvagePlan planForRevisions(std::size_t version)
{
    const std::string shared = "summary, settings, ";
    SalvagePlan plan = planFor({"revisions", shared + "overrides, revision",
        shared + (version < 3 ? "NULL" : "overrides") + ", revision", "revision", "revision DESC",
        "revision = ?"});
    plan.leads.push_back({Source::fresh,
        "WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers "
        "WHERE number < (SELECT max(revision) FROM revisions)) "
        "SELECT number FROM numbers WHERE number <= (SELECT max(revision) FROM revisions)"});
    plan.isUnderstood = isRevision;
    return plan;
}

SalvagePlan planForPauses()
{
    const std::string columns = "kind, paused";
    SalvagePlan plan = planFor({"kinds", columns, columns, "kind", "kind DESC", "kind = ?"});
    plan.isUnderstood = isKind;
    return plan;
}

} // namespace

std::vector<SalvagePlan> salvagePlans(std::size_t version)
{
    return {planForJobs(version), planForKeys(), planForRevisions(version), planForPauses()};
}

} // namespace pult::service
