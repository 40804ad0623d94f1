// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace pult::service {

/// A coroutine of the service.
template <class T = void>
using Task = boost::asio::awaitable<T>;

/// Runs start(done) and suspends until done(T) is called: once, on any thread. What resumes the
/// coroutine is given to deliver(executor, resume), which must have it run there later, never at
/// once. Cancelling the coroutine does not stop what was started.
template <class T, class Start, class Deliver>
[[nodiscard]] Task<T> awaitCallback(Start start, Deliver deliver)
{
    return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(T)>(
        [](auto handler, Start begin, Deliver hand) {
            auto waiting = std::make_shared<decltype(handler)>(std::move(handler));
            begin([waiting, hand](T value) {
                const auto executor = boost::asio::get_associated_executor(*waiting);
                hand(executor, [waiting, result = std::move(value)]() mutable {
                    auto resume = std::move(*waiting);
                    resume(std::move(result));
                });
            });
        },
        boost::asio::use_awaitable, std::move(start), std::move(deliver));
}

/// The same; the coroutine resumes on its own executor.
template <class T, class Start>
[[nodiscard]] Task<T> awaitCallback(Start start)
{
    return awaitCallback<T>(std::move(start),
        [](const auto &executor, auto resume) { boost::asio::post(executor, std::move(resume)); });
}

} // namespace pult::service
