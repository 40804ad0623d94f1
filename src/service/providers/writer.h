// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace pult::service {

/// Writes English sentences by a small grammar, about the words of a prompt. The same input gives
/// the same text. One thread.
class Writer {
public:
    Writer(std::string_view prompt, std::uint64_t seed);

    /// Exactly that many words, in paragraphs.
    [[nodiscard]] std::string write(std::int64_t words);

private:
    /// Exactly that many words, as one sentence.
    std::string sentence(std::int64_t words);
    std::string clause(std::int64_t words);
    std::string thing(std::int64_t adjectives);
    std::string noun();
    std::string_view any(const std::vector<std::string_view> &words);
    std::int64_t numberBelow(std::int64_t limit);

    std::mt19937 m_random;
    std::vector<std::string> m_topics; ///< Words of the prompt worth writing about.
    std::size_t m_mentioned = 0;
};

} // namespace pult::service
