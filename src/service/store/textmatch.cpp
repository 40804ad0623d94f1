// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/store/textmatch.h"

namespace pult::service {

namespace {

/// Of the code points that two bytes of UTF-8 hold.
unsigned lowerOf(unsigned point)
{
    const bool isLatin = point >= 0xc0 && point <= 0xde && point != 0xd7;
    const bool isGreek = point >= 0x391 && point <= 0x3a9;
    const bool isCyrillic = point >= 0x410 && point <= 0x42f;
    if (isLatin || isGreek || isCyrillic)
        return point + 0x20;
    const bool isCyrillicExtension = point >= 0x400 && point <= 0x40f;
    return isCyrillicExtension ? point + 0x50 : point;
}

bool isLeadOfTwo(char c)
{
    return (static_cast<unsigned char>(c) & 0xe0U) == 0xc0U;
}

} // namespace

std::string foldCase(std::string_view text)
{
    std::string folded(text);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        char &c = folded[i];
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c + ('a' - 'A'));
        } else if (isLeadOfTwo(c) && i + 1 < folded.size()) {
            char &next = folded[++i];
            const unsigned high = static_cast<unsigned char>(c) & 0x1fU;
            const unsigned point = lowerOf(high << 6U | (static_cast<unsigned char>(next) & 0x3fU));
            c = static_cast<char>(0xc0U | point >> 6U);
            next = static_cast<char>(0x80U | (point & 0x3fU));
        }
    }
    return folded;
}

bool containsFolded(std::string_view text, std::string_view foldedNeedle)
{
    return foldedNeedle.empty() || foldCase(text).find(foldedNeedle) != std::string::npos;
}

} // namespace pult::service
