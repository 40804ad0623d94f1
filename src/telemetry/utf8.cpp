// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/utf8.h"

#include <cstddef>

namespace pult::telemetry {

namespace {

struct Lead {
    std::size_t length = 0; ///< 0: cannot begin a character.
    unsigned char secondFrom = 0x80; ///< Excludes longer forms than needed, surrogates, overflow.
    unsigned char secondTo = 0xbf;
};

Lead leadOf(unsigned char byte)
{
    if (byte < 0x80)
        return {1};
    if (byte >= 0xc2 && byte <= 0xdf)
        return {2};
    if (byte >= 0xe0 && byte <= 0xef)
        return {3, static_cast<unsigned char>(byte == 0xe0 ? 0xa0 : 0x80),
            static_cast<unsigned char>(byte == 0xed ? 0x9f : 0xbf)};
    if (byte >= 0xf0 && byte <= 0xf4)
        return {4, static_cast<unsigned char>(byte == 0xf0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xf4 ? 0x8f : 0xbf)};
    return {};
}

} // namespace

bool isUtf8(std::string_view text)
{
    const auto byteAt = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        const Lead lead = leadOf(byteAt(i));
        if (lead.length == 0 || i + lead.length > text.size())
            return false;
        if (lead.length > 1 && (byteAt(i + 1) < lead.secondFrom || byteAt(i + 1) > lead.secondTo))
            return false;
        for (std::size_t k = 2; k < lead.length; ++k)
            if ((byteAt(i + k) & 0xc0U) != 0x80)
                return false;
        i += lead.length;
    }
    return true;
}

} // namespace pult::telemetry
