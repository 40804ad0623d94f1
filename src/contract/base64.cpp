// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/base64.h"

#include <array>
#include <cstdint>

namespace pult::contract {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNone = 64;

constexpr std::array<std::uint8_t, 256> makeValues()
{
    std::array<std::uint8_t, 256> values{};
    values.fill(kNone);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
        values.at(static_cast<unsigned char>(kAlphabet[i])) = static_cast<std::uint8_t>(i);
    return values;
}

constexpr auto kValues = makeValues();

char byteOf(std::uint32_t bits)
{
    return static_cast<char>(bits & 0xffU);
}

} // namespace

Result<std::string> fromBase64(std::string_view text)
{
    const auto wrong = fail(ErrorCode::invalidArgument, "Is not base64 (RFC 4648, with padding)");
    if (text.size() % 4 != 0)
        return wrong;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    const std::string_view digits = text.substr(0, text.size() - padding);
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char digit : digits) {
        const std::uint8_t value = kValues.at(static_cast<unsigned char>(digit));
        if (value == kNone)
            return wrong;
        bits = bits << 6U | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += byteOf(bits >> static_cast<unsigned>(count));
        }
    }
    // What is left over belongs to the padding, and must be empty.
    if ((bits & ((1U << static_cast<unsigned>(count)) - 1U)) != 0)
        return wrong;
    return bytes;
}

Result<std::string> fromAnyBase64(std::string_view text)
{
    std::string strict;
    strict.reserve(text.size() + 3);
    for (const char c : text) {
        if (c == '-' || c == '_')
            strict += c == '-' ? '+' : '/';
        else if (c != '\r' && c != '\n' && c != ' ' && c != '\t')
            strict += c;
    }
    while (strict.size() % 4 != 0)
        strict += '=';
    return fromBase64(strict);
}

std::string toBase64(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8U
                | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            text += at + i <= bytes.size() ? kAlphabet[bits >> (18U - 6U * i) & 63U] : '=';
    }
    return text;
}

} // namespace pult::contract
