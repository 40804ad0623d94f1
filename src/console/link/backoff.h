// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace pult::link {

/// How long to wait before the next try: twice as long each time, within the limits, one fifth up
/// or down by chance, so that many consoles don't come back at the same moment.
class Backoff {
public:
    using Length = std::chrono::milliseconds;

    Backoff(Length shortest, Length longest);

    [[nodiscard]] Length next();
    /// After a success.
    void reset() { m_base = m_shortest; }

private:
    Length m_shortest;
    Length m_longest;
    Length m_base;
};

} // namespace pult::link
