// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/runtime/iothreads.h"

#include <algorithm>
#include <system_error>

#include <boost/asio/executor_work_guard.hpp>
#include <pthread.h>

namespace pult::service {

namespace asio = boost::asio;

class IoThreads::Context final : public asio::io_context {
public:
    Context()
        : asio::io_context(1)
        , m_work(get_executor())
    {
    }
    /// Destroys what waits here while the other contexts, whose sockets and timers it may hold, are
    /// still there.
    using asio::io_context::shutdown;

private:
    asio::executor_work_guard<executor_type> m_work;
};

IoThreads::IoThreads(std::size_t count, const char *name)
    : m_name(name)
{
    resize(count);
}

IoThreads::~IoThreads()
{
    stop();
    for (const auto &context : m_contexts)
        context->shutdown();
}

void IoThreads::stop()
{
    std::vector<std::jthread> joined;
    const std::scoped_lock lock(m_mutex);
    for (const auto &context : m_contexts)
        context->stop();
    m_isStopped = true;
    joined.swap(m_threads);
}

asio::io_context &IoThreads::context()
{
    const std::scoped_lock lock(m_mutex);
    return *m_contexts.front();
}

asio::io_context &IoThreads::next()
{
    const std::scoped_lock lock(m_mutex);
    return *m_contexts[m_turn++ % m_size];
}

void IoThreads::resize(std::size_t count)
{
    const std::scoped_lock lock(m_mutex);
    while (!m_isStopped && m_contexts.size() < count && tryAdd()) { }
    m_size = std::min(count, m_contexts.size());
}

bool IoThreads::tryAdd()
{
    auto context = std::make_unique<Context>();
    try {
        m_threads.emplace_back([&added = *context, name = m_name] {
            pthread_setname_np(pthread_self(), name);
            added.run();
        });
    } catch (const std::system_error &) { // The system lets us have no more.
        return false;
    }
    m_contexts.push_back(std::move(context));
    return true;
}

std::size_t IoThreads::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_size;
}

} // namespace pult::service
