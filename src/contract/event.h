// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/codec.h"

namespace pult::contract {

/// The event's name on GET /events. Data: job: Job; queue: KindQueue;
/// config: ConfigRevision; health: Health; log: an object; gap: {}, some events were lost.
BOOST_DEFINE_ENUM_CLASS(EventType, job, queue, config, health, log, gap)

struct Event {
    std::int64_t id = 0; ///< Grows by one within one run of the service.
    EventType type = EventType::log;
    boost::json::value data;
    bool operator==(const Event &) const = default;
};
BOOST_DESCRIBE_STRUCT(Event, (), (id, type, data))

} // namespace pult::contract
