// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "console/link/httpmessage.h"
#include "console/link/sseparser.h"
#include "console/live/service.h"
#include "contract/event.h"

/// From bytes to values. Telemetry thread: parsing is nothing for the GUI thread.
namespace pult::live {

[[nodiscard]] inline std::string_view textOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// What a body in the contract's JSON says. Errors: corrupt.
template <class T>
[[nodiscard]] Result<T> readBody(const QByteArray &body)
{
    return contract::decodeText<T>(textOf(body)).map_error([](const Error &error) {
        return Error{ErrorCode::corrupt, "The answer is not understood: " + error.detail, {}};
    });
}

/// What a request was answered. Errors: the transport's, the service's own, corrupt.
template <class T>
[[nodiscard]] Result<T> readAnswer(const Result<link::HttpAnswer> &answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        return tl::unexpected(link::errorIn(*answer));
    return readBody<T>(answer->body);
}

template <>
[[nodiscard]] Result<ResultBytes> readAnswer(const Result<link::HttpAnswer> &answer);
/// A failing service answers 503 and says why: that is an answer.
template <>
[[nodiscard]] Result<contract::Health> readAnswer(const Result<link::HttpAnswer> &answer);

/// Some events did not arrive.
struct EventsLost { };

/// What an event says; monostate for one that the console does not use or understand.
using EventNews = std::variant<std::monostate, contract::Job, contract::KindQueue,
    contract::ConfigRevision, contract::Health, EventsLost>;
[[nodiscard]] EventNews readEvent(const link::ServerSentEvent &event);

} // namespace pult::live
