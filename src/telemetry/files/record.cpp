// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/files/record.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace pult::telemetry {

namespace {

static_assert(std::endian::native == std::endian::little, "Files are written in memory's order");

constexpr std::size_t kHeadBytes = 32; ///< Of a record.
constexpr std::size_t kCheckedBytes = 24; ///< Of a head, by its own checksum.
constexpr std::size_t kAlignment = 8;
constexpr std::array<std::uint8_t, 8> kFileMark{'P', 'u', 'l', 't', 'T', 'e', 'l', 'e'};
constexpr std::uint32_t kRecordMark = 0x63655250; // "PRec"

void putHeadChecksum(std::size_t head, Bytes &out)
{
    putRaw(checksumOf(std::span(out).subspan(head, kCheckedBytes)), out);
}

bool isHeadIntact(ByteView head)
{
    return getRaw<std::uint64_t>(head.data() + kCheckedBytes)
        == checksumOf(head.first(kCheckedBytes));
}

std::size_t aligned(std::size_t size)
{
    return (size + kAlignment - 1) / kAlignment * kAlignment;
}

} // namespace

std::uint64_t checksumOf(ByteView bytes)
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

bool isIntact(const Record &record)
{
    return checksumOf(record.payload) == record.checksum;
}

void putFileHead(FileKind kind, Bytes &out)
{
    const std::size_t head = out.size();
    out.insert(out.end(), kFileMark.begin(), kFileMark.end());
    putRaw(versionOf(kind), out);
    putRaw(static_cast<std::uint32_t>(kind), out);
    putRaw(std::uint64_t(0), out);
    putHeadChecksum(head, out);
}

Result<std::uint32_t> readFileHead(ByteView file, FileKind kind)
{
    if (file.size() < kFileHeadBytes
        || !std::equal(kFileMark.begin(), kFileMark.end(), file.begin()))
        return fail(ErrorCode::unsupported, "This is no file of Pult's history");
    const auto version = getRaw<std::uint32_t>(file.data() + 8);
    if (version > versionOf(kind))
        return fail(ErrorCode::unsupported,
            "The history was written by a newer Pult, in format " + std::to_string(version));
    if (!isHeadIntact(file)
        || getRaw<std::uint32_t>(file.data() + 12) != static_cast<std::uint32_t>(kind))
        return fail(ErrorCode::unsupported, "This is another file than its name says");
    return version;
}

void putRecord(RecordType type, ByteView payload, Bytes &out)
{
    const std::size_t head = out.size();
    putRaw(kRecordMark, out);
    putRaw(static_cast<std::uint32_t>(type), out);
    putRaw(static_cast<std::uint64_t>(payload.size()), out);
    putRaw(checksumOf(payload), out);
    putHeadChecksum(head, out);
    out.insert(out.end(), payload.begin(), payload.end());
    out.resize(head + kHeadBytes + aligned(payload.size()));
}

std::optional<Record> readRecord(ByteView file, std::size_t at)
{
    if (file.size() < at + kHeadBytes)
        return {};
    const ByteView head = file.subspan(at, kHeadBytes);
    if (getRaw<std::uint32_t>(head.data()) != kRecordMark || !isHeadIntact(head))
        return {};
    const auto size = getRaw<std::uint64_t>(head.data() + 8);
    const std::size_t begin = at + kHeadBytes;
    if (size > file.size() || file.size() - begin < aligned(size))
        return {};
    return Record{RecordType(getRaw<std::uint32_t>(head.data() + 4)), file.subspan(begin, size),
        getRaw<std::uint64_t>(head.data() + 16), begin + aligned(size), false};
}

RecordScan scanRecords(ByteView file)
{
    RecordScan scan;
    scan.end = std::min(kFileHeadBytes, file.size());
    bool isBehindDamage = false;
    for (std::size_t at = scan.end; at < file.size();) {
        if (auto record = readRecord(file, at)) {
            record->isBehindDamage = std::exchange(isBehindDamage, false);
            at = scan.end = record->end;
            scan.records.push_back(*record);
            continue;
        }
        isBehindDamage = true;
        const std::size_t step = std::min(kAlignment, file.size() - at);
        scan.lost += step;
        at += step;
    }
    return scan;
}

} // namespace pult::telemetry
