// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/pagescan.h"

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <optional>
#include <string_view>

namespace pult::service {

namespace {

constexpr std::uint64_t kPageSize = 4096; ///< SQLite's usual one, and so ours.
constexpr std::uint64_t kMostPayload = 16 << 20; ///< More than any row of ours.
constexpr std::uint8_t kInnerPage = 0x02;
constexpr std::uint8_t kLeafPage = 0x0a;

/// Reads numbers of a page or a record, as far as there are bytes.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes, std::size_t at = 0)
        : m_bytes(bytes)
        , m_at(at)
    {
    }

    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] std::size_t at() const { return m_at; }

    std::string_view take(std::uint64_t count)
    {
        m_isWhole = m_isWhole && m_at <= m_bytes.size() && count <= m_bytes.size() - m_at;
        if (!m_isWhole)
            return {};
        const std::string_view taken = m_bytes.substr(m_at, count);
        m_at += count;
        return taken;
    }

    std::uint64_t bigEndian(std::size_t count)
    {
        std::uint64_t value = 0;
        for (const char byte : take(count))
            value = value << 8U | static_cast<std::uint8_t>(byte);
        return value;
    }

    std::uint64_t varint()
    {
        constexpr int kMostShort = 8;
        std::uint64_t value = 0;
        for (int i = 0; i < kMostShort; ++i) {
            const std::uint64_t byte = bigEndian(1);
            value = value << 7U | (byte & 0x7fU);
            if ((byte & 0x80U) == 0)
                return value;
        }
        return value << 8U | bigEndian(1);
    }

private:
    std::string_view m_bytes;
    std::size_t m_at;
    bool m_isWhole = true;
};

std::int64_t signedFrom(std::uint64_t value, std::size_t bytes)
{
    const unsigned unused = 64U - 8U * static_cast<unsigned>(bytes);
    return static_cast<std::int64_t>(value << unused) >> unused;
}

RecordValue numberFrom(ByteReader &body, std::uint64_t type)
{
    constexpr std::array<std::size_t, 7> kSizes{0, 1, 2, 3, 4, 6, 8};
    constexpr std::uint64_t kReal = 7;
    if (type == 0)
        return std::monostate();
    if (type == kReal)
        return std::bit_cast<double>(body.bigEndian(8));
    if (type > kReal)
        return static_cast<std::int64_t>(type - kReal - 1);
    const std::size_t size = kSizes.at(type);
    return signedFrom(body.bigEndian(size), size);
}

/// The serial types 10 and 11 are SQLite's own and never on disk.
std::optional<RecordValue> valueFrom(ByteReader &body, std::uint64_t type)
{
    constexpr std::uint64_t kFirstReserved = 10;
    constexpr std::uint64_t kFirstText = 12;
    if (type < kFirstReserved)
        return numberFrom(body, type);
    if (type < kFirstText)
        return std::nullopt;
    std::string bytes(body.take((type - kFirstText) / 2));
    if (type % 2 == 0)
        return RecordBlob{std::move(bytes)};
    return bytes;
}

std::optional<Record> recordFrom(std::string_view payload)
{
    ByteReader head(payload);
    const std::uint64_t headBytes = head.varint();
    ByteReader body(payload, std::min<std::uint64_t>(headBytes, payload.size()));
    Record record;
    while (head.isWhole() && body.isWhole() && head.at() < headBytes) {
        auto value = valueFrom(body, head.varint());
        if (!value)
            return std::nullopt;
        record.push_back(std::move(*value));
    }
    if (!head.isWhole() || !body.isWhole())
        return std::nullopt;
    return record;
}

class PageScan {
public:
    explicit PageScan(const std::filesystem::path &file)
        : m_stream(file, std::ios::binary)
    {
    }

    void visit(const std::function<void(const Record &)> &visitor)
    {
        for (std::uint64_t number = 1;; ++number) {
            const std::string page = read(number);
            if (page.empty())
                return;
            visitPage(page, visitor);
        }
    }

private:
    /// Counted from 1; empty behind the end.
    std::string read(std::uint64_t number)
    {
        std::string page(kPageSize, '\0');
        m_stream.clear();
        m_stream.seekg(static_cast<std::streamoff>((number - 1) * kPageSize));
        if (number == 0 || !m_stream.read(page.data(), std::ssize(page)))
            page.clear();
        return page;
    }

    void visitPage(const std::string &page, const std::function<void(const Record &)> &visitor)
    {
        const auto type = static_cast<std::uint8_t>(page.front());
        if (type != kInnerPage && type != kLeafPage)
            return;
        const std::size_t childBytes = type == kInnerPage ? 4 : 0;
        const std::uint64_t cells = ByteReader(page, 3).bigEndian(2);
        ByteReader places(page, 8 + childBytes);
        for (std::uint64_t i = 0; i < cells; ++i) {
            ByteReader cell(page, places.bigEndian(2) + childBytes);
            if (const auto record = recordFrom(payloadOf(cell)))
                visitor(*record);
        }
    }

    /// What does not fit into the page goes on in a chain of others.
    std::string payloadOf(ByteReader &cell)
    {
        const std::uint64_t size = cell.varint();
        if (!cell.isWhole() || size > kMostPayload)
            return {};
        std::string payload(cell.take(localPart(size)));
        std::uint64_t next = payload.size() < size ? cell.bigEndian(4) : 0;
        while (payload.size() < size && next != 0) {
            const std::string page = read(next);
            ByteReader overflow(page);
            next = overflow.bigEndian(4);
            payload += overflow.take(std::min<std::uint64_t>(size - payload.size(), kPageSize - 4));
            if (!overflow.isWhole())
                return {};
        }
        return payload.size() == size ? payload : std::string();
    }

    static std::uint64_t localPart(std::uint64_t size)
    {
        constexpr std::uint64_t kMost = (kPageSize - 12) * 64 / 255 - 23;
        constexpr std::uint64_t kLeast = (kPageSize - 12) * 32 / 255 - 23;
        if (size <= kMost)
            return size;
        const std::uint64_t fitting = kLeast + (size - kLeast) % (kPageSize - 4);
        return fitting <= kMost ? fitting : kLeast;
    }

    std::ifstream m_stream;
};

} // namespace

void visitRecords(
    const std::filesystem::path &file, const std::function<void(const Record &)> &visit)
{
    PageScan(file).visit(visit);
}

} // namespace pult::service
