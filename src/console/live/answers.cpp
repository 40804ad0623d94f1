// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/live/answers.h"

namespace pult::live {

namespace {

template <class T>
EventNews readData(const std::string &data)
{
    auto decoded = contract::decodeText<T>(data);
    return decoded ? EventNews(std::move(*decoded)) : EventNews();
}

} // namespace

template <>
Result<ResultBytes> readAnswer(const Result<link::HttpAnswer> &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        return tl::unexpected(link::errorIn(*answer));
    return ResultBytes{answer->body, answer->mediaType};
}

template <>
Result<contract::Health> readAnswer(const Result<link::HttpAnswer> &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (!link::isHealthReport(*answer))
        return tl::unexpected(link::errorIn(*answer));
    return readBody<contract::Health>(answer->body);
}

EventNews readEvent(const link::ServerSentEvent &event)
{
    const auto type = contract::valueNamed<contract::EventType>(event.type);
    if (!type)
        return {};
    switch (*type) {
    case contract::EventType::job:
        return readData<contract::Job>(event.data);
    case contract::EventType::queue:
        return readData<contract::KindQueue>(event.data);
    case contract::EventType::config:
        return readData<contract::ConfigRevision>(event.data);
    case contract::EventType::health:
        return readData<contract::Health>(event.data);
    case contract::EventType::gap:
        return EventsLost{};
    case contract::EventType::log:
        return {};
    }
    return {};
}

} // namespace pult::live
