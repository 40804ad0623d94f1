// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "base/error.h"
#include "service/runtime/task.h"

namespace pult::test {

/// How long anything in a test may take before it counts as hanging.
inline constexpr std::chrono::seconds kPatience{30};

/// Runs the coroutine on the context, whose threads are others, and waits for its answer; throws
/// std::future_error's kin when it hangs, which fails the test.
template <class T>
T await(boost::asio::io_context &context, service::Task<T> task)
{
    auto promise = std::make_shared<std::promise<T>>();
    auto future = promise->get_future();
    boost::asio::co_spawn(context, std::move(task), [promise](std::exception_ptr failure, T value) {
        if (failure)
            promise->set_exception(failure);
        else
            promise->set_value(std::move(value));
    });
    if (future.wait_for(kPatience) != std::future_status::ready)
        throw std::runtime_error("The call hangs");
    return future.get();
}

inline void await(boost::asio::io_context &context, service::Task<> task)
{
    auto future = boost::asio::co_spawn(context, std::move(task), boost::asio::use_future);
    if (future.wait_for(kPatience) != std::future_status::ready)
        throw std::runtime_error("The call hangs");
    future.get();
}

/// Runs start(done) and waits for what done is given.
template <class T>
Result<T> awaitDone(const std::function<void(std::function<void(Result<T>)>)> &start)
{
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    start([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(kPatience) != std::future_status::ready)
        throw std::runtime_error("The call hangs");
    return future.get();
}

} // namespace pult::test
