// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/http/utf8.h"

#include <cstdint>

namespace pult::service {

namespace {

struct Lead {
    std::size_t length = 0; ///< Of the sequence; 0: no lead byte.
    std::uint8_t secondLow = 0x80;
    std::uint8_t secondHigh = 0xbf;
};

/// Table 3-7 of the Unicode standard: what may follow which first byte.
Lead leadOf(std::uint8_t byte)
{
    if (byte < 0x80)
        return {1};
    if (byte >= 0xc2 && byte <= 0xdf)
        return {2};
    if (byte >= 0xe0 && byte <= 0xef)
        return {
            3, std::uint8_t(byte == 0xe0 ? 0xa0 : 0x80), std::uint8_t(byte == 0xed ? 0x9f : 0xbf)};
    if (byte >= 0xf0 && byte <= 0xf4)
        return {
            4, std::uint8_t(byte == 0xf0 ? 0x90 : 0x80), std::uint8_t(byte == 0xf4 ? 0x8f : 0xbf)};
    return {};
}

bool isSequence(std::string_view text, const Lead &lead)
{
    if (lead.length == 0 || text.size() < lead.length)
        return false;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        if (byte < (i == 1 ? lead.secondLow : 0x80) || byte > (i == 1 ? lead.secondHigh : 0xbf))
            return false;
    }
    return true;
}

} // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const Lead lead = leadOf(static_cast<std::uint8_t>(text.front()));
        if (!isSequence(text, lead))
            return false;
        text.remove_prefix(lead.length);
    }
    return true;
}

} // namespace pult::service
