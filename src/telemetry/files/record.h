// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/error.h"
#include "telemetry/files/rawbytes.h"

/// How telemetry's files are laid out: a head, then records, all of it little endian. Any thread.
///
///     head    "PultTele", u32 version, u32 kind, u64 zero, u64 checksum of these 24 bytes
///     record  u32 mark, u32 type, u64 size of the payload, u64 checksum of the payload,
///             u64 checksum of these 24 bytes; the payload; zeros up to a multiple of 8
///
/// Checksums are XXH3 of 64 bits. A file is only appended to; what a crash leaves unfinished is its
/// last record. Payloads are documented by who writes them: SeriesBook (names), Journal (rows),
/// PageFile (times, columns, cuts), MetricBook (comments), EventBook (events). A change of any of
/// them is a new version of their kind of file; all versions are read.
namespace pult::telemetry {

inline constexpr std::size_t kFileHeadBytes = 32;

enum class FileKind : std::uint32_t { names = 1, journal = 2, pages = 3, comments = 4, events = 5 };
enum class RecordType : std::uint32_t {
    name = 1,
    row = 2,
    times = 3,
    columns = 4,
    cut = 5,
    comment = 6,
    event = 7
};

/// That such a file is written in. Pages are in their second: see integercodec.h, columncodec.cpp.
[[nodiscard]] constexpr std::uint32_t versionOf(FileKind kind)
{
    return kind == FileKind::pages ? 2 : 1;
}

struct Record {
    RecordType type = RecordType::name;
    ByteView payload;
    std::uint64_t checksum = 0; ///< That the payload should have.
    std::size_t end = 0; ///< In the file.
    bool isBehindDamage = false; ///< What stood before it is not readable.
};

struct RecordScan {
    std::vector<Record> records; ///< Their payloads are not checked yet.
    std::size_t end = 0; ///< Behind the last record: what follows it is torn.
    std::size_t lost = 0; ///< Bytes that belong to no record.
};

[[nodiscard]] std::uint64_t checksumOf(ByteView bytes);
[[nodiscard]] bool isIntact(const Record &record);

void putFileHead(FileKind kind, Bytes &out);
/// The file's version. Errors: unsupported (no file of ours, of another kind, or of a newer
/// version).
[[nodiscard]] Result<std::uint32_t> readFileHead(ByteView file, FileKind kind);

void putRecord(RecordType type, ByteView payload, Bytes &out);
/// The one that begins there; empty when it is damaged or torn.
[[nodiscard]] std::optional<Record> readRecord(ByteView file, std::size_t at);
/// All records behind the head, also those behind a damaged one. Views into the file.
[[nodiscard]] RecordScan scanRecords(ByteView file);

} // namespace pult::telemetry
