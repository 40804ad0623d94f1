// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace pult::bench {

/// One series as Gorilla packs it: every sample with its own time, by the difference of
/// differences, and its value by the bits in which it differs from the one before. Milliseconds.
/// Pelkonen et al., "Gorilla: A Fast, Scalable, In-Memory Time Series Database", VLDB 2015, 4.1.
class Gorilla {
public:
    void append(std::int64_t at, double value)
    {
        putTime(at);
        putValue(std::bit_cast<std::uint64_t>(value));
        ++m_count;
    }

    [[nodiscard]] std::size_t bytes() const { return (m_bits + 7) / 8; }

    /// visit(time, value) for every sample, oldest first.
    template <class Visit>
    void scan(Visit visit) const
    {
        Reader reader{m_words.data()};
        std::int64_t at = 0;
        std::int64_t delta = 0;
        std::uint64_t value = 0;
        unsigned zeros = 0;
        unsigned length = 0;
        for (std::size_t i = 0; i < m_count; ++i) {
            delta += readTime(reader, i);
            at += delta;
            if (i == 0) {
                value = reader.take(64);
            } else if (reader.take(1) != 0) {
                if (reader.take(1) != 0) {
                    zeros = static_cast<unsigned>(reader.take(5));
                    length = static_cast<unsigned>(reader.take(6)) + 1;
                }
                value ^= reader.take(length) << (64 - zeros - length);
            }
            visit(at, std::bit_cast<double>(value));
        }
    }

private:
    struct Reader {
        const std::uint64_t *words;
        std::size_t bit = 0;

        std::uint64_t take(unsigned count)
        {
            const std::size_t word = bit / 64;
            const auto used = static_cast<unsigned>(bit % 64);
            bit += count;
            std::uint64_t bits = words[word] << used;
            if (used + count > 64)
                bits |= words[word + 1] >> (64 - used);
            return bits >> (64 - count);
        }
    };

    void put(std::uint64_t bits, unsigned count)
    {
        const auto used = static_cast<unsigned>(m_bits % 64);
        if (used == 0)
            m_words.push_back(0);
        const std::uint64_t high = bits << (64 - count);
        m_words.back() |= high >> used;
        if (used + count > 64)
            m_words.push_back(high << (64 - used));
        m_bits += count;
    }

    void putTime(std::int64_t at)
    {
        const std::int64_t delta = at - m_at;
        const std::int64_t change = delta - m_delta;
        m_at = at;
        m_delta = delta;
        const auto bits = static_cast<std::uint64_t>(change);
        if (m_count == 0)
            put(bits, 64);
        else if (change == 0)
            put(0, 1);
        else if (change >= -63 && change <= 64)
            put(0b10U << 7U | ((bits + 63) & 0x7fU), 9);
        else if (change >= -255 && change <= 256)
            put(0b110U << 9U | ((bits + 255) & 0x1ffU), 12);
        else if (change >= -2047 && change <= 2048)
            put(0b1110U << 12U | ((bits + 2047) & 0xfffU), 16);
        else
            put(std::uint64_t(0b1111U) << 32U | (bits & 0xffffffffU), 36);
    }

    static std::int64_t readTime(Reader &reader, std::size_t i)
    {
        if (i == 0)
            return static_cast<std::int64_t>(reader.take(64));
        if (reader.take(1) == 0)
            return 0;
        if (reader.take(1) == 0)
            return static_cast<std::int64_t>(reader.take(7)) - 63;
        if (reader.take(1) == 0)
            return static_cast<std::int64_t>(reader.take(9)) - 255;
        if (reader.take(1) == 0)
            return static_cast<std::int64_t>(reader.take(12)) - 2047;
        return static_cast<std::int32_t>(reader.take(32));
    }

    void putValue(std::uint64_t value)
    {
        const std::uint64_t difference = value ^ m_value;
        m_value = value;
        if (m_count == 0)
            return put(value, 64);
        if (difference == 0)
            return put(0, 1);
        const auto leading = std::min(31U, static_cast<unsigned>(std::countl_zero(difference)));
        const auto trailing = static_cast<unsigned>(std::countr_zero(difference));
        if (m_length == 0 || leading < m_leading || trailing < 64 - m_leading - m_length) {
            m_leading = leading;
            m_length = 64 - leading - trailing;
            put(0b11, 2);
            put(m_leading, 5);
            put(m_length - 1, 6);
        } else {
            put(0b10, 2);
        }
        put(difference >> (64 - m_leading - m_length), m_length);
    }

    std::vector<std::uint64_t> m_words; ///< The first bit is the highest of the first.
    std::size_t m_bits = 0;
    std::size_t m_count = 0;
    std::int64_t m_at = 0;
    std::int64_t m_delta = 0;
    std::uint64_t m_value = 0;
    unsigned m_leading = 0;
    unsigned m_length = 0; ///< Zero before the first difference.
};

} // namespace pult::bench
