// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/catalog/seriescatalog.h"

#include <algorithm>
#include <cmath>
#include <compare>

#include "telemetry/exposition/exposition.h"
#include "telemetry/exposition/number.h"

namespace pult::telemetry {

namespace {

char lowered(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char letter : text) {
        if (letter != ' ' && letter != '\t')
            words.back() += lowered(letter);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

/// By text, but buckets that differ in their bound alone by that.
struct SortKey {
    explicit SortKey(std::string_view name)
        : before(name)
    {
        constexpr std::string_view kBound = "le=\"";
        const std::size_t at = name.find(kBound);
        if (at == std::string_view::npos || at == 0 || (name[at - 1] != '{' && name[at - 1] != ','))
            return;
        const std::size_t end = name.find('"', at + kBound.size());
        before = name.substr(0, at);
        after = name.substr(end);
        const auto read = parseNumber(name.substr(at, end - at).substr(kBound.size()));
        bound = read && !std::isnan(*read) ? *read : 0;
    }

    std::string_view before;
    std::string_view after;
    double bound = 0;

    auto operator<=>(const SortKey &) const = default;
};

/// Compares one text after the other without allocating for each.
class WordSearch {
public:
    explicit WordSearch(std::string_view text)
        : m_words(wordsOf(text))
    {
    }

    [[nodiscard]] bool matches(std::string_view name)
    {
        m_lowered.resize(name.size());
        std::transform(name.begin(), name.end(), m_lowered.begin(), lowered);
        return std::all_of(m_words.begin(), m_words.end(),
            [this](const std::string &word) { return m_lowered.find(word) != std::string::npos; });
    }

private:
    std::vector<std::string> m_words;
    std::string m_lowered;
};

} // namespace

void SeriesCatalog::follow(std::span<const std::string_view> names)
{
    for (auto column = m_names.size(); column < names.size(); ++column) {
        const std::string_view name = names[column];
        m_names.push_back(name);
        if (!name.empty())
            m_metrics[name.substr(0, name.find('{'))].push_back(static_cast<SeriesIndex>(column));
    }
}

std::span<const SeriesIndex> SeriesCatalog::ofMetric(std::string_view metric) const
{
    const auto found = m_metrics.find(metric);
    return found == m_metrics.end() ? std::span<const SeriesIndex>() : std::span(found->second);
}

SeriesName SeriesCatalog::nameOf(SeriesIndex series) const
{
    // What was let in once is let in again.
    constexpr LineLimits kAny{std::string::npos, std::string::npos};
    return readSeriesName(m_names[series], ExpositionFormat::text, kAny).value_or(SeriesName{});
}

SeriesCatalog::Matches SeriesCatalog::search(std::string_view text, std::size_t wanted) const
{
    WordSearch words(text);
    Matches matches;
    for (const auto &[metric, all] : m_metrics) {
        Match match{metric, 0, {}};
        std::copy_if(all.begin(), all.end(), std::back_inserter(match.listed),
            [&](SeriesIndex series) { return words.matches(m_names[series]); });
        if (match.listed.empty())
            continue;
        match.series = match.listed.size();
        const std::size_t room = wanted - std::min(wanted, matches.series);
        matches.series += match.series;
        if (room == 0)
            continue;
        const auto byName = [this](SeriesIndex a, SeriesIndex b) {
            return SortKey(m_names[a]) < SortKey(m_names[b]);
        };
        std::sort(match.listed.begin(), match.listed.end(), byName);
        match.listed.resize(std::min(room, match.listed.size()));
        matches.metrics.push_back(std::move(match));
    }
    return matches;
}

} // namespace pult::telemetry
