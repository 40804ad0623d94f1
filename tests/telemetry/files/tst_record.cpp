// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/files/record.h"

#include <gtest/gtest.h>

namespace pult::telemetry {
namespace {

Bytes payload(std::size_t size, std::uint8_t value)
{
    return Bytes(size, value);
}

Bytes fileOf(const std::vector<Bytes> &payloads)
{
    Bytes file;
    putFileHead(FileKind::journal, file);
    for (const Bytes &each : payloads)
        putRecord(RecordType::row, each, file);
    return file;
}

ErrorCode refusalOf(const Bytes &file, FileKind kind = FileKind::journal)
{
    const auto known = readFileHead(file, kind);
    return known ? ErrorCode::internal : known.error().code;
}

TEST(Record, ComesBackAsItWasPut)
{
    const Bytes file = fileOf({payload(0, 1), payload(5, 2), payload(64, 3)});
    ASSERT_TRUE(readFileHead(file, FileKind::journal));
    const RecordScan scan = scanRecords(file);
    ASSERT_EQ(scan.records.size(), 3U);
    EXPECT_EQ(scan.end, file.size());
    EXPECT_EQ(scan.lost, 0U);
    EXPECT_EQ(scan.records[2].payload.size(), 64U);
    for (const Record &record : scan.records)
        EXPECT_TRUE(isIntact(record));
}

TEST(Record, AForeignFileIsRefused)
{
    EXPECT_EQ(refusalOf({}), ErrorCode::unsupported);
    EXPECT_EQ(refusalOf(payload(400, 'x')), ErrorCode::unsupported);
    EXPECT_EQ(refusalOf(fileOf({}), FileKind::pages), ErrorCode::unsupported);
}

TEST(Record, ANewerFileIsRefusedAsSuch)
{
    Bytes file = fileOf({});
    file[8] = 2;
    const auto known = readFileHead(file, FileKind::journal);
    ASSERT_FALSE(known);
    EXPECT_EQ(known.error().code, ErrorCode::unsupported);
    EXPECT_NE(known.error().detail.find("newer"), std::string::npos);
}

TEST(Record, WhatIsTornOffIsNoRecord)
{
    const Bytes whole = fileOf({payload(9, 1), payload(40, 2)});
    const std::size_t first = scanRecords(whole).records[0].end;
    for (std::size_t size = first; size < whole.size(); ++size) {
        const RecordScan scan = scanRecords(std::span(whole).first(size));
        EXPECT_EQ(scan.records.size(), 1U) << size;
        EXPECT_EQ(scan.end, first) << size;
        EXPECT_EQ(scan.lost, size - first) << size;
    }
}

/// Whatever byte is wrong: it is found, and the other records are still there.
TEST(Record, AFlippedByteCostsOneRecord)
{
    const Bytes whole = fileOf({payload(9, 1), payload(40, 2), payload(16, 3)});
    const RecordScan before = scanRecords(whole);
    for (std::size_t at = kFileHeadBytes; at < whole.size(); ++at) {
        Bytes file = whole;
        file[at] ^= 0x10;
        std::size_t intact = 0;
        for (const Record &record : scanRecords(file).records)
            intact += isIntact(record) ? 1U : 0U;
        // Nothing checks the zeros between two records, and nothing reads them.
        const bool isPadding =
            std::any_of(before.records.begin(), before.records.end(), [&](const Record &record) {
                return at >= static_cast<std::size_t>(
                           record.payload.data() + record.payload.size() - whole.data())
                    && at < record.end;
            });
        EXPECT_EQ(intact, isPadding ? 3U : 2U) << at;
    }
}

TEST(Record, SaysWhatIsBehindDamage)
{
    Bytes file = fileOf({payload(8, 1), payload(8, 2), payload(8, 3)});
    file[scanRecords(file).records[0].end] ^= 1;
    const RecordScan scan = scanRecords(file);
    ASSERT_EQ(scan.records.size(), 2U);
    EXPECT_FALSE(scan.records[0].isBehindDamage);
    EXPECT_TRUE(scan.records[1].isBehindDamage);
    EXPECT_EQ(scan.lost, 40U);
    EXPECT_EQ(scan.end, file.size());
}

TEST(Record, ARecordThatClaimsAllMemoryIsNone)
{
    Bytes file = fileOf({});
    Bytes forged;
    putRaw(std::uint32_t(0x63655250), forged);
    putRaw(std::uint32_t(2), forged);
    putRaw(~std::uint64_t(0) - 3, forged);
    putRaw(std::uint64_t(0), forged);
    putRaw(checksumOf(forged), forged);
    file.insert(file.end(), forged.begin(), forged.end());
    EXPECT_TRUE(scanRecords(file).records.empty());
}

} // namespace
} // namespace pult::telemetry
