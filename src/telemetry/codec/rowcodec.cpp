// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/codec/rowcodec.h"

#include <bit>

namespace pult::telemetry {

namespace {

enum class RowForm : std::uint8_t { whole = 0, changes = 1 };

constexpr std::size_t kBitsAByte = 8;

void putRowHead(WallTime at, std::size_t count, RowForm form, Bytes &out)
{
    putRaw(static_cast<std::int64_t>(at.time_since_epoch().count()), out);
    putRaw(static_cast<std::uint32_t>(count), out);
    putRaw(form, out);
}

std::size_t bitmapBytes(std::size_t count)
{
    return (count + kBitsAByte - 1) / kBitsAByte;
}

bool takeValues(ByteView bytes, std::span<double> values)
{
    if (bytes.size() != values.size_bytes())
        return false;
    for (double &value : values)
        if (!takeRaw(bytes, value))
            return false;
    return true;
}

bool takeChanges(ByteView bytes, std::span<double> values)
{
    if (bytes.size() < bitmapBytes(values.size()))
        return false;
    const ByteView bitmap = bytes.first(bitmapBytes(values.size()));
    bytes = bytes.subspan(bitmap.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if ((bitmap[i / kBitsAByte] >> (i % kBitsAByte) & 1U) != 0 && !takeRaw(bytes, values[i]))
            return false;
    return bytes.empty();
}

} // namespace

void packWholeRow(WallTime at, std::span<const double> values, Bytes &out)
{
    putRowHead(at, values.size(), RowForm::whole, out);
    for (const double value : values)
        putRaw(value, out);
}

void packRowChanges(
    WallTime at, std::span<const double> values, std::span<const double> before, Bytes &out)
{
    putRowHead(at, values.size(), RowForm::changes, out);
    const std::size_t bitmap = out.size();
    out.resize(bitmap + bitmapBytes(values.size()));
    for (std::size_t i = 0; i < values.size(); ++i)
        if (std::bit_cast<std::uint64_t>(values[i]) != std::bit_cast<std::uint64_t>(before[i])) {
            std::uint8_t &bits = out[bitmap + i / kBitsAByte];
            bits = static_cast<std::uint8_t>(bits | 1U << (i % kBitsAByte));
            putRaw(values[i], out);
        }
}

std::optional<Row> unpackRow(ByteView bytes, std::span<const double> before)
{
    std::int64_t at = 0;
    std::uint32_t count = 0;
    RowForm form{};
    if (!takeRaw(bytes, at) || !takeRaw(bytes, count) || !takeRaw(bytes, form))
        return {};
    Row row{WallTime(std::chrono::milliseconds(at)), {}};
    if (form == RowForm::whole && bytes.size() == count * sizeof(double)) {
        row.values.resize(count);
        return takeValues(bytes, row.values) ? std::optional(std::move(row)) : std::nullopt;
    }
    if (form != RowForm::changes || before.size() != count)
        return {};
    row.values.assign(before.begin(), before.end());
    return takeChanges(bytes, row.values) ? std::optional(std::move(row)) : std::nullopt;
}

} // namespace pult::telemetry
