// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include <boost/asio/io_context.hpp>

namespace pult::service {

/// Threads with an io_context each: what belongs to one context runs on one thread, so that it
/// needs no strand and threads don't contend for work. Destroying it stops the contexts and joins
/// the threads; handlers that have not run by then never do.
class IoThreads {
public:
    explicit IoThreads(std::size_t count);
    ~IoThreads();
    IoThreads(const IoThreads &) = delete;
    IoThreads &operator=(const IoThreads &) = delete;

    /// Stops the contexts and joins the threads; what waits in them is kept until destruction.
    void stop();

    /// The first thread's: for everything there is one of.
    [[nodiscard]] boost::asio::io_context &context();
    /// Of each thread in turn: for connections. Any thread.
    [[nodiscard]] boost::asio::io_context &next();

private:
    class Context;

    std::vector<std::unique_ptr<Context>> m_contexts;
    std::atomic<std::size_t> m_turn = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace pult::service
