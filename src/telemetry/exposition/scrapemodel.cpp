// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/exposition/scrapemodel.h"

#include <algorithm>
#include <cstring>

#include "telemetry/exposition/comparison.h"
#include "telemetry/exposition/exposition.h"
#include "telemetry/exposition/number.h"

namespace pult::telemetry {

namespace {

/// Behind the line end at or behind the place where a value ends, once what stands between was
/// checked; null when that is no timestamp or exemplar. Requires: such a line end.
const char *behindTail(std::string_view body, const char *at, ExpositionFormat format)
{
    if (*at == '\n')
        return at + 1;
    const auto place = static_cast<std::size_t>(at - body.data());
    const std::size_t begin = body.rfind('\n', place) + 1;
    const std::size_t end = body.find('\n', place);
    const std::string_view line = body.substr(begin, end - begin);
    return checkTail(line, place - begin, format) ? body.data() + end + 1 : nullptr;
}

/// Stands at the begin of a line in a body and in the one before.
class Follower {
public:
    Follower(std::string_view now, std::string_view before, ExpositionFormat format)
        : m_now(now)
        , m_before(before)
        , m_format(format)
    {
    }

    /// Passes what is equal: moves the ends of the lines in it, of which `end` is the first and
    /// belongs to `line`, and returns the end of the first line that is not.
    std::uint32_t *skipEqual(
        std::uint32_t *end, const std::uint32_t *last, const ScrapeModel::Line *line)
    {
        m_equalUntil = m_oldAt + commonLength(m_now.substr(m_newAt), m_before.substr(m_oldAt));
        std::uint32_t *stop = end;
        while (last - stop > kStride && stop[kStride - 1] <= m_equalUntil) {
            __builtin_prefetch(line + (stop - end) + kAhead);
            stop += kStride;
        }
        while (stop != last && *stop <= m_equalUntil)
            ++stop;
        if (stop != end) {
            const std::size_t length = stop[-1] - m_oldAt;
            if (const auto shift = static_cast<std::uint32_t>(m_newAt - m_oldAt))
                std::for_each(end, stop, [shift](std::uint32_t &each) { each += shift; });
            m_oldAt += length;
            m_newAt += length;
        }
        return stop;
    }

    [[nodiscard]] bool isAtEnd() const
    {
        return m_equalUntil == m_before.size()
            && m_now.size() - m_newAt == m_before.size() - m_oldAt;
    }

    /// Reads the value on a line that differs there, or behind it, and moves the line's end. Null,
    /// with nothing moved, for any other difference.
    NumberRead takeValue(std::size_t valueAt, std::uint32_t &end)
    {
        if (m_equalUntil < m_oldAt + valueAt)
            return {};
        const char *stop = m_now.data() + m_now.size();
        const NumberRead read = readNumber(m_now.data() + m_newAt + valueAt, stop);
        const char *next = read.end != nullptr ? behindTail(m_now, read.end, m_format) : nullptr;
        if (next == nullptr)
            return {};
        m_oldAt = end;
        m_newAt = static_cast<std::size_t>(next - m_now.data());
        end = static_cast<std::uint32_t>(m_newAt);
        return {next, read.value};
    }

private:
    static constexpr std::ptrdiff_t kStride = 8; ///< As many as fill a cache line.
    static constexpr std::ptrdiff_t kAhead = 64; ///< Memory does not foresee which line is read.

    std::string_view m_now;
    std::string_view m_before;
    ExpositionFormat m_format;
    std::size_t m_newAt = 0;
    std::size_t m_oldAt = 0;
    std::size_t m_equalUntil = 0; ///< In the body before.
};

} // namespace

void ScrapeModel::clear(ExpositionFormat format)
{
    m_format = format;
    m_body = nullptr;
    m_lines.clear();
    m_ends.clear();
}

bool ScrapeModel::follow(const Body &body, std::span<double> values)
{
    if (!m_body || !body->ends_with('\n'))
        return false;
    Follower follower(*body, *m_body, m_format);
    std::uint32_t *const first = m_ends.data();
    std::uint32_t *const last = first + m_ends.size();
    for (std::uint32_t *end = follower.skipEqual(first, last, m_lines.data()); end != last;
         end = follower.skipEqual(end + 1, last, m_lines.data() + (end + 1 - first))) {
        const Line &line = m_lines[static_cast<std::size_t>(end - first)];
        const NumberRead read = follower.takeValue(line.valueAt, *end);
        if (read.end == nullptr)
            return false;
        values[line.series] = read.value;
    }
    if (!follower.isAtEnd())
        return false;
    m_body = body;
    return true;
}

} // namespace pult::telemetry
