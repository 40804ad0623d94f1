// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/catalog/seriesbook.h"

#include <algorithm>

#include "telemetry/files/recordfile.h"

namespace pult::telemetry {

namespace {

/// More than a target may ever have (ScrapeLimits::series), so a damaged number costs no memory.
constexpr SeriesIndex kMostColumns = 1'000'000;

void putName(SeriesIndex column, const std::string &name, Bytes &out)
{
    Bytes payload;
    putRaw(column, payload);
    payload.insert(payload.end(), name.begin(), name.end());
    putRecord(RecordType::name, payload, out);
}

} // namespace

Result<SeriesBook> SeriesBook::open(const HistoryFolder &folder, const std::string &name)
{
    SeriesBook book;
    auto kept = openGrowingFile(folder.path() / (name + ".names"), FileKind::names, folder.mode(),
        [&book](const Record &record) { return book.readName(record); });
    if (!kept)
        return tl::unexpected(kept.error());
    book.m_file = std::move(kept->file);
    book.m_lost = kept->lost;
    return book;
}

/// Answers whether it is one.
bool SeriesBook::readName(const Record &record)
{
    ByteView payload = record.payload;
    SeriesIndex column = 0;
    if (record.type != RecordType::name || !takeRaw(payload, column) || column >= kMostColumns)
        return false;
    enter(column, std::string(payload.begin(), payload.end()));
    return true;
}

void SeriesBook::enter(SeriesIndex column, const std::string &name)
{
    m_names.resize(std::max<std::size_t>(m_names.size(), column + 1));
    m_names[column] = m_byName.emplace(name, column).first->first;
}

void SeriesBook::bind(const std::vector<std::string> &names)
{
    Bytes records;
    for (const std::string &name : names) {
        auto column = find(name);
        if (!column) {
            column = static_cast<SeriesIndex>(m_names.size());
            putName(*column, name, records);
            enter(*column, name);
        }
        m_columns.push_back(*column);
    }
    if (!records.empty())
        write(records);
}

std::optional<SeriesIndex> SeriesBook::find(const std::string &name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? std::nullopt : std::optional(found->second);
}

void SeriesBook::write(ByteView records)
{
    if (!m_file || m_problem)
        return;
    // Rows without their names would be taken for other series after a power cut.
    const auto written = m_file->append(records).and_then([this] { return m_file->sync(); });
    if (!written)
        m_problem = written.error();
}

std::span<const double> SeriesBook::arrange(std::span<const double> values)
{
    m_row.assign(m_names.size(), kAbsent);
    for (std::size_t i = 0; i < values.size(); ++i)
        m_row[m_columns[i]] = values[i];
    return m_row;
}

} // namespace pult::telemetry
