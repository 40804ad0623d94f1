// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/journal.h"

#include <algorithm>

#include "telemetry/files/recordfile.h"

namespace pult::telemetry {

Journal::Journal(File file)
    : m_file(std::move(file))
{
}

Result<Journal> Journal::open(const std::filesystem::path &path, File::Mode mode)
{
    auto file = openRecordFile(path, FileKind::journal, mode);
    if (!file)
        return tl::unexpected(file.error());
    const auto bytes = file->read(0, file->size());
    if (!bytes)
        return tl::unexpected(bytes.error());
    Journal journal(std::move(*file));
    const std::size_t end = journal.readRows(*bytes);
    journal.m_lost = bytes->size() - end;
    if (mode == File::Mode::write && journal.m_lost > 0)
        if (const auto cut = journal.m_file.truncate(end); !cut)
            return tl::unexpected(cut.error());
    return journal;
}

std::size_t Journal::readRows(ByteView file)
{
    // A row says what differs from the one before: behind a lost one there is nothing to be known.
    std::size_t end = std::min(kFileHeadBytes, file.size());
    std::vector<double> before;
    for (const Record &record : scanRecords(file).records) {
        const bool isRow =
            record.type == RecordType::row && !record.isBehindDamage && isIntact(record);
        auto row = isRow ? unpackRow(record.payload, before) : std::nullopt;
        if (!row)
            break;
        before = row->values;
        m_rows.push_back(std::move(*row));
        end = record.end;
    }
    return end;
}

Result<void> Journal::append(WallTime at, std::span<const double> values)
{
    m_payload.clear();
    m_record.clear();
    if (values.size() == m_before.size())
        packRowChanges(at, values, m_before, m_payload);
    else
        packWholeRow(at, values, m_payload);
    putRecord(RecordType::row, m_payload, m_record);
    m_before.assign(values.begin(), values.end());
    return m_file.append(m_record);
}

Result<void> Journal::clear()
{
    m_before.clear();
    return m_file.truncate(kFileHeadBytes);
}

} // namespace pult::telemetry
