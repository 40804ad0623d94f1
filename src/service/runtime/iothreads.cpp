// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/runtime/iothreads.h"

#include <boost/asio/executor_work_guard.hpp>

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

IoThreads::IoThreads(std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        m_contexts.push_back(std::make_unique<Context>());
    for (const auto &context : m_contexts)
        m_threads.emplace_back([&context = *context] { context.run(); });
}

IoThreads::~IoThreads()
{
    stop();
    for (const auto &context : m_contexts)
        context->shutdown();
}

void IoThreads::stop()
{
    for (const auto &context : m_contexts)
        context->stop();
    m_threads.clear();
}

asio::io_context &IoThreads::context()
{
    return *m_contexts.front();
}

asio::io_context &IoThreads::next()
{
    return *m_contexts[m_turn++ % m_contexts.size()];
}

} // namespace pult::service
