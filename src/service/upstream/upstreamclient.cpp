// SPDX-FileCopyrightText: The Pult authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/upstream/upstreamclient.h"

#include "service/upstream/upstreamloop.h"

namespace pult::service {

UpstreamClient::UpstreamClient(
    const Clock &clock, prometheus::Registry &registry, const UpstreamSettings &settings)
    : m_loop(std::make_unique<Loop>(clock, registry, settings))
{
}

UpstreamClient::~UpstreamClient() = default;

void UpstreamClient::apply(const UpstreamSettings &settings)
{
    m_loop->apply(settings);
}

UpstreamSettings UpstreamClient::applied() const
{
    return m_loop->applied();
}

PoolState UpstreamClient::pool() const
{
    return m_loop->pool();
}

Task<Result<UpstreamAnswer>> UpstreamClient::send(UpstreamRequest request)
{
    return awaitCallback<Result<UpstreamAnswer>>(
        [this, wanted = std::move(request)](auto done) { m_loop->add(wanted, std::move(done)); });
}

} // namespace pult::service
