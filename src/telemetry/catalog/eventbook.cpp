// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/catalog/eventbook.h"

#include <system_error>

#include "telemetry/files/recordfile.h"

namespace pult::telemetry {

namespace {

void putEvent(const KeptEvent &event, Bytes &out)
{
    Bytes payload;
    putRaw(std::int64_t(event.at.time_since_epoch().count()), payload);
    putRaw(event.kind, payload);
    payload.insert(payload.end(), event.text.begin(), event.text.end());
    putRecord(RecordType::event, payload, out);
}

} // namespace

Result<EventBook> EventBook::open(const HistoryFolder &folder)
{
    const std::filesystem::path path = folder.path() / "service.events";
    EventBook book;
    auto kept = openGrowingFile(path, FileKind::events, folder.mode(),
        [&book](const Record &record) { return book.readEvent(record); });
    if (!kept)
        return tl::unexpected(kept.error());
    book.m_file = std::move(kept->file);
    const std::size_t read = book.m_events.size();
    if (read > kKept)
        book.m_events.erase(book.m_events.begin(), book.m_events.end() - std::ptrdiff_t(kKept));
    if (book.m_file && read > 2 * kKept)
        if (const auto written = book.writeAnew(path); !written)
            return tl::unexpected(written.error());
    return book;
}

/// Answers whether it is one.
bool EventBook::readEvent(const Record &record)
{
    ByteView payload = record.payload;
    std::int64_t at = 0;
    KeptEvent event;
    if (record.type != RecordType::event || !takeRaw(payload, at) || !takeRaw(payload, event.kind))
        return false;
    event.at = WallTime(std::chrono::milliseconds(at));
    event.text.assign(payload.begin(), payload.end());
    m_events.push_back(std::move(event));
    return true;
}

/// Beside the old one, which it replaces when it is whole.
Result<void> EventBook::writeAnew(const std::filesystem::path &path)
{
    std::filesystem::path beside = path;
    beside += ".new";
    std::error_code failure;
    std::filesystem::remove(beside, failure);
    auto file = openRecordFile(beside, FileKind::events, File::Mode::write);
    if (!file)
        return tl::unexpected(file.error());
    Bytes records;
    for (const KeptEvent &event : m_events)
        putEvent(event, records);
    const auto written = file->append(records).and_then([&file] { return file->sync(); });
    if (!written)
        return written;
    std::filesystem::rename(beside, path, failure);
    if (failure)
        return fail(ErrorCode::io, path.string() + ": " + failure.message());
    m_file.emplace(std::move(*file));
    return {};
}

Result<void> EventBook::add(KeptEvent event)
{
    Bytes record;
    putEvent(event, record);
    m_events.push_back(std::move(event));
    return m_file ? m_file->append(record) : Result<void>();
}

} // namespace pult::telemetry
