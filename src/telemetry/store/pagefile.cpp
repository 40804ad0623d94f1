// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/store/pagefile.h"

#include "telemetry/files/recordfile.h"

namespace pult::telemetry {

namespace {

/// Of the two records of a block, beyond times and columns.
constexpr std::size_t kBlockOverhead = 96;

std::optional<WallTime> cutIn(const Record &record)
{
    std::int64_t at = 0;
    ByteView bytes = record.payload;
    if (record.type != RecordType::cut || !isIntact(record) || !takeRaw(bytes, at))
        return {};
    return WallTime(std::chrono::milliseconds(at));
}

std::optional<BlockTimes> timesIn(const Record &record)
{
    if (record.type != RecordType::times || !isIntact(record))
        return {};
    return BlockTimes::ofPacked(record.payload);
}

Bytes recordsOf(const SealedBlock &block)
{
    Bytes times;
    block.times().pack(times);
    Bytes records;
    records.reserve(times.size() + block.columns().size() + kBlockOverhead);
    putRecord(RecordType::times, times, records);
    putRecord(RecordType::columns, block.columns(), records);
    return records;
}

} // namespace

PageFile::PageFile(File file, std::shared_ptr<const Mapping> mapping)
    : m_file(std::move(file))
    , m_mapping(std::move(mapping))
    , m_isCurrent(readFileHead(m_mapping->first(kFileHeadBytes), FileKind::pages)
          == versionOf(FileKind::pages))
{
}

Result<PageFile> PageFile::open(
    const std::filesystem::path &path, File::Mode mode, std::size_t capacity)
{
    auto file = openRecordFile(path, FileKind::pages, mode);
    if (!file)
        return tl::unexpected(file.error());
    auto mapping = Mapping::of(*file, std::max(capacity, file->size()));
    if (!mapping)
        return tl::unexpected(mapping.error());
    PageFile pages(std::move(*file), std::move(*mapping));
    const std::size_t end = pages.readEntries();
    if (mode == File::Mode::write && end < pages.size())
        if (const auto cut = pages.m_file.truncate(end); !cut)
            return tl::unexpected(cut.error());
    return pages;
}

std::size_t PageFile::readEntries()
{
    const RecordScan scan = scanRecords(m_mapping->first(m_file.size()));
    m_lost = scan.lost;
    std::size_t end = std::min(kFileHeadBytes, m_file.size());
    std::optional<BlockTimes> times; ///< Of the block whose columns come next.
    for (const Record &record : scan.records) {
        if (record.isBehindDamage)
            times.reset();
        const auto cut = cutIn(record);
        if (times && record.type == RecordType::columns)
            addBlock(std::move(*times), record);
        else if (cut)
            m_entries.emplace_back(*cut);
        times = timesIn(record);
        if (!times)
            end = record.end;
    }
    m_lost += scan.end - end;
    return end;
}

std::size_t PageFile::roomFor(const SealedBlock &block)
{
    constexpr std::size_t kMostTimesBytes = 10 * SealedBlock::kMostRows;
    return block.columns().size() + kBlockOverhead + kMostTimesBytes;
}

void PageFile::addBlock(BlockTimes times, const Record &columns)
{
    m_newest = times.last();
    m_entries.emplace_back(
        SealedBlock(std::move(times), columns.payload, m_mapping, columns.checksum));
}

bool PageFile::hasRoomFor(const SealedBlock &block) const
{
    return m_isCurrent && size() + roomFor(block) <= m_mapping->capacity();
}

Result<SealedBlock> PageFile::append(const SealedBlock &block)
{
    const std::size_t begin = size();
    const auto written = m_file.append(recordsOf(block)).and_then([this] { return m_file.sync(); });
    if (!written)
        return tl::unexpected(written.error());
    m_newest = block.times().last();
    const ByteView file = m_mapping->first(size());
    const auto first = readRecord(file, begin);
    auto times = first ? timesIn(*first) : std::nullopt;
    const auto columns = times ? readRecord(file, first->end) : std::nullopt;
    if (!columns)
        return fail(ErrorCode::io, path().string() + ": what was written does not read back");
    return SealedBlock(std::move(*times), columns->payload, m_mapping, columns->checksum);
}

Result<void> PageFile::cut(WallTime from)
{
    Bytes time;
    putRaw(static_cast<std::int64_t>(from.time_since_epoch().count()), time);
    Bytes record;
    putRecord(RecordType::cut, time, record);
    return m_file.append(record);
}

} // namespace pult::telemetry
