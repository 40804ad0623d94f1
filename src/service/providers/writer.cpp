// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/providers/writer.h"

#include <algorithm>

#include "service/providers/noise.h"

namespace pult::service {

namespace {

using Words = std::vector<std::string_view>;

const Words kNouns{"lantern", "river", "morning", "garden", "window", "harbour", "letter", "shadow",
    "orchard", "bridge", "melody", "compass", "staircase", "meadow", "engine", "notebook", "tide",
    "workshop", "hillside", "signal", "market", "library", "kitchen", "train"};
const Words kAdjectives{"quiet", "amber", "patient", "distant", "curious", "bright", "old",
    "gentle", "restless", "silver", "hidden", "warm", "early", "wide", "careful", "unhurried"};
const Words kVerbs{"waits", "wanders", "shines", "listens", "returns", "turns", "rests", "begins",
    "settles", "drifts", "answers", "hums", "changes", "travels", "lingers", "grows"};
const Words kAdverbs{"slowly", "again", "softly", "everywhere", "alone", "gladly", "tonight",
    "onward", "quietly", "together", "first", "forever", "nearby", "steadily"};
const Words kPlaces{
    "beside", "beyond", "above", "behind", "within", "near", "under", "across", "toward", "around"};
const Words kLinks{"while", "because", "until", "although", "whenever", "as", "before", "and"};
/// Too common to write about.
const Words kCommon{"the", "and", "for", "with", "from", "that", "this", "into", "over", "under",
    "about", "are", "was", "has", "have", "its", "his", "her", "your", "our", "not", "but", "very"};

bool isLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::string lowered(std::string_view word)
{
    std::string result(word);
    for (char &c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

std::vector<std::string> topicsOf(std::string_view prompt)
{
    std::vector<std::string> topics;
    while (!prompt.empty()) {
        const auto begin = std::find_if(prompt.begin(), prompt.end(), isLetter);
        const auto end = std::find_if_not(begin, prompt.end(), isLetter);
        const std::string word = lowered(std::string_view(begin, end));
        const bool isCommon = std::find(kCommon.begin(), kCommon.end(), word) != kCommon.end();
        const bool isKnown = std::find(topics.begin(), topics.end(), word) != topics.end();
        if (word.size() >= 3 && !isCommon && !isKnown)
            topics.push_back(word);
        prompt.remove_prefix(static_cast<std::size_t>(end - prompt.begin()));
    }
    return topics;
}

void capitalise(std::string &text)
{
    if (text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
}

} // namespace

Writer::Writer(std::string_view prompt, std::uint64_t seed)
    : m_random(static_cast<std::uint32_t>(mixBits(seed)))
    , m_topics(topicsOf(prompt))
{
}

std::string Writer::write(std::int64_t words)
{
    constexpr std::int64_t kShortest = 4;
    constexpr std::int64_t kSentencesInParagraph = 5;
    std::string text;
    for (std::int64_t left = words, count = 0; left > 0; ++count) {
        std::int64_t length = std::min(left, 5 + numberBelow(10));
        if (left - length < kShortest)
            length = left;
        if (count > 0)
            text += count % kSentencesInParagraph == 0 ? "\n\n" : " ";
        text += sentence(length);
        left -= length;
    }
    return text + "\n";
}

std::string Writer::sentence(std::int64_t words)
{
    constexpr std::int64_t kLongestClause = 10;
    std::string text;
    if (words > kLongestClause) {
        const std::int64_t first = 4 + numberBelow(words - 8);
        text = clause(first) + (first > 5 ? ", " : " ") + std::string(any(kLinks)) + " "
            + clause(words - first - 1);
    } else {
        text = clause(words);
    }
    capitalise(text);
    return text + ".";
}

/// "the NOUN VERB ADVERB" is four words; adjectives add one each, "PLACE the NOUN" three.
std::string Writer::clause(std::int64_t words)
{
    if (words < 3)
        return words < 2 ? noun() : std::string(any(kAdjectives)) + " " + noun();
    if (words == 3)
        return thing(0) + " " + std::string(any(kVerbs));
    const std::int64_t extra = words - 4;
    std::string text = thing(extra % 3) + " " + std::string(any(kVerbs));
    for (std::int64_t phrase = 0; phrase < extra / 3; ++phrase)
        text += " " + std::string(any(kPlaces)) + " " + thing(0);
    return text + " " + std::string(any(kAdverbs));
}

std::string Writer::thing(std::int64_t adjectives)
{
    std::string text = "the";
    for (std::int64_t i = 0; i < adjectives; ++i)
        text += " " + std::string(any(kAdjectives));
    return text + " " + noun();
}

/// Each topic once, in order, then every third time.
std::string Writer::noun()
{
    const bool isTopic =
        !m_topics.empty() && (m_mentioned < m_topics.size() || numberBelow(3) == 0);
    if (isTopic)
        return m_topics[m_mentioned++ % m_topics.size()];
    return std::string(any(kNouns));
}

std::string_view Writer::any(const std::vector<std::string_view> &words)
{
    return words[static_cast<std::size_t>(numberBelow(static_cast<std::int64_t>(words.size())))];
}

/// std::uniform_int_distribution differs between libraries; this does not.
std::int64_t Writer::numberBelow(std::int64_t limit)
{
    return static_cast<std::int64_t>(m_random()) % limit;
}

} // namespace pult::service
