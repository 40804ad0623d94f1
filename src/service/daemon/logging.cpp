// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/daemon/logging.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "contract/codec.h"

namespace pult::service {

namespace {

class EventLogSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    void publishTo(EventHub *hub, const Clock *clock)
    {
        const std::scoped_lock lock(mutex_);
        m_hub = hub;
        m_clock = clock;
    }

private:
    void sink_it_(const spdlog::details::log_msg &record) override
    {
        // Debug records may come with every request: on stderr for who asked, not for everybody.
        if (!m_hub || record.level < spdlog::level::info)
            return;
        m_hub->publish(contract::EventType::log,
            boost::json::object{{"at", toString(m_clock->wallNow())},
                {"level", std::string_view(spdlog::level::to_short_c_str(record.level))},
                {"message", std::string_view(record.payload.data(), record.payload.size())}});
    }
    void flush_() override { }

    EventHub *m_hub = nullptr;
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

void startLogEvents(EventHub &hub, const Clock &clock)
{
    eventSink().publishTo(&hub, &clock);
}

void stopLogEvents()
{
    eventSink().publishTo(nullptr, nullptr);
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
