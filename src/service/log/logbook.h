// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "base/guarded.h"
#include "contract/log.h"

namespace pult::service {

/// The latest records of the log, for whoever looks back. Any thread.
class Logbook {
public:
    static constexpr std::size_t kCapacity = 10'000;

    void add(contract::LogRecord record);
    /// The newest that are not older than `since` and at least so important; newest last.
    [[nodiscard]] std::vector<contract::LogRecord> latest(
        WallTime since, contract::LogLevel least, std::size_t most) const;

private:
    Guarded<std::deque<contract::LogRecord>> m_records;
};

} // namespace pult::service
