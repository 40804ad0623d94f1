// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workers/strandinbox.h"

#include <boost/asio/post.hpp>

namespace pult::service {

StrandInbox::StrandInbox(Strand strand)
    : m_strand(std::move(strand))
{
}

void StrandInbox::push(std::function<void()> work)
{
    const bool isFirst = m_waiting.with([&](auto &waiting) {
        waiting.push_back(std::move(work));
        return waiting.size() == 1;
    });
    if (isFirst)
        boost::asio::post(m_strand, [this] { empty(); });
}

void StrandInbox::empty()
{
    for (const auto &work :
        m_waiting.with([](auto &waiting) { return std::exchange(waiting, {}); }))
        work();
}

} // namespace pult::service
