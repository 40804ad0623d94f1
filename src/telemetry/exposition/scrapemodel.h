// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "telemetry/exposition/exposition.h"
#include "telemetry/series/seriesindex.h"

namespace pult::telemetry {

/// One scrape as the model for the next of the same target, which nearly always repeats it with
/// some other values. What is equal is compared, not read; of a line that differs in its value
/// alone, the number is read. Allocates nothing while it follows. One thread at a time.
class ScrapeModel {
public:
    /// Shared, since it is kept until the next.
    using Body = std::shared_ptr<const std::string>;

    /// Forgets everything: follow() declines until the next keep().
    void clear(ExpositionFormat format);
    /// For so many samples.
    void reserve(std::size_t samples)
    {
        m_lines.reserve(samples);
        m_ends.reserve(samples);
    }
    /// The next sample of the body that will be kept: where the comments before it end and its
    /// value begins, and where the line behind it begins; bytes from the body's begin, below 2^32.
    /// Requires: a blank or a brace in front of the value.
    void add(SeriesIndex series, std::size_t valueAt, std::size_t end)
    {
        const std::size_t begin = m_ends.empty() ? 0 : m_ends.back();
        m_lines.push_back({static_cast<std::uint32_t>(valueAt - begin), series});
        m_ends.push_back(static_cast<std::uint32_t>(end));
    }
    void keep(Body body) { m_body = std::move(body); }

    [[nodiscard]] std::size_t samples() const { return m_lines.size(); }

    /// Takes the values that changed, and the body as the model for the one after. False, with
    /// values in disorder, unless it differs from the model in its samples' values alone.
    [[nodiscard]] bool follow(const Body &body, std::span<double> values);

    struct Line {
        std::uint32_t valueAt = 0; ///< Bytes from the end of the line before.
        SeriesIndex series = 0;
    };

private:
    ExpositionFormat m_format = ExpositionFormat::text;
    Body m_body; ///< Null when there is none.
    std::vector<Line> m_lines;
    std::vector<std::uint32_t> m_ends; ///< Of each line in the body, its '\n' included.
};

} // namespace pult::telemetry
