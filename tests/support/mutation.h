// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace pult::test {

/// Breaks texts in the ways in which they break: bytes changed, cut out, doubled, put together from
/// several. The same seed does the same.
class Mutation {
public:
    explicit Mutation(std::uint64_t seed)
        : m_random(seed)
    {
    }

    /// One of the texts, broken in one to six places. Requires: at least one text.
    [[nodiscard]] std::string operator()(const std::vector<std::string> &texts)
    {
        std::string text = oneOf(texts);
        for (std::size_t left = 1 + below(6); left > 0; --left)
            breakOnce(text, texts);
        return text;
    }
    [[nodiscard]] std::size_t below(std::size_t bound)
    {
        return bound == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random);
    }

private:
    [[nodiscard]] const std::string &oneOf(const std::vector<std::string> &texts)
    {
        return texts[below(texts.size())];
    }

    [[nodiscard]] std::string piece(const std::string &text)
    {
        constexpr std::size_t kLongest = 64;
        const std::size_t at = below(text.size() + 1);
        return text.substr(at, below(kLongest));
    }

    void breakOnce(std::string &text, const std::vector<std::string> &texts)
    {
        static const std::vector<std::string> kTokens{"\r\n", "\n", "\"", "\\", "{", "}", "[", "]",
            ":", ",", "0", "-1", "99999999999999999999", "1e999", "NaN", "+Inf", "null", "%00",
            "%ff", "\xff", "\xc0\xaf", "\xed\xa0\x80", std::string(1, '\0'), "=", ";", "#", " ",
            std::string(300, 'a'), std::string(40, '[')};
        const std::size_t at = below(text.size() + 1);
        switch (below(7)) {
        case 0:
            if (at < text.size())
                text[at] = static_cast<char>(text[at] ^ static_cast<char>(1U << below(8)));
            break;
        case 1:
            if (at < text.size())
                text[at] = static_cast<char>(below(256));
            break;
        case 2:
            text.erase(at, 1 + below(16));
            break;
        case 3:
            text.insert(at, oneOf(kTokens));
            break;
        case 4:
            text.insert(at, piece(text));
            break;
        case 5:
            text.insert(at, piece(oneOf(texts)));
            break;
        default:
            text.resize(at);
            text += piece(oneOf(texts));
        }
    }

    std::mt19937_64 m_random;
};

} // namespace pult::test
