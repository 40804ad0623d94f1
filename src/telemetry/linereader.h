// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/exposition.h"

namespace pult::telemetry {

/// Takes a line apart from left to right. A value over a text that must outlive it.
class LineReader {
public:
    explicit LineReader(std::string_view line)
        : m_line(line)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_line.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_line[m_at]; }
    [[nodiscard]] std::size_t place() const { return m_at; }
    [[nodiscard]] std::string_view since(std::size_t place) const
    {
        return m_line.substr(place, m_at - place);
    }

    void skip() { ++m_at; }
    void skipBlanks();
    bool take(char c);
    /// Up to the next blank or the end.
    [[nodiscard]] std::string_view takeToken();
    /// A metric's or label's name; empty when there is none here.
    enum class Colons { allowed, refused };
    [[nodiscard]] std::string_view takeName(Colons colons);
    /// A label's value behind its opening quote, escapes resolved, and the closing quote.
    [[nodiscard]] LineResult<std::string> takeQuoted();

    /// A fault at the place reached.
    [[nodiscard]] tl::unexpected<LineFault> fault(std::string detail) const
    {
        return tl::unexpected(LineFault{m_at + 1, std::move(detail)});
    }

private:
    std::string_view m_line;
    std::size_t m_at = 0;
};

} // namespace pult::telemetry
