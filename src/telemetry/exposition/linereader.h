// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "telemetry/exposition/exposition.h"

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

    void skip(std::size_t bytes = 1) { m_at += bytes; }
    void skipBlanks();
    bool take(char c);
    /// Up to the next blank or the end.
    [[nodiscard]] std::string_view takeToken();
    /// Up to that byte or the end.
    [[nodiscard]] std::string_view takeUntil(char end);
    /// A metric's or label's name; empty when there is none here.
    enum class Colons { allowed, refused };
    [[nodiscard]] std::string_view takeName(Colons colons);
    /// A label's value behind its opening quote, and the closing quote. \\, \" and \n are escapes;
    /// a backslash in front of anything else stands for itself. Beyond so many bytes nothing more
    /// is taken, not the quote either.
    [[nodiscard]] LineResult<std::string> takeQuoted(std::size_t mostBytes);

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
