// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/series/seriestable.h"

#include <algorithm>
#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace pult::telemetry {

namespace {

constexpr std::size_t kChunkBytes = 32'768;

std::size_t closingQuote(std::string_view text, std::size_t at)
{
    while (text[at] != '"')
        at += text[at] == '\\' ? 2 : 1;
    return at;
}

/// Requires: written by toString.
std::vector<LabelPlace> labelPlaces(std::string_view text)
{
    std::vector<LabelPlace> places;
    std::size_t at = text.find('{');
    while (at < text.size() && text[at] != '}') {
        const std::size_t valueAt = text.find('=', at) + 2;
        const std::size_t valueEnd = closingQuote(text, valueAt);
        places.push_back(
            {static_cast<std::uint32_t>(valueAt), static_cast<std::uint32_t>(valueEnd)});
        at = valueEnd + 1;
    }
    return places;
}

std::string withoutEscapes(std::string_view quoted)
{
    std::string text;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        const bool isEscape = quoted[i] == '\\';
        i += isEscape ? 1 : 0;
        text += isEscape && quoted[i] == 'n' ? '\n' : quoted[i];
    }
    return text;
}

std::uint32_t hashOf(std::string_view text)
{
    return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
}

} // namespace

SeriesTable::SeriesTable(std::span<const SeriesName> names)
{
    for (const SeriesName &name : names)
        add(name);
}

std::string_view SeriesTable::text(SeriesIndex series) const
{
    return m_texts[m_series[series].text].view();
}

std::string_view SeriesTable::metric(SeriesIndex series) const
{
    const std::string_view all = text(series);
    return all.substr(0, all.find('{'));
}

SeriesName SeriesTable::name(SeriesIndex series) const
{
    const std::string_view all = text(series);
    SeriesName name{std::string(metric(series)), {}};
    std::size_t nameAt = name.metric.size() + 1;
    for (const LabelPlace &place : labels(series)) {
        name.labels.emplace_back(all.substr(nameAt, place.valueAt - 2 - nameAt),
            withoutEscapes(all.substr(place.valueAt, place.valueEnd - place.valueAt)));
        nameAt = place.valueEnd + 2;
    }
    return name;
}

std::span<const LabelPlace> SeriesTable::labels(SeriesIndex series) const
{
    const std::size_t first = m_series[series].firstLabel;
    const bool isLast = series + 1 == m_series.size();
    return std::span(m_labels).subspan(
        first, (isLast ? m_labels.size() : m_series[series + 1].firstLabel) - first);
}

void SeriesTable::reserve(std::size_t series)
{
    m_series.reserve(m_series.size() + series);
    m_labels.reserve(m_labels.size() + series);
    m_texts.reserve(m_texts.size() + series);
    m_places.reserve(m_texts.size() + series);
}

inline void SeriesTable::addText(std::string_view text, SeriesIndex series)
{
    m_texts.push_back({kept(text), static_cast<std::uint32_t>(text.size()), series});
}

const SeriesIndex *SeriesTable::find(std::string_view text) const
{
    const std::uint32_t place = m_places.find(
        hashOf(text), [&](std::uint32_t each) { return m_texts[each].view() == text; });
    return place != HashIndex::kNone ? &m_texts[place].series : nullptr;
}

inline const char *SeriesTable::kept(std::string_view text)
{
    if (text.size() > m_room) {
        m_room = std::max(kChunkBytes, text.size());
        m_free = m_chunks.emplace_back(new char[m_room]).get();
    }
    char *copy = m_free;
    std::memcpy(copy, text.data(), text.size());
    m_free += text.size();
    m_room -= text.size();
    return copy;
}

SeriesTable::Added SeriesTable::add(std::string_view text, std::span<const LabelPlace> labels)
{
    const auto end = static_cast<std::uint32_t>(m_texts.size());
    const std::uint32_t place = m_places.findOrAdd(
        hashOf(text), end, [&](std::uint32_t each) { return m_texts[each].view() == text; });
    if (place != end)
        return {m_texts[place].series, false};
    const auto next = static_cast<SeriesIndex>(m_series.size());
    m_series.push_back({place, static_cast<std::uint32_t>(m_labels.size())});
    for (const LabelPlace &label : labels)
        m_labels.push_back(label);
    addText(text, next);
    return {next, true};
}

SeriesTable::Added SeriesTable::add(const SeriesName &name)
{
    const std::string text = toString(name);
    return add(text, labelPlaces(text));
}

void SeriesTable::addSpelling(std::string_view text, SeriesIndex series)
{
    m_places.add(hashOf(text), static_cast<std::uint32_t>(m_texts.size()));
    addText(text, series);
}

void SeriesTable::forgetSpellings()
{
    std::vector<Text> texts;
    texts.reserve(m_series.size());
    m_places.clear();
    for (Series &each : m_series) {
        const auto place = static_cast<std::uint32_t>(texts.size());
        texts.push_back(m_texts[each.text]);
        m_places.add(hashOf(texts.back().view()), place);
        each.text = place;
    }
    m_texts = std::move(texts);
}

} // namespace pult::telemetry
