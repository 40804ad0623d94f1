// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/logging.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "contract/encodetext.h"

namespace pult::service {

namespace {

contract::LogLevel levelOf(spdlog::level::level_enum level)
{
    switch (level) {
    case spdlog::level::trace:
        return contract::LogLevel::trace;
    case spdlog::level::debug:
        return contract::LogLevel::debug;
    case spdlog::level::info:
        return contract::LogLevel::info;
    case spdlog::level::warn:
        return contract::LogLevel::warn;
    default:
        return contract::LogLevel::error;
    }
}

class EventLogSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    void publishTo(EventHub *hub, Logbook *logbook, const Clock *clock)
    {
        const std::scoped_lock lock(mutex_);
        m_hub = hub;
        m_logbook = logbook;
        m_clock = clock;
    }

private:
    void sink_it_(const spdlog::details::log_msg &message) override
    {
        if (!m_hub)
            return;
        const contract::LogRecord record{m_clock->wallNow(), levelOf(message.level),
            std::string(message.payload.data(), message.payload.size())};
        // Debug records may come with every request: for who looks them up, not for everybody.
        if (record.level >= contract::LogLevel::info)
            m_hub->publish(contract::EventType::log, contract::encodeText(record));
        m_logbook->add(record);
    }
    void flush_() override { }

    EventHub *m_hub = nullptr;
    Logbook *m_logbook = nullptr;
    const Clock *m_clock = nullptr;
};

EventLogSink &eventSink()
{
    return static_cast<EventLogSink &>(*spdlog::default_logger()->sinks().back());
}

} // namespace

void startLog()
{
    auto logger = std::make_shared<spdlog::logger>("pultd",
        spdlog::sinks_init_list{
            std::make_shared<spdlog::sinks::stderr_sink_mt>(), std::make_shared<EventLogSink>()});
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    spdlog::set_default_logger(std::move(logger));
}

void startLogEvents(EventHub &hub, Logbook &logbook, const Clock &clock)
{
    eventSink().publishTo(&hub, &logbook, &clock);
}

void stopLogEvents()
{
    eventSink().publishTo(nullptr, nullptr, nullptr);
}

void setLogLevel(const std::string &level)
{
    spdlog::set_level(spdlog::level::from_str(level));
}

std::string logLevel()
{
    const auto level = spdlog::get_level();
    if (level == spdlog::level::warn)
        return "warn";
    const auto name = spdlog::level::to_string_view(level);
    return {name.data(), name.size()};
}

} // namespace pult::service
