// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/link/sseparser.h"

#include <charconv>

namespace pult::link {

std::vector<ServerSentEvent> SseParser::feed(std::string_view bytes)
{
    std::vector<ServerSentEvent> events;
    for (const char c : bytes) {
        const bool isSecondOfPair = m_skipsLineFeed && c == '\n';
        m_skipsLineFeed = c == '\r';
        if (isSecondOfPair)
            continue;
        if (c == '\n' || c == '\r') {
            takeLine(m_line, events);
            m_line.clear();
        } else if (m_line.size() <= kMaxEventBytes) {
            m_line += c;
        }
    }
    return events;
}

void SseParser::takeLine(std::string_view line, std::vector<ServerSentEvent> &events)
{
    if (m_isFirstLine && line.starts_with("\xef\xbb\xbf"))
        line.remove_prefix(3);
    m_isFirstLine = false;
    if (line.empty())
        return dispatch(events);
    const std::size_t colon = line.find(':');
    if (colon == 0)
        return;
    std::string_view value = colon == std::string_view::npos ? "" : line.substr(colon + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    takeField(line.substr(0, colon), value);
}

void SseParser::takeField(std::string_view field, std::string_view value)
{
    if (field == "event") {
        m_type = value;
    } else if (field == "data") {
        m_isTooLarge = m_isTooLarge || m_data.size() + value.size() > kMaxEventBytes;
        if (!m_isTooLarge)
            m_data.append(value) += '\n';
    } else if (field == "id" && value.find('\0') == std::string_view::npos) {
        m_id = value;
    } else if (field == "retry") {
        int milliseconds = 0;
        const char *end = value.data() + value.size();
        const auto [stop, error] = std::from_chars(value.data(), end, milliseconds);
        if (error == std::errc() && stop == end && milliseconds >= 0)
            m_reconnectionTime = std::chrono::milliseconds(milliseconds);
    }
}

void SseParser::dispatch(std::vector<ServerSentEvent> &events)
{
    if (!m_data.empty() && !m_isTooLarge) {
        m_data.pop_back();
        events.push_back({m_type.empty() ? "message" : m_type, m_data, m_id});
    }
    m_type.clear();
    m_data.clear();
    m_isTooLarge = false;
}

} // namespace pult::link
