// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>
#include <vector>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

namespace pult::service {

/// Threads that run one io_context. Destroying it stops the context and joins the threads; handlers
/// that have not run by then never do.
class IoThreads {
public:
    explicit IoThreads(std::size_t count);
    ~IoThreads();
    IoThreads(const IoThreads &) = delete;
    IoThreads &operator=(const IoThreads &) = delete;

    /// Stops the context and joins the threads; what waits in it is kept until destruction.
    void stop();

    [[nodiscard]] boost::asio::io_context &context() { return m_context; }

private:
    boost::asio::io_context m_context;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    std::vector<std::jthread> m_threads;
};

} // namespace pult::service
