// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/uuid.h"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>

#include "base/guarded.h"

namespace pult {

namespace {

struct Generator {
    std::mt19937_64 random{std::random_device{}()};
    std::uint64_t lastStamp = 0; ///< Milliseconds << 12 | counter.
};

/// The stamp's upper 48 bits are the millisecond; its lower 12 start at a random value below
/// half and count up within it, running over into the next millisecond when used up.
std::uint64_t nextStamp(Generator &generator, WallTime now)
{
    const auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count());
    const std::uint64_t fresh = milliseconds << 12U | (generator.random() & 0x7ffU);
    generator.lastStamp = std::max(fresh, generator.lastStamp + 1);
    return generator.lastStamp;
}

/// Of every byte its two digits.
constexpr auto kHexPairs = [] {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::array<char, 512> pairs{};
    for (std::size_t byte = 0; byte < 256; ++byte) {
        pairs[2 * byte] = kDigits[byte / 16];
        pairs[2 * byte + 1] = kDigits[byte % 16];
    }
    return pairs;
}();

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isHyphenPlace(std::size_t place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

} // namespace

Uuid makeUuid(WallTime now)
{
    static Guarded<Generator> shared;
    const auto [stamp, random] = shared.with([now](Generator &generator) {
        const std::uint64_t next = nextStamp(generator, now);
        return std::pair(next, generator.random());
    });

    const std::uint64_t high = (stamp >> 12U) << 16U | 0x7000U | (stamp & 0xfffU);
    const std::uint64_t low = (random & 0x3fff'ffff'ffff'ffffU) | 0x8000'0000'0000'0000U;
    Uuid uuid;
    for (std::size_t i = 0; i < 8; ++i) {
        const auto shift = static_cast<unsigned>(56 - 8 * i);
        uuid.bytes[i] = static_cast<std::uint8_t>(high >> shift);
        uuid.bytes[i + 8] = static_cast<std::uint8_t>(low >> shift);
    }
    return uuid;
}

std::array<char, 36> textOf(const Uuid &uuid)
{
    std::array<char, 36> text{};
    text.fill('-');
    auto *place = text.data();
    for (std::size_t i = 0; i < uuid.bytes.size(); ++i) {
        place += i == 4 || i == 6 || i == 8 || i == 10 ? 1 : 0;
        place = std::copy_n(kHexPairs.begin() + 2 * std::size_t{uuid.bytes[i]}, 2, place);
    }
    return text;
}

std::string toString(const Uuid &uuid)
{
    const auto text = textOf(uuid);
    return {text.data(), text.size()};
}

Result<Uuid> parseUuid(std::string_view text)
{
    const auto wrong = [] { return fail(ErrorCode::invalidArgument, "That is not a UUID"); };
    if (text.size() != 36)
        return wrong();
    Uuid uuid;
    std::size_t digits = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (isHyphenPlace(place)) {
            if (text[place] != '-')
                return wrong();
            continue;
        }
        const int digit = hexDigit(text[place]);
        if (digit < 0)
            return wrong();
        std::uint8_t &byte = uuid.bytes[digits++ / 2];
        byte = static_cast<std::uint8_t>(byte << 4U | digit);
    }
    return uuid;
}

} // namespace pult
