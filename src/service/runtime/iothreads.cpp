// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/runtime/iothreads.h"

namespace pult::service {

IoThreads::IoThreads(std::size_t count)
    : m_context(static_cast<int>(count))
    , m_work(m_context.get_executor())
{
    m_threads.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        m_threads.emplace_back([this] { m_context.run(); });
}

IoThreads::~IoThreads()
{
    stop();
}

void IoThreads::stop()
{
    m_context.stop();
    m_threads.clear();
}

} // namespace pult::service
