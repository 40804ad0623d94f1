// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/seriesbook.h"

#include <algorithm>

#include "telemetry/recordfile.h"

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
    auto file = openRecordFile(folder.path() / (name + ".names"), FileKind::names, folder.mode());
    if (!file && folder.mode() == File::Mode::read && file.error().code == ErrorCode::notFound)
        return book;
    if (!file)
        return tl::unexpected(file.error());
    book.m_file.emplace(std::move(*file));
    if (const auto read = book.readNames(folder.mode()); !read)
        return tl::unexpected(read.error());
    if (folder.mode() == File::Mode::read)
        book.m_file.reset();
    return book;
}

Result<void> SeriesBook::readNames(File::Mode mode)
{
    const auto bytes = m_file->read(0, m_file->size());
    if (!bytes)
        return tl::unexpected(bytes.error());
    const RecordScan scan = scanRecords(*bytes);
    m_lost = scan.lost;
    for (const Record &record : scan.records) {
        ByteView payload = record.payload;
        SeriesIndex column = 0;
        if (record.type == RecordType::name && isIntact(record) && takeRaw(payload, column)
            && column < kMostColumns)
            enter(column, std::string(payload.begin(), payload.end()));
        else
            m_lost += record.payload.size();
    }
    if (mode == File::Mode::write && scan.end < bytes->size())
        return m_file->truncate(scan.end);
    return {};
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
