// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace pult::telemetry {

/// Goes through two texts side by side, and knows how far they are equal from where it stands. A
/// value over texts that must outlive it.
class Comparison {
public:
    Comparison(std::string_view now, std::string_view before);

    [[nodiscard]] const char *now() const { return m_now.data(); }
    [[nodiscard]] const char *nowEnd() const { return m_now.data() + m_now.size(); }
    [[nodiscard]] bool isEqualFor(std::size_t length) const { return m_same >= length; }
    [[nodiscard]] bool isEqualToTheEnd() const
    {
        return m_now.size() == m_before.size() && m_same == m_now.size();
    }

    /// Requires: equal for that length.
    void skipEqual(std::size_t length)
    {
        m_now.remove_prefix(length);
        m_before.remove_prefix(length);
        m_same -= length;
    }
    /// Past what differs, and compares on from there.
    void skip(std::size_t nowLength, std::size_t beforeLength);

private:
    std::string_view m_now;
    std::string_view m_before;
    std::size_t m_same; ///< Bytes that are equal from here.
};

} // namespace pult::telemetry
