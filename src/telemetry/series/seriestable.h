// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "telemetry/series/hashindex.h"
#include "telemetry/series/seriesindex.h"
#include "telemetry/series/seriesname.h"

namespace pult::telemetry {

/// Where a label's value stands between its quotes: bytes from the begin of its series' text.
/// The label's name stands in front of it, with nothing between but what parts them.
struct LabelPlace {
    std::uint32_t valueAt = 0;
    std::uint32_t valueEnd = 0;
};

/// The series of one source, each by the text that toString writes of its name and by other
/// spellings of it. A text is kept once, behind the one before, so that many series take little
/// memory and no allocation each. One thread at a time.
class SeriesTable {
public:
    SeriesTable() = default;
    explicit SeriesTable(std::span<const SeriesName> names);

    [[nodiscard]] std::size_t size() const { return m_series.size(); }
    /// By toString. Lives as long as the table, as do all views into it.
    [[nodiscard]] std::string_view text(SeriesIndex series) const;
    [[nodiscard]] std::string_view metric(SeriesIndex series) const;
    [[nodiscard]] SeriesName name(SeriesIndex series) const;

    /// For so many more.
    void reserve(std::size_t series);

    /// Null when that text was never added.
    [[nodiscard]] const SeriesIndex *find(std::string_view text) const;

    struct Added {
        SeriesIndex series = 0;
        bool isNew = false;
    };
    /// The series of that text, which toString writes, with the places of its labels.
    Added add(std::string_view text, std::span<const LabelPlace> labels);
    Added add(const SeriesName &name);

    /// Another text for a series. Requires: never added.
    void addSpelling(std::string_view text, SeriesIndex series);
    [[nodiscard]] std::size_t spellings() const { return m_texts.size() - m_series.size(); }
    void forgetSpellings();

private:
    struct Text {
        const char *data = nullptr;
        std::uint32_t length = 0;
        SeriesIndex series = 0;

        [[nodiscard]] std::string_view view() const { return {data, length}; }
    };
    struct Series {
        std::uint32_t text = 0; ///< Place among the texts.
        std::uint32_t firstLabel = 0;
    };

    void addText(std::string_view text, SeriesIndex series);
    [[nodiscard]] std::span<const LabelPlace> labels(SeriesIndex series) const;

    [[nodiscard]] const char *kept(std::string_view text);

    std::vector<std::unique_ptr<char[]>> m_chunks; ///< Of texts.
    char *m_free = nullptr; ///< In the newest chunk.
    std::size_t m_room = 0; ///< There.
    std::vector<Text> m_texts; ///< Spellings too.
    HashIndex m_places; ///< Of the texts.
    std::vector<Series> m_series;
    std::vector<LabelPlace> m_labels;
};

} // namespace pult::telemetry
