// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec.h"

namespace pult::contract {

/// From the least to the most important, as log.level names them.
BOOST_DEFINE_ENUM_CLASS(LogLevel, trace, debug, info, warn, error)

/// A line of the service's log; also the data of a `log` event.
struct LogRecord {
    WallTime at;
    LogLevel level = LogLevel::info;
    std::string message;
    bool operator==(const LogRecord &) const = default;
};
BOOST_DESCRIBE_STRUCT(LogRecord, (), (at, level, message))

/// GET /logs
struct LogPage {
    std::vector<LogRecord> records; ///< Newest last.
    bool operator==(const LogPage &) const = default;
};
BOOST_DESCRIBE_STRUCT(LogPage, (), (records))

} // namespace pult::contract
