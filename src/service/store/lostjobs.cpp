// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/lostjobs.h"

#include <map>
#include <utility>

#include "service/store/pagescan.h"

namespace pult::service {

namespace {

/// Places in the table's own order; the last three were added later, and older rows lack them.
constexpr std::size_t kState = 2;
constexpr std::size_t kAttempts = 10;
constexpr std::size_t kFirstColumns = 16;
constexpr std::size_t kBytes = 16;
constexpr std::size_t kTgs = 17;
constexpr std::size_t kOutput = 18;
constexpr std::int64_t kBytesOfOldRows = 512;

std::int64_t numberAt(const Record &record, std::size_t place)
{
    const auto *number = std::get_if<std::int64_t>(&record.at(place));
    return number ? *number : 0;
}

/// How far the job had come.
std::pair<std::int64_t, std::int64_t> progressOf(const Record &record)
{
    return {numberAt(record, kAttempts), numberAt(record, kState)};
}

Record inOrder(Record record)
{
    Record row(record.begin(), record.begin() + kFirstColumns);
    row.push_back(record.size() > kTgs ? record[kTgs] : RecordValue());
    row.push_back(record.size() > kBytes ? record[kBytes] : RecordValue(kBytesOfOldRows));
    row.push_back(record.size() > kOutput ? record[kOutput] : RecordValue());
    return row;
}

} // namespace

std::vector<Record> findLostJobs(
    const std::filesystem::path &file, const std::set<std::string> &ids)
{
    std::map<std::string, Record> found;
    visitRecords(file, [&](const Record &record) {
        const auto *id = record.empty() ? nullptr : std::get_if<RecordBlob>(&record.front());
        if (!id || record.size() < kFirstColumns || !ids.contains(id->bytes))
            return;
        Record &latest = found[id->bytes];
        if (latest.empty() || progressOf(record) > progressOf(latest))
            latest = record;
    });
    std::vector<Record> rows;
    for (auto &[id, record] : found)
        rows.push_back(inOrder(std::move(record)));
    return rows;
}

} // namespace pult::service
