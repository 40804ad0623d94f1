// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/log/logbook.h"
#include "service/routes/eventhub.h"

/// The process's log: one line a record on stderr, and an event for whoever follows.
namespace pult::service {

/// Sets the default logger up. Once, before the first record.
void startLog();
/// Also keeps records in the logbook and publishes them as `log` events. All must live until
/// stopLogEvents().
void startLogEvents(EventHub &hub, Logbook &logbook, const Clock &clock);
void stopLogEvents();

/// One of the levels of the setting log.level; in force at once. Any thread.
void setLogLevel(const std::string &level);
[[nodiscard]] std::string logLevel();

} // namespace pult::service
