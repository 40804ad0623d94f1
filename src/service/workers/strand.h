// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/co_spawn.hpp>

#include "service/runtime/task.h"

namespace pult::service {

/// Where all the job service's own work is done, one piece at a time: an io_context that runs on
/// one thread is a strand by itself.
using Strand = boost::asio::any_io_executor;

/// Runs the work on the strand and answers its result on the caller's executor. Unlike a plain
/// co_await it goes on to its end when the caller is cancelled, so that nothing stays half done.
template <class T>
[[nodiscard]] Task<T> onStrand(const Strand &strand, Task<T> work)
{
    return awaitCallback<T>([strand, task = std::make_shared<Task<T>>(std::move(work))](auto done) {
        boost::asio::co_spawn(
            strand, std::move(*task), [done](const std::exception_ptr &failure, T result) {
                if (failure)
                    std::rethrow_exception(failure);
                done(std::move(result));
            });
    });
}

} // namespace pult::service
