// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/walltime.h"

namespace pult::link {

struct ServerSentEvent {
    std::string type = "message";
    std::string data; ///< Lines joined by '\n'.
    std::string id; ///< The last one that the stream gave, this event's included.
    bool operator==(const ServerSentEvent &) const = default;
};

/// Takes a text/event-stream apart as it arrives, in pieces of any size.
/// WHATWG HTML, section 9.2.6 "Interpreting an event stream". One thread at a time.
class SseParser {
public:
    /// An event with more data than this is left out.
    static constexpr std::size_t kMaxEventBytes = std::size_t(4) << 20U;

    /// The events that are complete now.
    [[nodiscard]] std::vector<ServerSentEvent> feed(std::string_view bytes);

    /// What the stream asks to wait before connecting again.
    [[nodiscard]] std::optional<Seconds> reconnectionTime() const { return m_reconnectionTime; }

private:
    void takeLine(std::string_view line, std::vector<ServerSentEvent> &events);
    void takeField(std::string_view field, std::string_view value);
    void dispatch(std::vector<ServerSentEvent> &events);

    std::string m_line; ///< Begun, not ended yet.
    bool m_isFirstLine = true;
    bool m_skipsLineFeed = false; ///< A carriage return ended the line just before.
    std::string m_type;
    std::string m_data;
    std::string m_id;
    bool m_isTooLarge = false;
    std::optional<Seconds> m_reconnectionTime;
};

} // namespace pult::link
