// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <boost/asio/io_context.hpp>

namespace pult::service {

/// Threads with an io_context each: what belongs to one context runs on one thread, so that it
/// needs no strand and threads don't contend for work. Destroying it stops the contexts and joins
/// the threads; handlers that have not run by then never do.
class IoThreads {
public:
    /// Name: what the system calls each of the threads, at most 15 bytes; it must outlive them.
    explicit IoThreads(std::size_t count, const char *name = "io");
    ~IoThreads();
    IoThreads(const IoThreads &) = delete;
    IoThreads &operator=(const IoThreads &) = delete;

    /// Stops the contexts and joins the threads; what waits in them is kept until destruction.
    void stop();

    /// The first thread's: for everything there is one of.
    [[nodiscard]] boost::asio::io_context &context();
    /// Of each thread in turn: for connections. Any thread.
    [[nodiscard]] boost::asio::io_context &next();

    /// From now on next() deals to so many threads, 1 or more, or to as many as the system lets us
    /// have. Those left over finish what they have, then sleep until they are wanted again.
    /// Any thread.
    void resize(std::size_t count);
    /// How many next() deals to. Any thread.
    [[nodiscard]] std::size_t size() const;

private:
    class Context;

    [[nodiscard]] bool tryAdd();

    const char *const m_name;
    mutable std::mutex m_mutex; ///< Guards all below.
    std::vector<std::unique_ptr<Context>> m_contexts;
    std::size_t m_size = 0; ///< Of the contexts, the first.
    std::size_t m_turn = 0;
    bool m_isStopped = false;
    std::vector<std::jthread> m_threads;
};

} // namespace pult::service
